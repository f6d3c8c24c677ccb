import type { Note, NoteId } from '../core/model.ts';
import type { NoteDraft } from '../protocol/messages.ts';
import type { Notes } from '../storage/notes-db.ts';

/** Writes a draft as a note: a new one, or the next text of the one it names. Answered when it is on disk. */
export async function keepNote(notes: Notes, draft: NoteDraft, now: Date = new Date()): Promise<Note> {
  const modified = now.toISOString();
  const before = draft.id ? await notes.get(draft.id) : null;
  return notes.put({
    id: before?.id ?? (`note-${crypto.randomUUID()}` as NoteId),
    target: before?.target ?? draft.target,
    body: draft.body,
    tags: before?.tags ?? [],
    created: before?.created ?? modified,
    modified,
    versions: before?.versions ?? [],
  });
}
