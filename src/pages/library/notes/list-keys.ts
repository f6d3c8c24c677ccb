/** What the keys do while the focus is in a note of the list, and in no field. */
import type { NoteId } from '../../../core/model.ts';
import type { Row } from './rows.ts';

export type ListMove =
  /** To another row; with Shift it is selected, too. */
  | { readonly kind: 'go'; readonly to: number; readonly isChoosing: boolean }
  | { readonly kind: 'all' | 'none' }
  | { readonly kind: 'remove'; readonly id: NoteId };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The move that a key means in row `index`; null where it is the browser's. */
export function moveFor(key: Key, rows: readonly Row[], index: number): ListMove | null {
  const row = rows[index];
  const isWide = key.ctrlKey || key.metaKey;
  if (key.altKey || row?.kind !== 'note') return null;
  if (key.key === 'a' && isWide) return { kind: 'all' };
  if (isWide) return null;
  if (key.key === 'Escape') return { kind: 'none' };
  if (key.key === 'Delete') return { kind: 'remove', id: row.note.id };
  const step = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0;
  let to = index + step;
  while (rows[to]?.kind === 'head') to += step;
  return step !== 0 && rows[to] ? { kind: 'go', to, isChoosing: key.shiftKey } : null;
}
