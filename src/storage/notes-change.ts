/** One change of the notes: a transaction that also keeps the digest and counts for the reminder to export; then the mirror. */
import type { IDBPObjectStore } from 'idb';
import type { Note, NoteId } from '../core/model.ts';
import { report } from '../platform/report.ts';
import { batches } from './batches.ts';
import { noteRow, withoutKeys } from './note-row.ts';
import { changed, NO_NOTES, type NotesDigest } from './notes-digest.ts';
import type { NoteRow, NotesCare, NotesDb, NotesSchema } from './notes-migrations.ts';
import type { NotesMirror } from './notes-mirror.ts';

export interface NotesChange {
  readonly put: readonly Note[];
  readonly remove: readonly NoteId[];
}

/** A change that is on disk. */
interface Applied {
  /** The change that undoes it. */
  readonly undo: NotesChange;
  /** Resolves when the mirror has followed, or cannot. */
  readonly mirrored: Promise<unknown>;
}

const NO_CARE: NotesCare = { changes: 0, exported: '' };

/** Writes a change. To be called under the lock, which is to be held until the mirror has followed. */
export async function applyChange(
  db: NotesDb,
  mirror: NotesMirror,
  { put, remove }: NotesChange,
): Promise<Applied> {
  const tx = db.transaction(['notes', 'state'], 'readwrite', { durability: 'strict' });
  const notes = tx.objectStore('notes');
  const state = tx.objectStore('state');
  const undo = { put: [] as Note[], remove: [] as NoteId[] };
  let digest = ((await state.get('digest')) as NotesDigest | undefined) ?? NO_NOTES;
  const care = ((await state.get('care')) as NotesCare | undefined) ?? NO_CARE;
  try {
    for (const ids of batches(remove, BATCH))
      for (const before of await Promise.all(ids.map((id) => taken(notes, id)))) {
        if (!before) continue;
        undo.put.push(withoutKeys(before));
        digest = changed(digest, before, null);
      }
    for (const some of batches(put, BATCH))
      for (const [before, note] of await Promise.all(some.map((note) => written(notes, note)))) {
        if (before) undo.put.push(withoutKeys(before));
        else undo.remove.push(note.id);
        digest = changed(digest, before ?? null, note);
      }
    await state.put(digest, 'digest');
    await state.put({ ...care, changes: care.changes + put.length + remove.length }, 'care');
    await tx.done;
  } catch (error) {
    tx.done.catch(() => {}); // told by what is thrown here
    try {
      tx.abort();
    } catch {} // it has ended already
    throw error;
  }
  // The notes are safe on disk; a mirror that is behind is seen by its digest when the notes are opened next.
  const mirrored = mirror
    .write(put, remove, digest)
    .catch((error) => report('mirroring a change of notes', error));
  return { undo, mirrored };
}

type Store = IDBPObjectStore<NotesSchema, ('notes' | 'state')[], 'notes', 'readwrite'>;

/** Removes a note; answers it as it was. Requests are done in the order in which they are made, so none is waited for. */
async function taken(notes: Store, id: NoteId): Promise<NoteRow | undefined> {
  const [before] = await Promise.all([notes.get(id), notes.delete(id)]);
  return before;
}

/** Writes a note; answers it with what stood there before. */
async function written(notes: Store, note: Note): Promise<readonly [NoteRow | undefined, Note]> {
  const [before] = await Promise.all([notes.get(note.id), notes.put(noteRow(note))]);
  return [before, note];
}

/** Requests made at once. */
const BATCH = 500;

export async function readCare(db: NotesDb): Promise<NotesCare> {
  return ((await db.get('state', 'care')) as NotesCare | undefined) ?? NO_CARE;
}
