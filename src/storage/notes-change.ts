/** One change of the notes: a transaction that also keeps the digest and counts for the reminder to export; then the mirror. */
import type { Note, NoteId } from '../core/model.ts';
import { report } from '../platform/report.ts';
import { noteRow, withoutKeys } from './note-row.ts';
import { changed, NO_NOTES, type NotesDigest } from './notes-digest.ts';
import type { NotesCare, NotesDb } from './notes-migrations.ts';
import type { NotesMirror } from './notes-mirror.ts';

export interface NotesChange {
  readonly put: readonly Note[];
  readonly remove: readonly NoteId[];
}

const NO_CARE: NotesCare = { changes: 0, exported: '' };

/** Writes a change and answers the one that undoes it. To be called under the lock. */
export async function applyChange(
  db: NotesDb,
  mirror: NotesMirror,
  { put, remove }: NotesChange,
): Promise<NotesChange> {
  const tx = db.transaction(['notes', 'state'], 'readwrite', { durability: 'strict' });
  const notes = tx.objectStore('notes');
  const state = tx.objectStore('state');
  const undo = { put: [] as Note[], remove: [] as NoteId[] };
  let digest = ((await state.get('digest')) as NotesDigest | undefined) ?? NO_NOTES;
  const care = ((await state.get('care')) as NotesCare | undefined) ?? NO_CARE;
  try {
    for (const id of remove) {
      const before = await notes.get(id);
      if (!before) continue;
      undo.put.push(withoutKeys(before));
      digest = changed(digest, before, null);
      await notes.delete(id);
    }
    for (const note of put) {
      const before = await notes.get(note.id);
      if (before) undo.put.push(withoutKeys(before));
      else undo.remove.push(note.id);
      digest = changed(digest, before ?? null, note);
      await notes.put(noteRow(note));
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
  await mirror.write(put, remove, digest).catch((error) => report('mirroring a change of notes', error));
  return undo;
}

export async function readCare(db: NotesDb): Promise<NotesCare> {
  return ((await db.get('state', 'care')) as NotesCare | undefined) ?? NO_CARE;
}
