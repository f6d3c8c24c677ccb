/// <reference path="./css.d.ts" />
/** The sheets of the card in the order in which a shadow root adopts them. Pages link the same files: tokens, parts, pages. */
import card from './card.css';
import parts from './parts.css';
import tokens from './tokens.css';

export const CARD_STYLES: readonly string[] = [tokens, parts, card];
