/**
 * What readers write: a W3C Web Annotation in plain fields (https://www.w3.org/TR/annotation-model/). A note knows the page it
 * was written on, what on it, by several selectors together, and its earlier texts.
 */
import type { EntityId } from './model.ts';

/** `note-…`, random; an imported note keeps the id it came with. */
export type NoteId = string & { readonly __brand: 'NoteId' };

/** W3C Web Annotation selectors, https://www.w3.org/TR/annotation-model/#selectors */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** One end of a range: an element by its path, and an offset in its text (`start` and `end` are the same). */
export interface PathSelector {
  readonly type: 'XPathSelector';
  readonly value: string;
  readonly refinedBy: TextPositionSelector;
}

/** From the beginning of one selection to the beginning of another. */
export interface RangeSelector {
  readonly type: 'RangeSelector';
  readonly startSelector: PathSelector;
  readonly endSelector: PathSelector;
}

export type Selector = TextQuoteSelector | TextPositionSelector | RangeSelector;

/** What is known of a page, to tell whether it is the same as another: see `core/page/page-identity.ts`. */
export interface PageFacts {
  /** The address as seen. */
  readonly url: string;
  readonly canonical?: string;
  readonly ogUrl?: string;
  readonly title: string;
  /** Of the page's text, by `core/page/fingerprint.ts`; absent where the page has too little. */
  readonly fingerprint?: string;
}

/** What a note is about: a page, and what on it. */
export interface NoteTarget extends PageFacts {
  /** None where the note is on the whole page, or on an entity everywhere. */
  readonly selectors: readonly Selector[];
  readonly entity?: EntityId;
}

/**
 * `mention`: on an entity where a page names it; `passage`: on selected text; `page`: on a page; `entity`: on an entity wherever
 * it is named.
 */
export const NOTE_KINDS = ['mention', 'passage', 'page', 'entity'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Colours a reader can give a note; the first is a new note's. */
export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** Why a passage was not found: its words are gone, or stand in several places that nothing tells apart. */
export const ORPHAN_REASONS = ['gone', 'ambiguous'] as const;
export type OrphanReason = (typeof ORPHAN_REASONS)[number];

/** What of a note its reader writes. */
export interface NoteText {
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour: NoteColour;
}

export interface NoteVersion extends NoteText {
  readonly modified: string;
}

/** A reader's note: a W3C annotation in plain fields. Times are ISO 8601 in UTC. */
export interface Note extends NoteText {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly target: NoteTarget;
  readonly created: string;
  /** Later with every change of the note, whatever the clock says. */
  readonly modified: string;
  /** Earlier texts, newest first. */
  readonly versions: readonly NoteVersion[];
  /** Present while the note's passage cannot be found on its page. It is no part of what the reader wrote. */
  readonly orphan?: { readonly reason: OrphanReason; readonly since: string };
  /** Present on a note of a private window: it is gone when the last of these is closed. */
  readonly isPrivate?: true;
}
