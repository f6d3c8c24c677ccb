import type { Note, NoteId } from '../core/model.ts';
import type { NoteDraft } from '../protocol/messages.ts';
import { FIRST_COLOUR, kindOf } from '../storage/note-forms.ts';
import type { Notes } from '../storage/notes-db.ts';

/** Writes a draft as a note: a new one, or the next text of the one it names. Once, however often it is asked for. */
export async function keepNote(
  notes: Pick<Notes, 'get' | 'put'>,
  draft: NoteDraft,
  now: Date = new Date(),
): Promise<Note> {
  const modified = now.toISOString();
  const before = draft.id ? await notes.get(draft.id) : null;
  return notes.put({
    ...(before?.orphan ? { orphan: before.orphan } : {}),
    ...(before?.isPrivate ? { isPrivate: true } : {}),
    id: draft.id ?? (`note-${crypto.randomUUID()}` as NoteId),
    kind: before?.kind ?? draft.kind ?? kindOf(draft.target),
    target: before?.target ?? draft.target,
    body: draft.body,
    tags: draft.tags ?? before?.tags ?? [],
    colour: draft.colour ?? before?.colour ?? FIRST_COLOUR,
    created: before?.created ?? modified,
    modified,
    versions: before?.versions ?? [],
  });
}
