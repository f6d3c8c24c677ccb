/**
 * What a reader of a foreign record has found, before it is a note, and what is wrong with it. A record that has no page or is
 * beyond all measure is left out; what else does not fit is left out of the note, and both are told with their place.
 */

import {
  NOTE_COLOURS,
  type Note,
  type NoteColour,
  type NoteId,
  type NoteKind,
  type NoteTarget,
  type NoteVersion,
} from '../note.ts';
import { kindOf } from '../note-kind.ts';
import { hashOf } from '../page/fingerprint.ts';

/** As much as the notes' storage takes from anybody. */
export const LONGEST_BODY = 2_000_000;
export const MOST_TAGS = 10_000;
/** Of an address, a title, a tag. */
export const LONGEST_LINE = 65_536;

export const PROBLEM_REASONS = [
  'not-a-note',
  'no-page',
  'too-long',
  'too-many-tags',
  'bad-id',
  'bad-date',
  'several-targets',
  'selector-unknown',
  'body-elsewhere',
  'cut-off',
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

export interface Remark {
  /** Where in the record: `target.selector[2]`; '' is the record itself. */
  readonly path: string;
  readonly reason: ProblemReason;
}

/** One record read: a note with what of the record it lacks, or none with the reason why. */
export interface RecordRead {
  readonly note: Note | null;
  readonly remarks: readonly Remark[];
}

export interface NoteParts {
  readonly id: NoteId | null;
  readonly kind?: NoteKind | undefined;
  readonly target: NoteTarget;
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour?: NoteColour | undefined;
  /** ISO 8601, or null where there is none that can be read. */
  readonly created: string | null;
  readonly modified: string | null;
  readonly versions?: readonly NoteVersion[];
  readonly orphan?: Note['orphan'];
}

/** A note of its parts; a record without id or time gets an id by what it says, so that it comes twice as one. */
export function noteOf(parts: NoteParts, remarks: readonly Remark[], now: Date): RecordRead {
  const { target, body, tags, versions = [] } = parts;
  const refused = (path: string, reason: ProblemReason) => ({ note: null, remarks: [{ path, reason }] });
  if (body.length > LONGEST_BODY) return refused('body', 'too-long');
  if (tags.length > MOST_TAGS) return refused('body', 'too-many-tags');
  if ([target.url, target.title, ...tags].some((line) => line.length > LONGEST_LINE))
    return refused('', 'too-long');
  const created = parts.created ?? parts.modified ?? now.toISOString();
  const note: Note = {
    id: parts.id ?? (`note-${hashOf(`${target.url}\n${body}`)}-${hashOf(JSON.stringify(target))}` as NoteId),
    kind: parts.kind ?? kindOf(target),
    target,
    body,
    tags,
    colour: parts.colour ?? NOTE_COLOURS[0],
    created,
    modified: parts.modified ?? created,
    versions,
    ...(parts.orphan ? { orphan: parts.orphan } : {}),
  };
  return { note, remarks };
}

/** The time as our notes write it, or null. */
export function timeOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
