/// <reference lib="dom" />
/** Where a card stands on pages of every shape: beside its line, eight pixels from it and from the edge, above all else. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import { beside, type Side } from '../../support/card-fit.ts';
import { clickInCard, filledCard, htmlPage, marked, type Reading, restOn } from '../../support/reading.ts';

const GAP = 8;
const address = (name: string) => `http://places.test/${name}.html`;

const PROSE = `<p style="margin: 300px 0 0; padding-inline: 200px">Much was said
  of cyber sovereignty that day, and little of the rest of it.</p>`;

async function standsBeside(page: ReaderPage, side: Side): Promise<Rect> {
  const mark = await restOn(page, 'cyber sovereignty');
  await filledCard(page, 'the card');
  return beside(page, mark.rects[0] ?? mark.rect, side);
}

export function placeSentences(reading: Reading): void {
  const dressed = (name: string, style: string, body = PROSE) =>
    reading.site.page(address(name), htmlPage(name, `<style>${style}</style>${body}`));
  const open = (name: string) => reading.reader.openPage(address(name));

  describe('the place of the card', () => {
    before(() => {
      dressed('plain', '');
      dressed('zoomed-html', 'html { zoom: 1.5 } p { margin-top: 150px !important }');
      dressed('zoomed-body', 'body { zoom: 0.7 }');
      dressed(
        'vertical',
        'main { writing-mode: vertical-rl; width: 800px; height: 800px; margin-inline-start: 0 } p { margin: 0 !important; margin-right: 250px !important; padding-inline: 100px !important }',
      );
      dressed('right-to-left', 'main { direction: rtl; text-align: right }');
      dressed('moved', 'html { transform: translateX(20px); filter: sepia(1) }');
      dressed(
        'full',
        '#whole { background: white }',
        `<div id="whole">${PROSE}<button>Fill</button></div>
        <script>document.querySelector('button').onclick = () => document.querySelector('#whole').requestFullscreen();</script>`,
      );
      dressed(
        'dialog',
        '',
        `<dialog style="width: 800px; margin-block-start: 50px">${PROSE.replace('300px', '20px')}</dialog>
        <script>document.querySelector('dialog').showModal()</script>`,
      );
    });

    for (const [name, side] of [
      ['zoomed-html', 'below'],
      ['zoomed-body', 'below'],
      ['moved', 'below'],
      ['dialog', 'below'],
      ['vertical', 'left'],
    ] as const)
      test(`is ${side} the line on a page that is ${name}`, async () => {
        const plain = await open('plain');
        const usual = await standsBeside(plain, 'below');
        await plain.close();
        const page = await open(name);
        const card = await standsBeside(page, side);
        assert.ok(Math.abs(card.width - usual.width) <= 1, 'as wide as anywhere');
        await page.close();
      });

    test('begins at the right where lines begin there', async () => {
      const page = await open('right-to-left');
      const mark = await marked(page, 'cyber sovereignty');
      const card = await standsBeside(page, 'below');
      const pointer = mark.rect.x + mark.rect.width / 2;
      assert.ok(card.x + card.width > pointer && card.x + card.width < pointer + 40, JSON.stringify(card));
      await page.close();
    });

    // BiDi has no way to spread two fingers: Chromium alone is asked.
    test('is inside what two spread fingers leave in view', async () => {
      if (reading.kind !== 'chromium') return;
      const page = await open('plain');
      const mark = await marked(page, 'cyber sovereignty');
      const { command } = page as unknown as { command: (verb: string, params: object) => Promise<unknown> };
      await command('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
      const view = await page.evaluate(() => {
        const { offsetLeft: x, offsetTop: y, width, height, scale } = visualViewport as VisualViewport;
        return { x, y, width, height, scale };
      });
      assert.equal(view.scale, 2);
      const at = (x: number, y: number) => page.pointer.move(x, y);
      await at(mark.rect.x, mark.rect.y - 30);
      await at(mark.rect.x + 20, mark.rect.y + mark.rect.height / 2);
      const { rect } = await filledCard(page, 'the card');
      const detail = JSON.stringify({ view, rect, mark: mark.rect });
      assert.ok(rect.x >= view.x + GAP - 1 && rect.x + rect.width <= view.x + view.width - GAP + 1, detail);
      assert.ok(rect.y >= view.y + GAP - 1 && rect.y + rect.height <= view.y + view.height - GAP + 1, detail);
      await beside(page, mark.rect, 'below', 'above');
      await page.close();
    });

    test('is above what fills the screen, whichever came first', async () => {
      const page = await open('full');
      const button = await page.rectOf('Fill');
      assert.ok(button);
      /** Whether the card, asked for at its middle, is what the page's own world meets there: an open popover. */
      const isOnTop = async () => {
        const { x, y, width, height } = (await page.card())?.rect ?? assert.fail('no card');
        return page.evaluate(
          (left, top) => document.elementFromPoint(left, top)?.matches('[popover]:popover-open') === true,
          x + width / 2,
          y + height / 2,
        );
      };
      const filled = (is: boolean) =>
        page.waitFor(() => page.evaluate((so) => (document.fullscreenElement !== null) === so, is), {
          what: is ? 'the page to fill the screen' : 'the page to shrink again',
        });
      await page.pointer.click(button.x + 5, button.y + 5);
      await filled(true);
      await standsBeside(page, 'below');
      assert.ok(await isOnTop(), 'opened over it');
      await clickInCard(page, '.pin');
      await page.evaluate(() => document.exitFullscreen());
      await filled(false);
      await page.waitFor(isOnTop, { what: 'the kept card over the page' });
      await page.pointer.click(button.x + 5, button.y + 5);
      await filled(true);
      await page.waitFor(isOnTop, { what: 'the kept card over what fills the screen' });
      await page.close();
    });
  });
}
