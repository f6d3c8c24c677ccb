/** What the reader has asked to see of the notes. */
import type { Note, NoteColour } from '../../../core/model.ts';

export interface Filter {
  /** Words, as they were typed. */
  readonly query: string;
  readonly colour: NoteColour | null;
  readonly tag: string | null;
  /** Only those whose passage is not found. */
  readonly orphans: boolean;
}

export const ALL_NOTES: Filter = { query: '', colour: null, tag: null, orphans: false };

/** Whether a note fits all but the words, which are looked for by `search-notes.ts`. */
export function fits(note: Note, { colour, tag, orphans }: Filter): boolean {
  return (
    (!colour || note.colour === colour) &&
    (tag === null || note.tags.includes(tag)) &&
    (!orphans || note.orphan !== undefined)
  );
}

/** Every tag, the most used first. */
export function tagsByUse(notes: readonly Note[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { tags } of notes) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
}
