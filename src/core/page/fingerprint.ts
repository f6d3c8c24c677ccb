/**
 * A fingerprint of a page's text, small enough to be kept with every note: 32 numbers, the least hashes of its runs of words
 * under 32 orders (MinHash, Broder 1997). The share of equal numbers estimates the share of text that two pages have in
 * common, so a page that was corrected or that got an advertisement is still itself, and another is not.
 */

const ORDERS = 32;
/** Words in a run. Scripts without spaces have no words that could be told apart here: there it is pairs of characters. */
const RUN = 3;
/** Shorter texts are alike by accident. */
const LEAST_WORDS = 40;
/** More would cost time and say nothing new. */
const MOST_RUNS = 20_000;

const DENSE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;

/** The fingerprint of a text, or null where there is too little of it. */
export function fingerprintOf(text: string): string | null {
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS) return null;
  const least = new Uint32Array(ORDERS).fill(0xffffffff);
  const runs = Math.min(words.length - RUN + 1, MOST_RUNS);
  for (let i = 0; i < runs; i++) {
    const hash = hashOf(`${words[i]} ${words[i + 1]} ${words[i + RUN - 1]}`);
    for (let order = 0; order < ORDERS; order++) {
      const own = mixed(hash, order);
      if (own < (least[order] as number)) least[order] = own; // `order` is within
    }
  }
  return [...least].map((number) => (number >>> 8).toString(36).padStart(5, '0')).join('');
}

/** The share of text that two fingerprints' pages have in common, 0 to 1; null where either is missing. */
export function likeness(a: string | undefined, b: string | undefined): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let same = 0;
  for (let i = 0; i < a.length; i += 5) if (a.slice(i, i + 5) === b.slice(i, i + 5)) same += 1;
  return same / (a.length / 5);
}

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (DENSE.test(word) ? pairs(word) : [word]));
}

function pairs(word: string): string[] {
  return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The hash under another order: the finish of MurmurHash3, which has no two inputs with one output. */
function mixed(hash: number, order: number): number {
  let x = (hash ^ Math.imul(order + 1, 0x9e3779b9)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
