/**
 * The reader's notes: their form, and every step that ever led to it. Append-only: a released step is never changed. The
 * number of steps is the version of the database. Prefer steps without `await`: a transaction lives only while requests
 * are made on it.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Note } from '../core/model.ts';
import { modernNote } from './note-forms.ts';
import { noteRow } from './note-row.ts';
import { digestOf, type NotesDigest } from './notes-digest.ts';

export interface NoteRow extends Note {
  /** Every key that the note's page goes by. Derived from the target, as are the others; can be computed anew at any time. */
  readonly pageKeys: readonly string[];
}

/** How many changes the reader has made that no export has. */
export interface NotesCare {
  readonly changes: number;
  /** When notes were last exported, or ''. */
  readonly exported: string;
}

export interface NotesSchema extends DBSchema {
  notes: {
    key: string;
    value: NoteRow;
    indexes: { byPage: string; byEntity: string; byModified: string };
  };
  /** `digest` of all notes, and `care`. */
  state: { key: string; value: NotesDigest | NotesCare };
}

export type NotesDb = IDBPDatabase<NotesSchema>;
export type NotesUpgrade = IDBPTransaction<NotesSchema, ('notes' | 'state')[], 'versionchange'>;

export type Migration = (db: NotesDb, tx: NotesUpgrade) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  // 0.1.0 to 0.4.0
  (db) => {
    const notes = db.createObjectStore('notes', { keyPath: 'id' });
    // As it was called then.
    notes.createIndex('byPage', 'pageKey');
    notes.createIndex('byEntity', 'target.entity');
    notes.createIndex('byModified', 'modified');
  },
  // 0.5.0: kinds, colours, versions with tags, and more than one key for a page.
  async (db, tx) => {
    const state = db.createObjectStore('state');
    const notes = tx.objectStore('notes');
    notes.deleteIndex('byPage');
    notes.createIndex('byPage', 'pageKeys', { multiEntry: true });
    const all: Note[] = [];
    for (let cursor = await notes.openCursor(); cursor; cursor = await cursor.continue()) {
      const note = modernNote(cursor.value);
      all.push(note);
      await cursor.update(noteRow(note));
    }
    await state.put(digestOf(all), 'digest');
  },
];

/**
 * Runs the steps after `from`. A step that fails takes the whole upgrade with it: an upgrade that rejects after an `await`
 * would otherwise be committed half done, and the database would open at the new version.
 */
export async function migrate(
  db: NotesDb,
  tx: NotesUpgrade,
  from: number,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  try {
    for (const step of steps.slice(from)) {
      const pending = step(db, tx);
      if (pending) await pending;
    }
  } catch (error) {
    tx.done.catch(() => {}); // the abort below is told by openDB's own rejection
    tx.abort();
    throw error;
  }
}
