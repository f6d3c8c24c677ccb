import type { NoteId } from '../../core/model.ts';

/** An id for a note that is being written. `crypto.randomUUID` is not there on pages without TLS. */
export function newNoteId(): NoteId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `note-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` as NoteId;
}
