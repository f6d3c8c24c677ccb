/**
 * What stands where in a compiled gazetteer: the constants that the builder writes by, the scan reads by and the codec
 * checks by. gazetteer.ts has the drawing.
 */

/** The base of the automaton's first state. Base 0 is the state without edges. */
export const ROOT = 1;

/** The label of an empty cell: no symbol has it. */
export const EMPTY_LABEL = 255;

/** Flags in a cell's second integer: a key ends with this edge; the edge leads to a tail. */
export const ACCEPT = 1;
export const TAIL = 2;

/** Empty cells behind the last one in use, so that `base + symbol` is inside for every base. */
export const MARGIN = 256;

/** A cell names the state or the tail that it leads to in 24 bits. */
export const MAX_CELLS = 2 ** 24;
export const MAX_TAIL_BYTES = 2 ** 24;

/** The longest key in code units: it bounds every walk, whatever bytes a gazetteer was read from. */
export const MAX_KEY_LENGTH = 512;

/** Integers in the set of first words, 32 bits each: beyond two million words it errs more often instead of growing. */
export const MAX_FIRST_WORDS = 2 ** 20;
