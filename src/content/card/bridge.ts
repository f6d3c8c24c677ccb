/**
 * Between the small script that every page gets and the card that comes with the first hover: both run in the same isolated
 * world, which no page can see into, and meet under one symbol there. The spotter lends its knowledge of the page and tells
 * where the pointer is; all that follows from that is the card's.
 */

import type { Opening, PageFacts } from '../../core/model.ts';
import type { CardLook } from '../../core/settings/preferences.ts';
import type { Lead, ListedMention } from '../../protocol/messages.ts';
import type { Hit } from '../hover/hit-test.ts';
import type { Mark, Marks } from '../marks/marks.ts';
import type { OpenedPassage, OpenPassage } from '../notes/passage-card.tsx';
import type { Passages } from '../notes/start-passages.ts';
import type { PageText } from '../page/page-text.ts';
import type { Tree } from '../page/tree.ts';
import type { Far } from './far.ts';
import type { LENT } from './lent.ts';
import type { noteParts } from './note-parts.tsx';
import type { Occurrence } from './occurrence.ts';
import type { OpenCard } from './open-card.tsx';
import type { Spot } from './place.ts';
import type { WIRE } from './wire.ts';

/** The page as the spotter knows it. */
export interface PageView {
  readonly text: PageText;
  readonly marks: Marks;
  /** The line boxes of a mention as it stands now, in the viewport. */
  readonly rectsOf: (mark: Mark) => readonly DOMRect[];
}

/** What the pointer did last, and the mention that it was over. */
export interface Sight {
  readonly event: PointerEvent;
  readonly hit: Hit | null;
  /** When it was seen, of `performance.now`. */
  readonly at: number;
}

export interface Cards {
  /** The pointer has moved, been pressed, or clicked. */
  pointed(sight: Sight): void;
  /** Closes whatever is open, and forgets what was about to open: the page's marks are gone. */
  close(): void;
  /** What the card shows of notes is stale. */
  notesChanged(): void;
  /** Ends the card's script, and what hangs on it: the extension has been updated, or is gone. */
  retire(): void;
  /** Aborts at that end. */
  readonly life: AbortSignal;
  /** Without a pointer the reader has come to a mark: its card is opened and gets the focus, or whatever card is open goes. */
  leadTo(mark: Mark, opens: boolean): void;
  /** The card that comes and goes. */
  open(): OpenCard | null;
  /** Shows a mention's card in its place; `pointer`: in this document. */
  show(occurrence: Occurrence, pointer: Spot): void;
  /** Scrolls a mark's line to the middle of the window, and lights it up for a moment. */
  reveal(mark: Mark): void;
}

interface Bridge {
  /** Given while the page is spotted. */
  page?: PageView | undefined;
  sight?: Sight;
  /** The page's mentions: there once somebody has asked for them (list.ts). */
  list?: () => readonly ListedMention[];
  /** How cards open and look, as the reader has it now. */
  opening?: Opening & CardLook;
  cards?: Cards | undefined;
  /** Whether the copy of us that runs here goes on. One whose extension has been updated or removed ends, and is no more. */
  goesOn?: () => boolean;
  /** Leads the reader to a mention without a pointer; false where there is none. The background calls it by this name. */
  lead?: ((to: Lead) => boolean) | undefined;
  /** Puts out the light on the mention that the reader was led to. */
  endWalk?: (() => void) | undefined;
  /** Given where cards stand in another document than their mentions. */
  far?: Far | undefined;
  /** What cards draw of notes: given by the script for those. */
  noteParts?: typeof noteParts | undefined;
  /** What the script of all frames lends to those that come later. */
  wire?: typeof WIRE;
  /** What the card's script lends to others that draw in its cards. */
  lent?: typeof LENT;
  /** What is known of the page: given by the script of all frames, and with more by that for notes. */
  facts?: () => PageFacts;
  /** Notes on passages, where the page has any or its reader has selected something. */
  passages?: Passages;
  /** Opens the card of a passage. */
  openPassage?: (opened: OpenedPassage) => OpenPassage;
  /** What this document calls itself among those of the tab. */
  me?: number;
  /** Ends the watch on a frame that ran here before. */
  leaveFrame?: () => void;
  /** Given by the script for pages with shadow roots. */
  tree?: Tree;
  /** Watches what changes in a shadow root, or reads an element again that was read too soon; there while the page is spotted. */
  attend?: (where: ShadowRoot | Element) => void;
  /** Watches for noted passages in a shadow root. */
  onRoot?: (root: ShadowRoot) => void;
}

const KEY = Symbol.for('glossator');

export function bridge(): Bridge {
  const world = globalThis as { [KEY]?: Bridge };
  world[KEY] ??= {};
  return world[KEY];
}
