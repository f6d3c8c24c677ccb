/// <reference lib="dom" />
/** Earlier texts of notes: two tabs that change one note lose neither text, and the last twenty can be had again. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Note } from '../../src/core/model.ts';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import {
  askBackground,
  cardShows,
  clickInCard,
  focusInCard,
  hover,
  htmlPage,
  inBothBrowsers,
  writeInCard,
} from '../support/reading.ts';

const AT = 'http://versions.test';
const ITU = 'International Telecommunication Union';

inBothBrowsers((reading) => {
  describe('earlier texts of a note', () => {
    before(() => {
      const body = `<p>Delegates of the ${ITU} met.</p>`;
      reading.site.page(`${AT}/two`, htmlPage('Two tabs', body));
    });

    const notesOf = async (url: string) => {
      const page = await reading.reader.extensionPage('pages/library.html');
      const notes = await askBackground(page, 'getNotes', { url });
      await page.close();
      return notes as readonly Note[];
    };

    /** Begins to change the one note that the card shows. */
    const change = async (page: ReaderPage, text: string) => {
      await clickInCard(page, '.note .icon-button');
      await page.waitFor(() => page.inCard((root) => root.activeElement?.closest('.notes') !== null), {
        what: 'the text to be changed',
      });
      await page.press('Control+a');
      await page.type(text);
    };

    test('two tabs that change one note at a time: the last wins, and the other text is kept', async () => {
      const one = await reading.reader.openPage(`${AT}/two`);
      await hover(one, ITU);
      await writeInCard(one, 'As it was.');
      await one.press('Control+Enter');
      await cardShows(one, 'As it was.');
      await change(one, 'From the first tab.');
      const other = await reading.reader.openPage(`${AT}/two`);
      await hover(other, ITU);
      await cardShows(other, 'As it was.');
      await change(other, 'From the second tab.');
      await other.press('Control+Enter');
      await cardShows(other, 'From the second tab.');
      await one.bringToFront();
      await hover(one, ITU); // in Firefox the card of a tab that is left may have closed
      await focusInCard(one, '.notes textarea');
      await one.press('Control+Enter');
      await cardShows(one, 'From the first tab.');
      const [note, ...more] = await notesOf(`${AT}/two`);
      assert.equal(more.length, 0);
      assert.equal(note?.body, 'From the first tab.');
      assert.deepEqual(
        note?.versions.map(({ body }) => body),
        ['From the second tab.', 'As it was.'],
      );
      await one.close();
      await other.close();
    });

    test('of a note that was changed 25 times the last 20 texts stand in the list, and the oldest of them comes back', async () => {
      const page = await reading.reader.extensionPage('pages/library.html');
      const target = { url: `${AT}/many`, title: 'Many texts', selectors: [] };
      for (let i = 0; i <= 25; i++)
        await askBackground(page, 'saveNote', { draft: { id: 'note-many', target, body: `Text ${i}.` } });
      const [note] = (await askBackground(page, 'getNotes', { url: target.url })) as Note[];
      assert.deepEqual(
        note?.versions.map(({ body }) => body),
        Array.from({ length: 20 }, (_, i) => `Text ${24 - i}.`),
      );
      await page.reload();
      await page.waitFor(
        () =>
          page.evaluate(() => {
            const all = [...document.querySelectorAll('.earlier ol')].find(
              ({ children }) => children.length === 20,
            );
            all?.querySelector<HTMLElement>('li:last-child button')?.click();
            return all !== undefined;
          }),
        { what: 'twenty earlier texts' },
      );
      await page.waitFor(
        async () =>
          ((await askBackground(page, 'getNotes', { url: target.url })) as Note[])[0]?.body === 'Text 5.',
        { what: 'the oldest text in its place' },
      );
      await page.close();
    });
  });
});
