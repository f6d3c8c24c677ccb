/**
 * The smallest automaton that spells a sorted list of words, made word by word (Daciuk et al. 2000): when the next word
 * leaves the path of the one before, the states left behind can no longer change, so each is exchanged for an equal one
 * that is already there, or kept. "Accept" stands on edges, not states, which lets more of them be equal.
 *
 * States are numbers; state 0 has no edges. An edge is two numbers in flat arrays: a label, and a target with "a word
 * ends here" as its lowest bit. States are finished deepest first, so an edge always leads to a smaller number.
 */

/** The finished automaton. The edges of state `s` are `edgeStart[s]` to `edgeStart[s + 1]`, by ascending label. */
export interface Automaton {
  readonly root: number;
  readonly stateCount: number;
  readonly edgeCount: number;
  readonly edgeStart: Int32Array;
  readonly edgeLabel: Uint8Array;
  readonly edgeTarget: Int32Array;
  /** How many words each state spells. */
  readonly wordCount: Int32Array;
}

/** Room for the edges of one state still open: labels are below 256. */
const FAN = 256;

/** Builds the automaton of words whose units are symbols 1 to 254, sorted, each once. */
export function buildAutomaton(words: readonly string[], onWord: (done: number) => void): Automaton {
  let deepest = 0;
  for (const word of words) deepest = Math.max(deepest, word.length);

  // The path of the word before: the open edges of each depth.
  const openCount = new Int32Array(deepest + 1);
  const openLabel = new Uint8Array((deepest + 1) * FAN);
  const openTarget = new Int32Array((deepest + 1) * FAN);

  let edgeStart = new Int32Array(1024);
  let edgeLabel = new Uint8Array(4096);
  let edgeTarget = new Int32Array(4096);
  let wordCount = new Int32Array(1024);
  let hashes = new Int32Array(1024);
  let stateCount = 1;
  let edgeCount = 0;

  // Finished states by hash of their edges, open addressing, 0 is empty.
  let table = new Int32Array(4096);

  const finish = (depth: number): number => {
    const count = openCount[depth] as number;
    if (count === 0) return 0;
    openCount[depth] = 0;
    const from = depth * FAN;
    let hash = count;
    for (let k = 0; k < count; k++) {
      hash = Math.imul(hash ^ (openLabel[from + k] as number), 0x01000193);
      hash = Math.imul(hash ^ (openTarget[from + k] as number), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    let slot = hash & (table.length - 1);
    for (; table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
      const state = table[slot] as number;
      if (hashes[state] !== hash) continue;
      const start = edgeStart[state] as number;
      if ((edgeStart[state + 1] as number) - start !== count) continue;
      let k = 0;
      while (
        k < count &&
        edgeLabel[start + k] === openLabel[from + k] &&
        edgeTarget[start + k] === openTarget[from + k]
      ) {
        k++;
      }
      if (k === count) return state;
    }

    const state = stateCount++;
    if (stateCount + 1 > edgeStart.length) {
      edgeStart = grown(edgeStart, Int32Array);
      wordCount = grown(wordCount, Int32Array);
      hashes = grown(hashes, Int32Array);
    }
    if (edgeCount + count > edgeLabel.length) {
      edgeLabel = grown(edgeLabel, Uint8Array);
      edgeTarget = grown(edgeTarget, Int32Array);
    }
    let spelled = 0;
    for (let k = 0; k < count; k++) {
      const target = openTarget[from + k] as number;
      edgeLabel[edgeCount + k] = openLabel[from + k] as number;
      edgeTarget[edgeCount + k] = target;
      spelled += (target & 1) + (wordCount[target >>> 1] as number);
    }
    edgeCount += count;
    edgeStart[state + 1] = edgeCount;
    wordCount[state] = spelled;
    hashes[state] = hash;
    table[slot] = state;
    if (stateCount * 2 > table.length) table = rehashed(table.length * 2, hashes, stateCount);
    return state;
  };

  /** Finishes the open states below `depth` and hangs each on the last edge of the one above it. */
  const finishBelow = (depth: number, reached: number): void => {
    for (let d = reached; d > depth; d--) {
      const edge = (d - 1) * FAN + (openCount[d - 1] as number) - 1;
      openTarget[edge] = (finish(d) << 1) | ((openTarget[edge] as number) & 1);
    }
  };

  let before = '';
  for (let n = 0; n < words.length; n++) {
    const word = words[n] as string;
    let shared = 0;
    while (shared < before.length && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++;
    finishBelow(shared, before.length);
    for (let d = shared; d < word.length; d++) {
      const edge = d * FAN + (openCount[d] as number);
      openLabel[edge] = word.charCodeAt(d);
      openTarget[edge] = d === word.length - 1 ? 1 : 0;
      openCount[d] = (openCount[d] as number) + 1;
    }
    before = word;
    onWord(n + 1);
  }
  finishBelow(0, before.length);
  const root = finish(0);
  return { root, stateCount, edgeCount, edgeStart, edgeLabel, edgeTarget, wordCount };
}

function grown<T extends Int32Array | Uint8Array>(array: T, make: new (length: number) => T): T {
  const larger = new make(array.length * 2);
  larger.set(array);
  return larger;
}

function rehashed(length: number, hashes: Int32Array, stateCount: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(length);
  for (let state = 1; state < stateCount; state++) {
    let slot = (hashes[state] as number) & (length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (length - 1);
    table[slot] = state;
  }
  return table;
}
