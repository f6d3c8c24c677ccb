import type { NoteKind, NoteTarget } from './note.ts';

/** What kind a note is by what it is about. */
export function kindOf({ entity, selectors }: Pick<NoteTarget, 'entity' | 'selectors'>): NoteKind {
  if (entity) return selectors.length > 0 ? 'mention' : 'entity';
  return selectors.length > 0 ? 'passage' : 'page';
}
