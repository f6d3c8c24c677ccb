/**
 * From names to an index: the keys are written in the automaton's alphabet, sorted, folded into the smallest automaton
 * that spells them, and laid out in cells. The same keys in any order give the same bytes on every machine: counts,
 * sorts and searches have no ties that are left to chance.
 */
import { isWordStart } from '../text/boundary.ts';
import { MAX_UNITS, symbolsOfKey, tabulateCodes } from './alphabet.ts';
import { buildAutomaton } from './automaton.ts';
import { collectFirstWords } from './first-words.ts';
import { Gazetteer } from './gazetteer.ts';
import { MAX_KEY_LENGTH } from './layout.ts';
import { packCells } from './pack-cells.ts';
import { writeTails } from './tails.ts';

/** What share of the time each step takes, in percent up to its end: for progress that moves evenly. */
const PROGRESS = { written: 20, sorted: 35, folded: 70, packed: 100 };

/**
 * Compiles folded keys; duplicates count once. `onProgress` hears of at most a hundred steps, the last as (100, 100).
 * Throws a `RangeError` that names the key where one is empty, too long, or does not start with a word character.
 */
export function buildGazetteer(
  keys: Iterable<string>,
  onProgress: (done: number, total: number) => void = () => {},
): Gazetteer {
  const step = inPercent(onProgress);
  const unique = [...new Set(keys)];
  const { units, longest } = countUnits(unique);
  const codes = tabulateCodes(units);
  const firstWords = collectFirstWords(unique);

  const words = unique.map((key, n) => {
    if ((n & 4095) === 0) step(PROGRESS.written * (n / unique.length));
    return symbolsOfKey(codes, key);
  });
  step(PROGRESS.written);
  words.sort(); // By code unit: every unit is one symbol.
  step(PROGRESS.sorted);
  const automaton = buildAutomaton(words, (done) => {
    if ((done & 4095) !== 0) return;
    step(PROGRESS.sorted + (PROGRESS.folded - PROGRESS.sorted) * (done / words.length));
  });
  const tails = writeTails(automaton);
  const cells = packCells(automaton, tails, (done, total) => {
    if ((done & 4095) !== 0) return;
    step(PROGRESS.folded + (PROGRESS.packed - PROGRESS.folded) * (done / total));
  });
  step(PROGRESS.packed);
  return new Gazetteer({ size: unique.length, longest, units, cells, tails: tails.bytes, firstWords });
}

/** The code units of all keys, commonest first, equal counts by their number; and the keys' faults. */
function countUnits(keys: readonly string[]): { units: Uint16Array; longest: number } {
  const counts = new Uint32Array(0x10000);
  let longest = 0;
  for (const key of keys) {
    if (key.length === 0) throw new RangeError('A gazetteer key is empty: leave it out.');
    if (key.length > MAX_KEY_LENGTH) {
      throw new RangeError(
        `The gazetteer key "${key.slice(0, 40)}…" has ${key.length} code units; ${MAX_KEY_LENGTH} is the most.`,
      );
    }
    if (!isWordStart(key, 0)) {
      throw new RangeError(
        `The gazetteer key ${JSON.stringify(key)} does not start with a letter or digit, so no text could match it: remove what stands before, or leave it out.`,
      );
    }
    longest = Math.max(longest, key.length);
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      counts[unit] = (counts[unit] as number) + 1;
    }
  }
  const used: number[] = [];
  for (let unit = 0; unit < counts.length; unit++) if (counts[unit] !== 0) used.push(unit);
  if (used.length > MAX_UNITS) {
    throw new RangeError(`The keys use ${used.length} different code units; ${MAX_UNITS} is the most.`);
  }
  used.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return { units: Uint16Array.from(used), longest };
}

function inPercent(onProgress: (done: number, total: number) => void): (percent: number) => void {
  let told = -1;
  return (percent) => {
    const whole = Math.floor(percent);
    if (whole <= told) return;
    told = whole;
    onProgress(whole, 100);
  };
}
