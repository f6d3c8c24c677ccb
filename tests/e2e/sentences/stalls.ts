/// <reference lib="dom" />
/** A page that keeps its browser busy: what the pointer did meanwhile is heard before a card opens or closes. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place, ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardTitle,
  closeCard,
  hover,
  htmlPage,
  marked,
  middleOf,
  type Reading,
} from '../../support/reading.ts';

const PAGE = 'http://stalls.test/page.html';
/** Longer than a card waits, to open or to close. */
const STALL_MS = 900;
/** A browser that has time hands on by then what the pointer did; cards wait 100 ms for it. */
const HEARD_SOON_MS = 60;

/** Counts what comes and goes beside head and body; once armed, the page is at work soon after the pointer has moved. */
const WATCH = `<script>
  window.changes = 0;
  new MutationObserver(() => { changes += 1 }).observe(document.documentElement, { childList: true });
  window.sent = [];
  window.heard = [];
  addEventListener('pointermove', ({ timeStamp }) => {
    sent.push(timeStamp);
    heard.push(performance.now());
    if (window.isArmed) setTimeout(() => {
      const end = performance.now() + ${STALL_MS};
      while (performance.now() < end);
      window.endedAt = performance.now();
    }, 20);
    window.isArmed = false;
  }, true);
</script>`;

interface StallWindow extends Window {
  changes: number;
  sent: number[];
  heard: number[];
  endedAt: number;
  isArmed: boolean;
}

/** The pointer goes to one place and soon to another, and the page is at work from the one to long after the other. */
async function goInStall(page: ReaderPage, from: Place, to: Place): Promise<boolean> {
  await page.evaluate(() => {
    Object.assign(window, { sent: [], heard: [], isArmed: true });
  });
  await page.pointer.stroll(from, to, 1, 100);
  await page.waitFor(() => page.evaluate(() => (window as unknown as StallWindow).sent.length > 1), {
    what: 'the pointer to be heard of',
  });
  await sleep(700);
  const { sent, heard, endedAt } = await page.evaluate(() => {
    const { sent, heard, endedAt } = window as unknown as StallWindow;
    return { sent, heard, endedAt };
  });
  const [first = 0, second = 0] = sent;
  const isQuick = second - first < 280 || second - first > STALL_MS - 100;
  // A machine so slow that the pointer did rest, or that its browser was at work long after the page, proves nothing. (Firefox
  // gives an event the time at which the page is told.)
  return isQuick && (heard[1] ?? Number.POSITIVE_INFINITY) - endedAt < HEARD_SOON_MS;
}

async function until(attempt: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 8; i += 1) if (await attempt()) return;
  assert.fail('the pointer was never fast enough');
}

export function stallSentences(reading: Reading): void {
  describe('on a page that is at work', () => {
    before(() => {
      const body = `<p>Much was said of cyber sovereignty.</p><p style="height:600px"></p>${WATCH}`;
      reading.site.page(PAGE, htmlPage('Stalls', body));
    });

    test('a mention that the pointer has left meanwhile opens no card', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      await closeCard(page); // its script is there
      const changes = () => page.evaluate(() => (window as unknown as StallWindow).changes);
      const on = middleOf(await marked(page, 'cyber sovereignty'));
      await until(async () => {
        await page.pointer.move(600, 700);
        await cardGone(page);
        await sleep(700); // beyond the half second in which a next card opens sooner
        const before = await changes();
        if (!(await goInStall(page, on, [600, 500]))) return false;
        assert.equal(await changes(), before);
        return true;
      });
      await page.close();
    });

    test('a card that the pointer has come to meanwhile stays', async () => {
      const page = await reading.reader.openPage(PAGE);
      await until(async () => {
        const { rect } = await hover(page, 'cyber sovereignty');
        return goInStall(page, [900, 30], [rect.x + 100, rect.y + 100]);
      });
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.pointer.move(900, 700);
      await cardGone(page);
      await page.close();
    });
  });
}
