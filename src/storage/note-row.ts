/** What is stored of a note beside what the reader wrote: keys to find it by, derived from what it is about. */
import type { Note } from '../core/model.ts';
import { pageKeys, siteKey } from '../core/page/page-identity.ts';
import type { NoteRow } from './notes-migrations.ts';

/** The key of notes that belong to no page alone. */
export const EVERYWHERE = 'everywhere';

export function noteRow(note: Note): NoteRow {
  const { target, kind } = note;
  return {
    ...note,
    pageKeys: [...pageKeys(target), siteKey(target.url), ...(kind === 'entity' ? [EVERYWHERE] : [])],
  };
}

export function withoutKeys({ pageKeys: _, ...note }: NoteRow): Note {
  return note;
}
