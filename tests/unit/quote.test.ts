/** Passages described and found again, over generated pages and their edits, and beside a twin that tries every place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Selector, TextQuoteSelector } from '../../src/core/model.ts';
import { describeQuote, wordsBetween } from '../../src/core/quote/describe-quote.ts';
import { type Found, findQuotes } from '../../src/core/quote/match-quote.ts';
import { occurrencesOf } from '../../src/core/quote/occurrences.ts';
import { foldBlocks, type Passage, type QuoteText } from '../../src/core/quote/quote-text.ts';
import {
  chosenPassage,
  EDITS,
  type Edit,
  generatedPage,
  placeOf,
  textsOf,
  wordsOf,
} from '../support/edited-text.ts';
import { bestPlace } from '../support/quote-twin.ts';
import { seededRandom } from '../support/seeded-random.ts';

function ended<T>(work: Generator<null, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const textOf = (blocks: readonly string[]): QuoteText => ended(foldBlocks(blocks));
const find = (blocks: readonly string[], selectors: readonly Selector[]) =>
  ended(findQuotes(textOf(blocks), [selectors]))[0];
const isFound = (answer: unknown): answer is Found => typeof answer === 'object';

const quoteOf = (selectors: readonly Selector[]) =>
  selectors.find(({ type }) => type === 'TextQuoteSelector') as TextQuoteSelector;

/** Whether two passages of one page overlap by half of both together. */
function isSame(blocks: readonly string[], a: Passage, b: Passage): boolean {
  const text = textOf(blocks);
  const [from, to] = [a, b].map(({ start, end }) => [text.positionOf(start), text.positionOf(end)]) as [
    [number, number],
    [number, number],
  ];
  const both = Math.min(from[1], to[1]) - Math.max(from[0], to[0]);
  return both * 2 >= Math.max(from[1], to[1]) - Math.min(from[0], to[0]);
}

interface Counts {
  readonly found: number;
  readonly wrong: readonly string[];
}

const PASSAGES = 250;

function counted(edit: Edit, isChinese: boolean): Counts {
  const random = seededRandom(20261201);
  let found = 0;
  const wrong: string[] = [];
  for (let i = 0; i < PASSAGES; i++) {
    const page = generatedPage(random, 12 + random.below(20), isChinese);
    const chosen = chosenPassage(page, random);
    const before = placeOf(page, chosen, isChinese);
    assert.ok(before);
    const selectors = describeQuote(textsOf(page, isChinese), before);
    const edited = EDITS[edit](page, random);
    const texts = textsOf(edited, isChinese);
    const answer = find(texts, selectors);
    if (!isFound(answer)) continue;
    const words = wordsOf(edited, answer.passage, isChinese);
    const own = [...words].filter((word) => word >= chosen.first && word <= chosen.last).length;
    const all = words.size + chosen.last - chosen.first + 1 - own;
    if (own * 2 >= all) found += 1;
    else
      wrong.push(
        `"${quoteOf(selectors).exact}" as "${wordsBetween(texts, answer.passage.start, answer.passage.end)}"`,
      );
  }
  return { found: found / PASSAGES, wrong };
}

/** Least share found. A passage that crosses into a block that was moved away is in pieces. */
const LEAST: Readonly<Record<Edit, number>> = {
  'nothing changed': 1,
  'words changed': 0.98,
  'paragraphs moved': 0.8,
  'advertisements put in': 0.95,
  'rendered anew': 1,
};

for (const isChinese of [false, true])
  for (const edit of Object.keys(LEAST) as Edit[])
    test(`passages ${isChinese ? 'in Chinese ' : ''}are found again with ${edit}, and none where it is not`, () => {
      const { found, wrong } = counted(edit, isChinese);
      assert.deepEqual(wrong, []);
      assert.ok(found >= LEAST[edit], `${found}`);
    });

test('what is found is what a twin finds that tries every place', () => {
  const random = seededRandom(7);
  let [both, twinOnly] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const page = generatedPage(random, 6);
    const before = placeOf(page, chosenPassage(page, random));
    assert.ok(before);
    const selectors = describeQuote(textsOf(page), before);
    const edited = EDITS['words changed'](EDITS['advertisements put in'](page, random), random);
    const texts = textsOf(edited);
    const answer = find(texts, selectors);
    const twin = bestPlace(textOf(texts), quoteOf(selectors));
    if (!isFound(answer)) twinOnly += twin ? 1 : 0;
    else {
      both += 1;
      assert.ok(twin && isSame(texts, answer.passage, twin), quoteOf(selectors).exact);
    }
  }
  assert.ok(both > 50, `${both}`);
  assert.ok(twinOnly <= 3, `${twinOnly}`);
});

const STORY = [
  'The International Telecommunication Union met in Geneva on Monday to speak of standards for networks of the next kind.',
  'Delegates of ninety countries were there. "We have come far," said the chair, "and there is more to do — much more."',
  'A second meeting is to follow in spring, when the proposals of the working groups have been read by all.',
];
const described = (block: number, words: string, blocks = STORY) => {
  const offset = blocks[block]?.indexOf(words) ?? -1;
  assert.ok(offset >= 0);
  return describeQuote(blocks, {
    start: { block, offset },
    end: { block, offset: offset + words.length },
  });
};
const foundWords = (blocks: readonly string[], selectors: readonly Selector[]) => {
  const answer = find(blocks, selectors);
  return isFound(answer) ? wordsBetween(blocks, answer.passage.start, answer.passage.end) : answer;
};

test('a passage is described with 32 to 64 characters on each side, cut between words, or as many as there are', () => {
  const quote = quoteOf(described(1, 'We have come far'));
  for (const side of [quote.prefix, quote.suffix]) assert.ok(side.length >= 32 && side.length <= 64, side);
  assert.ok(STORY.join('\n').includes(quote.prefix + quote.exact + quote.suffix));
  assert.match(STORY.join('\n'), new RegExp(`\\s${quote.prefix.slice(0, 10)}`));
  assert.equal(quoteOf(described(0, 'The International')).prefix, '');
  assert.equal(quoteOf(described(2, 'have been read by all.')).suffix, '');
});

test('its position counts all blocks, a line break between any two', () => {
  const position = described(1, 'Delegates').find(({ type }) => type === 'TextPositionSelector');
  assert.deepEqual(position, {
    type: 'TextPositionSelector',
    start: (STORY[0]?.length ?? 0) + 1,
    end: (STORY[0]?.length ?? 0) + 10,
  });
});

test('other quotation marks, dashes, spaces and cuts into blocks make no other passage', () => {
  const selectors = described(
    1,
    '"We have come far," said the chair, "and there is more to do — much more."',
  );
  const other = [
    STORY[0] ?? '',
    'Delegates of ninety   countries were there.',
    '\n\t“We have come\u00a0far,” said the chair, „and there is\n more to do - much more.“',
    STORY[2] ?? '',
  ];
  assert.equal(
    foundWords(other, selectors),
    '“We have come far,” said the chair, „and there is more to do - much more.“',
  );
});

interface Row {
  readonly name: string;
  readonly words: string;
  readonly block: number;
  readonly now: readonly string[];
  readonly found: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'a changed first word is within the passage',
    words: 'Delegates of ninety countries were there',
    block: 1,
    now: [STORY[0] ?? '', (STORY[1] ?? '').replace('Delegates', 'Envoys'), STORY[2] ?? ''],
    found: 'Envoys of ninety countries were there',
  },
  {
    name: 'a changed last word is within the passage',
    words: 'met in Geneva on Monday',
    block: 0,
    now: [(STORY[0] ?? '').replace('Monday', 'Tuesday'), ...STORY.slice(1)],
    found: 'met in Geneva on Tuesday',
  },
  {
    name: 'a name alone is told from the same name elsewhere by what stands around it',
    words: 'Geneva',
    block: 0,
    now: ['Geneva is a town. Many meet in Geneva.', ...STORY],
    found: 'Geneva',
  },
  {
    name: 'words that are gone are not found in others',
    words: 'Delegates of ninety countries were there',
    block: 1,
    now: [STORY[0] ?? '', STORY[2] ?? ''],
    found: 'gone',
  },
  {
    name: 'a name alone whose surroundings are gone is not found elsewhere',
    words: 'Geneva',
    block: 0,
    now: ['Somewhere else on this page of other words stands Geneva, a town by a lake.', STORY[2] ?? ''],
    found: 'gone',
  },
  {
    name: 'a passage that has come to stand twice is found by its surroundings',
    words: 'Delegates of ninety countries were there',
    block: 1,
    now: ['In brief: Delegates of ninety countries were there. Read on.', ...STORY],
    found: 'Delegates of ninety countries were there',
  },
];

for (const { name, words, block, now, found } of ROWS)
  test(name, () => assert.equal(foundWords(now, described(block, words)), found));

test('words that stand in several places alike are found where they were, or else in none', () => {
  const row = 'Reply to this comment. Share it with others. Report it to us, the moderators of this page.';
  const blocks = [row, row, row, row, row];
  const selectors = described(2, 'Share it with others', blocks);
  const answer = find(blocks, selectors);
  assert.ok(isFound(answer));
  assert.equal(answer.passage.start.block, 2);
  assert.equal(find(['Something was put in before them all.', ...blocks], selectors), 'ambiguous');
});

test('a passage may begin in one block and end in another', () => {
  const selectors = describeQuote(STORY, {
    start: { block: 0, offset: STORY[0]?.indexOf('standards') ?? 0 },
    end: { block: 2, offset: 'A second meeting'.length },
  });
  const now = [...STORY.slice(0, 1), 'Advertisement: subscribe to our paper today.', ...STORY.slice(1)];
  const answer = find(now, selectors);
  assert.ok(isFound(answer));
  assert.equal(answer.passage.start.block, 0);
  assert.deepEqual(answer.passage.end, { block: 3, offset: 'A second meeting'.length });
});

test('a passage of 20,000 characters is found by its two ends where the middle was changed', () => {
  const page = generatedPage(seededRandom(3), 60);
  const texts = [...textsOf(page)];
  const selectors = describeQuote(texts, {
    start: { block: 5, offset: 0 },
    end: { block: 50, offset: texts[50]?.length ?? 0 },
  });
  texts.splice(20, 1, 'This paragraph was written anew.');
  const answer = find(texts, selectors);
  assert.ok(isFound(answer));
  assert.deepEqual(answer.passage.start, { block: 5, offset: 0 });
  assert.deepEqual(answer.passage.end, { block: 50, offset: texts[50]?.length });
});

test('what occurs in a text is what a twin finds that looks at every place', () => {
  const random = seededRandom(11);
  const text = Array.from({ length: 5000 }, () => 'ab的 '[random.below(4)]).join('');
  const sought = Array.from({ length: 300 }, () => {
    const at = random.below(text.length - 20);
    return text.slice(at, at + 1 + random.below(16));
  });
  const placesOf = ended(occurrencesOf(text, [...sought, 'c', 'abc', 'x'.repeat(6000)], 40));
  for (const one of [...sought, 'c', 'abc', 'x'.repeat(6000)]) {
    const all = [...text].map((_, at) => at).filter((at) => text.startsWith(one, at));
    assert.deepEqual(placesOf(one), all.length > 40 ? [] : all, one);
  }
});

test('many passages are found as each by itself is', () => {
  const random = seededRandom(5);
  const page = generatedPage(random, 40);
  const saved = Array.from({ length: 50 }, () => {
    const place = placeOf(page, chosenPassage(page, random));
    assert.ok(place);
    return describeQuote(textsOf(page), place);
  });
  const texts = textsOf(EDITS['words changed'](page, random));
  assert.deepEqual(
    ended(findQuotes(textOf(texts), saved)),
    saved.map((selectors) => find(texts, selectors)),
  );
});

test('selectors without words, and pages without text, find nothing', () => {
  assert.equal(find(STORY, []), 'gone');
  assert.equal(find(STORY, [{ type: 'TextQuoteSelector', exact: ' \n', prefix: 'a', suffix: 'b' }]), 'gone');
  assert.equal(find([], described(0, 'Geneva')), 'gone');
  assert.equal(find(['', '  '], described(0, 'Geneva')), 'gone');
});
