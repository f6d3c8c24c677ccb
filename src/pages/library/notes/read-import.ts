/** A file of notes, read: what it would do to those that are here. Nothing is written. */
import { type ImportPlan, planImport } from '../../../core/formats/merge-notes.ts';
import { type NotesRead, type Problem, readNotes } from '../../../core/formats/read-notes.ts';
import type { Note } from '../../../core/model.ts';
import { VERSIONS_KEPT } from '../../../storage/note-versions.ts';

/** Bytes. Browsers hold no string of more than half a gigabyte. */
const BIGGEST = 400_000_000;

export type ImportError = Extract<NotesRead, { ok: false }>['error'] | 'too-big' | 'unreadable';

export type ImportRead =
  | { readonly ok: true; readonly notes: readonly Note[]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: ImportError };

export async function readImport(file: Blob, now: Date): Promise<ImportRead> {
  if (file.size > BIGGEST) return { ok: false, error: 'too-big' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, error: 'unreadable' }; // moved, or not to be read by us
  }
  return readNotes(text, now);
}

export function planned(own: readonly Note[], incoming: readonly Note[]): ImportPlan {
  return planImport(new Map(own.map((note) => [note.id, note])), incoming, VERSIONS_KEPT);
}
