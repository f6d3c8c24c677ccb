/// <reference lib="dom" />
/** The pointer and the card: where it aims, what opens, what closes, and where the card stands. */
import assert from 'node:assert/strict';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import { cardTitle, closeCard, filledCard, hover, marked, restOn } from '../../support/reading.ts';
import { kept, type Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';
const FIREWALL = 'Great Firewall';
const UNION = 'International Telecommunication Union';

/** That a pointer at rest in a place opens no card: a name that is rested on afterwards has its own, the only one. */
async function opensNothing(page: ReaderPage, x: number, y: number, then: string): Promise<void> {
  await page.pointer.move(x, y, { steps: 3 });
  const end = performance.now() + 500;
  await page.waitFor(
    async () => {
      assert.equal(await page.card(), null, `no card at ${x}, ${y}`);
      return performance.now() > end;
    },
    { what: 'half a second without a card' },
  );
  await hover(page, then);
  await closeCard(page);
}

const overlaps = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const POINTER_ROWS: readonly Row[] = [
  {
    file: 'b14-aim.html',
    marks: [SOVEREIGNTY, UNION, FIREWALL],
    async act(page) {
      const wrapped = await marked(page, UNION);
      assert.ok(wrapped.rects.length > 1, 'the name stands on several lines');
      for (const { x, y, width, height } of wrapped.rects) {
        await page.pointer.move(900, 5);
        await page.pointer.move(x + width / 2, y + height / 2, { steps: 4 });
        await filledCard(page, 'a card on each line');
        assert.equal(await cardTitle(page), UNION);
        await closeCard(page);
      }
      const { rect } = await marked(page, SOVEREIGNTY);
      await opensNothing(page, rect.x + rect.width + 60, rect.y + rect.height / 2, SOVEREIGNTY);
      await opensNothing(page, rect.x + 20, rect.y + rect.height + 25, SOVEREIGNTY);
      const covered = await marked(page, FIREWALL);
      await opensNothing(page, covered.rect.x + 20, covered.rect.y + covered.rect.height / 2, SOVEREIGNTY);
    },
  },
  {
    file: 'b14-link.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      const { rect } = await restOn(page, SOVEREIGNTY);
      await page.waitFor(() => page.card(), { what: 'the card of a name in a link' });
      await page.pointer.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      assert.equal(await kept(page, 'clicks'), 1);
      assert.equal(await page.evaluate(() => location.hash), '#there');
      await page.pointer.move(800, 700);
      if (await page.card()) await closeCard(page);
    },
  },
  {
    file: 'b15-passing.html',
    marks: [SOVEREIGNTY, 'Wuzhen', FIREWALL, 'Digital Silk Road', 'Belt and Road Initiative'],
    async act(page) {
      const { rect } = await marked(page, SOVEREIGNTY);
      const y = rect.y + rect.height / 2;
      for (let x = 40; x < 1000; x += 24) await page.pointer.move(x, y);
      await opensNothing(page, 1050, 600, SOVEREIGNTY);
      await page.pointer.move(60, y);
      await page.pointer.down();
      await opensNothingYet(page, rect.x + rect.width / 2, y);
      await page.pointer.up();
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await page.pointer.move(1050, 600);
    },
  },
  {
    file: 'b16-escape.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      await page.evaluate(() => document.getElementById('own')?.focus());
      await page.press('Escape');
      assert.equal(await kept(page, 'escapes'), 1);
      await hover(page, SOVEREIGNTY);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'own');
      await closeCard(page);
      assert.equal(await kept(page, 'escapes'), 1);
      await page.press('Escape');
      assert.equal(await kept(page, 'escapes'), 2);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'own');
    },
  },
  {
    file: 'b17-crowded.html',
    marks: [SOVEREIGNTY, FIREWALL],
    async act(page) {
      for (const name of [SOVEREIGNTY, FIREWALL]) {
        const { rect } = await hover(page, name);
        const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
        assert.ok(rect.x >= 0 && rect.y >= 0, 'the card begins in the window');
        assert.ok(rect.x + rect.width <= width && rect.y + rect.height <= height, 'the card ends in it');
        assert.ok(!overlaps(rect, (await marked(page, name)).rect), 'the line can be read');
        const onTop = await page.evaluate(
          (x, y) => !document.body.contains(document.elementFromPoint(x, y)),
          rect.x + rect.width / 2,
          rect.y + rect.height / 2,
        );
        assert.ok(onTop, 'nothing lies upon the card');
        await closeCard(page);
      }
    },
  },
  {
    file: 'b17-zoom.html',
    marks: [SOVEREIGNTY, FIREWALL, 'Edward Snowden'],
    async act(page) {
      for (const name of [SOVEREIGNTY, FIREWALL, 'Edward Snowden']) {
        const card = (await hover(page, name)).rect;
        const line = (await marked(page, name)).rect;
        assert.ok(!overlaps(card, line), `the line of "${name}" can be read`);
        const gap = Math.max(card.y - (line.y + line.height), line.y - (card.y + card.height));
        assert.ok(gap <= 16, `the card stands ${gap} px from the line of "${name}"`);
        assert.ok(card.x < line.x + line.width && line.x < card.x + card.width, 'and is on the line');
        await closeCard(page);
      }
    },
  },
  {
    file: 'b18-popover.html',
    marks: ['Wuzhen'],
    isMoving: true,
    async act(page) {
      const isOpen = () => page.evaluate(() => document.querySelector('#pane')?.matches(':popover-open'));
      const button = await page.rectOf('Open');
      assert.ok(button);
      await page.pointer.click(button.x + 10, button.y + 8);
      const { rect } = await hover(page, SOVEREIGNTY);
      assert.equal(await isOpen(), true);
      await page.pointer.move(rect.x + rect.width / 2, rect.y + 40, { steps: 6 });
      await page.pointer.click(rect.x + rect.width / 2, rect.y + 40);
      assert.notEqual(await page.card(), null, 'a click in the card is not one outside of it');
      await closeCard(page);
      await page.press('Escape');
      assert.equal(await isOpen(), false, 'the next Escape is the popover’s');
    },
  },
  {
    file: 'b18-one-card.html',
    marks: [SOVEREIGNTY, FIREWALL],
    async act(page) {
      await hover(page, SOVEREIGNTY);
      const { rect } = await marked(page, FIREWALL);
      await page.pointer.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 4 });
      await page.waitFor(async () => (await cardTitle(page))?.includes(FIREWALL), { what: 'the next card' });
      const hosts = await page.evaluate(() => document.documentElement.childElementCount - 2);
      assert.equal(hosts, 1, 'one element besides head and body');
      assert.equal(await page.evaluate(() => document.querySelector('a')?.title), 'An article on a wall');
      await closeCard(page);
    },
  },
  {
    file: 'b22-fullscreen.html',
    marks: [SOVEREIGNTY],
    isMoving: true,
    async act(page) {
      const button = await page.rectOf('Fill the screen');
      assert.ok(button);
      await page.pointer.click(button.x + 10, button.y + 8);
      await page.waitFor(() => page.evaluate(() => document.fullscreenElement?.id === 'stage'), {
        what: 'the stage to fill the screen',
      });
      const { rect } = await hover(page, SOVEREIGNTY);
      const isOnTop = await page.evaluate(
        (x, y) => document.elementFromPoint(x, y)?.hasAttribute('popover'),
        rect.x + rect.width / 2,
        rect.y + rect.height / 2,
      );
      assert.ok(isOnTop, 'the card stands above the stage');
      await page.evaluate(() => document.exitFullscreen());
      await page.waitFor(() => page.evaluate(() => document.fullscreenElement === null), {
        what: 'the page to be back',
      });
      await page.waitFor(() => page.card(), { what: 'the card outside of the stage' });
      await closeCard(page);
    },
  },
];

/** That nothing opens while a button is held down over a name. */
async function opensNothingYet(page: ReaderPage, x: number, y: number): Promise<void> {
  await page.pointer.move(x, y, { steps: 4 });
  const end = performance.now() + 700;
  await page.waitFor(
    async () => {
      assert.equal(await page.card(), null, 'no card while a button is down');
      return performance.now() > end;
    },
    { what: 'no card for a while' },
  );
}
