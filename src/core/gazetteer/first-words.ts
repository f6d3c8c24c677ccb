/**
 * Which words keys begin with, as a set of bits that may say yes in error (one word in sixteen) but never no. Most words
 * of a text begin no key; asking here, by a hash made while the word is read, spares them the walk. A word is what
 * stands between two edges of boundary.ts, so a key found at a legal start begins with exactly the text's next word.
 */
import { isWordEnd } from '../text/boundary.ts';
import { MAX_FIRST_WORDS } from './layout.ts';

/** `hash = Math.imul(hash ^ unit, HASH_FACTOR)` from 0, over the units of a word; its high bits are the bit's number. */
export const HASH_FACTOR = 0x9e3779b1 | 0; // 2^32 divided by the golden ratio: spreads well into the high bits.

/** Sixteen bits a word keep errors at one in sixteen. */
const BITS_PER_WORD = 16;
const LEAST_BITS = 1024;

/** The set of the first words of keys, 32 to an integer; its length is a power of two. */
export function collectFirstWords(keys: readonly string[]): Int32Array {
  const hashes = new Set<number>();
  for (const key of keys) hashes.add(hashFirstWord(key));
  let bits = LEAST_BITS;
  while (bits < hashes.size * BITS_PER_WORD && bits < MAX_FIRST_WORDS * 32) bits *= 2;
  const set = new Int32Array(bits / 32);
  const shift = shiftOf(set);
  for (const hash of hashes) {
    const bit = hash >>> shift;
    set[bit >>> 5] = (set[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return set;
}

/** How far a hash is shifted to the right to give the number of a bit. */
export function shiftOf(set: Int32Array): number {
  return Math.clz32(set.length * 32) + 1;
}

function hashFirstWord(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), HASH_FACTOR);
    if (isWordEnd(key, i + 1)) break;
  }
  return hash;
}
