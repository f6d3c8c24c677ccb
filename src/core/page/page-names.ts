/** The names that a content script reads a page by: elements, furniture, what is left alone. They come with the page's settings. */
import { FURNITURE_NAMES } from '../furniture/furniture-names.ts';
import { NO_EVIDENCE, type PageEvidence } from '../spotting/evidence.ts';
import { ELEMENT_TRAITS, type ElementTraits } from './element-traits.ts';
import { LEFT_ALONE, type LeftAlone } from './left-alone.ts';

export interface PageNames extends LeftAlone {
  readonly elements: ElementTraits;
  /** Source of a regular expression: what sites call their menus, share bars and the like. */
  readonly furniture: string;
  /** What is known of a page before it is read. */
  readonly evidence: PageEvidence;
}

export const PAGE_NAMES: PageNames = {
  elements: ELEMENT_TRAITS,
  furniture: FURNITURE_NAMES,
  evidence: NO_EVIDENCE,
  ...LEFT_ALONE,
};
