/** A change that was made, and how to take it back without taking away what was written since. */
import type { Note, NoteId } from '../../../core/model.ts';
import type { NotesChange } from '../../../storage/notes-db.ts';

export interface Done {
  readonly made: NotesChange;
  /** The change that undoes it, as things were then. */
  readonly back: NotesChange;
}

/** What of a change can still be taken back: of each note that is as the change left it, here or in another tab. */
export function stillBack({ made, back }: Done, now: readonly Note[]): NotesChange {
  const left = new Map<NoteId, string>(made.put.map(({ id, modified }) => [id, modified]));
  const here = new Map<NoteId, string>(now.map(({ id, modified }) => [id, modified]));
  const isAsLeft = (id: NoteId) => here.get(id) === left.get(id);
  return { put: back.put.filter(({ id }) => isAsLeft(id)), remove: back.remove.filter(isAsLeft) };
}
