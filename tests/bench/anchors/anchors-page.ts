/**
 * The half of the anchors bench that runs in the page: passages are chosen, described by us and by others, the page is edited, and
 * each looks for them again. Where a passage is by then is known from the record of the edits.
 */
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import * as domAnchorTextQuote from 'dom-anchor-text-quote';
import { passageOf, pathTo, rangeOf } from '../../../src/content/notes/passages.ts';
import { type PageBlock, walkBlocks } from '../../../src/content/page/blocks.ts';
import { learnElements } from '../../../src/content/page/elements.ts';
import { learnFurniture } from '../../../src/content/page/region.ts';
import type { Selector } from '../../../src/core/model.ts';
import { PAGE_NAMES } from '../../../src/core/page/page-names.ts';
import { describeQuote } from '../../../src/core/quote/describe-quote.ts';
import { findQuotes } from '../../../src/core/quote/match-quote.ts';
import { foldBlocks, type Passage } from '../../../src/core/quote/quote-text.ts';
import { type SeededRandom, seededRandom } from '../../support/seeded-random.ts';
import { editPage, numbered, type Origins, readBlocks } from './edit-page.ts';
import type { Level } from './levels.ts';

/** How one tool did on one page. */
export interface Tally {
  /** Passages of which half or more still stands, and how many of them were found. */
  left: number;
  found: number;
  /** Found where they are not. */
  wrong: number;
  /** Time for all passages, ms; of ours also the longest stretch without a pause. */
  ms: number;
  longest: number;
  /** Passages found wrong or not at all, in words. */
  readonly faults: string[];
}
export type Tool = 'glossator' | 'apache' | 'dom-anchor';

/** A passage, and the numbers of its units in the saved page. */
interface Chosen {
  readonly passage: Passage;
  readonly units: ReadonlySet<number>;
  readonly words: string;
}

const newTally = (): Tally => ({ left: 0, found: 0, wrong: 0, ms: 0, longest: 0, faults: [] });

async function tryPage(
  html: string,
  level: Level,
  seed: number,
  count: number,
  tools: readonly Tool[],
): Promise<Readonly<Partial<Record<Tool, Tally>>>> {
  learnElements(PAGE_NAMES);
  learnFurniture(PAGE_NAMES.furniture);
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const random = seededRandom(seed);
  const blocks = readBlocks(body);
  const origins = numbered(blocks);
  const chosen = choose(blocks, origins, count, random);
  const finders: { tool: Tool; find: () => Promise<{ ranges: (Range | null)[]; longest: number }> }[] = [];
  for (const tool of tools) finders.push({ tool, find: await describers[tool](body, blocks, chosen) });
  editPage(blocks, origins, level, random);
  const standing = standingIn(body, origins);
  const tallies: Partial<Record<Tool, Tally>> = {};
  for (const { tool, find } of finders) {
    const began = performance.now();
    const { ranges, longest } = await find();
    const tally = { ...newTally(), ms: performance.now() - began, longest };
    for (const [i, one] of chosen.entries()) tell(tally, one, ranges[i] ?? null, origins, standing);
    tallies[tool] = tally;
  }
  return tallies;
}

function tell(
  tally: Tally,
  one: Chosen,
  range: Range | null,
  origins: Origins,
  standing: ReadonlySet<number>,
): void {
  const left = [...one.units].filter((unit) => standing.has(unit)).length;
  const isLeft = left * 2 >= one.units.size;
  if (isLeft) tally.left += 1;
  const words = `"${one.words.replace(/\s+/g, ' ')}"`;
  if (!range) {
    if (isLeft) tally.faults.push(`lost ${words}`);
    return;
  }
  const inRange = unitsOf(range, origins);
  const both = inRange.filter((unit) => one.units.has(unit)).length;
  const isRight = both > 0 && both * 2 >= inRange.length + left - both;
  if (isRight && isLeft) tally.found += 1;
  else if (!isRight) {
    tally.wrong += 1;
    tally.faults.push(`wrong ${words} as "${range.toString().replace(/\s+/g, ' ')}"`);
  }
}

/** Numbers of all units that the page still has. */
function standingIn(root: Element, origins: Origins): ReadonlySet<number> {
  return new Set([...origins].flatMap(([node, units]) => (root.contains(node) ? units : [])));
}

/** Numbers of the units in a range, white space and new text apart. */
function unitsOf(range: Range, origins: Origins): readonly number[] {
  const units: number[] = [];
  const { commonAncestorContainer, startContainer, endContainer } = range;
  const walk = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walk.currentNode = startContainer;
  for (let node: Node | null = startContainer; node; node = node === endContainer ? null : walk.nextNode()) {
    const numbers = origins.get(node as Text);
    if (!numbers) continue;
    const { data } = node as Text;
    const from = node === startContainer ? range.startOffset : 0;
    const to = node === endContainer ? range.endOffset : data.length;
    for (let i = from; i < to; i++)
      if ((numbers[i] ?? -1) >= 0 && !/\s/.test(data[i] ?? ' ')) units.push(numbers[i] as number);
  }
  return units;
}

/** Passages as readers choose them: some words, a sentence or more; one in eight goes on in the next block. */
function choose(
  blocks: readonly PageBlock[],
  origins: Origins,
  count: number,
  random: SeededRandom,
): readonly Chosen[] {
  const prose = [...blocks.entries()].filter(
    ([, { block }]) =>
      block.region !== 'chrome' &&
      block.region !== 'link-list' &&
      block.text.trim().length >= 60 &&
      /[\p{L}\p{N}]{2}/u.test(block.text),
  );
  if (prose.length === 0) return [];
  return Array.from({ length: count }, () => {
    const [
      block,
      {
        block: { text },
      },
    ] = random.pick(prose);
    const edges = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => [
      index,
      index + word.length,
    ]);
    const isDense = edges.length < text.length / 15;
    const first = random.below(Math.max(1, edges.length - 3));
    const length = 2 + random.below(random.next() < 0.3 ? 6 : 40);
    const last = Math.min(edges.length - 1, first + length);
    const start = edges[first]?.[0] ?? 0;
    const end = isDense
      ? Math.min(text.trimEnd().length, start + 6 + random.below(60))
      : (edges[last]?.[1] ?? text.length);
    const next = blocks[block + 1]?.block.text;
    const goesOn = next !== undefined && random.below(8) === 0;
    const passage: Passage = goesOn
      ? { start: { block, offset: start }, end: { block: block + 1, offset: next.trimEnd().length } }
      : { start: { block, offset: start }, end: { block, offset: end } };
    const range = rangeOf(blocks, passage);
    return {
      passage,
      units: new Set(range ? unitsOf(range, origins) : []),
      words: range?.toString() ?? '',
    };
  }).filter(({ units }) => units.size > 2);
}

type Describer = (
  body: Element,
  blocks: readonly PageBlock[],
  chosen: readonly Chosen[],
) => Promise<() => Promise<{ ranges: (Range | null)[]; longest: number }>>;

const describers: Readonly<Record<Tool, Describer>> = {
  async glossator(body, blocks, chosen) {
    const texts = blocks.map(({ block }) => block.text);
    const saved = chosen.map(({ passage }) => {
      // The way there and back is the content script's own.
      const range = rangeOf(blocks, passage);
      const again = range && passageOf(blocks, range);
      return again ? describeQuote(texts, again, (place) => pathTo(blocks, place)) : [];
    });
    return async () => {
      const work = findAll(body, saved);
      let longest = 0;
      for (;;) {
        const began = performance.now();
        const { done, value } = work.next();
        longest = Math.max(longest, performance.now() - began);
        if (done) return { ranges: value, longest };
      }
    };
  },

  async apache(body, blocks, chosen) {
    const saved: (Awaited<ReturnType<typeof describeTextQuote>> | null)[] = [];
    for (const { passage } of chosen) {
      const range = rangeOf(blocks, passage);
      saved.push(range && (await describeTextQuote(range, body)));
    }
    return async () => {
      const ranges: (Range | null)[] = [];
      for (const selector of saved) {
        const { value } = selector
          ? await createTextQuoteSelectorMatcher(selector)(body).next()
          : { value: null };
        ranges.push(value ?? null);
      }
      return { ranges, longest: 0 };
    };
  },

  async 'dom-anchor'(body, blocks, chosen) {
    const all = body.textContent ?? '';
    const saved = chosen.map(({ passage }) => {
      const range = rangeOf(blocks, passage);
      const selector = range && domAnchorTextQuote.fromRange(body, range);
      // Its position is its hint, as a saved position would be.
      return selector && { selector, hint: Math.max(0, all.indexOf(selector.prefix + selector.exact)) };
    });
    return async () => ({
      ranges: saved.map((one) => {
        try {
          return one && domAnchorTextQuote.toRange(body, one.selector, { hint: one.hint });
        } catch {
          return null;
        }
      }),
      longest: 0,
    });
  },
};

function* findAll(body: Element, saved: readonly (readonly Selector[])[]): Generator<null, (Range | null)[]> {
  const blocks: PageBlock[] = [];
  for (const block of walkBlocks(body, { section: 0, nextId: 0 })) {
    if (block) blocks.push(block);
    yield null;
  }
  const text = yield* foldBlocks(blocks.map(({ block }) => block.text));
  const answers = yield* findQuotes(text, saved);
  return answers.map((found) => (typeof found === 'string' ? null : rangeOf(blocks, found.passage)));
}

let tried: ReturnType<typeof tryPage> extends Promise<infer T> ? T | null : never = null;

/** The same for a page that takes longer than a driver waits for: begun, and asked for until it is done. */
const questions = {
  tryPage,
  beginPage(...asked: Parameters<typeof tryPage>): null {
    tried = null;
    tryPage(...asked).then((tallies) => {
      tried = tallies;
    });
    return null;
  },
  donePage: () => tried,
};
export type AnchorsPage = typeof questions;
Object.assign(globalThis, { lab: questions });
