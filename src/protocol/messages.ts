/**
 * Read this first: who may ask whom for what. One interface per direction; client, handlers and wire messages are derived
 * from them, so that a missing handler does not compile.
 */
import type { Citations } from '../core/card/citation.ts';
import type { Entry } from '../core/card/entry.ts';
import type { FrameFacts } from '../core/furniture/advert-frames.ts';
import type {
  Density,
  EntityId,
  MarkStyle,
  Mention,
  Note,
  NoteColour,
  NoteId,
  NoteKind,
  NoteTarget,
  Opening,
  OrphanReason,
  PageFacts,
  Reason,
  TextBlock,
} from '../core/model.ts';
import type { PageNames } from '../core/page/page-names.ts';
import type { CardLook } from '../core/settings/preferences.ts';
import type { Correction, Reach } from '../core/spotting/corrections.ts';
import type { PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention, SpotAnswer } from '../core/spotting/spot.ts';
import type { CardAnswer, CardWord } from './card-words.ts';
import type { DeskCalls } from './desk.ts';

/** What a content script must know of the reader's settings. */
export interface PageSettings {
  /** Ids of the packs that are on, in the reader's order, and of entries that are known: with other ones a page is read anew. '' where nothing is to be marked. */
  readonly packs: string;
  readonly density: Density;
  /** The `print` styles are for readers who want marks printed with a page. */
  readonly style: MarkStyle | `${MarkStyle}-print`;
  /** How cards open, and look. */
  readonly opening: Opening & CardLook;
  /** What the page is read by: a table that every page would else carry. */
  readonly names: PageNames;
  /** Keys of mentions that the reader has called wrong here: they are not marked, listed or counted. */
  readonly silenced: readonly string[];
}

/** What a note is made of, before it has an id and a date. What is not given of an existing note stays as it is. */
export interface NoteDraft {
  /** Of an existing note, to change it; of a new one, so that it is written once although it may be asked for twice. */
  readonly id?: NoteId;
  /** By what the target names, where it is not given. */
  readonly kind?: NoteKind;
  readonly target: NoteTarget;
  readonly body: string;
  readonly tags?: readonly string[];
  readonly colour?: NoteColour;
}

export interface MentionCount {
  readonly entity: EntityId;
  readonly count: number;
}

/** A mention with its surroundings: what a list of them shows. */
export interface ListedMention {
  readonly entity: EntityId;
  readonly surface: string;
  /** Text before and after in the same block, at most 40 characters each. */
  readonly before: string;
  readonly after: string;
  /** The heading it stands under, or ''. */
  readonly heading: string;
  /** Where it stands down the page, 0 to 1. */
  readonly at: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Why a page has no marks, where that is not for want of mentions. */
export type PageState =
  | 'ready'
  | 'loading'
  | 'off'
  | 'hidden'
  | 'unsupported'
  | 'denied'
  | 'edited'
  | 'guarded'
  | 'drawn';

/** Where the reader wants to be led without a pointer: on by one mention, to the card of the current one, or to an entity's first. */
export type Lead =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'open' }
  | { readonly kind: 'reveal'; readonly entity: EntityId };

/** Calls that content scripts and pages make to the background. */
export interface BackgroundCalls extends DeskCalls {
  /** Judge every mention in some blocks of page text. Offsets are UTF-16 code units in the block. */
  spot(params: { readonly blocks: readonly TextBlock[]; readonly evidence: PageEvidence }): SpotAnswer;
  /** Decide what was left open, now that more of the page is known. */
  settle(params: { readonly pending: readonly PendingMention[]; readonly evidence: PageEvidence }): {
    readonly mentions: readonly Mention[];
  };
  /** Everything a card shows about one entity, in the reader's language; null when no enabled pack has it. */
  getEntity(params: { readonly id: EntityId }): Entry | null;
  /** The card of an entry was read: it stood there for a while. */
  tellRead(params: { readonly id: EntityId }): null;
  /** An entry with its sources, to be copied; null when no enabled pack has it. */
  getCitations(params: { readonly id: EntityId }): Citations | null;
  /** Put the spotter into the frame that asks; false where that holds an advertisement. */
  readFrame(params: { readonly frame: FrameFacts }): boolean;
  /** Say a word about cards to the tab's own document, to all its frames, or to one. */
  tellCards(params: { readonly to: 'top' | 'all' | number; readonly word: CardWord }): CardAnswer;
  /** Put the card's code into the frame that asks. */
  loadCard(params: Record<string, never>): null;
  /** Put the code for notes into the frame that asks. */
  loadNotes(params: Record<string, never>): null;
  /** Put the code for shadow roots into the frame that asks. */
  loadShadow(params: Record<string, never>): null;
  /** Put the code for notes on passages into the frame that asks, unless its site is off. */
  loadPassages(params: Record<string, never>): null;
  /** Put the code for the card of a passage into the frame that asks. */
  loadPassageCard(params: Record<string, never>): null;
  /** Keep which notes' passages were found on the asking page, and why others were not. */
  tellAnchors(params: {
    readonly anchors: readonly { readonly id: NoteId; readonly reason: OrphanReason | null }[];
  }): null;
  /** The reader's notes on one page, known by its address or by more, and those on entities everywhere. */
  getNotes(params: { readonly url: string; readonly page?: PageFacts }): readonly Note[];
  /** Keep a note; answered when it is on disk. */
  saveNote(params: { readonly draft: NoteDraft }): Note;
  /** Remove a note. The answer is the note as it was, for undo; null when it was gone already. */
  deleteNote(params: { readonly id: NoteId }): Note | null;
  /** Put a removed note back. */
  restoreNote(params: { readonly note: Note }): null;
  /** The settings that hold for the asking page. */
  getPageSettings(params: { readonly url: string }): PageSettings;
  /** The reader says that a name is not this entity: on the asking page, on its site, or everywhere. The answer is for undo. */
  correct(params: { readonly name: string; readonly entity: EntityId; readonly reach: Reach }): Correction;
  /** Take a correction back. */
  dropCorrection(params: { readonly correction: Correction }): null;
  /** A frame tells what it has marked. */
  reportMentions(params: { readonly counts: readonly MentionCount[] }): null;
  /** Open the page of all notes. */
  openNotesPage(params: Record<string, never>): null;
}

/** Calls that the background makes to the content script of one tab. */
export interface ContentCalls {
  /** Every mention of the frame in the order of its text, marked or not; none before `content/list.js` was sent there. */
  listMentions(params: Record<string, never>): readonly ListedMention[];
  /** How often the frame names which entities, as of now: asked when the tab may have changed its page or its frames. */
  countMentions(params: Record<string, never>): readonly MentionCount[];
  /** Whether the frame's page is left alone, and why. */
  pageState(params: Record<string, never>): PageState;
  /** Settings have changed: take them up at once. */
  settingsChanged(params: Record<string, never>): null;
  /** The tab has another address; whether the document shows another page then is for the content script to see. */
  addressChanged(params: Record<string, never>): null;
  /** Notes have changed somewhere: what is shown of them is stale. */
  notesChanged(params: Record<string, never>): null;
}

/** Calls that the background makes to the card's script, in a frame that has it. */
export interface CardCalls {
  /** A word from another frame of the tab. `zoom` is the reader's, of the whole page. */
  hear(params: { readonly word: CardWord; readonly from: number; readonly zoom: number }): CardAnswer;
}

/** Calls that the background makes to the script for notes on passages, in a frame that has it. */
export interface PassageCalls {
  /** Notes have changed somewhere. */
  notesChanged(params: Record<string, never>): null;
  /** Open a card to note what is selected; false where nothing is that could be noted. */
  noteSelection(params: Record<string, never>): boolean;
  /** Open a card with the notes on the page as a whole. */
  notePage(params: Record<string, never>): null;
}

/** Calls that the background makes to every frame, whether it is read or not. */
export interface FrameCalls {
  /** A document shows cards, and which; or none does any more. */
  cardsStand(params: { readonly by: number | null }): null;
}

export const ERROR_CODES = [
  'bad-request',
  'forbidden',
  'not-found',
  'storage',
  'internal',
  'unreachable',
  'orphaned',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that crosses contexts. What a reader reads of it comes from `_locales`, by its code. */
export class CallError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

export const ENVELOPE_TAG = 'glossator';
export const ENVELOPE_VERSION = 1;

/** Who hears in a tab. */
export type TabRecipient = 'content' | 'card' | 'frame' | 'passages';
export type Recipient = 'background' | TabRecipient;

export interface Envelope {
  readonly tag: typeof ENVELOPE_TAG;
  readonly version: number;
  readonly to: Recipient;
  readonly verb: string;
  readonly params: unknown;
}

export interface CallsOf {
  readonly background: BackgroundCalls;
  readonly content: ContentCalls;
  readonly card: CardCalls;
  readonly frame: FrameCalls;
  readonly passages: PassageCalls;
}

// biome-ignore lint/suspicious/noExplicitAny: the widest function type, to infer from
type AnyCall = (params: any) => unknown;

export type Verb<R extends Recipient> = keyof CallsOf[R] & string;
export type Params<R extends Recipient, V extends Verb<R>> = CallsOf[R][V] extends AnyCall
  ? Parameters<CallsOf[R][V]>[0]
  : never;
export type Answer<R extends Recipient, V extends Verb<R>> = CallsOf[R][V] extends AnyCall
  ? ReturnType<CallsOf[R][V]>
  : never;
