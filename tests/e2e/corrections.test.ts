/// <reference lib="dom" />
/**
 * The reader's word is final: "wrong here", "not on this site", "never this name", from the card, in a real Chromium and a real
 * Firefox. At once in every open tab, taken back without a trace, kept over a restart, carried from one browser to another.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import {
  assertNothingLeft,
  badgeOf,
  cardGone,
  clickInCard,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  tabOf,
  textOf,
} from '../support/reading.ts';

const STORY = 'http://news.test/story.html';
const OTHER = 'http://news.test/other.html';
const FAR = 'http://far.test/story.html';
const FIREWALL = 'Great Firewall';
/** Two sections, so that the name is marked twice; its plural and capitals in between are the same name. */
const TEXT = htmlPage(
  'Story',
  `<p>The Great Firewall was extended, and cyber sovereignty was praised.</p>
  <h2>Later</h2><p>THE GREAT FIREWALL GREW. The Great Firewall and the Internet Governance Forum.</p>`,
);

inBothBrowsers((reading) => {
  const open = (url: string) => reading.reader.openPage(url);

  const hasFirewall = async (page: ReaderPage) =>
    (await page.highlights()).some(({ text }) => /great firewall/i.test(text));
  const silent = async (page: ReaderPage) => {
    await marked(page, 'cyber sovereignty'); // the page has been read, and other marks stay
    await page.waitFor(async () => !(await hasFirewall(page)), { what: `no mark on "${FIREWALL}"` });
  };
  const badge = async (page: ReaderPage, wanted: string) => {
    const tab = await tabOf(reading.reader, page.url);
    await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === wanted, {
      what: `a badge of ${wanted}`,
    });
  };
  const texts = async (page: ReaderPage) => (await page.highlights()).map(({ text }) => text).sort();

  /** Opens the card of the name, and the question in its foot. */
  const ask = async (page: ReaderPage) => {
    await page.bringToFront();
    await hover(page, FIREWALL);
    await clickInCard(page, '.wrong');
  };
  const choose = async (page: ReaderPage, place: 1 | 2 | 3) => {
    await ask(page);
    await clickInCard(page, `.choices button:nth-child(${place})`);
    await page.waitFor(() => page.cardElement('.undo button'), { what: 'the way back' });
  };
  const close = async (page: ReaderPage) => {
    await page.press('Escape');
    await cardGone(page);
  };
  /** The page of all that the reader keeps, at its corrections. */
  const openLibrary = () => reading.reader.extensionPage('pages/library.html#settings');
  const clickIn = (page: ReaderPage, selector: string) =>
    page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
  /** Takes every correction back on the library's page, so that each sentence begins with none. */
  const forget = async () => {
    const library = await openLibrary();
    await library.waitFor(() => library.evaluate(() => !!document.querySelector('.corrections')), {
      what: 'the corrections',
    });
    await library.waitFor(
      () =>
        library.evaluate(() => {
          const remove = document.querySelector<HTMLElement>('.corrections li button.icon-button');
          remove?.click();
          return !remove;
        }),
      { what: 'all corrections to be taken back' },
    );
    await library.close();
  };

  before(() => {
    for (const url of [STORY, OTHER, FAR]) reading.site.page(url, TEXT);
  });

  describe('the reader calls a mark wrong', () => {
    for (const [what, place, goesAt, staysAt] of [
      ['here: on this page', 1, [], [OTHER, FAR]],
      ['on this site: on all its pages', 2, [OTHER], [FAR]],
      ['for ever: everywhere', 3, [OTHER, FAR], []],
    ] as const)
      test(`${what}, at once in all open tabs, and has it back by one button`, async () => {
        const others = [];
        for (const url of [...goesAt, ...staysAt]) {
          const other = await open(url);
          await marked(other, FIREWALL); // a tab that another covers too early waits with its marks until it is seen
          others.push(other);
        }
        const page = await open(STORY);
        await badge(page, '5');
        // Counted is sooner than painted.
        await page.waitFor(async () => (await texts(page)).length === 4, { what: 'all four marks' });
        const before = await texts(page);
        await choose(page, place);
        await silent(page);
        await badge(page, '2');
        for (const other of others) {
          if ((goesAt as readonly string[]).includes(other.url)) await silent(other);
          else assert.ok(await hasFirewall(other), `${other.url} keeps its mark`);
        }
        assert.ok(await page.card(), 'the card stays');
        await clickInCard(page, '.undo button');
        await marked(page, FIREWALL);
        await badge(page, '5');
        for (const other of others) await marked(other, FIREWALL);
        assert.deepEqual(await texts(page), before, 'the marks are as they were');
        assert.ok(await page.cardElement('.wrong'), 'the question is there again');
        await close(page);
        for (const one of [...others, page]) await one.close();
      });

    test('by keyboard alone; the focus goes where the answer is, and Escape closes', async () => {
      const page = await open(STORY);
      await hover(page, FIREWALL);
      await clickInCard(page, 'h2'); // into the card; from here on no pointer
      const focused = () =>
        page.inCard((root) => {
          const element = root.activeElement as HTMLElement | null;
          return element?.matches('button') ? (element.textContent ?? '') : '';
        });
      const tabTo = async (wanted: string) => {
        for (let i = 0; i < 60 && (await focused()) !== wanted; i++) await page.press('Tab');
        assert.equal(await focused(), wanted);
      };
      await tabTo('Not this?');
      assert.equal(await page.inCard((root) => root.activeElement?.getAttribute('aria-expanded')), 'false');
      await page.press('Enter');
      assert.equal(await page.inCard((root) => root.activeElement?.getAttribute('aria-expanded')), 'true');
      await page.press('Tab');
      assert.equal(await focused(), 'Wrong here');
      await page.press('Tab');
      await page.press('Tab');
      assert.equal(await focused(), 'Never this name');
      await page.press('Enter');
      await page.waitFor(async () => (await focused()) === 'Undo', { what: 'the focus on the way back' });
      await silent(page);
      await page.press('Enter');
      await page.waitFor(async () => (await focused()) === 'Not this?', {
        what: 'the focus on the question',
      });
      await marked(page, FIREWALL);
      await close(page);
      await page.close();
    });

    test('and no card opens there any more, nor does the popup count it', async () => {
      const page = await open(STORY);
      const { rect } = await marked(page, FIREWALL);
      await choose(page, 1);
      await silent(page);
      await close(page);
      await page.pointer.move(5, 5);
      await page.pointer.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 4 });
      await hover(page, 'cyber sovereignty'); // the time in which the other would have opened is over
      const popup = await reading.reader.extensionPage(
        `pages/popup.html?tab=${await tabOf(reading.reader, STORY)}`,
      );
      await popup.waitFor(async () => /Cyber sovereignty/.test(await textOf(popup)), { what: 'the popup' });
      assert.doesNotMatch(await textOf(popup), /Great Firewall/);
      await popup.close();
      await page.close();
      await forget();
    });

    test('of one page of an application, and its next page has the mark', async () => {
      const page = await open(STORY);
      await choose(page, 1);
      await silent(page);
      await close(page);
      await page.evaluate(() => history.pushState(null, '', '/next.html'));
      await marked(page, FIREWALL);
      await page.evaluate(() => history.back());
      await silent(page);
      await page.close();
      await forget();
    });
  });

  describe('what was called wrong', () => {
    test('stays so over a restart, is listed, and can be taken back in the list and put back again', async () => {
      let page = await open(STORY);
      await choose(page, 2);
      await silent(page);
      await reading.reader.restart();
      page = await open(STORY);
      await silent(page);
      const library = await openLibrary();
      await library.waitFor(async () => /great firewall/i.test(await textOf(library)), {
        what: 'the correction in its list',
      });
      assert.match(await textOf(library), /news\.test/);
      await clickIn(library, '.corrections li button.icon-button');
      await marked(page, FIREWALL);
      await library.waitFor(
        () => library.evaluate(() => !!document.querySelector('.corrections .undo button')),
        {
          what: 'the way back',
        },
      );
      await clickIn(library, '.corrections .undo button');
      await silent(page);
      await library.close();
      await page.close();
      await forget();
    });

    test('is carried from one browser to another in a file, and a file that is none changes nothing', async () => {
      const page = await open(STORY);
      await choose(page, 3);
      await silent(page);
      await close(page);
      const library = await openLibrary();
      await library.waitFor(() => library.evaluate(() => !!document.querySelector('.corrections li')), {
        what: 'the list',
      });
      // The file is caught where the page hands it to the browser.
      await library.evaluate(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          Object.assign(window, { file: blob });
          return make(blob);
        };
        HTMLAnchorElement.prototype.click = function () {
          Object.assign(window, { fileName: this.download });
        };
      });
      await clickIn(library, '.corrections button[name=export]');
      const caught = () =>
        library.evaluate(async () => {
          const { file, fileName } = window as unknown as { file?: Blob; fileName?: string };
          return file && fileName ? { name: fileName, text: await file.text() } : null;
        });
      const { name, text } = await library.waitFor(caught, { what: 'the file' });
      assert.match(name, /\.json$/);
      assert.match(text, /internet-governance:/);
      const give = (content: string) =>
        library.evaluate((words) => {
          const input = document.querySelector<HTMLInputElement>('.corrections input[type=file]');
          const files = new DataTransfer();
          files.items.add(new File([words], 'corrections.json', { type: 'application/json' }));
          if (input) input.files = files.files;
          input?.dispatchEvent(new Event('change', { bubbles: true }));
        }, content);
      const says = (wanted: RegExp) =>
        library.waitFor(async () => wanted.test(await textOf(library)), { what: String(wanted) });
      await clickIn(library, '.corrections li button.icon-button');
      await marked(page, FIREWALL);
      await give('{ "corrections": [');
      await says(/not JSON/);
      await give('{ "notes": [] }');
      await says(/no corrections/);
      await give(text.replace(/"corrections": \[/, '"corrections": [ { "surface": 7 },'));
      await says(/1 correction added/);
      await says(/1 entry .*number 1/);
      await silent(page);
      await give(text);
      await says(/0 corrections added/);
      await library.close();
      await page.close();
      await forget();
    });
  });

  test('nothing has left the machine', () => {
    assertNothingLeft(reading.site);
  });
});
