/** The whole table of pages. */
import { LIVING_ROWS } from './living-rows.ts';
import { MANNERS_ROWS } from './manners-rows.ts';
import { NOTE_ROWS } from './note-rows.ts';
import { POINTER_ROWS } from './pointer-rows.ts';
import type { Row } from './row.ts';
import { SHADOW_ROWS } from './shadow-rows.ts';
import { TEXT_ROWS } from './text-rows.ts';

export const ALL_ROWS: readonly Row[] = [
  ...TEXT_ROWS,
  ...LIVING_ROWS,
  ...POINTER_ROWS,
  ...MANNERS_ROWS,
  ...SHADOW_ROWS,
  ...NOTE_ROWS,
];
