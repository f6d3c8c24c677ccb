/// <reference lib="dom" />
/**
 * The script for notes comes when a card stands. In this copy of the build it waits for a word from the page, so that what a reader
 * does before it has come can be looked at.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { cardShows, closeCard, hover, htmlPage, inBothBrowsers, writeInCard } from '../support/reading.ts';

const PAGE = 'http://notes-late.test/page.html';
const OTHER = 'http://notes-late.test/other.html';
const NAME = 'cyber sovereignty';
const FIELD = 'footer textarea';

const field = (page: ReaderPage) => page.cardElement(FIELD);

/** Lets the script begin. */
const letCome = (page: ReaderPage) => page.evaluate(() => dispatchEvent(new Event('notes-may-come')));

/** Where everything in the card stands, from the card's own corner: that follows the pointer. */
const boxes = (page: ReaderPage) =>
  page.inCard((root) => {
    const all = [...root.querySelectorAll('.card, .card *')].map(
      (element) => [element.localName, element.getBoundingClientRect()] as const,
    );
    const corner = all[0]?.[1] ?? { x: 0, y: 0 };
    return all.map(([name, { x, y, width, height }]) =>
      [name, ...[x - corner.x, y - corner.y, width, height].map(Math.round)].join(' '),
    );
  });

inBothBrowsers(
  (reading) => {
    before(() => {
      for (const url of [PAGE, OTHER])
        reading.site.page(url, htmlPage('Late', `<p>Much was said of ${NAME}.</p>`));
    });

    test('what is typed before the script for notes has come is there when it has, and goes on', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, NAME);
      await writeInCard(page, 'Half a th');
      assert.equal(await page.cardElement('footer .primary'), null, 'the script is still to come');
      await closeCard(page);
      await hover(page, NAME);
      assert.equal((await field(page))?.value, 'Half a th', 'kept when the card goes');
      await writeInCard(page, 'ou');
      await letCome(page);
      await page.type('ght');
      await page.waitFor(() => page.cardElement('footer .primary'), { what: 'the button that saves' });
      assert.deepEqual(
        [(await field(page))?.value, (await field(page))?.focused],
        ['Half a thought', true],
        'the focus stays where the reader writes',
      );
      await page.type('.');
      await page.press('Control+Enter');
      await cardShows(page, 'Half a thought.');
      await page.close();
    });

    test('the card is laid out without the script as it is with it', async () => {
      const page = await reading.reader.openPage(OTHER);
      await hover(page, NAME);
      const before = await boxes(page);
      await closeCard(page);
      await letCome(page);
      await hover(page, NAME);
      assert.deepEqual(await boxes(page), before);
      await writeInCard(page, 'x');
      assert.ok(await page.cardElement('footer .primary'), 'the script has come');
      await page.close();
    });
  },
  {
    alter(dir) {
      const file = path.join(dir, 'content/notes.js');
      const code = readFileSync(file, 'utf8');
      writeFileSync(file, `addEventListener('notes-may-come', () => { ${code} });`);
    },
  },
);
