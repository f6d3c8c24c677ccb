/**
 * Read this first: who may ask whom for what. One interface per direction; client, handlers and wire messages are derived
 * from them, so that a missing handler does not compile.
 */
import type { Citations } from '../core/card/citation.ts';
import type { Entry } from '../core/card/entry.ts';
import type {
  Density,
  EntityId,
  EntityType,
  MarkStyle,
  Mention,
  Note,
  NoteColour,
  NoteId,
  NoteKind,
  NoteTarget,
  PageFacts,
  Reason,
  TextBlock,
} from '../core/model.ts';
import type { PageNames } from '../core/page/page-names.ts';
import type { Correction, Reach } from '../core/spotting/corrections.ts';
import type { PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention, SpotAnswer } from '../core/spotting/spot.ts';

/** What a content script must know of the reader's settings. */
export interface PageSettings {
  /** False where the reader has switched this site off. */
  readonly enabled: boolean;
  readonly density: Density;
  readonly style: MarkStyle;
  /** What the page is read by: a table that every page would else carry. */
  readonly names: PageNames;
  /** Keys of mentions that the reader has called wrong here: they are not marked, listed or counted. */
  readonly silenced: readonly string[];
}

/** What a note is made of, before it has an id and a date. What is not given of an existing note stays as it is. */
export interface NoteDraft {
  /** Given when an existing note is changed. */
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
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Why a page has no marks, where that is not for want of mentions. */
export type PageState = 'ready' | 'loading' | 'off' | 'unsupported';

/** One tab, all its frames together. */
export interface PageSummary {
  readonly state: PageState;
  readonly site: string;
  readonly title: string;
  readonly total: number;
  readonly entities: readonly {
    readonly entity: EntityId;
    readonly labels: Readonly<Record<string, string>>;
    readonly type: EntityType;
    readonly count: number;
  }[];
}

/** Calls that content scripts and pages make to the background. */
export interface BackgroundCalls {
  /** Judge every mention in some blocks of page text. Offsets are UTF-16 code units in the block. */
  spot(params: { readonly blocks: readonly TextBlock[]; readonly evidence: PageEvidence }): SpotAnswer;
  /** Decide what was left open, now that more of the page is known. */
  settle(params: { readonly pending: readonly PendingMention[]; readonly evidence: PageEvidence }): {
    readonly mentions: readonly Mention[];
  };
  /** Everything a card shows about one entity, in the reader's language; null when no enabled pack has it. */
  getEntity(params: { readonly id: EntityId }): Entry | null;
  /** An entry with its sources, to be copied; null when no enabled pack has it. */
  getCitations(params: { readonly id: EntityId }): Citations | null;
  /** Put the card's code into the frame that asks. */
  loadCard(params: Record<string, never>): null;
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
  /** What the toolbar popup shows of a tab. Our own pages only. */
  getPageSummary(params: { readonly tab: number }): PageSummary;
  /** Switch a site on or off. Our own pages only. */
  setSiteEnabled(params: { readonly site: string; readonly enabled: boolean }): null;
  /** Choose how marks look, on all pages at once. Our own pages only. */
  setMarkStyle(params: { readonly style: MarkStyle }): null;
  /** Keep corrections beside those there are; answers how many were new. Our own pages only. */
  addCorrections(params: { readonly corrections: readonly Correction[] }): number;
  /** Tell everybody that notes have changed. Our own pages only. */
  announceNotes(params: Record<string, never>): null;
}

/** Calls that the background makes to the content script of one tab. */
export interface ContentCalls {
  /** Every mention of the frame in the order of its text, marked or not. */
  listMentions(params: Record<string, never>): readonly ListedMention[];
  /** How often the frame names which entities, as of now: asked when the tab may have changed its page or its frames. */
  countMentions(params: Record<string, never>): readonly MentionCount[];
  /** Settings have changed: take them up at once. */
  settingsChanged(params: Record<string, never>): null;
  /** Notes have changed somewhere: what is shown of them is stale. */
  notesChanged(params: Record<string, never>): null;
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

export type Recipient = 'background' | 'content';

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
