/// <reference lib="dom" />
/** Notes: kept over everything, half-written ones too; listed, deleted and had back on the notes page. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardShows,
  cardTitle,
  clickInCard,
  focusInCard,
  hover,
  htmlPage,
  type Reading,
  writeInCard,
} from '../../support/reading.ts';

const PAGE = 'http://notes.test/page.html';
const ITU = 'International Telecommunication Union';
const IGF = 'Internet Governance Forum';
const LISTED = 'http://notes.test/listed.html';
const LISTED_TITLE = 'A page in the list';
const TITLE = 'A page for notes';

const fieldValue = async (page: ReaderPage) => (await page.cardElement('footer textarea'))?.value;

const fieldHolds = (page: ReaderPage, text: string) =>
  page.waitFor(async () => (await fieldValue(page)) === text, { what: `"${text}" in the field` });

export function noteSentences(reading: Reading): void {
  describe('notes', () => {
    before(() => {
      reading.site.page(
        PAGE,
        htmlPage(
          TITLE,
          '<p>Delegates of the International Telecommunication Union spoke of cyber sovereignty, those of the Internet Governance Forum of openness.</p>',
        ),
      );
    });

    before(() => {
      reading.site.page(LISTED, htmlPage(LISTED_TITLE, '<p>Much was said of cyber sovereignty.</p>'));
    });

    test('a half-written note is there again when the card is, however the card was closed', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, ITU);
      await writeInCard(page, 'Half a thou');
      await page.press('Escape');
      await cardGone(page);
      await hover(page, 'cyber sovereignty');
      assert.equal(await fieldValue(page), '', 'another entity has a field of its own');
      await page.pointer.click(5, 600);
      await cardGone(page);
      await hover(page, ITU);
      await fieldHolds(page, 'Half a thou');
      await writeInCard(page, 'ght.');
      await page.press('Control+Enter');
      await cardShows(page, 'Half a thought.');
      assert.equal(await fieldValue(page), '', 'what is saved is no draft any more');
      await page.press('Escape');
      await cardGone(page);
      await hover(page, ITU);
      await cardShows(page, 'Half a thought.');
      assert.equal(await fieldValue(page), '');
      await page.close();
    });

    test('a half-written note stays with its entity when the card turns', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, IGF);
      const home = await cardTitle(page);
      await writeInCard(page, 'On the forum');
      await clickInCard(page, '.turn');
      await page.waitFor(async () => (await cardTitle(page)) !== home, { what: 'the card to turn' });
      assert.equal(await fieldValue(page), '');
      await clickInCard(page, 'header .icon-button');
      await page.waitFor(async () => (await cardTitle(page)) === home, { what: 'the card to turn back' });
      assert.equal(await fieldValue(page), 'On the forum');
      await page.close();
    });

    test('a note on an entry everywhere is shown on every page that names it, and says so', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, IGF);
      await writeInCard(page, 'Ask Marta about them.');
      await clickInCard(page, 'footer input[type="checkbox"]');
      await focusInCard(page, 'footer textarea');
      await page.press('Control+Enter');
      await cardShows(page, 'Ask Marta about them.');
      const other = 'http://elsewhere.test/other.html';
      reading.site.page(other, htmlPage('Another', '<p>The Internet Governance Forum met.</p>'));
      const there = await reading.reader.openPage(other);
      await hover(there, IGF);
      await cardShows(there, 'Ask Marta about them.');
      await cardShows(there, 'On every page');
      await clickInCard(there, '.note .icon-button:last-of-type');
      await there.close();
      await page.close();
    });

    const isSandboxed = reading.kind === 'firefox' && 'its driver runs in a sandbox, and breaks no database';
    test('a note that cannot be deleted stays, and the card says so', { skip: isSandboxed }, async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      await writeInCard(page, 'Stays.');
      await page.press('Control+Enter');
      await cardShows(page, 'Stays.');
      await reading.reader.evaluateInExtension(() => {
        const { prototype } = IDBObjectStore as unknown as {
          prototype: { delete: unknown; spared?: unknown };
        };
        prototype.spared ??= prototype.delete;
        prototype.delete = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      });
      await clickInCard(page, '.note .icon-button:last-of-type');
      await cardShows(page, 'Nothing was changed');
      await cardShows(page, 'Stays.');
      await reading.reader.evaluateInExtension(() => {
        const { prototype } = IDBObjectStore as unknown as {
          prototype: { delete: unknown; spared?: unknown };
        };
        prototype.delete = prototype.spared;
      });
      await clickInCard(page, '.note .icon-button:last-of-type');
      await cardShows(page, 'Note deleted');
      await page.close();
    });

    test('a change of a note that is broken off goes on where it was', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      await writeInCard(page, 'First words');
      await page.press('Control+Enter');
      await cardShows(page, 'First words');
      await clickInCard(page, '.note .icon-button');
      await page.waitFor(async () => (await page.cardElement('.notes textarea'))?.focused, {
        what: 'the focus in the note',
      });
      await page.press('End');
      await page.type(', and more');
      await page.press('Escape');
      await cardGone(page);
      await hover(page, 'cyber sovereignty');
      const field = await page.waitFor(() => page.cardElement('.notes textarea'), { what: 'the note, open' });
      assert.equal(field.value, 'First words, and more');
      assert.equal(field.focused, false, 'the page keeps the focus');
      await clickInCard(page, '.notes .primary');
      await page.waitFor(async () => (await page.cardElement('.notes textarea')) === null, {
        what: 'the note to close',
      });
      await cardShows(page, 'First words, and more');
      await page.close();
    });

    test('a note written after the card has turned is shown at once, and belongs to what was shown', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, ITU);
      const home = await cardTitle(page);
      await clickInCard(page, '.turn');
      await page.waitFor(async () => (await cardTitle(page)) !== home, { what: 'the card to turn' });
      await writeInCard(page, 'About the other one.');
      await page.press('Control+Enter');
      await cardShows(page, 'About the other one.');
      await clickInCard(page, 'header .icon-button');
      await page.waitFor(async () => (await cardTitle(page)) === home, { what: 'the card to turn back' });
      assert.doesNotMatch((await page.card())?.text ?? '', /About the other one/);
      await page.close();
    });

    test('the notes page lists each note with its page, deletes one, and brings it back', async () => {
      const kept = 'On the town of canals.';
      const other = 'Another note, to stay.';
      const page = await reading.reader.openPage(LISTED);
      for (const body of [kept, other]) {
        await hover(page, 'cyber sovereignty');
        await writeInCard(page, body);
        await page.press('Control+Enter');
        await cardShows(page, body);
      }
      const library = await reading.reader.extensionPage('pages/library.html');
      const section = () =>
        library.evaluate((url) => {
          const rows = [...document.querySelectorAll('.row-of-list')];
          const first = rows.findIndex((row) => row.querySelector(`h2 a[href="${url}"]`));
          const end = rows.findIndex((row, i) => i > first && row.querySelector('h2'));
          const own = first < 0 ? [] : rows.slice(first + 1, end < 0 ? rows.length : end);
          return {
            title: rows[first]?.querySelector('h2 bdi')?.textContent ?? '',
            notes: own.map((row) => row.querySelector('.rich')?.textContent),
            about: own[0]?.querySelector('h3')?.textContent ?? '',
          };
        }, LISTED);
      const listed = (count: number) =>
        library.waitFor(
          async () => {
            const found = await section();
            return found.notes.length === count && found.about !== '' && found;
          },
          { what: `${count} notes of the page in the list, with what they are about` },
        );
      const remove = () =>
        library.evaluate((body) => {
          const note = [...document.querySelectorAll('.entry')].find((one) =>
            one.textContent?.includes(body),
          );
          note?.querySelector<HTMLButtonElement>('.deeds button:last-child')?.click();
        }, kept);
      const undo = () =>
        library.evaluate(() => document.querySelector<HTMLButtonElement>('.toast button')?.click());

      const before = await listed(2);
      assert.equal(before.title, LISTED_TITLE);
      assert.equal(before.about, 'Cyber sovereignty');
      await remove();
      assert.deepEqual((await listed(1)).notes, [other]);
      await page.waitFor(async () => (await page.card())?.text.includes(kept) !== true, {
        what: 'the open card to follow',
      });
      await undo();
      assert.deepEqual((await listed(2)).notes.toSorted(), [kept, other].toSorted());
      await library.reload();
      assert.deepEqual((await listed(2)).notes.toSorted(), [kept, other].toSorted());
      await remove();
      await listed(1);
      await library.reload();
      assert.deepEqual((await listed(1)).notes, [other], 'deleted for good once the page is left');
      await library.close();
      await page.close();
    });
  });
}
