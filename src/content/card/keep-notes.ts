/** What a reader does with notes in a card, whichever card it is: each deed is asked of the background, and answers what came of it. */
import type { Note, NoteId } from '../../core/model.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { NoteDraft } from '../../protocol/messages.ts';

/** Ids of notes that are being written, by what they are about: saved again after a doubt, it is the same note. */
const newIds = new Map<string, NoteId>();

/** Resolves to the note as it is on disk, or null. `about` tells a new note from others that are being written. */
export async function keepNote(
  draft: Omit<NoteDraft, 'id'>,
  about: string,
  id?: NoteId,
): Promise<Note | null> {
  const known = id ?? newIds.get(about) ?? newNoteId();
  if (!id) newIds.set(about, known);
  const note = await done('saving a note', callBackground('saveNote', { draft: { ...draft, id: known } }));
  if (note && !id) newIds.delete(about);
  return note;
}

/** Resolves to the note as it was, or null where it was not removed. */
export async function dropNote(note: Note): Promise<Note | null> {
  const answer = await done(
    'deleting a note',
    callBackground('deleteNote', { id: note.id }).then((was) => ({ was })),
  );
  // A worker that died before it could answer has removed it all the same.
  return answer && (answer.was ?? note);
}

/** Resolves to whether the note is there again. */
export async function putBack(note: Note): Promise<boolean> {
  const answer = await done(
    'restoring a note',
    callBackground('restoreNote', { note }).then(() => true),
  );
  return answer !== null;
}

async function done<T>(deed: string, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    report(deed, error);
    return null;
  }
}

/** `crypto.randomUUID` is not there on pages without TLS. */
function newNoteId(): NoteId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `note-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` as NoteId;
}
