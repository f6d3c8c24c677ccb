/// <reference lib="dom" />
/** Notes on pages that would lose them, and taps on links that would be stolen. */
import assert from 'node:assert/strict';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardShows,
  cardTitle,
  closeCard,
  filledCard,
  hover,
  marked,
  textOf,
  writeInCard,
} from '../../support/reading.ts';
import type { Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';
const FIREWALL = 'Great Firewall';

async function writeNote(page: ReaderPage, words: string): Promise<void> {
  await hover(page, SOVEREIGNTY);
  await writeInCard(page, words);
  await page.press('Control+Enter');
  await cardShows(page, words);
  await closeCard(page);
}

async function tapOn(page: ReaderPage, text: string): Promise<void> {
  const { rect } = await marked(page, text);
  await page.finger.tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

export const NOTE_ROWS: readonly Row[] = [
  {
    file: 'b34-canonical.html',
    marks: [SOVEREIGNTY],
    async act(page, { reader }) {
      await writeNote(page, 'Kept on the page itself');
      await page.reload();
      await hover(page, SOVEREIGNTY);
      await cardShows(page, 'Kept on the page itself');
      await closeCard(page);
      const other = await reader.openPage('http://pages.test/b35-alike.html');
      assert.ok(!(await hover(other, SOVEREIGNTY)).text.includes('Kept on the page itself'));
      await other.close();
    },
  },
  {
    file: 'b35-alike.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      await writeNote(page, 'One of two thousand');
      await page.reload();
      const card = await hover(page, SOVEREIGNTY);
      assert.ok(card.text.includes('One of two thousand'), 'with the card, and not after it');
      await closeCard(page);
    },
  },
  {
    file: 'b36-gone.html',
    marks: [SOVEREIGNTY],
    isChanged: true,
    isMoving: true,
    async act(page, { reader }) {
      await writeNote(page, 'Outlives its passage');
      await page.evaluate(() => document.querySelector('p')?.remove());
      const list = await reader.extensionPage('pages/library.html');
      await list.waitFor(async () => (await textOf(list)).includes('Outlives its passage'), {
        what: 'the note in the list',
      });
      assert.ok((await textOf(list)).includes(SOVEREIGNTY));
      await list.close();
    },
  },
  {
    file: 'b38-taps.html',
    marks: [SOVEREIGNTY, FIREWALL],
    async act(page) {
      await tapOn(page, SOVEREIGNTY);
      await page.waitFor(() => page.evaluate(() => location.hash === '#there'), {
        what: 'the link to be followed',
      });
      assert.equal(await page.card(), null);
      await tapOn(page, FIREWALL);
      await filledCard(page, 'the card');
      assert.equal(await cardTitle(page), 'Great Firewall');
      await closeCard(page);
    },
  },
];
