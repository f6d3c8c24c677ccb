/**
 * An index of names that finds every one of them in a text in a single pass. It is an automaton whose paths spell the
 * keys, with shared beginnings and shared endings stored once (a DAWG), packed into one array of cells: a state is a
 * number, its base, and the edge that reads symbol `s` stands in cell `base + s`.
 *
 *     cell    label : 8      the symbol, or 255 where the cell is empty
 *             to    : 24     the state that the edge leads to, or where its tail begins
 *     and     accept : 1     a key ends here
 *             tail  : 1      only one key goes on from here, and the rest of it is a tail: see tails.ts
 *             rank  : 30     how many keys of the state come before those of this edge
 *
 * Bases are unique, so a label that fits proves that the cell belongs to the state: no parent need be stored. Adding up
 * ranks along a path numbers the keys 0 to n-1 without a table (Lucchesi and Kowaltowski 1993), and `keyOf` turns a
 * number back into its key. Walks begin only where a word may start; that is what makes a scan fast.
 */
import { CHARACTER_CLASS, classOfUnit, EDGE, isWordEnd, stepOfWord } from '../text/boundary.ts';
import { keyOfSymbols, SYMBOLS, tabulateCodes } from './alphabet.ts';
import { HASH_FACTOR, shiftOf } from './first-words.ts';
import * as layout from './layout.ts';

// Constants of this module, which engines fold; those of others are looked up at each use, a third of the scan's time.
const { none, unsegmented } = CHARACTER_CLASS;
const classes = classOfUnit;
const steps = stepOfWord;
const edge = EDGE;
const factor = HASH_FACTOR;
const { ROOT, ACCEPT, TAIL } = layout;

/** What a gazetteer consists of, as the builder makes it and the codec writes it. */
export interface GazetteerParts {
  /** Number of keys. */
  readonly size: number;
  /** Length of the longest key in code units. */
  readonly longest: number;
  /** The code units that keys use, commonest first. */
  readonly units: Uint16Array;
  /** Two integers a cell; every base is at least 255 cells short of the end, so no walk reads outside. */
  readonly cells: Int32Array;
  /** The rests of keys that share no more states; see tails.ts. The last byte is 0, so every tail ends inside. */
  readonly tails: Uint8Array;
  /** The words that keys begin with: see first-words.ts. */
  readonly firstWords: Int32Array;
}

/** A compiled set of keys. Make one with `buildGazetteer` or `decodeGazetteer`. */
export class Gazetteer implements GazetteerParts {
  readonly size: number;
  readonly longest: number;
  readonly units: Uint16Array;
  readonly cells: Int32Array;
  readonly tails: Uint8Array;
  readonly firstWords: Int32Array;
  /** See alphabet.ts. Derived from `units`. */
  readonly codes: Uint16Array;

  constructor(parts: GazetteerParts) {
    this.size = parts.size;
    this.longest = parts.longest;
    this.units = parts.units;
    this.cells = parts.cells;
    this.tails = parts.tails;
    this.firstWords = parts.firstWords;
    this.codes = tabulateCodes(parts.units);
  }

  /** The id of a key, 0 to `size - 1`, or -1 where it is none of the keys. Ids follow no order that can be relied on. */
  idOf(key: string): number {
    let found = -1;
    walkFrom(this, key, 0, (end, id) => {
      if (end === key.length) found = id;
    });
    return found;
  }

  /** The key that has an id. */
  keyOf(id: number): string {
    if (!Number.isInteger(id) || id < 0 || id >= this.size) {
      throw new RangeError(`No key has the id ${id}: ids run from 0 to ${this.size - 1}.`);
    }
    return spell(this, id);
  }

  /** Every key, in the order of ids. */
  *keys(): IterableIterator<string> {
    for (let id = 0; id < this.size; id++) yield spell(this, id);
  }
}

/**
 * Reports every key that stands in folded text between a legal start and a legal end, by start, then by end. Keys that
 * overlap or hold one another are all reported.
 */
export function scanGazetteer(
  gazetteer: Gazetteer,
  text: string,
  onHit: (start: number, end: number, keyId: number) => void,
): void {
  const { firstWords } = gazetteer;
  const shift = shiftOf(firstWords);
  const length = text.length;
  let run: number = none;
  let start = 0;
  let hash = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const unitClass = classes[unit] as number;
    // Inside a word, or between words: most units by far.
    if (unitClass === run && run !== unsegmented) {
      hash = Math.imul(hash ^ unit, factor);
      continue;
    }
    const step = steps[(run << 4) | unitClass] as number;
    if (step >= edge) {
      if (run !== none && hasBit(firstWords, hash >>> shift)) reportKeys(gazetteer, text, start, i, onHit);
      start = i;
      hash = 0;
    }
    run = step & 15;
    hash = Math.imul(hash ^ unit, factor);
  }
  if (run !== none && hasBit(firstWords, hash >>> shift)) reportKeys(gazetteer, text, start, length, onHit);
}

function hasBit(set: Int32Array, bit: number): boolean {
  return (((set[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
}

/**
 * Reports every key that text has at `start`, shortest first, wherever it ends: the way in for callers with rules of
 * their own about starts and ends (plurals, possessives, proclitics). `isWordStart` and `isWordEnd` are the usual ones.
 */
export function walkFrom(
  gazetteer: Gazetteer,
  text: string,
  start: number,
  onPrefix: (end: number, keyId: number) => void,
): void {
  reportKeys(gazetteer, text, start, ANYWHERE, (_, end, id) => onPrefix(end, id));
}

/** In place of the end of a word: keys may end anywhere. */
const ANYWHERE = -1;

/** Walks from `start` and reports the keys that end where the first word of the text does, or later, legally. */
function reportKeys(
  gazetteer: Gazetteer,
  text: string,
  start: number,
  wordEnd: number,
  onHit: (start: number, end: number, keyId: number) => void,
): void {
  const { cells, codes, size } = gazetteer;
  const limit = Math.min(text.length, start + gazetteer.longest);
  let base = ROOT;
  let id = 0;
  for (let i = start; i < limit; ) {
    const code = codes[text.charCodeAt(i)] as number;
    let at = (base + (code & 255)) << 1;
    let cell = cells[at] as number;
    if ((cell & 255) !== (code & 255)) return;
    base = cell >>> 8;
    let more = cells[at + 1] as number;
    let trail = code >>> 8;
    if (trail !== 0 && (more & TAIL) === 0) {
      id += more >>> 2;
      at = (base + trail) << 1;
      cell = cells[at] as number;
      if ((cell & 255) !== trail) return;
      base = cell >>> 8;
      more = cells[at + 1] as number;
      trail = 0;
    }
    id += more >>> 2;
    i++;
    if ((more & ACCEPT) !== 0) {
      if (mayEndAt(text, i, wordEnd) && id < size) onHit(start, i, id);
      id++;
    }
    if ((more & TAIL) !== 0) {
      const end = followTail(gazetteer, text, i, limit, base, trail);
      if (end > 0 && mayEndAt(text, end, wordEnd) && id < size) onHit(start, end, id);
      return;
    }
  }
}

function mayEndAt(text: string, end: number, wordEnd: number): boolean {
  return end === wordEnd || wordEnd === ANYWHERE || (end > wordEnd && isWordEnd(text, end));
}

/** Where the text has read a whole tail, or -1. `trail` is the half of a unit still to be read, or 0. */
function followTail(
  { tails, codes }: Gazetteer,
  text: string,
  start: number,
  limit: number,
  tail: number,
  trail: number,
): number {
  let at = tail;
  if (trail !== 0 && tails[at++] !== trail) return -1;
  for (let i = start; ; i++) {
    const symbol = tails[at++];
    if (symbol === 0) return i;
    if (i >= limit) return -1;
    const code = codes[text.charCodeAt(i)] as number;
    if ((code & 255) !== symbol) return -1;
    if (code > 255 && tails[at++] !== code >>> 8) return -1;
  }
}

/** Walks down to the key of an id: at each state along the last edge whose rank does not exceed what is left of it. */
function spell(gazetteer: Gazetteer, id: number): string {
  const { cells, tails, longest } = gazetteer;
  const most = 2 * longest; // A unit takes one symbol or two.
  const symbols: number[] = [];
  let base = ROOT;
  let left = id;
  while (symbols.length <= most) {
    const symbol = lastEdgeWithin(cells, base, left);
    if (symbol === 0) break;
    symbols.push(symbol);
    const at = (base + symbol) << 1;
    const more = cells[at + 1] as number;
    base = (cells[at] as number) >>> 8;
    left -= more >>> 2;
    if ((more & ACCEPT) !== 0 && left-- === 0) return keyOfSymbols(gazetteer.units, symbols);
    if ((more & TAIL) === 0) continue;
    for (let i = base; tails[i] !== 0 && symbols.length <= most; i++) symbols.push(tails[i] as number);
    return keyOfSymbols(gazetteer.units, symbols);
  }
  throw new Error(`The gazetteer holds no key ${id} though it counts ${gazetteer.size}: rebuild the pack.`);
}

/** The symbol of a state's last edge that has at most `rank` keys before it; 0 where there is none. */
function lastEdgeWithin(cells: Int32Array, base: number, rank: number): number {
  let last = 0;
  for (let symbol = 1; symbol <= SYMBOLS; symbol++) {
    const at = (base + symbol) << 1;
    if (((cells[at] as number) & 255) !== symbol) continue;
    if ((cells[at + 1] as number) >>> 2 > rank) break;
    last = symbol;
  }
  return last;
}
