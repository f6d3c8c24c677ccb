/** The script for the card of a noted passage, sent when the first is opened. It only wires. */
import { bridge } from './card/bridge.ts';
import { openPassage } from './notes/passage-card.tsx';

bridge().openPassage ??= openPassage;
