/// <reference lib="dom" />
/** The reader's desk: the panel with the page as a whole, settings that hold at once, and what quiets the marks. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { giveFile } from '../support/notes-page.ts';
import {
  askBackground,
  assertNothingLeft,
  closeCard,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  tabOf,
  textOf,
} from '../support/reading.ts';

const AT = 'http://desk.test';
const NAMES = [
  'cyber sovereignty, and of the Internet Governance Forum',
  'the International Telecommunication Union',
  'Xi Jinping at the World Internet Conference in Wuzhen',
  'the multistakeholder model and ICANN',
];
const FILL = '<p>Delegates spoke for hours about the rules of the road and who should write them.</p>'.repeat(
  40,
);
const BODY = `${NAMES.map((name) => `<h2>On it</h2><p>Much was said of ${name} that day, and of the Great Firewall.</p>${FILL}`).join('')}`;
const HTML = htmlPage('A page as a whole', BODY).replace(
  '<title>',
  '<meta property="article:published_time" content="2018-06-19T10:00:00Z"><title>',
);

inBothBrowsers((reading) => {
  before(() => {
    reading.site.page(`${AT}/page`, HTML);
    reading.site.page(`${AT}/none`, htmlPage('None', '<p>Nothing of the kind.</p>'));
    reading.site.page('http://other-desk.test/page', HTML);
  });

  const panelOf = async (page: ReaderPage) =>
    reading.reader.extensionPage(`pages/panel.html?tab=${await tabOf(reading.reader, page.url)}`);
  const says = (page: ReaderPage, words: RegExp) =>
    page.waitFor(async () => words.test(await textOf(page)), { what: `${words}` });
  const press = (page: ReaderPage, selector: string, name = /(?:)/) =>
    page.waitFor(
      () =>
        page.evaluate(
          (wanted, source) => {
            const found = [...document.querySelectorAll<HTMLElement>(wanted)].find((one) =>
              new RegExp(source).test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
            );
            found?.click();
            return found !== undefined;
          },
          selector,
          name.source,
        ),
      { what: `${selector} ${name}` },
    );
  /** Puts a text into a field, in place of what stands there. */
  const fill = (page: ReaderPage, selector: string, text: string) =>
    page.waitFor(
      () =>
        page.evaluate(
          (wanted, value) => {
            const field = document.querySelector<HTMLInputElement>(wanted);
            if (!field) return false;
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            return true;
          },
          selector,
          text,
        ),
      { what: selector },
    );
  const choose = (page: ReaderPage, label: RegExp, value: string) =>
    page.waitFor(
      () =>
        page.evaluate(
          (source, wanted) => {
            const row = [...document.querySelectorAll('label')].find((one) =>
              new RegExp(source).test(one.textContent ?? ''),
            );
            const select = row?.querySelector('select');
            if (!select) return false;
            select.value = wanted;
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
          },
          label.source,
          value,
        ),
      { what: `the choice ${label}` },
    );
  const settings = () => reading.reader.extensionPage('pages/library.html#settings');

  describe('the side panel', () => {
    test('lists the names of the page by type with their places, filters them, and leads to the first mention', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const panel = await panelOf(page);
      await says(panel, /Great Firewall\s*4/);
      const types = await panel.evaluate(() =>
        [...document.querySelectorAll('h2')].map((one) => one.textContent),
      );
      assert.ok(types.includes('Organisation') && types.includes('Concept'), `${types}`);
      const ticks = await panel.evaluate(
        () =>
          [...document.querySelectorAll('.row')]
            .find((one) => one.textContent?.includes('Great Firewall'))
            ?.querySelector('.strip path')
            ?.getAttribute('d')
            ?.match(/M/g)?.length,
      );
      assert.equal(ticks, 4, 'a tick for each place');
      await fill(panel, 'input[type=search]', 'corporation for');
      await panel.waitFor(() => panel.evaluate(() => document.querySelectorAll('.row').length === 1), {
        what: 'the one name that is looked for',
      });
      await press(panel, '.row');
      await page.waitFor(() => page.evaluate(() => scrollY > 500), { what: 'the page to have gone there' });
      await panel.close();
      await page.close();
    });

    test('shows the dates of the page beside its own, each with its sources', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const panel = await panelOf(page);
      await press(panel, '[data-part=timeline]');
      await says(panel, /This page: .*19.*2018/);
      const count = await panel.evaluate(() => document.querySelectorAll('circle').length);
      assert.ok(count > 20, `${count} dates`);
      await panel.evaluate(() => document.querySelector<SVGElement>('circle')?.focus());
      await panel.waitFor(
        () => panel.evaluate(() => document.querySelector('.telling a[href^=http]') !== null),
        {
          what: 'a source with its address',
        },
      );
      const before = await panel.evaluate(() => document.querySelector('svg.timeline')?.clientWidth ?? 0);
      await press(panel, '.icon-button', /Zoom in/);
      await panel.waitFor(
        () =>
          panel.evaluate(
            (was) => (document.querySelector('svg.timeline')?.clientWidth ?? 0) > was * 1.5,
            before,
          ),
        { what: 'a longer line' },
      );
      await panel.close();
      await page.close();
    });

    test('shows what the names are to each other as a map, for the keyboard too, and as a table', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const panel = await panelOf(page);
      await press(panel, '[data-part=map]');
      await panel.waitFor(() => panel.evaluate(() => document.querySelectorAll('.node').length > 2), {
        what: 'the map',
      });
      const places = await panel.evaluate(() =>
        [...document.querySelectorAll('.node circle')].map(
          (one) => `${one.getAttribute('cx')} ${one.getAttribute('cy')}`,
        ),
      );
      assert.equal(new Set(places).size, places.length, 'no two names in one place');
      const rows = await panel.evaluate(() => document.querySelectorAll('tr').length);
      assert.equal(rows, await panel.evaluate(() => document.querySelectorAll('.edge').length));
      await panel.evaluate(() => document.querySelector<SVGElement>('.node')?.focus());
      await panel.press('Enter');
      await panel.waitFor(
        () =>
          panel.evaluate(
            () =>
              document.querySelector('.tabs')?.previousElementSibling !== null &&
              document.querySelectorAll('main > div').length > 1,
          ),
        {
          what: 'the entry',
        },
      );
      await panel.close();
      await page.close();
    });

    test('has the notes of the page, and hears of new ones at once', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const panel = await panelOf(page);
      await press(panel, '[data-part=notes]');
      await says(panel, /No notes on this page yet/);
      const target = { url: `${AT}/page`, title: 'A page as a whole', selectors: [] };
      await askBackground(panel, 'saveNote', { draft: { target, body: 'From elsewhere.' } });
      await says(panel, /From elsewhere\./);
      await press(panel, '.note button', /Delete/);
      await says(panel, /Note deleted/);
      await panel.close();
      await page.close();
    });

    test('writes the page down with its sources, as Markdown and as a page', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const tab = await tabOf(reading.reader, page.url);
      const panel = await panelOf(page);
      const markdown = String(await askBackground(panel, 'writeDigest', { tab, format: 'markdown' }));
      assert.match(markdown, /^# A page as a whole\n/);
      assert.match(markdown, /## Cyber sovereignty\n/);
      const cited = new Set(Array.from(markdown.matchAll(/\[\^(\d+)\](?!:)/g), ([, number]) => number));
      const told = new Set(Array.from(markdown.matchAll(/^\[\^(\d+)\]: .+$/gm), ([, number]) => number));
      assert.ok(cited.size > 5);
      assert.deepEqual(told, cited, 'every source that is cited stands at the end');
      const html = String(await askBackground(panel, 'writeDigest', { tab, format: 'html' }));
      assert.doesNotMatch(html, /<script|<img|onerror/);
      await panel.close();
      await page.close();
    });

    test('says why there is nothing, where there is nothing', async () => {
      const page = await reading.reader.openPage(`${AT}/none`);
      // The panel stands in a tab of its own here, and hides the page: it is to be read before.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const panel = await panelOf(page);
      await says(panel, /No name or term/);
      await panel.close();
      await page.close();
    });
  });

  describe('settings', () => {
    test('hold at once in open tabs: off and on again, by site, by pattern, and everywhere', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty'); // before another tab hides it
      const other = await reading.reader.openPage('http://other-desk.test/page');
      await marked(other, 'cyber sovereignty');
      const library = await settings();
      const none = (tab: ReaderPage) =>
        tab.waitFor(async () => (await tab.highlights()).length === 0, { what: 'no marks' });
      const rule = (pattern: string, enabled: boolean | null) =>
        askBackground(library, 'setSites', { rules: { [pattern]: enabled === null ? null : { enabled } } });
      await rule('*.desk.test', false);
      await page.bringToFront();
      await none(page);
      await marked(other, 'cyber sovereignty');
      await rule('desk.test/page', true);
      await marked(page, 'cyber sovereignty');
      await rule('desk.test/page', null);
      await rule('*.desk.test', null);
      await askBackground(library, 'setPreferences', { preferences: { enabled: false } });
      await none(page);
      await other.bringToFront();
      await none(other);
      await askBackground(library, 'setPreferences', { preferences: { enabled: true } });
      await marked(other, 'cyber sovereignty');
      await library.close();
      await page.close();
      await other.close();
    });

    test('a pack that is switched off marks nothing, and its entries are gone until it is on again', async () => {
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      const library = await reading.reader.extensionPage('pages/library.html#packs');
      await press(library, 'input[name=internet-governance]');
      await page.bringToFront();
      await page.waitFor(async () => (await page.highlights()).length === 0, { what: 'no marks' });
      assert.equal(
        await askBackground(library, 'getEntity', { id: 'internet-governance:cyber-sovereignty' }),
        null,
      );
      await library.bringToFront();
      await press(library, 'input[name=internet-governance]');
      await page.bringToFront();
      await marked(page, 'cyber sovereignty');
      await library.close();
      await page.close();
    });

    test('theme, width and language of cards are what the reader chooses', async () => {
      const library = await settings();
      await choose(library, /Theme/, 'dark');
      await choose(library, /Width/, 'wide');
      await choose(library, /Language/, 'fr');
      await library.waitFor(
        () => library.evaluate(() => document.documentElement.style.colorScheme === 'dark'),
        {
          what: 'the page to be dark',
        },
      );
      const page = await reading.reader.openPage(`${AT}/page`);
      const card = await hover(page, 'Internet Governance Forum');
      assert.match(card.text, /Forum sur la gouvernance/);
      const look = await page.inCard((root) => {
        const element = root.querySelector('.card') as HTMLElement;
        return { width: element.offsetWidth, scheme: getComputedStyle(element).colorScheme };
      });
      assert.deepEqual(look, { width: 520, scheme: 'dark' });
      await closeCard(page);
      await choose(library, /Theme/, 'system');
      await choose(library, /Width/, 'usual');
      await choose(library, /Language/, '');
      await library.close();
      await page.close();
    });

    test('a name whose card was read three times is left unmarked, if the reader has chosen so, and comes back when not', async () => {
      const library = await settings();
      const page = await reading.reader.openPage(`${AT}/page`);
      const read = async () => {
        await hover(page, 'Internet Governance Forum');
        await new Promise((resolve) => setTimeout(resolve, 1800)); // as a reader would
        await closeCard(page);
        await page.pointer.move(5, 5);
      };
      await read(); // it does not count: nobody has chosen so
      await askBackground(library, 'setPreferences', { preferences: { fading: true } });
      await read();
      await read();
      await marked(page, 'Internet Governance Forum');
      await read();
      await page.waitFor(
        async () => !(await page.highlights()).some(({ text }) => text === 'Internet Governance Forum'),
        { what: 'no mark on what is known' },
      );
      await marked(page, 'cyber sovereignty');
      await askBackground(library, 'setPreferences', { preferences: { fading: false } });
      await marked(page, 'Internet Governance Forum');
      await library.close();
      await page.close();
    });

    test('a pattern for all sites is asked for twice, and what is no pattern is refused in words', async () => {
      const library = await settings();
      const write = (pattern: string) => fill(library, 'form .field', pattern);
      await write('two words');
      await press(library, 'form button', /Leave alone/);
      await says(library, /neither a site nor a pattern/);
      await write('*');
      await press(library, 'form button', /Leave alone/);
      await says(library, /Press again if you are sure/);
      await press(library, 'form button', /Leave alone/);
      await says(library, /left alone/);
      await press(library, '.choice-row button', /Remove \*/);
      await library.waitFor(async () => !/left alone/.test(await textOf(library)), { what: 'no rule' });
      await library.close();
    });

    test('50,000 patterns are taken, and pages are marked as ever', async () => {
      const library = await settings();
      const rules = Object.fromEntries(
        Array.from({ length: 50_000 }, (_, i) => [`*.blocked-${i}.test`, { enabled: false }]),
      );
      await askBackground(library, 'setSites', { rules });
      reading.site.page('http://www.blocked-49999.test/page', HTML);
      const blocked = await reading.reader.openPage('http://www.blocked-49999.test/page');
      const page = await reading.reader.openPage(`${AT}/page`);
      await marked(page, 'cyber sovereignty');
      assert.deepEqual(await blocked.highlights(), []);
      const tab = await tabOf(reading.reader, blocked.url);
      const { state } = (await askBackground(library, 'getPageSummary', { tab })) as { state: string };
      assert.equal(state, 'off');
      await askBackground(library, 'setSites', {
        rules: Object.fromEntries(Object.keys(rules).map((pattern) => [pattern, null])),
      });
      await library.close();
      await blocked.close();
      await page.close();
    });

    test('are found by what they are called', async () => {
      const library = await settings();
      await library.waitFor(() => library.evaluate(() => document.querySelectorAll('.page').length > 5), {
        what: 'all',
      });
      await fill(library, 'input[type=search]', 'theme');
      await library.waitFor(
        () =>
          library.evaluate(
            () =>
              [...document.querySelectorAll<HTMLElement>('.page')].filter((one) => !one.hidden).length === 1,
          ),
        { what: 'the one part' },
      );
      await library.close();
    });

    test('everything goes into one file, and comes back from it', async () => {
      const library = await settings();
      const target = { url: `${AT}/restored`, title: 'Restored', selectors: [] };
      await askBackground(library, 'saveNote', { draft: { target, body: 'To be had again.' } });
      const rules = { '*.restored.test': { enabled: false } };
      await askBackground(library, 'setSites', { rules });
      await choose(library, /Theme/, 'dark');
      await library.reload(); // the page has read the note
      await library.evaluate(() => {
        URL.createObjectURL = (blob: Blob) => {
          blob.text().then((text) => Object.assign(window, { saved: text }));
          return '#';
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      const saved = await library.waitFor(
        async () => {
          await press(library, 'button', /Save everything/);
          const text = await library.evaluate(() => (window as unknown as { saved?: string }).saved ?? '');
          return text.includes('To be had again.') && text;
        },
        { what: 'a file with the note' },
      );
      await askBackground(library, 'wipe', {});
      await library.reload();
      await giveFile(library, 'all.json', '{"settings": 1', 'input[name=restore]');
      await says(library, /is damaged/);
      await giveFile(library, 'all.json', saved, 'input[name=restore]');
      await says(library, /Restored\. Notes added or changed: [1-9]/);
      const notes = (await askBackground(library, 'getNotes', { url: target.url })) as { body: string }[];
      assert.deepEqual(
        notes.map(({ body }) => body),
        ['To be had again.'],
      );
      await says(library, /\*\.restored\.test/);
      await library.waitFor(
        () => library.evaluate(() => document.documentElement.style.colorScheme === 'dark'),
        { what: 'the theme' },
      );
      await library.close();
    });

    test('everything is wiped by a typed word, and by nothing less', async () => {
      const library = await settings();
      const target = { url: `${AT}/wiped`, title: 'Wiped', selectors: [] };
      await askBackground(library, 'saveNote', { draft: { target, body: 'To be forgotten.' } });
      const type = (text: string) => fill(library, 'input[name=wipe]', text);
      await type('forge');
      assert.equal(
        await library.evaluate(
          () =>
            [...document.querySelectorAll('button')].find((one) =>
              /Delete everything/.test(one.textContent ?? ''),
            )?.disabled,
        ),
        true,
      );
      await type('forget');
      await press(library, 'button:not([disabled])', /Delete everything/);
      await library.waitFor(
        async () =>
          ((await askBackground(library, 'getNotes', { url: target.url })) as unknown[]).length === 0,
        { what: 'no note' },
      );
      await library.close();
    });
  });

  describe('the field that leads anywhere', () => {
    const ask = async (page: ReaderPage, words: string) => {
      await page.press('Control+k');
      await page.waitFor(
        () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'),
        {
          what: 'the field',
        },
      );
      await page.type(words);
    };
    const offered = (page: ReaderPage, name: RegExp) =>
      page.waitFor(
        () =>
          page.evaluate(
            (source) =>
              new RegExp(source).test(document.querySelector('[aria-selected=true] bdi')?.textContent ?? ''),
            name.source,
          ),
        { what: `${name} to be chosen` },
      );

    test('opens an entry, finds a setting and looks through the notes, by the keyboard alone', async () => {
      const library = await reading.reader.extensionPage('pages/library.html');
      await library.waitFor(() => library.evaluate(() => document.querySelector('h1') !== null), {
        what: 'the library',
      });
      await ask(library, 'Wuzhen');
      await offered(library, /Wuzhen/);
      await library.press('Enter');
      await library.waitFor(() => library.evaluate(() => location.hash.startsWith('#packs/')), {
        what: 'the entry',
      });
      await ask(library, 'theme');
      await offered(library, /^Theme$/);
      await library.press('Enter');
      await library.waitFor(
        () =>
          library.evaluate(
            () => document.querySelector<HTMLInputElement>('input[type=search]')?.value === 'Theme',
          ),
        { what: 'the setting' },
      );
      await ask(library, 'zzz nothing');
      await offered(library, /zzz nothing/);
      await library.press('Enter');
      await library.waitFor(() => library.evaluate(() => location.hash.startsWith('#notes/')), {
        what: 'the notes',
      });
      await library.press('Control+k');
      await library.press('Escape');
      await library.waitFor(() => library.evaluate(() => document.querySelector('dialog[open]') === null), {
        what: 'it to be closed',
      });
      await library.close();
    });
  });

  test('nothing has left the machine, and nothing has failed', () => {
    assertNothingLeft(reading.site);
    assert.deepEqual(reading.reader.errors, []);
  });
});
