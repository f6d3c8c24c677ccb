/** Choosing many: one by one, or all from the last one to this. */
import type { NoteId } from '../../../core/model.ts';
import type { Row } from './rows.ts';

/** What is chosen after a row was; `from` is the other end of a range, or -1. */
export function chosenAfter(
  chosen: ReadonlySet<NoteId>,
  rows: readonly Row[],
  index: number,
  from: number,
  isChosen: boolean,
): ReadonlySet<NoteId> {
  const next = new Set(chosen);
  const [first, last] = from < 0 ? [index, index] : [Math.min(index, from), Math.max(index, from)];
  for (const row of rows.slice(first, last + 1)) {
    if (row.kind === 'head') continue;
    if (isChosen) next.add(row.note.id);
    else next.delete(row.note.id);
  }
  return next;
}
