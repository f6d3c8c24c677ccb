/// <reference lib="dom" />
/** Fingers and pens: a tap on plain text opens, a link keeps its taps, and a narrow window has the card at its edge. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
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
} from '../../support/reading.ts';

const PAGE = 'http://touch.test/page.html';
const PRESS_MS = 500;

const placeOf = async (page: ReaderPage, text: string) => middleOf(await marked(page, text));
const clicks = (page: ReaderPage) => page.evaluate(() => (window as unknown as { clicks: string[] }).clicks);

export function touchSentences(reading: Reading): void {
  const open = (url: string) => reading.reader.openPage(url);

  describe('touch and pen', () => {
    before(() => {
      const ears = `<script>
        window.clicks = [];
        addEventListener('click', (event) => { window.clicks.push(event.target.localName); });
      </script>`;
      reading.site.page(
        PAGE,
        htmlPage(
          'Touch',
          `<meta name="viewport" content="width=device-width"><p>Much was said of cyber sovereignty.</p>
          <p>Read of <a href="#there">the Great Firewall and more</a>, it said.</p>
          <p onclick="">On the World Internet Conference, briefly.</p>
          <p style="margin-block-start: 640px">Low down stands the Internet Governance Forum.</p>${ears}`,
        ),
      );
    });

    test('a tap on a mention in plain text opens its card, which stays when the finger is lifted', async () => {
      const page = await open(PAGE);
      await page.finger.tap(...(await placeOf(page, 'cyber sovereignty')));
      const card = await filledCard(page, 'the card');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.finger.tap(card.rect.x + 150, card.rect.y + 80);
      await sleep(900); // three times the grace
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.finger.tap(900, 800);
      await cardGone(page);
      await page.close();
    });

    test('a tap on a mention in a link, or in what answers to taps, is theirs alone', async () => {
      const page = await open(PAGE);
      await page.finger.tap(...(await placeOf(page, 'Great Firewall')));
      await page.waitFor(() => page.evaluate(() => location.hash === '#there'), {
        what: 'the link to be followed',
      });
      await page.finger.tap(...(await placeOf(page, 'World Internet Conference')));
      await page.waitFor(async () => (await clicks(page)).includes('p'), {
        what: 'the page to hear of it',
      });
      await sleep(700);
      assert.equal(await page.card(), null);
      await page.close();
    });

    test('a long press on a mention in a link opens its card, and the link is not followed', async () => {
      const page = await open(PAGE);
      const [x, y] = await placeOf(page, 'Great Firewall');
      await page.finger.down([x, y]);
      await filledCard(page, 'the card');
      await page.finger.up();
      await sleep(300);
      assert.equal(await cardTitle(page), 'Great Firewall');
      assert.deepEqual(await clicks(page), []);
      assert.equal(await page.evaluate(() => location.hash), '');
      await page.press('Escape');
      await cardGone(page);
      await page.finger.tap(x, y);
      await page.waitFor(() => page.evaluate(() => location.hash === '#there'), {
        what: "the next tap to be the link's",
      });
      await page.close();
    });

    test('a finger that goes on its way scrolls, and opens nothing', async () => {
      const page = await open(PAGE);
      const [x, y] = await placeOf(page, 'Great Firewall');
      await page.finger.down([x, y], [x, y + 30]);
      await sleep(PRESS_MS + 200);
      await page.finger.up();
      await sleep(300);
      assert.equal(await page.card(), null);
      await page.close();
    });

    test('a tap that the page keeps to itself opens nothing, though it is over before the card is there', async () => {
      const page = await open(PAGE);
      await page.evaluate(() => {
        addEventListener('touchstart', (event) => event.preventDefault(), { passive: false });
      });
      await page.finger.tap(...(await placeOf(page, 'Great Firewall')));
      await sleep(PRESS_MS + 400);
      assert.equal(await page.card(), null);
      assert.deepEqual(await clicks(page), []);
      await page.close();
    });

    test('in a narrow window the card is a sheet at the bottom, drawn down to close', async () => {
      const page = await open(PAGE);
      await page.setViewport(400, 760);
      await page.finger.tap(...(await placeOf(page, 'cyber sovereignty')));
      const card = await filledCard(page, 'the sheet');
      const rect = (await page.card())?.rect ?? card.rect;
      const width = await page.evaluate(() => document.documentElement.clientWidth); // less its scroll bar
      assert.deepEqual([rect.x, rect.width, Math.round(rect.y + rect.height)], [0, width, 760]);
      const handle = await page.cardElement('header');
      assert.ok(handle);
      const [x, y] = [handle.rect.x + 120, handle.rect.y + 8];
      await page.finger.swipe([x, y], [x, y + 20]);
      await page.waitFor(async () => isDeepStrictEqual((await page.card())?.rect, rect), {
        what: 'the sheet to spring back when it is let go too early',
      });
      await page.finger.down([x, y], [x, y + 20], [x, y + 50], [x, y + 90]);
      await sleep(150); // flung, it would cost Chromium's reader the next tap (docs/browser-bugs.md)
      await page.finger.up();
      await cardGone(page);
      await page.finger.tap(...(await placeOf(page, 'cyber sovereignty')));
      await filledCard(page, 'the sheet again');
      await page.close();
    });

    test('the sheet of a line that stands low is at the top', async () => {
      const page = await open(PAGE);
      await page.setViewport(400, 760);
      await marked(page, 'cyber sovereignty');
      // A finger meets what has been painted.
      await page.evaluate(async () => {
        scrollTo(0, 9999);
        for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
      });
      const low = await placeOf(page, 'Internet Governance Forum');
      await page.finger.tap(...low);
      await filledCard(page, 'the sheet');
      const above = (await page.card())?.rect;
      assert.ok(
        above && (above.y + above.height < low[1] || above.y > low[1]),
        JSON.stringify({ above, low }),
      );
      await page.close();
    });

    test('a pen hovers as a mouse does', async (t) => {
      const page = await open(PAGE);
      if (!page.pen) {
        await page.close();
        return t.skip("this browser's driver has no pen");
      }
      const [x, y] = await placeOf(page, 'cyber sovereignty');
      await page.pen.move(x - 40, y + 60);
      await page.pen.move(x, y);
      await filledCard(page, 'the card');
      await page.close();
    });

    test('after a finger, a mouse is a mouse', async () => {
      const page = await open(PAGE);
      await page.finger.tap(...(await placeOf(page, 'cyber sovereignty')));
      await filledCard(page, 'the card');
      await page.finger.tap(900, 800);
      await cardGone(page);
      await hover(page, 'Great Firewall');
      await page.pointer.move(900, 800, { steps: 4 });
      await cardGone(page);
      await page.close();
    });
  });
}
