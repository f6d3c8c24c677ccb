/// <reference lib="dom" />
/** Mentions where there is hardly room for a card, or where something lies over them; and controls, which are no prose. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import { assertNothingCutOff, beside } from '../../support/card-fit.ts';
import { cardGone, cardTitle, clickInCard, filledCard, marked, type Reading } from '../../support/reading.ts';
import { NAMES } from '../../support/strained-pack.ts';

/** Longer than a card takes to open. */
const A_WHILE = 700;

const PAGES = {
  corners: `<style>p { position: fixed; width: max-content }</style>
    <p style="left: 0; top: 0">${NAMES.many}</p>
    <p style="right: 0; top: 0">${NAMES.bare}</p>
    <p style="left: 0; bottom: 0">${NAMES.broken}</p>
    <p style="right: 0; bottom: 0">${NAMES.arabicInside}</p>`,
  wrapped: `<p style="margin: 300px 0 0 400px; width: 9em">All of it was said at the International Telecommunication
    Union, that day and the next.</p>`,
  middle: `<p style="margin: 190px 0 0 300px">Much was said of the ${NAMES.many} that day.</p>`,
  cell: `<style>table { table-layout: fixed; width: 60px; margin: 200px 0 0 400px; border-spacing: 0 }
      td { width: 20px; padding: 0; vertical-align: top } .cut td { overflow: hidden; white-space: nowrap }
      .broken td { overflow-wrap: anywhere }</style>
    <table><tr><td>${NAMES.bare}<td><td></table>
    <table class="cut" style="margin-top: 20px"><tr><td>${NAMES.broken}<td><td></table>
    <table class="broken" style="margin-top: 20px"><tr><td>${NAMES.many}<td><td></table>`,
  sticky: `<style>header { position: sticky; top: 0; height: 100px; background: #ddd } p { margin: 40px 300px }</style>
    <header></header><div style="height: 300px"></div><p>Much was said of the ${NAMES.many} that day.</p>
    <p>Much was said of the ${NAMES.bare} too.</p><div style="height: 3000px"></div>`,
  veils: `<style>p { margin: 100px 300px } .veil { position: absolute; left: 0; width: 100%; height: 80px; background: #ff08 }
      .open { pointer-events: none }</style>
    <p>Much was said of the ${NAMES.many} that day.</p><p>Much was said of the ${NAMES.bare} too.</p>
    <div class="veil open" style="top: 80px"></div><div class="veil" style="top: 200px"></div>`,
  above: `<style>p { margin: 100px 300px; position: relative } .top { position: fixed; z-index: 2147483647; inset: 130px 0 0; background: #ddd }</style>
    <p>Much was said of the ${NAMES.many} that day.</p><div class="top">A banner.</div>
    <div id="own" popover="manual" style="inset: 130px 0 auto; width: 100%; height: 500px">A popover of the page.</div>`,
  controls: `<p>Much was said of cyber sovereignty that day.</p>
    <p><button id="a"><a href="#in-button">Read of the ${NAMES.many}</a></button></p>
    <p><a href="#around"><button id="b">Read of the ${NAMES.bare}</button></a></p>
    <p><span id="c" role="button" tabindex="0">Read of <a href="#in-role">the ${NAMES.broken}</a></span></p>
    <script>window.clicks = [];
      addEventListener('click', ({ target }) => { clicks.push(target.closest('[id]')?.id); });</script>`,
} as const;

const BODY = '<style>body { margin: 0; font: 18px/1.4 serif } p { margin: 0 }</style>';
const address = (name: keyof typeof PAGES) => `http://bad-places.test/${name}.html`;

const middle = ({ x, y, width, height }: Rect) => [x + width / 2, y + height / 2] as const;

/** Comes from the middle of the page and rests on a line. */
async function pointAt(page: ReaderPage, line: Rect): Promise<void> {
  const [x, y] = middle(line);
  await page.pointer.move(550, 450);
  await page.pointer.move(x, y, { steps: 4 });
}

/** The pointer rests at a place, and no card comes. */
async function nothingAt(page: ReaderPage, line: Rect): Promise<void> {
  await pointAt(page, line);
  await sleep(A_WHILE);
  assert.equal(await page.card(), null);
}

export function badPlaceSentences(reading: Reading): void {
  const open = (name: keyof typeof PAGES) => reading.reader.openPage(address(name));

  describe('a mention', () => {
    before(() => {
      for (const [name, body] of Object.entries(PAGES))
        reading.site.page(
          address(name as keyof typeof PAGES),
          `<!doctype html><html lang="en"><title>${name}</title><body>${BODY}<main>${body}</main>`,
        );
    });

    for (const [corner, name, side] of [
      ['top left', NAMES.many, 'below'],
      ['top right', NAMES.bare, 'below'],
      ['bottom left', NAMES.broken, 'above'],
      ['bottom right', NAMES.arabicInside, 'above'],
    ] as const)
      test(`in the ${corner} corner has its card ${side} it, all in view`, async () => {
        const page = await open('corners');
        const { rect } = await marked(page, name);
        await pointAt(page, rect);
        await filledCard(page, 'the card');
        await beside(page, rect, side);
        await page.close();
      });

    test('that is wrapped over three lines has its card at the line under the pointer', async () => {
      const page = await open('wrapped');
      const { rects } = await page.waitFor(
        async () => (await page.highlights()).find(({ rects: lines }) => lines.length === 3),
        { what: 'a mark over three lines' },
      );
      for (const line of rects) {
        await pointAt(page, line);
        await filledCard(page, 'the card');
        await beside(page, line, 'below');
        await page.press('Escape');
        await cardGone(page);
      }
      await page.close();
    });

    test('with too little room below and above has its card shrunk to the larger, and it scrolls inside', async () => {
      const page = await open('middle');
      await page.setViewport(1100, 440);
      const { rect } = await marked(page, NAMES.many);
      await page.pointer.move(5, 5);
      await page.pointer.move(...middle(rect), { steps: 4 });
      await filledCard(page, 'the card');
      const card = await beside(page, rect, 'below');
      assert.ok(card.height <= 440 - rect.y - rect.height - 16 + 1, JSON.stringify({ card, rect }));
      await assertNothingCutOff(page);
      await clickInCard(page, '.statements ~ .more');
      await beside(page, rect, 'below');
      await page.close();
    });

    test('in a table cell of 20 pixels opens where it is seen, at its line, and not where the cell cuts it off', async () => {
      const page = await open('cell');
      for (const name of [NAMES.bare, NAMES.many]) {
        const { rects } = await marked(page, name);
        const line = rects[1] ?? assert.fail('it is wrapped');
        await pointAt(page, line);
        await filledCard(page, 'the card');
        await beside(page, line, 'below', 'above');
        await page.press('Escape');
        await cardGone(page);
      }
      const { rect } = await marked(page, NAMES.broken);
      assert.ok(rect.width > 60);
      await nothingAt(page, { ...rect, x: rect.x + 25, width: 10 });
      await pointAt(page, { ...rect, width: 16 });
      await filledCard(page, 'the card of what is seen');
      await beside(page, rect, 'below', 'above');
      await page.close();
    });

    test('under a sticky header opens nothing where it is covered, and has its card beside it where it is not', async () => {
      const page = await open('sticky');
      /** Scrolls until the line begins at this height. */
      const lineAt = async (top: number) => {
        const { rect } = await marked(page, NAMES.many);
        await page.evaluate((y) => scrollBy(0, y), rect.y - top);
        return page.waitFor(
          async () => {
            const now = await marked(page, NAMES.many);
            return Math.abs(now.rect.y - top) < 1 && now.rect;
          },
          { what: `the line at ${top}` },
        );
      };
      await nothingAt(page, await lineAt(40));
      const line = await lineAt(88);
      await nothingAt(page, { ...line, height: 8 });
      await pointAt(page, { ...line, y: 102, height: 4 });
      await filledCard(page, 'the card of a line that is half seen');
      await beside(page, line, 'below');
      await page.close();
    });

    test('behind what lets the pointer through opens its card, behind anything else none', async () => {
      const page = await open('veils');
      await nothingAt(page, (await marked(page, NAMES.bare)).rect);
      const { rect } = await marked(page, NAMES.many);
      await pointAt(page, rect);
      await filledCard(page, 'the card');
      await page.close();
    });

    test('has its card above all that the page has put on top, its popovers too', async () => {
      const page = await open('above');
      const { rect } = await marked(page, NAMES.many);
      await page.evaluate(() => document.querySelector<HTMLElement>('#own')?.showPopover());
      await pointAt(page, { ...rect, height: 10 });
      await filledCard(page, 'the card');
      const card = await beside(page, rect, 'below');
      const [x, y] = middle(card);
      const isOurs = await page.evaluate(
        (left, top) => {
          const found = document.elementFromPoint(left, top);
          return found?.parentNode === document.documentElement && found !== document.body;
        },
        x,
        y,
      );
      assert.ok(isOurs);
      assert.equal(await cardTitle(page), NAMES.many);
      await page.close();
    });

    test('in a button is not marked, in a link inside one neither, and both keep their clicks', async () => {
      const page = await open('controls');
      await marked(page, 'cyber sovereignty');
      const { rect } = await marked(page, NAMES.broken); // a role makes no button of a line of text
      const texts = (await page.highlights()).map(({ text }) => text);
      assert.deepEqual(texts.toSorted(), [NAMES.broken, 'cyber sovereignty']);
      for (const name of [NAMES.many, NAMES.bare]) {
        const button = (await page.rectOf(name)) ?? assert.fail(name);
        await nothingAt(page, button);
        await page.pointer.click(...middle(button));
      }
      await pointAt(page, rect);
      await filledCard(page, 'the card');
      await page.pointer.click(...middle(rect));
      await page.waitFor(() => page.evaluate(() => location.hash === '#in-role'), { what: 'the link' });
      const clicks = await page.evaluate(() => (window as unknown as { clicks: string[] }).clicks);
      assert.deepEqual(clicks, ['a', 'b', 'c']);
      await page.close();
    });
  });
}
