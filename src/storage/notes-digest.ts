/**
 * A digest of all notes: how many, and one number that changes with each. It follows every change without reading the
 * rest, since what a note adds to it is taken out by the same sum; so two stores can be compared at every start.
 */
import type { Note } from '../core/model.ts';
import { hashOf } from '../core/page/fingerprint.ts';

type Marked = Pick<Note, 'id' | 'modified'>;

export interface NotesDigest {
  readonly count: number;
  readonly sum: number;
}

export const NO_NOTES: NotesDigest = { count: 0, sum: 0 };

/** Digest of a set of notes. */
export function digestOf(notes: readonly Marked[]): NotesDigest {
  return notes.reduce((digest, note) => changed(digest, null, note), NO_NOTES);
}

/** The digest after one note has become another; null is none. */
export function changed(digest: NotesDigest, before: Marked | null, after: Marked | null): NotesDigest {
  return {
    count: digest.count + (after ? 1 : 0) - (before ? 1 : 0),
    sum: (digest.sum ^ (before ? markOf(before) : 0) ^ (after ? markOf(after) : 0)) >>> 0,
  };
}

export function isSameDigest(a: NotesDigest | null, b: NotesDigest | null): boolean {
  return a !== null && b !== null && a.count === b.count && a.sum === b.sum;
}

/** Every change of a note is later than the one before, so its time says which text it has. */
function markOf({ id, modified }: Marked): number {
  return hashOf(`${id} ${modified}`);
}
