/// <reference lib="dom" />
/** What a pointer means: when a card opens at once, when not at all, and the slow way from a mention to its card. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardTitle,
  filledCard,
  hover,
  htmlPage,
  marked,
  middleOf,
  type Reading,
  restOn,
} from '../../support/reading.ts';
import { watchTempo, withoutStop } from '../../support/tempo.ts';

const PAGE = 'http://intent.test/page.html';
/** Longer than a card takes to open or to close. */
const A_WHILE = 700;
/** How long a card waits for a pointer that has left it. */
const GRACE_MS = 300;

/** Writes down in the page's own world when the pointer moved last, and when an element beside head and body came. */
const WATCH = `<script>
  addEventListener('pointermove', () => { window.moved = performance.now() }, true);
  new MutationObserver(([{ addedNodes }]) => {
    if (addedNodes.length) window.waited = performance.now() - moved;
  }).observe(document.documentElement, { childList: true });
</script>`;

const waited = (page: ReaderPage) => page.evaluate(() => (window as unknown as { waited: number }).waited);

async function pointTo(page: ReaderPage, text: string): Promise<void> {
  await page.pointer.move(...middleOf(await marked(page, text)));
}

/** Has the page itself select or scroll, to and fro in every frame, until it is stopped. */
function goingOn(page: ReaderPage) {
  const start = (what: 'select' | 'scroll') =>
    page.evaluate((deed) => {
      const own = window as unknown as { goesOn: boolean };
      const words = document.querySelector('p')?.firstChild as Node;
      let i = 0;
      const act = () => {
        if (!own.goesOn) return;
        i += 1;
        if (deed === 'scroll') scrollTo(0, 1 + (i % 2));
        else getSelection()?.setBaseAndExtent(words, 0, words, 1 + (i % 9));
        requestAnimationFrame(act);
      };
      own.goesOn = true;
      act();
    }, what);
  const stop = () =>
    page.evaluate(() => {
      (window as unknown as { goesOn: boolean }).goesOn = false;
    });
  return { start, stop };
}

export function intentSentences(reading: Reading): void {
  describe('intent', () => {
    before(() => {
      reading.site.page(
        PAGE,
        htmlPage(
          'Intent',
          `<p>Much was said of cyber sovereignty, and little of the Great Firewall.</p>
          <textarea></textarea><p style="height: 3000px"></p>${WATCH}`,
        ),
      );
    });

    test('within half a second of a card that closed, the next opens after 100 ms', async () => {
      const page = await reading.reader.openPage(PAGE);
      // As often as a busy machine may need: without the rule no card ever opens before 300 ms.
      let soonest = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 8 && soonest >= 290; i += 1) {
        await page.pointer.move(5, 500);
        await restOn(page, 'cyber sovereignty');
        await filledCard(page, 'the first card');
        await page.press('Escape');
        await pointTo(page, 'Great Firewall');
        await filledCard(page, 'the next card');
        soonest = Math.min(soonest, await waited(page));
        await page.press('Escape');
        await cardGone(page);
      }
      assert.ok(soonest >= 95 && soonest < 290, `${soonest} ms`);
      await page.close();
    });

    test('nothing opens while a button is down, words are selected, the page scrolls or the reader types', async () => {
      const page = await reading.reader.openPage(PAGE);
      const none = async (what: string) => assert.equal(await page.cardElement('.card'), null, what);
      const { rect } = await marked(page, 'cyber sovereignty');
      const y = rect.y + rect.height / 2;
      // Pressed before it comes there: however long the driver takes, no card may open.
      await page.pointer.move(rect.x - 30, y);
      await page.pointer.down();
      await page.pointer.move(rect.x + rect.width / 2, y, { steps: 3 });
      await sleep(A_WHILE);
      await none('a button is down');
      await page.pointer.move(5, 500);
      await page.pointer.up();
      assert.notEqual(await page.evaluate(() => String(getSelection())), '', 'words were selected');

      // What goes on goes on in the page: no machine is too slow for it.
      await page.pointer.move(5, 500);
      const { start, stop } = goingOn(page);
      await start('select');
      await page.pointer.stroll([rect.x + 20, y], [rect.x + 28, y], 8, A_WHILE);
      await none('words are being selected');
      await stop();

      await page.pointer.move(5, 500);
      await start('scroll');
      await page.pointer.stroll([rect.x + 20, y], [rect.x + 28, y], 8, A_WHILE);
      await none('the page scrolls');
      await stop();

      await page.pointer.move(5, 500);
      await page.evaluate(() => document.querySelector('textarea')?.focus());
      // A key is good for half a second, and a rest after it for 300 ms more.
      for (let i = 0; i < 9; i += 1) {
        await page.press('a');
        await page.pointer.move(rect.x + 20 + i, y);
        await sleep(90);
      }
      await none('the reader types');
      await sleep(A_WHILE);
      await page.pointer.move(rect.x + 22, y);
      await filledCard(page, 'the card, once all that is over');
      await page.close();
    });

    test('the slow way slantwise through the gap keeps the card, however long it takes; beside it, it closes', async () => {
      const page = await reading.reader.openPage(PAGE);
      const { rect } = await marked(page, 'cyber sovereignty');
      const from = [rect.x + rect.width - 3, rect.y + rect.height - 2] as const;
      let [x, y] = [0, 0];
      await withoutStop(page, GRACE_MS - 20, async () => {
        const card = (await hover(page, 'cyber sovereignty')).rect;
        [x, y] = [card.x + card.width - 3, card.y + 3];
        await watchTempo(page);
        await page.pointer.stroll(from, [x, y], 16, 3 * GRACE_MS);
      });
      await sleep(A_WHILE);
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.pointer.move(...from, { steps: 3 });
      await page.pointer.move((from[0] + x) / 2, (from[1] + y) / 2, { steps: 3 });
      await cardGone(page); // it was on its way, and stopped
      await page.close();
    });
  });
}
