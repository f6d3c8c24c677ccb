/**
 * Edits of a saved page, as its editors and its site may make them before its reader comes back, with a record of where every
 * character came from: so it is known where a passage is afterwards, whoever looks for it.
 */
import { type PageBlock, walkBlocks } from '../../../src/content/page/blocks.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { LEVELS, type Level } from './levels.ts';

/** What text nodes are made of: for each unit, its number in the page as it was saved, or -1 for what is new. */
export type Origins = Map<Text, number[]>;

/** Blocks of a document, and where their units stand in all the text that is read of it. */
export function readBlocks(root: Element): PageBlock[] {
  return [...walkBlocks(root, { section: 0, nextId: 0 })].filter((block) => block !== null);
}

export function numbered(blocks: readonly PageBlock[]): Origins {
  const origins: Origins = new Map();
  let next = 0;
  for (const { pieces } of blocks)
    for (const { node } of pieces)
      origins.set(
        node,
        Array.from({ length: node.length }, () => next++),
      );
  return origins;
}

/** Changes the page that `blocks` are of, and `origins` with it. */
export function editPage(
  blocks: readonly PageBlock[],
  origins: Origins,
  level: Level,
  random: SeededRandom,
): void {
  const { words, share, removed, moved, adverts, rendered } = LEVELS[level];
  if (level === 'unchanged') return;
  const vocabulary = wordsIn(blocks);
  const happens = (chance: number) => random.next() < chance;
  const isStyled = happens(0.5);
  const elements = [...new Set(blocks.map(({ element }) => element))];
  for (const { pieces } of blocks) {
    const isChanged = happens(words);
    for (const { node } of pieces) {
      if (isChanged) changeWords(node, origins, share, vocabulary, random);
      if (isStyled) restyle(node, origins);
      if (happens(rendered)) render(node, origins, random);
    }
  }
  const plain = elements.filter((element) => /^(?:p|li|blockquote|h[1-6])$/.test(element.localName));
  for (const element of plain) {
    if (happens(removed)) element.remove();
    else if (happens(moved)) random.pick(plain.filter((other) => !element.contains(other)))?.before(element);
  }
  for (let i = 0; i < adverts && plain.length > 0; i++) {
    const advert = document.createElement('div');
    advert.textContent = Array.from({ length: 5 + random.below(30) }, () => random.pick(vocabulary)).join(
      ' ',
    );
    random.pick(plain).before(advert);
  }
}

/** All words of the page: what is put into it is made of them, as repetitions and later news are. */
function wordsIn(blocks: readonly PageBlock[]): readonly string[] {
  const words = blocks.flatMap(({ block }) => block.text.match(/[\p{L}\p{N}]{2,12}/gu) ?? []);
  return words.length > 0 ? words : ['word'];
}

/** Each word is left out, replaced or followed by another, by chance; once at least. */
function changeWords(
  node: Text,
  origins: Origins,
  share: number,
  vocabulary: readonly string[],
  random: SeededRandom,
): void {
  const found = [...node.data.matchAll(/[\p{L}\p{N}]{1,12}/gu)];
  if (found.length < 3) return;
  const one = random.below(found.length);
  for (const [i, { 0: word, index }] of [...found.entries()].reverse()) {
    if (i !== one && random.next() >= share) continue;
    const other = random.pick(vocabulary);
    const way = random.below(3);
    if (way === 0) replace(node, origins, index, word.length, other);
    else if (way === 1) replace(node, origins, index, word.length, '');
    else replace(node, origins, index + word.length, 0, ` ${other}`);
  }
}

/** Other quotation marks and dashes, and white space as another template would write it. */
function restyle(node: Text, origins: Origins): void {
  const pairs: readonly (readonly [RegExp, string])[] = [
    [/[“”„«»]/g, '"'],
    [/[‘’]/g, "'"],
    [/(?<=\s)[-–](?=\s)/g, '—'],
    [/ (?=\d)/g, '\u00a0'],
    [/\n\s*/g, ' \n\t\t'],
  ];
  for (const [pattern, by] of pairs)
    for (const { 0: text, index } of [...node.data.matchAll(pattern)].reverse())
      replace(node, origins, index, text.length, by);
}

/** The same text in other markup: nodes split, a word in an element of its own. */
function render(node: Text, origins: Origins, random: SeededRandom): void {
  if (node.length < 20 || !node.parentNode) return;
  const first = split(node, origins, 1 + random.below(node.length - 10));
  if (first.length > 8 && random.next() < 0.5) {
    split(first, origins, 1 + random.below(first.length - 1));
    const around = document.createElement(random.pick(['span', 'em', 'a']));
    first.replaceWith(around);
    around.append(first);
  }
}

function split(node: Text, origins: Origins, at: number): Text {
  const rest = node.splitText(at);
  const all = origins.get(node) ?? [];
  origins.set(node, all.slice(0, at));
  origins.set(rest, all.slice(at));
  return rest;
}

function replace(node: Text, origins: Origins, at: number, length: number, by: string): void {
  node.replaceData(at, length, by);
  origins.get(node)?.splice(at, length, ...Array.from(by, () => -1).slice(0, by.length));
}
