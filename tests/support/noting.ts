/// <reference lib="dom" />
/** What a reader does with passages: select one, note it, see that it is noted. */
import assert from 'node:assert/strict';
import type { HighlightView, ReaderPage } from '../../src/tools/browser/driver.ts';
import { cardGone, cardShows, htmlPage, writeInCard } from './reading.ts';

const NOTE = 'glossator-note';
export const STORY = [
  'The committee met in the old town hall, and nobody had thought of bringing chairs for the guests.',
  'Most of those who spoke asked for <em>more time</em>, fewer papers and a window that opens.',
  'In the evening there was soup. It was agreed to meet again when the snow has gone from the roads.',
];
/** The same text at another address is the same page, unless its title says otherwise. */
export const story = (title: string, paragraphs: readonly string[] = STORY) =>
  htmlPage(title, paragraphs.map((text) => `<p>${text}</p>`).join(''));

/** Selects from the first of some words to the last, as a drag would leave it. */
export async function select(page: ReaderPage, from: string, to: string): Promise<void> {
  await page.pointer.click(3, 3); // a reader is there
  const isDone = await page.evaluate(
    (first, last) => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let found = 0;
      while (walk.nextNode()) {
        const node = walk.currentNode as Text;
        const start = node.data.indexOf(first);
        if (start >= 0 && found === 0) {
          range.setStart(node, start);
          found = 1;
        }
        const end = node.data.indexOf(last);
        if (end >= 0 && found === 1) {
          range.setEnd(node, end + last.length);
          found = 2;
        }
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return found === 2;
    },
    from,
    to,
  );
  assert.ok(isDone, `"${from}" to "${to}" is on the page`);
}

export const noted = (page: ReaderPage, text: string): Promise<HighlightView> =>
  page.waitFor(async () => (await page.highlights(NOTE)).find((mark) => mark.text === text), {
    what: `a noted passage "${text}"`,
  });

export const noneNoted = (page: ReaderPage) =>
  page.waitFor(async () => (await page.highlights(NOTE)).length === 0, { what: 'no noted passage' });

export async function pressButton(page: ReaderPage): Promise<void> {
  const button = await page.waitFor(() => page.cardElement('button'), {
    what: 'the button by the selection',
  });
  const { x, y, width, height } = button.rect;
  await page.pointer.click(x + width / 2, y + height / 2);
  await page.waitFor(() => page.cardElement('textarea'), { what: 'a place to write' });
}

export async function noteOn(page: ReaderPage, from: string, to: string, text: string): Promise<void> {
  await select(page, from, to);
  await pressButton(page);
  await writeInCard(page, text);
  await page.press('Control+Enter');
  await cardShows(page, text);
  await page.press('Escape');
  await cardGone(page);
}
