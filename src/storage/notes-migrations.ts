/**
 * The reader's notes: their form, and every step that ever led to it. Append-only: a released step is never changed. The
 * number of steps is the version of the database. Prefer steps without `await`: a transaction lives only while requests
 * are made on it.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Note } from '../core/model.ts';

export interface NoteRow extends Note {
  /** Derived from the target's address; can be computed anew at any time. */
  readonly pageKey: string;
}

export interface NotesSchema extends DBSchema {
  notes: {
    key: string;
    value: NoteRow;
    indexes: { byPage: string; byEntity: string; byModified: string };
  };
}

export type NotesDb = IDBPDatabase<NotesSchema>;
export type NotesUpgrade = IDBPTransaction<NotesSchema, 'notes'[], 'versionchange'>;

export type Migration = (db: NotesDb, tx: NotesUpgrade) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    const notes = db.createObjectStore('notes', { keyPath: 'id' });
    notes.createIndex('byPage', 'pageKey');
    notes.createIndex('byEntity', 'target.entity');
    notes.createIndex('byModified', 'modified');
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
