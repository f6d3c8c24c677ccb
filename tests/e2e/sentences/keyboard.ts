/// <reference lib="dom" />
/** The keyboard alone: commands lead from mark to mark and open the card, which has the focus then and gives it back. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  badgeOf,
  cardGone,
  cardShows,
  cardTitle,
  filledCard,
  focusInCard,
  hover,
  htmlPage,
  marked,
  type Reading,
  tabOf,
  textOf,
} from '../../support/reading.ts';

const PAGE = 'http://keys.test/page.html';

const current = async (page: ReaderPage) =>
  (await page.highlights()).find(({ name }) => name === 'glossator-current')?.text;

const cameTo = (page: ReaderPage, text: string) =>
  page.waitFor(async () => (await current(page)) === text, { what: `the keys to lead to "${text}"` });

/** What has the focus in the page: the id of its element. */
const focused = (page: ReaderPage) => page.evaluate(() => document.activeElement?.id ?? '');

/** What has the focus in the card: its words, or its name. */
const focusedInCard = (page: ReaderPage) =>
  page.inCard(
    ({ activeElement }) =>
      activeElement && (activeElement.getAttribute('aria-label') ?? activeElement.textContent),
  );

/** The page writes down what it hears of keys, and what it lets through. */
const EARS = `<script>
  window.heard = [];
  for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'focusin'])
    document.addEventListener(type, (event) => window.heard.push(type + ' ' + (event.key ?? event.data ?? '')), true);
</script>`;
const heard = (page: ReaderPage) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

export function keyboardSentences(reading: Reading): void {
  const open = async (): Promise<ReaderPage> => {
    const page = await reading.reader.openPage(PAGE);
    await marked(page, 'cyber sovereignty');
    const tab = await tabOf(reading.reader, PAGE);
    await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === '3', {
      what: 'the whole page to be read',
    });
    return page;
  };

  describe('the keyboard', () => {
    before(() => {
      reading.site.page(
        PAGE,
        htmlPage(
          'Keys',
          `<p><button id="first">First</button> Much was said of cyber sovereignty, less of the Great Firewall.</p>
          <p style="margin-block: 1500px">The World Internet Conference met.</p>
          <p hidden>Nobody sees the Internet Governance Forum.</p>
          <p><input id="field"> Then <a id="link" href="#top">a link</a>.</p>${EARS}`,
        ),
      );
    });

    test('commands lead on and back through the marks, round the end of the page, and bring them into view', async () => {
      const page = await open();
      for (const text of ['cyber sovereignty', 'Great Firewall', 'World Internet Conference']) {
        await reading.reader.command('next-mention');
        await cameTo(page, text);
      }
      await page.waitFor(
        async () => {
          const rect = await page.rectOf('World Internet Conference');
          return rect && rect.y > 0 && rect.y < 900;
        },
        { what: 'the mention to be in view' },
      );
      await reading.reader.command('next-mention');
      await cameTo(page, 'cyber sovereignty');
      await reading.reader.command('previous-mention');
      await cameTo(page, 'World Internet Conference');
      assert.equal(await page.card(), null, 'walking opens nothing');
      assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
      await page.press('Escape');
      await page.waitFor(async () => (await current(page)) === undefined, { what: 'the light to go out' });
      assert.ok((await heard(page)).includes('keydown Escape'), "with no card open, Escape is the page's");
      await page.close();
    });

    test('a command opens the card with the focus in it, and Escape gives the focus back', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('#first')?.focus());
      await reading.reader.command('next-mention');
      await cameTo(page, 'cyber sovereignty');
      await reading.reader.command('open-card');
      await filledCard(page, 'the card');
      await page.waitFor(async () => (await focusedInCard(page)) === 'Cyber sovereignty', {
        what: 'the focus on the title',
      });
      assert.equal(
        await page.inCard((root) => getComputedStyle(root.activeElement ?? document.body).outlineStyle),
        'solid',
        'and it is seen',
      );
      await page.pointer.move(700, 500, { steps: 3 });
      await page.pointer.move(900, 600, { steps: 3 });
      await new Promise((done) => setTimeout(done, 700));
      assert.equal(await cardTitle(page), 'Cyber sovereignty', 'a pointer elsewhere does not close it');
      await page.press('Escape');
      await cardGone(page);
      assert.equal(await focused(page), 'first');
      assert.ok(
        !(await heard(page)).some((line) => /Escape/.test(line)),
        'the page hears nothing of that Escape',
      );
      await page.close();
    });

    test('Tab goes from head to foot, and past the last it closes the card and goes on in the page', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('#field')?.focus());
      await page.evaluate(() => scrollTo(0, 0));
      await reading.reader.command('open-card');
      await filledCard(page, 'the card');
      await page.waitFor(async () => (await focusedInCard(page)) === 'Cyber sovereignty', {
        what: 'the focus',
      });
      const met: (string | null)[] = [];
      const tab = async () => {
        met.push(await focusedInCard(page));
        await page.press('Tab');
      };
      for (let i = 0; i < 3; i += 1) await tab();
      // Cards cite much: on from their last source.
      await focusInCard(page, 'footer textarea');
      for (let i = 0; i < 9 && (await page.card()); i += 1) await tab();
      await cardGone(page);
      assert.equal(await focused(page), 'link', 'the next in the page');
      const at = (name: string) => met.findIndex((one) => one?.startsWith(name));
      assert.ok(
        0 < at('Source 1') && at('Source 1') < at('Write a note') && at('Write a note') < at('Copy'),
        met.join(' | '),
      );
      await page.press('Shift+Tab');
      assert.equal(await focused(page), 'field');
      await page.close();
    });

    test('what is typed in the card stays there: the page hears no key and no letter, and takes no focus back', async () => {
      const page = await open();
      await reading.reader.command('open-card');
      await filledCard(page, 'the card');
      await focusInCard(page, 'footer textarea');
      await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
      await page.type('jk a/');
      await page.press('Backspace');
      assert.equal((await page.cardElement('footer textarea'))?.value, 'jk a');
      assert.ok(await page.cardElement('footer .primary'), 'the card has heard it');
      assert.deepEqual(await heard(page), []);
      await page.press('Control+Enter');
      await cardShows(page, 'jk a');
      await page.press('Escape');
      await cardGone(page);
      assert.deepEqual(await heard(page), []);
      await page.close();
    });

    test('Shift+Tab before the first goes back to where the focus was', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('#first')?.focus());
      await reading.reader.command('open-card');
      await filledCard(page, 'the card');
      await page.waitFor(async () => (await focusedInCard(page)) === 'Cyber sovereignty', {
        what: 'the focus',
      });
      for (let i = 0; i < 6 && (await page.card()); i += 1) await page.press('Shift+Tab');
      await cardGone(page);
      assert.equal(await focused(page), 'first');
      await page.close();
    });

    test('a card that the pointer opened leaves the focus alone, and takes no key but Escape', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('#first')?.focus());
      await hover(page, 'cyber sovereignty');
      assert.equal(await focused(page), 'first');
      for (const key of ['a', 'j', '/', 'ArrowDown']) await page.press(key);
      const keys = (await heard(page))
        .filter((line) => line.startsWith('keydown'))
        .map((line) => line.slice(8));
      assert.deepEqual(keys, ['a', 'j', '/', 'ArrowDown']);
      await page.press('Escape');
      await cardGone(page);
      assert.equal(await focused(page), 'first');
      await page.close();
    });

    test('marks are hidden on all pages by a command and shown again by it, or in the popup', async () => {
      const page = await open();
      await reading.reader.command('hide-marks');
      await page.waitFor(async () => (await page.highlights()).length === 0, { what: 'the marks to go' });
      const popup = await reading.reader.extensionPage(
        `pages/popup.html?tab=${await tabOf(reading.reader, PAGE)}`,
      );
      await popup.waitFor(async () => (await textOf(popup)).includes('hidden on all pages'), {
        what: 'the popup to say so',
      });
      await popup.evaluate(() => document.querySelector<HTMLElement>('.summary button')?.click());
      await page.bringToFront();
      await marked(page, 'cyber sovereignty');
      await reading.reader.command('hide-marks');
      await page.waitFor(async () => (await page.highlights()).length === 0, { what: 'the marks to go' });
      await reading.reader.command('hide-marks');
      await marked(page, 'cyber sovereignty');
      await popup.waitFor(async () => (await textOf(popup)).includes('Great Firewall'), { what: 'the list' });
      await popup.close();
      await page.close();
    });

    test('an entity chosen in the popup is shown on the page, its card open and in focus', async () => {
      const page = await open();
      const popup = await reading.reader.extensionPage(
        `pages/popup.html?tab=${await tabOf(reading.reader, PAGE)}`,
      );
      const row = () =>
        popup.evaluate(() => {
          const rows = [...document.querySelectorAll<HTMLElement>('button.row')];
          const wanted = rows.find(({ textContent }) => textContent?.includes('World Internet Conference'));
          wanted?.click();
          return wanted !== undefined;
        });
      await popup.waitFor(row, { what: 'the entity in the list' });
      await page.waitFor(async () => (await cardTitle(page)) === 'World Internet Conference', {
        what: 'the card of the entity',
      });
      await page.waitFor(async () => (await focusedInCard(page)) === 'World Internet Conference', {
        what: 'the focus',
      });
      assert.equal(await current(page), 'World Internet Conference');
      const dialog = await page.inCard((root) => {
        const card = root.querySelector('[role=dialog]');
        const title = root.getElementById(card?.getAttribute('aria-labelledby') ?? '');
        const live = root.querySelectorAll('[aria-live], [role=status], [role=alert]').length;
        return { title: title?.textContent, modal: card?.getAttribute('aria-modal') ?? null, live };
      });
      assert.deepEqual(dialog, { title: 'World Internet Conference', modal: null, live: 1 });
      await page.press('Escape');
      await cardGone(page);
      await page.close();
    });
  });
}
