/// <reference lib="dom" />
/** The library's page of packs, in both browsers: what they cover, and every entry found and read as its card. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { inBothBrowsers } from '../support/reading.ts';

const rows = (page: ReaderPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.rows button .label')].map((row) => row.textContent ?? ''),
  );
const status = (page: ReaderPage) =>
  page.evaluate(() => document.querySelector('[role=status]')?.textContent ?? '');
const title = (page: ReaderPage) =>
  page.evaluate(
    () => document.querySelector('.card-frame')?.shadowRoot?.querySelector('h2')?.textContent ?? '',
  );

async function look(page: ReaderPage, name: string, wanted: RegExp): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')?.focus());
  await page.press('Control+a');
  await page.type(name);
  await page.waitFor(async () => wanted.test(await status(page)), { what: `${wanted} for ${name}` });
}

inBothBrowsers((reading) => {
  describe('the page of packs', () => {
    let page: ReaderPage;
    before(async () => {
      page = await reading.reader.extensionPage('pages/library.html#packs');
      await page.waitFor(async () => (await rows(page)).length > 10, { what: 'the entries' });
    });

    test('says what each pack covers, and how much of it there is', async () => {
      const text = await page.evaluate(() => document.querySelector('.pack')?.textContent ?? '');
      assert.match(text, /Internet governance.*Version \d+\.\d+\.\d+.*CC BY 4\.0/);
      assert.match(text, /194 entries.*statements.*dated events.*sources/);
      assert.match(await status(page), /194 entries/);
    });

    test('finds an entry by a name that is not its title, and says which', async () => {
      await look(page, '国际电信联盟', /^\d entr/);
      assert.ok(
        (await rows(page)).some((row) => /International Telecommunication Union.*国际电信联盟/.test(row)),
      );
    });

    test('shows the entry as its card, and leads on and back', async () => {
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.rows button')]
          .find((row) => row.textContent?.startsWith('International Telecommunication Union'))
          ?.click(),
      );
      await page.waitFor(async () => (await title(page)) === 'International Telecommunication Union', {
        what: 'the card',
      });
      const inCard = (selector: string) =>
        page.evaluate(
          (wanted) =>
            document.querySelector('.card-frame')?.shadowRoot?.querySelector<HTMLElement>(wanted)?.click(),
          selector,
        );
      await page.waitFor(
        () =>
          page.evaluate(
            () => document.querySelector('.card-frame')?.shadowRoot?.querySelector('.turn') !== null,
          ),
        { what: 'relations' },
      );
      await inCard('.turn');
      await page.waitFor(async () => (await title(page)) !== 'International Telecommunication Union', {
        what: 'the related entry',
      });
      await inCard('header button');
      await page.waitFor(async () => (await title(page)) === 'International Telecommunication Union', {
        what: 'the way back',
      });
    });

    test('finds nothing in calm words, and all again', async () => {
      await look(page, 'zzzz', /^(0|No) entries/);
      assert.deepEqual(await rows(page), []);
      await page.press('Control+a');
      await page.press('Delete');
      await page.waitFor(async () => /194/.test(await status(page)), { what: 'all entries' });
    });

    test('is reached from the notes and leads there', async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('nav a[href="#notes"]')?.click());
      await page.waitFor(() => page.evaluate(() => document.querySelector('a[href="#packs"]') !== null), {
        what: 'the notes',
      });
      await page.evaluate(() => document.querySelector<HTMLElement>('a[href="#packs"]')?.click());
      await page.waitFor(() => page.evaluate(() => document.activeElement?.textContent === 'Packs'), {
        what: 'the heading to have the focus',
      });
    });
  });
});
