/// <reference lib="dom" />
/** What opens a card is the reader's choice, taken up by pages that are open: rest, rest with Shift held, or a click. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardTitle,
  filledCard,
  htmlPage,
  marked,
  middleOf,
  type Reading,
  restOn,
} from '../../support/reading.ts';

const PAGE = 'http://opening.test/page.html';
const A_WHILE = 700;

/** Sets a field of the library, once it stands there, as a hand would. */
async function choose(library: ReaderPage, selector: string, value?: string): Promise<void> {
  await library.waitFor(
    () =>
      library.evaluate(
        (wanted, to) => {
          const field = document.querySelector<HTMLInputElement>(wanted);
          if (field && to !== null) {
            field.value = to;
            field.dispatchEvent(new Event('change', { bubbles: true }));
          } else field?.click();
          return field !== null;
        },
        selector,
        value ?? null,
      ),
    { what: `${selector} in the library` },
  );
}

async function clickOn(page: ReaderPage, text: string): Promise<void> {
  await page.pointer.click(...middleOf(await marked(page, text)));
}

export function openingSentences(reading: Reading): void {
  describe('what opens a card', () => {
    before(() => {
      reading.site.page(
        PAGE,
        htmlPage(
          'Opening',
          `<p>Much was said of cyber sovereignty,
          and little of <a href="#there">the Great Firewall</a>.</p>`,
        ),
      );
    });

    test('is what the reader chooses in the library, and how long the pointer rests', async () => {
      const page = await reading.reader.openPage(PAGE);
      await restOn(page, 'cyber sovereignty');
      await filledCard(page, 'a card by hovering, as usual');
      await page.press('Escape');
      await cardGone(page);
      const library = await reading.reader.extensionPage('pages/library.html#settings');
      const chosen = async (selector: string, value?: string) => {
        await library.bringToFront();
        await choose(library, selector, value);
        await page.bringToFront();
        await page.pointer.move(5, 500);
        await sleep(300); // the page is told
      };

      await chosen('input[value=modifier]');
      await restOn(page, 'cyber sovereignty');
      await sleep(A_WHILE);
      assert.equal(await page.card(), null, 'no key is held');
      await page.press('Shift');
      await filledCard(page, 'a card, now that Shift has gone down');
      await page.press('Escape');

      await chosen('input[value=click]');
      await restOn(page, 'cyber sovereignty');
      await sleep(A_WHILE);
      assert.equal(await page.card(), null, 'it rests, and has not clicked');
      await clickOn(page, 'cyber sovereignty');
      await filledCard(page, 'a card by a click');
      await page.press('Escape');
      await clickOn(page, 'Great Firewall');
      await sleep(A_WHILE);
      assert.equal(await page.card(), null, 'a link keeps its clicks');
      assert.equal(page.url, `${PAGE}#there`, 'and leads where it leads');

      await chosen('input[value=hover]');
      await chosen('input[name=delay]', '1000');
      await restOn(page, 'cyber sovereignty');
      await sleep(A_WHILE);
      assert.equal(await page.card(), null, 'the reader wants a second');
      await filledCard(page, 'a card after a second');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.press('Escape');
      await chosen('input[name=delay]', '300');
      await library.close();
      await page.close();
    });
  });
}
