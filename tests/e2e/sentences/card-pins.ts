/// <reference lib="dom" />
/** Cards that the reader keeps: they stay beside the text while others open, are moved by hand or by keys, and are three at most. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import { cardGone, clickInCard, focusInCard, htmlPage, type Reading, restOn } from '../../support/reading.ts';

const PAGE = 'http://pins.test/page.html';
const NAMES = ['cyber sovereignty', 'Great Firewall', 'World Internet Conference', 'ICANN'] as const;
const EDGE = 8;

interface Kept {
  readonly title: string;
  readonly isPinned: boolean;
  readonly rect: Rect;
}

/** All cards, the newest first. */
async function cardsOn(page: ReaderPage): Promise<readonly Kept[]> {
  const found = await page.inCard((root) =>
    [...root.querySelectorAll<HTMLElement>('.card')].map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return {
        title: card.querySelector('h2')?.textContent ?? '',
        isPinned: card.querySelector('.pin')?.getAttribute('aria-pressed') === 'true',
        rect: { x, y, width, height },
      };
    }),
  );
  return found ?? [];
}

const cardsWhere = (page: ReaderPage, what: string, isSo: (cards: readonly Kept[]) => boolean) =>
  page.waitFor(
    async () => {
      const cards = await cardsOn(page);
      return isSo(cards) && cards;
    },
    { what },
  );

/** Opens the card of a name beside those that are kept, `count` in all. */
async function openBeside(page: ReaderPage, name: string, count: number): Promise<void> {
  await restOn(page, name);
  await cardsWhere(page, `${count} cards, that of ${name} first`, (cards) => cards.length === count);
  await page.waitFor(
    () => page.inCard((root) => root.querySelector('.card')?.querySelector('.pack') != null),
    {
      what: `the card of ${name} filled`,
    },
  );
}

/** Opens the card of a name, and keeps it. */
async function keep(page: ReaderPage, name: string, count: number): Promise<readonly Kept[]> {
  await openBeside(page, name, count);
  await clickInCard(page, '.pin');
  return cardsWhere(page, `${name} kept`, (cards) => cards[0]?.isPinned === true);
}

/** Takes a kept card at its head and moves it so many pixels. */
async function dragBy(page: ReaderPage, { rect }: Kept, x: number, y: number): Promise<void> {
  const from = { x: rect.x + rect.width / 2, y: rect.y + 14 };
  await page.pointer.move(from.x, from.y);
  await page.pointer.down();
  // As far as the window goes: no hand comes farther.
  await page.pointer.move(Math.min(from.x + x, 1095), Math.min(from.y + y, 895), { steps: 5 });
  await page.pointer.up();
}

const first = ([card]: readonly Kept[]): Kept => card ?? assert.fail('no card');

export function pinSentences(reading: Reading): void {
  describe('a card that is kept', () => {
    before(() => {
      const line = (name: string) => `<p>Somebody said a word of ${name} there.</p>`;
      reading.site.page(
        PAGE,
        htmlPage('Pins', `<button>A button</button>${NAMES.map(line).join('')}<p style="height: 3000px">`),
      );
    });

    test('stays when the pointer leaves, the page is pressed or scrolled, and another opens beside it', async () => {
      const page = await reading.reader.openPage(PAGE);
      const html = await page.html();
      const { rect } = first(await keep(page, 'cyber sovereignty', 1));
      await page.pointer.move(1000, 850, { steps: 3 });
      await page.pointer.click(1000, 850);
      await page.evaluate(() => scrollTo(0, 40));
      await sleep(700);
      assert.deepEqual(
        (await cardsOn(page)).map((card) => card.rect),
        [rect],
      );
      await page.evaluate(() => scrollTo(0, 0));
      await dragBy(page, first(await cardsOn(page)), 500, 300);
      await openBeside(page, 'Great Firewall', 2);
      const two = await cardsOn(page);
      assert.deepEqual(
        two.map(({ isPinned }) => isPinned),
        [false, true],
      );
      await page.pointer.move(5, 850, { steps: 3 });
      await cardsWhere(page, 'the other to close', (cards) => cards.length === 1);
      await restOn(page, 'cyber sovereignty');
      await sleep(700);
      assert.equal((await cardsOn(page)).length, 1, 'a mention whose card is kept opens no second');
      await clickInCard(page, '.pin');
      await page.pointer.move(5, 850, { steps: 3 });
      await cardGone(page);
      assert.equal(await page.html(), html);
      await page.close();
    });

    test('is moved by its head as far as the window goes, and by the arrow keys on its pin', async () => {
      const page = await reading.reader.openPage(PAGE);
      const before = first(await keep(page, 'cyber sovereignty', 1));
      await dragBy(page, before, 210, 130);
      const moved = await cardsWhere(
        page,
        'the card to be moved',
        ([card]) => card?.rect.x !== before.rect.x,
      );
      assert.equal(first(moved).rect.x, before.rect.x + 210);
      assert.equal(first(moved).rect.y, before.rect.y + 130);
      assert.equal(await page.evaluate(() => String(getSelection())), '', 'nothing is selected on the way');
      const view = await page.evaluate(() => ({
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      }));
      await dragBy(page, first(moved), 900, 880);
      const far = await cardsWhere(
        page,
        'the card in the far corner',
        ([card]) => card !== undefined && card.rect.x + card.rect.width > view.width - EDGE - 1,
      );
      assert.equal(Math.round(first(far).rect.x + first(far).rect.width), view.width - EDGE);
      assert.ok(Math.abs(first(far).rect.y + first(far).rect.height - view.height + EDGE) <= 1);
      await focusInCard(page, '.pin');
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowRight']) await page.press(key);
      const nudged = first(await cardsOn(page)).rect;
      assert.equal(Math.round(nudged.x), Math.round(first(far).rect.x) - 16);
      assert.equal(Math.round(nudged.y), Math.round(first(far).rect.y) - 16);
      await page.press('Escape');
      await cardGone(page);
      await page.close();
    });

    test('is one of three at most, which is said in words; Escape closes first what would go by itself, then one by one', async () => {
      const page = await reading.reader.openPage(PAGE);
      for (const [i, name] of NAMES.slice(0, 3).entries()) {
        const now = await keep(page, name, i + 1);
        await dragBy(page, first(now), 620, 60 * i - 20);
      }
      await openBeside(page, NAMES[3], 4);
      await clickInCard(page, '.pin');
      await page.waitFor(
        () =>
          page.inCard((root) => root.querySelector('[role=status]')?.textContent?.includes('Three cards')),
        { what: 'the reason in words' },
      );
      const titles = (await cardsOn(page)).map(({ title }) => title);
      assert.equal(titles.length, 4);
      assert.equal(first(await cardsOn(page)).isPinned, false);
      for (let left = 3; left > 0; left -= 1) {
        await page.press('Escape');
        const rest = await cardsWhere(page, `${left} cards`, (cards) => cards.length === left);
        assert.deepEqual(
          rest.map(({ title }) => title),
          titles.slice(4 - left),
        );
      }
      await page.press('Escape');
      await cardGone(page);
      await page.close();
    });
  });
}
