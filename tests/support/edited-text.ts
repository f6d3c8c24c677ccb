/**
 * Generated pages of plain blocks, and edits of them that keep count of where every word went: so it is known where a passage is
 * afterwards, whoever looks for it.
 */
import type { Passage, Place } from '../../src/core/quote/quote-text.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A word of a page; its number is its own for good, -1 where it was put in later. */
interface Word {
  readonly text: string;
  readonly number: number;
}
export type Page = readonly (readonly Word[])[];

/** From word to word, both within, by number. */
export interface Chosen {
  readonly first: number;
  readonly last: number;
}

const LATIN =
  'the of and in to said that on for was with it as by at from government network minister report company people internet law data security country'.split(
    ' ',
  );
const CHINESE = [...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动'];

/** Blocks of words, the frequent ones frequent; names and numbers make the rest. */
export function generatedPage(random: SeededRandom, blocks: number, isChinese = false): Page {
  let number = 0;
  const word = () => {
    if (isChinese) return random.pick(CHINESE);
    const rare = random.next() < 0.4;
    return rare ? `${random.pick(LATIN)}${random.below(90) + 10}` : random.pick(LATIN);
  };
  return Array.from({ length: blocks }, () =>
    Array.from({ length: 20 + random.below(60) }, () => ({ text: word(), number: number++ })),
  );
}

export function chosenPassage(page: Page, random: SeededRandom): Chosen {
  const words = page.flat();
  const first = random.below(words.length - 60);
  return { first, last: first + 3 + random.below(random.next() < 0.5 ? 8 : 50) };
}

/** The texts of a page's blocks as a template would write them. */
export function textsOf(page: Page, isChinese = false, space = ' '): readonly string[] {
  return page.map((words) => words.map(({ text }) => text).join(isChinese ? '' : space));
}

/** Where a passage stands in those texts; null where no word of it is left. */
export function placeOf(page: Page, { first, last }: Chosen, isChinese = false): Passage | null {
  let [start, end]: [Place | null, Place | null] = [null, null];
  for (const [block, words] of page.entries()) {
    let offset = 0;
    for (const { text, number } of words) {
      if (number >= first && number <= last) {
        start ??= { block, offset };
        end = { block, offset: offset + text.length };
      }
      offset += text.length + (isChinese ? 0 : 1);
    }
  }
  return start && end ? { start, end } : null;
}

/** Each takes a page and gives another. */
export const EDITS = {
  'nothing changed': (page) => page,
  'words changed': (page, random) => {
    const all = page.flat();
    const other = () => random.pick(all).text;
    return page.map((words) =>
      words.flatMap((word): readonly Word[] => {
        const dice = random.next();
        if (dice < 0.03) return [{ text: other(), number: word.number }];
        if (dice < 0.05) return [];
        if (dice < 0.07) return [word, { text: other(), number: -1 }];
        return [word];
      }),
    );
  },
  'paragraphs moved': (page, random) => {
    const blocks = [...page];
    for (let i = 0; i < 3; i++) {
      const [one] = blocks.splice(random.below(blocks.length), 1);
      if (one) blocks.splice(random.below(blocks.length + 1), 0, one);
    }
    return blocks;
  },
  'advertisements put in': (page, random) => {
    const all = page.flat();
    return page.flatMap((words) => {
      const advert = Array.from({ length: 12 }, () => ({ text: random.pick(all).text, number: -1 }));
      return random.next() < 0.3 ? [advert, words] : [words];
    });
  },
  'rendered anew': (page, random) =>
    page.flatMap((words) => {
      const at = random.below(words.length);
      return random.next() < 0.4 ? [words.slice(0, at), words.slice(at)] : [words];
    }),
} as const satisfies Readonly<Record<string, (page: Page, random: SeededRandom) => Page>>;
export type Edit = keyof typeof EDITS;

/** Numbers of the words that a stretch of a page touches; words that were put in have none. */
export function wordsOf(page: Page, { start, end }: Passage, isChinese = false): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const [block, words] of page.entries()) {
    if (block < start.block || block > end.block) continue;
    let offset = 0;
    for (const { text, number } of words) {
      const isAfter = block > start.block || offset + text.length > start.offset;
      const isBefore = block < end.block || offset < end.offset;
      if (number >= 0 && isAfter && isBefore) numbers.add(number);
      offset += text.length + (isChinese ? 0 : 1);
    }
  }
  return numbers;
}
