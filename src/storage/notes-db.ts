/**
 * The reader's notes, in a database of their own that nothing but the reader empties. Every write is on disk before it is
 * acknowledged (`durability: 'strict'`).
 */
import { openDB } from 'idb';
import type { Note, NoteId } from '../core/model.ts';
import { pageKey } from '../core/page/page-key.ts';
import {
  MIGRATIONS,
  type Migration,
  migrate,
  type NoteRow,
  type NotesDb,
  type NotesSchema,
  type NotesUpgrade,
} from './notes-migrations.ts';

export const NOTES_DB = 'glossator-notes';

/** Earlier texts kept of one note. */
const VERSIONS_KEPT = 20;

export interface Notes {
  onPage(url: string): Promise<readonly Note[]>;
  all(): Promise<readonly Note[]>;
  get(id: NoteId): Promise<Note | null>;
  /** Writes a note; when the text of an earlier one changes, that text is kept among its versions. */
  put(note: Note): Promise<Note>;
  /** Removes a note and answers it as it was. */
  remove(id: NoteId): Promise<Note | null>;
  close(): void;
}

/** Opens the notes. Rejects, with the old version untouched, when an upgrade fails. */
export async function openNotes(
  onGone: () => void,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<Notes> {
  const db = await openDB<NotesSchema>(NOTES_DB, steps.length, {
    upgrade: (upgraded, from, _to, tx) => migrate(upgraded, tx as NotesUpgrade, from, steps),
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  return notesIn(db);
}

function notesIn(db: NotesDb): Notes {
  return {
    async onPage(url) {
      return (await db.getAllFromIndex('notes', 'byPage', pageKey(url))).map(withoutKey);
    },
    async all() {
      return (await db.getAll('notes')).map(withoutKey);
    },
    async get(id) {
      const row = await db.get('notes', id);
      return row ? withoutKey(row) : null;
    },
    async put(note) {
      const tx = db.transaction('notes', 'readwrite', { durability: 'strict' });
      const before = await tx.store.get(note.id);
      const row: NoteRow = {
        ...note,
        versions: before && before.body !== note.body ? versionsWith(before) : note.versions,
        pageKey: pageKey(note.target.url),
      };
      await tx.store.put(row);
      await tx.done;
      return withoutKey(row);
    },
    async remove(id) {
      const tx = db.transaction('notes', 'readwrite', { durability: 'strict' });
      const row = await tx.store.get(id);
      await tx.store.delete(id);
      await tx.done;
      return row ? withoutKey(row) : null;
    },
    close: () => db.close(),
  };
}

function versionsWith(before: Note): Note['versions'] {
  return [{ body: before.body, modified: before.modified }, ...before.versions].slice(0, VERSIONS_KEPT);
}

function withoutKey({ pageKey: _, ...note }: NoteRow): Note {
  return note;
}
