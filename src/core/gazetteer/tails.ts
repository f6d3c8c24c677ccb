/**
 * Once only one key is left on a path, the rest of it needs no states: it is written out as a tail, a run of symbols
 * closed by a 0, one byte each where a cell takes eight. Half the cells of a million names would be such rests. A tail
 * that is the end of a longer one is not written again: it begins inside it.
 */
import type { Automaton } from './automaton.ts';
import { MAX_TAIL_BYTES } from './layout.ts';

export interface Tails {
  /** All tails; the last byte is 0. */
  readonly bytes: Uint8Array;
  /** Where the tail of a state begins, for states that have one and are led to from one that has none. */
  readonly startOf: Int32Array;
}

/** Whether a state spells one word only, so that a tail stands for it. The root never does. */
export function isTail({ wordCount, root }: Automaton, state: number): boolean {
  return wordCount[state] === 1 && state !== root;
}

/** Writes the tails of an automaton, the longest first so that others can share their ends. */
export function writeTails(automaton: Automaton): Tails {
  const { edgeStart, edgeLabel, edgeTarget, stateCount } = automaton;
  const next = (state: number) => (edgeTarget[edgeStart[state] as number] as number) >>> 1;

  // Edges lead to smaller numbers, so lengths are known in ascending order.
  const length = new Int32Array(stateCount);
  const isHead = new Uint8Array(stateCount);
  for (let state = 1; state < stateCount; state++) {
    if (isTail(automaton, state)) {
      length[state] = 1 + (length[next(state)] as number);
      continue;
    }
    for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
      const target = (edgeTarget[edge] as number) >>> 1;
      if (isTail(automaton, target)) isHead[target] = 1;
    }
  }
  const heads: number[] = [];
  for (let state = 1; state < stateCount; state++) if (isHead[state] === 1) heads.push(state);
  heads.sort((a, b) => (length[b] as number) - (length[a] as number) || a - b);

  const startOf = new Int32Array(stateCount).fill(-1);
  const written: number[] = [];
  let size = 0;
  for (const head of heads) {
    if (startOf[head] !== -1) continue;
    for (let state = head; state !== 0; state = next(state)) {
      if (startOf[state] === -1) startOf[state] = size;
      size++;
    }
    size++;
    written.push(head);
  }
  if (size >= MAX_TAIL_BYTES) {
    throw new RangeError(
      `The keys need ${size} bytes of tails and ${MAX_TAIL_BYTES} is the most: split the pack.`,
    );
  }
  const bytes = new Uint8Array(size + 1);
  let at = 0;
  for (const head of written) {
    for (let state = head; state !== 0; state = next(state)) {
      bytes[at++] = edgeLabel[edgeStart[state] as number] as number;
    }
    at++;
  }
  return { bytes, startOf };
}
