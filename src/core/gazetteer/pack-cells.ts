/**
 * Lays an automaton out in cells (see gazetteer.ts): finds each state a base such that the cells `base + label` of all
 * its edges are free, and no other state has that base. States with many edges go first, while there is room for their
 * pattern; those with one edge fill the holes. 32 bases are tried at once: one bit each in a map of taken cells, the map
 * shifted by each label and the shifted words or-ed together, so that a zero bit is a base that fits.
 */
import type { Automaton } from './automaton.ts';
import { EMPTY_LABEL, MARGIN, MAX_CELLS, ROOT, TAIL } from './layout.ts';
import { isTail, type Tails } from './tails.ts';

/**
 * How many windows of 32 bases a search may fail in before those behind it are given up for states of that many edges.
 * 64 leaves 1 % of cells empty on WordNet; more windows gain little and cost time.
 */
const PATIENCE = 64;

/** The cells of an automaton, two integers each, with the root at `ROOT`. States with a tail have no cells. */
export function packCells(
  automaton: Automaton,
  tails: Tails,
  onState: (done: number, total: number) => void,
): Int32Array {
  const { edgeStart, edgeLabel, edgeTarget, wordCount, stateCount, root } = automaton;
  const bases = new Int32Array(stateCount);
  const room = new Room(automaton.edgeCount);
  if (root !== 0) {
    room.take(ROOT, edgeLabel, edgeStart[root] as number, edgeStart[root + 1] as number);
    bases[root] = ROOT;
  }
  let done = 0;
  let width = 0;
  let from = 0;
  for (const state of widestFirst(automaton)) {
    onState(++done, stateCount);
    if (state === 0 || state === root || isTail(automaton, state)) continue;
    const first = edgeStart[state] as number;
    const last = edgeStart[state + 1] as number;
    if (last - first !== width) {
      width = last - first;
      from = 0;
    }
    const window = room.find(edgeLabel, first, last, from);
    from = Math.max(room.searchedFrom, window - PATIENCE);
    bases[state] = room.foundBase;
    room.take(room.foundBase, edgeLabel, first, last);
  }

  const length = room.end + MARGIN;
  if (length > MAX_CELLS) {
    throw new RangeError(`The keys need ${length} cells and ${MAX_CELLS} can be addressed: split the pack.`);
  }
  const cells = new Int32Array(length * 2);
  for (let cell = 0; cell < length; cell++) cells[cell * 2] = EMPTY_LABEL;
  for (let state = 1; state < stateCount; state++) {
    if (isTail(automaton, state)) continue;
    let rank = 0;
    for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
      const label = edgeLabel[edge] as number;
      const target = (edgeTarget[edge] as number) >>> 1;
      const accept = (edgeTarget[edge] as number) & 1;
      const at = ((bases[state] as number) + label) * 2;
      const hasTail = isTail(automaton, target);
      const to = (hasTail ? tails.startOf[target] : bases[target]) as number;
      cells[at] = (to << 8) | label;
      cells[at + 1] = (rank << 2) | (hasTail ? TAIL : 0) | accept;
      rank += accept + (wordCount[target] as number);
    }
  }
  return cells;
}

/** All states, those with most edges first, then in the order they were finished: neighbours on a path stay close. */
function widestFirst({ edgeStart, stateCount }: Automaton): Int32Array {
  const starts = new Int32Array(258);
  const widthOf = (state: number) => (edgeStart[state + 1] as number) - (edgeStart[state] as number);
  for (let state = 0; state < stateCount; state++) {
    const slot = 256 - widthOf(state) + 1;
    starts[slot] = (starts[slot] as number) + 1;
  }
  for (let slot = 1; slot < starts.length; slot++) {
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  }
  const order = new Int32Array(stateCount);
  for (let state = 0; state < stateCount; state++) {
    const slot = 256 - widthOf(state);
    order[starts[slot] as number] = state;
    starts[slot] = (starts[slot] as number) + 1;
  }
  return order;
}

/** Which cells and which bases are taken, a bit each. */
class Room {
  /** The last cell taken, plus one. */
  end = ROOT;
  foundBase = 0;
  /** The window in which the last search began in earnest: those before it, from where it was asked to look, are full. */
  searchedFrom = 0;
  #cells: Int32Array;
  #bases: Int32Array;

  constructor(edgeCount: number) {
    const words = (edgeCount >>> 4) + 64;
    this.#cells = new Int32Array(words);
    this.#bases = new Int32Array(words);
    this.#bases[0] = 1; // Base 0 is the state without edges.
  }

  /** Looks for a base from a window of 32 on; answers the window it is in and leaves it in `foundBase`. */
  find(labels: Uint8Array, first: number, last: number, from: number): number {
    let window = from;
    while (this.#bases[window] === -1) window++; // No base of this window is left.
    this.searchedFrom = window;
    for (; ; window++) {
      if (window + 16 > this.#cells.length) this.#grow();
      const cells = this.#cells;
      let taken = this.#bases[window] as number;
      for (let edge = first; edge < last && taken !== -1; edge++) {
        const label = labels[edge] as number;
        const word = window + (label >>> 5);
        const shift = label & 31;
        taken |= (cells[word] as number) >>> shift;
        if (shift !== 0) taken |= (cells[word + 1] as number) << (32 - shift);
      }
      if (taken === -1) continue;
      const free = ~taken;
      this.foundBase = window * 32 + (31 - Math.clz32(free & -free));
      return window;
    }
  }

  take(base: number, labels: Uint8Array, first: number, last: number): void {
    this.#bases[base >>> 5] = (this.#bases[base >>> 5] as number) | (1 << (base & 31));
    for (let edge = first; edge < last; edge++) {
      const cell = base + (labels[edge] as number);
      this.#cells[cell >>> 5] = (this.#cells[cell >>> 5] as number) | (1 << (cell & 31));
      this.end = Math.max(this.end, cell + 1);
    }
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
    const bases = new Int32Array(this.#bases.length * 2);
    bases.set(this.#bases);
    this.#bases = bases;
  }
}
