/**
 * The contestants of the bench, each brought to the same answer: the number of places where a term stands between
 * word boundaries, overlapping ones included. Those that know no boundaries have their hits filtered by the very rule
 * that the gazetteer goes by, inside the timed part, since whoever used them would have to do so too.
 */
import { AhoCorasick as Monyone } from '@monyone/aho-corasick';
import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import { buildGazetteer } from '../../src/core/gazetteer/builder.ts';
import { scanGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { isWordEnd, isWordStart } from '../../src/core/text/boundary.ts';

/** Counts the terms in a text. */
export type Count = (text: string) => number;

export interface Matcher {
  readonly name: string;
  /** `npm` matchers are what a project would otherwise install. */
  readonly kind: 'ours' | 'npm' | 'plain';
  readonly build: (terms: readonly string[]) => Count;
  /** Left out above this many terms, with the reason. */
  readonly upTo?: { readonly terms: number; readonly why: string };
}

export const MATCHERS: readonly Matcher[] = [
  {
    name: 'this gazetteer',
    kind: 'ours',
    build: (terms) => {
      const gazetteer = buildGazetteer(terms);
      return (text) => {
        let hits = 0;
        scanGazetteer(gazetteer, text, () => {
          hits++;
        });
        return hits;
      };
    },
  },
  {
    name: 'ahocorasick',
    kind: 'npm',
    build: (terms) => {
      const automaton = new AhoCorasick(terms);
      return (text) => {
        let hits = 0;
        for (const [last, found] of automaton.search(text)) {
          if (!isWordEnd(text, last + 1)) continue;
          for (const term of found) if (isWordStart(text, last + 1 - term.length)) hits++;
        }
        return hits;
      };
    },
  },
  { name: '@monyone/aho-corasick', kind: 'npm', build: (terms) => countMatches(new Monyone([...terms])) },
  {
    name: '@monyone/aho-corasick/fast',
    kind: 'npm',
    build: (terms) => countMatches(new MonyoneFast([...terms])),
    upTo: {
      terms: 20_000,
      why: 'at 147 k terms it takes over a minute to build and matches no faster than ahocorasick',
    },
  },
  { name: 'one RegExp', kind: 'plain', build: buildRegExp },
  { name: 'trie of Maps', kind: 'plain', build: buildMapTrie },
];

function countMatches(automaton: Monyone | MonyoneFast): Count {
  return (text) => {
    let hits = 0;
    for (const { begin, end } of automaton.matchInText(text)) {
      if (isWordEnd(text, end) && isWordStart(text, begin)) hits++;
    }
    return hits;
  };
}

/**
 * An alternation answers one term a place, the longest here; the shorter ones at the same place are beginnings of it, and
 * how many there are is known beforehand. The boundaries are those of English, which suffices for this text.
 */
function buildRegExp(terms: readonly string[]): Count {
  const known = new Set(terms);
  const countWithin = new Map<string, number>();
  for (const term of terms) {
    let count = 0;
    for (let end = 1; end <= term.length; end++) {
      if (isWordEnd(term, end) && known.has(term.slice(0, end))) count++;
    }
    countWithin.set(term, count);
  }
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  const expression = new RegExp(`(?<![a-z0-9_])(?=(${alternatives})(?![a-z0-9_]))`, 'g');
  return (text) => {
    let hits = 0;
    for (const [, term] of text.matchAll(expression)) hits += countWithin.get(term as string) as number;
    return hits;
  };
}

interface TrieNode {
  isTerm: boolean;
  readonly next: Map<number, TrieNode>;
}

/** What one writes in an afternoon: nodes with Maps, walked from word starts only. */
function buildMapTrie(terms: readonly string[]): Count {
  const root: TrieNode = { isTerm: false, next: new Map() };
  for (const term of terms) {
    let node = root;
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) {
        next = { isTerm: false, next: new Map() };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.isTerm = true;
  }
  return (text) => {
    let hits = 0;
    for (let start = 0; start < text.length; start++) {
      if (!isWordStart(text, start)) continue;
      let node: TrieNode | undefined = root;
      for (let i = start; i < text.length; i++) {
        node = node.next.get(text.charCodeAt(i));
        if (node === undefined) break;
        if (node.isTerm && isWordEnd(text, i + 1)) hits++;
      }
    }
    return hits;
  };
}
