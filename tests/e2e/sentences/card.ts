/// <reference lib="dom" />
/** The card's coming and going: when it opens, where it stands, what closes it, where it leads, and pages that fight it. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardTitle,
  clickInCard,
  filledCard,
  focusInCard,
  hover,
  htmlPage,
  marked,
  middleOf,
  type Reading,
  restOn,
} from '../../support/reading.ts';
import { watchTempo, withoutStop } from '../../support/tempo.ts';

const PAGE = 'http://card.test/page.html';
const PLACES = 'http://card.test/places.html';
const HUNTED = 'http://card.test/hunted.html';

/** What opening and closing wait, in ms, less what a browser may round off: held from below only, where no machine is too slow. */
const ALMOST_300 = 295;

/** Writes down in the page's own world when the pointer moved, and when an element beside head and body came and went. */
const WATCH = `<script>
  window.seen = [];
  addEventListener('pointermove', ({ clientX, clientY }) =>
    seen.push({ what: 'move', at: performance.now(), x: clientX, y: clientY }), true);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      if (addedNodes.length) seen.push({ what: 'came', at: performance.now() });
      if (removedNodes.length) seen.push({ what: 'went', at: performance.now() });
    }
  }).observe(document.documentElement, { childList: true });
</script>`;

interface Seen {
  readonly what: 'move' | 'came' | 'went';
  readonly at: number;
  readonly x?: number;
  readonly y?: number;
}

const seenOn = (page: ReaderPage) => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);

const isIn = ({ x = -1, y = -1 }: Seen, rect: Rect, slack: number) =>
  x >= rect.x - slack &&
  x <= rect.x + rect.width + slack &&
  y >= rect.y - slack &&
  y <= rect.y + rect.height + slack;

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Removes whatever stands beside head and body, ten times a second, while it is told to. */
const HUNT = `<script>
  window.removed = 0;
  setInterval(() => {
    if (!window.hunting) return;
    for (const element of [...document.documentElement.children])
      if (element !== document.head && element !== document.body) { element.remove(); window.removed += 1; }
  }, 100);
</script>`;

export function cardSentences(reading: Reading): void {
  const open = (url: string) => reading.reader.openPage(url);

  describe('the card', () => {
    before(() => {
      const { site } = reading;
      const prose = '<p>Much was said of cyber sovereignty, and little of the Great Firewall.</p>';
      site.page(PAGE, htmlPage('Card', prose + WATCH));
      site.page(HUNTED, htmlPage('Hunted', prose + HUNT));
      site.page(
        PLACES,
        `<!doctype html><html lang="en"><title>Places</title><style>
          body { margin: 0; font: 18px/1.4 serif } main > p { position: absolute; margin: 0 }
        </style><main>
          <p style="left: 4px; top: 2px">Cyber sovereignty was the word.</p>
          <p style="right: 2px; top: 300px">All of it in the Great Firewall</p>
          <p style="left: 300px; top: 870px">At the World Internet Conference</p>
          <p style="left: 40px; top: 400px; width: 8em">The International Telecommunication Union met.</p>
        </main>`,
      );
    });

    test('opens after the pointer has rested for 300 ms, not before', async () => {
      const page = await open(PAGE);
      const { rect } = await restOn(page, 'cyber sovereignty');
      await filledCard(page, 'the card');
      const seen = await seenOn(page);
      const came = seen.findIndex(({ what }) => what === 'came');
      const rested = seen.slice(0, came).findLast((one) => one.what === 'move' && isIn(one, rect, 1));
      assert.ok(rested, 'the pointer came to rest on the mention');
      assert.ok((seen[came]?.at ?? 0) - rested.at >= ALMOST_300, JSON.stringify(seen));
      await page.close();
    });

    test('does not open for a pointer that only passes', async () => {
      const page = await open(PAGE);
      const [x, y] = middleOf(await marked(page, 'cyber sovereignty'));
      await withoutStop(page, ALMOST_300, async () => {
        await page.pointer.move(x, 5);
        await cardGone(page);
        await watchTempo(page);
        await page.pointer.stroll([x, 5], [x, 2 * y - 5], 8, 400);
      });
      await sleep(700);
      assert.equal(await page.card(), null);
      await page.close();
    });

    test('closes when the pointer leaves, after 300 ms in which it may come back, wherever it goes', async () => {
      const page = await open(PAGE);
      const { rect } = await restOn(page, 'cyber sovereignty');
      await filledCard(page, 'the card');
      let x = 600;
      await page.waitFor(
        async () => {
          x += 7; // a pointer that goes on moving has left all the same
          await page.pointer.move(x, 5);
          return (await page.card()) === null;
        },
        { what: 'the card to close under a moving pointer' },
      );
      const seen = await seenOn(page);
      const came = seen.findIndex(({ what }) => what === 'came');
      const left = seen.slice(came).find((one) => one.what === 'move' && !isIn(one, rect, 4));
      const went = seen.find(({ what }) => what === 'went');
      assert.ok(left && went);
      assert.ok(went.at - left.at >= ALMOST_300, JSON.stringify(seen.slice(came)));
      await page.close();
    });

    test('stays while the pointer goes from the mention into it, and closes when it leaves it', async () => {
      const page = await open(PAGE);
      const { rect } = await restOn(page, 'cyber sovereignty');
      const card = await filledCard(page, 'the card');
      const x = rect.x + rect.width / 2;
      await page.pointer.move(x, card.rect.y + 40, { steps: 6 });
      await sleep(900); // three times the grace
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.pointer.move(card.rect.x + card.rect.width + 200, card.rect.y + 40, { steps: 3 });
      await cardGone(page);
      await page.close();
    });

    test('closes by a click elsewhere and by its own button, not by a click in it', async () => {
      const page = await open(PAGE);
      await hover(page, 'cyber sovereignty');
      await clickInCard(page, '.lead');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.pointer.click(20, 880);
      await cardGone(page);
      await hover(page, 'Great Firewall');
      await clickInCard(page, 'header .icon-button.end');
      await cardGone(page);
      await page.close();
    });

    for (const [place, text] of [
      ['in a corner', 'Cyber sovereignty'],
      ['at the right edge', 'Great Firewall'],
      ['at the bottom edge', 'World Internet Conference'],
      ['wrapped over several lines', 'International Telecommunication Union'],
    ] as const) {
      test(`stands beside its line and inside the window for a mention ${place}`, async () => {
        const page = await open(PLACES);
        const mark = await restOn(page, text);
        await filledCard(page, 'the card');
        const line = mark.rects[0] ?? mark.rect;
        const card = await page.waitFor(
          async () => {
            const one = await page.card();
            return one && one.rect.y >= 0 && one.rect.height > 0 ? one : null;
          },
          { what: 'the card in its place' },
        );
        const detail = JSON.stringify({ line, card: card.rect });
        assert.equal(overlap(card.rect, line), false, `over its line: ${detail}`);
        const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
        assert.ok(card.rect.x >= 0 && card.rect.x + card.rect.width <= width, detail);
        assert.ok(card.rect.y >= 0 && card.rect.y + card.rect.height <= height, detail);
        await page.close();
      });
    }

    test('a related entity leads on within the card, and a way leads back, by pointer and by keyboard', async () => {
      const page = await open(PAGE);
      await hover(page, 'cyber sovereignty');
      assert.equal(await page.cardElement('.bar > button:first-child'), null, 'nowhere to go back to');
      const related = (await page.cardElement('.turn'))?.text.replace(' ·', '').trim();
      const turned = () =>
        page.waitFor(async () => (await cardTitle(page)) === related, { what: `the card of ${related}` });
      const home = () =>
        page.waitFor(async () => (await cardTitle(page)) === 'Cyber sovereignty', { what: 'the way back' });
      await clickInCard(page, '.turn');
      await turned();
      assert.ok((await page.card())?.html.includes('href="http'), 'that card has its sources too');
      await clickInCard(page, '.bar > button:first-child');
      await home();
      await focusInCard(page, '.turn');
      await page.press('Enter');
      await turned();
      await page.press('Alt+ArrowLeft');
      await home();
      assert.equal(page.url, PAGE, 'the page itself went nowhere');
      await page.close();
    });

    test('a page that deletes it ten times a second has its way after ten times, and is not harmed', async () => {
      const page = await open(HUNTED);
      const before = await page.html();
      const removed = () => page.evaluate(() => (window as unknown as { removed: number }).removed);
      const hunt = (on: boolean) =>
        page.evaluate((hunting) => {
          (window as unknown as { hunting: boolean }).hunting = hunting;
        }, on);
      await hunt(true);
      await restOn(page, 'cyber sovereignty');
      await page.waitFor(async () => (await removed()) >= 11, { what: 'ten returns of the card' });
      await sleep(500);
      assert.equal(await removed(), 11, 'the first card, and ten returns');
      await restOn(page, 'Great Firewall');
      await page.waitFor(async () => (await removed()) >= 12, { what: 'the next card' });
      await sleep(500);
      assert.equal(await removed(), 12, 'no further return within ten seconds');
      await hunt(false);
      assert.equal(await page.html(), before);
      assert.deepEqual(page.errors, []);
      assert.ok((await page.highlights()).length >= 2, 'the marks are untouched');
      await hover(page, 'cyber sovereignty');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.press('Escape');
      await cardGone(page);
      assert.equal(await page.html(), before);
      await page.close();
    });
  });
}
