/** When a reader is reminded to export: after many changes, and, once put off, after as many more. */
import { REMIND_AFTER } from '../../../ui/ExportReminder.tsx';

const KEY = 'export-put-off-at';

/** `putOffAt`: the changes there were when the reader said “not now”. An export sets the changes back to none. */
export function isDue(changes: number, putOffAt: number): boolean {
  return changes - (putOffAt <= changes ? putOffAt : 0) >= REMIND_AFTER;
}

export const readPutOff = () => Number(localStorage.getItem(KEY) ?? 0);
export const putOff = (changes: number) => localStorage.setItem(KEY, String(changes));
