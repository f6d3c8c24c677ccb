/// <reference lib="dom" />
/** A reader's own zoom of 200 and 400 %: nothing of a card is cut off, all of it is reached, and it leaves its line alone. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import { assertInView, assertNothingCutOff } from '../../support/card-fit.ts';
import {
  filledCard,
  focusInCard,
  htmlPage,
  marked,
  type Reading,
  restOn,
  tabOf,
  writeInCard,
} from '../../support/reading.ts';
import { NAMES } from '../../support/strained-pack.ts';

const PAGE = 'http://zoomed.test/page.html';
/** A site of its own: browsers keep a zoom by site. */
const SMALL = 'http://small.test/page.html';

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Controls of the open card that no scrolling inside it brings under a pointer. */
function unreachable(page: ReaderPage): Promise<string[] | null> {
  return page.inCard((root) =>
    [...root.querySelectorAll<HTMLElement>('button, a, textarea, summary')]
      .filter((control) => {
        for (let box = control.parentElement; box; box = box.parentElement)
          box.scrollTop +=
            control.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
        const { left, top, width, height } = control.getClientRects()[0] ?? new DOMRect();
        const found = root.elementFromPoint(left + width / 2, top + height / 2);
        return !found || !control.contains(found);
      })
      .map((control) => `${control.className} "${control.textContent}"`),
  );
}

export function zoomSentences(reading: Reading): void {
  /** Opens the page as a reader has it who has zoomed in. */
  async function zoomed(factor: number): Promise<ReaderPage> {
    const page = await reading.reader.openPage(PAGE);
    await reading.reader.evaluateInExtension(
      async (id, to) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        const { tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        await tabs.setZoom(id, to);
      },
      await tabOf(reading.reader, PAGE),
      factor,
    );
    await page.waitFor(() => page.evaluate((to) => innerWidth === Math.round(1100 / to), factor), {
      what: `${factor} times the size`,
    });
    return page;
  }

  describe('zoomed in', () => {
    before(() => {
      const body = `<p>The ${NAMES.many}, that day.</p><p>And the ${NAMES.long}, too.</p>`;
      for (const url of [PAGE, SMALL]) reading.site.page(url, htmlPage('Zoomed', body));
    });

    for (const [percent, name] of [
      [200, NAMES.many],
      [200, NAMES.long],
      [400, NAMES.many],
      [400, NAMES.long],
    ] as const)
      test(`to ${percent} %, the card of the ${name} is in view, all of it can be reached, and its line is left alone`, async () => {
        const page = await zoomed(percent / 100);
        const { rects } = await marked(page, name);
        await restOn(page, name);
        await filledCard(page, 'the card');
        await assertInView(page, percent === 400 ? 0 : 8);
        const { rect } = (await page.card()) ?? assert.fail('no card');
        assert.ok(rects[0] && !overlap(rect, rects[0]), JSON.stringify({ rect, line: rects[0] }));
        await assertNothingCutOff(page);
        assert.deepEqual(await unreachable(page), []);
        await page.close();
      });

    test('in a small window, all of a card that is being written in can be reached, and what was saved is seen', async () => {
      const page = await reading.reader.openPage(SMALL);
      await page.setViewport(320, 405);
      await restOn(page, NAMES.many);
      await filledCard(page, 'the card');
      await writeInCard(page, 'Half a thought.');
      await page.waitFor(() => page.cardElement('footer .primary'), { what: 'the button that saves' });
      await assertNothingCutOff(page);
      assert.deepEqual(await unreachable(page), []);
      await page.press('Control+Enter');
      await page.waitFor(
        () =>
          page.inCard((root) => {
            const [note, body] = ['.note:last-child .deeds', '.body'].map((selector) =>
              root.querySelector(selector)?.getBoundingClientRect(),
            );
            return note && body && note.top >= body.top - 1 && note.bottom <= body.bottom + 1;
          }),
        { what: 'the saved note, in view' },
      );
      await page.close();
    });

    test('to 400 %, the number of a source leads to it, and the way back to the number', async () => {
      const page = await zoomed(4);
      await restOn(page, NAMES.many);
      await filledCard(page, 'the card');
      /** Whether the focus is on one of these, in view. */
      const isAt = (selector: string) =>
        page.waitFor(
          () =>
            page.inCard((root, wanted) => {
              const one = root.activeElement;
              const card = root.querySelector('.card')?.getBoundingClientRect();
              const { top, bottom } = one?.getBoundingClientRect() ?? new DOMRect();
              return one?.matches(wanted) && card && top >= card.top && bottom <= card.bottom;
            }, selector),
          { what: `the focus on ${selector}, in view` },
        );
      await focusInCard(page, '.lead .cite');
      await page.press('Enter');
      await isAt('.source.current');
      await page.press('Tab');
      await page.press('Enter');
      await isAt('.lead .cite');
      await page.close();
    });
  });
}
