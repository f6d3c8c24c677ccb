/// <reference lib="dom" />
/**
 * The life of the extension beside open tabs: its worker killed at any moment, itself updated, switched off and on, denied the right
 * to read pages, injected twice. What an old copy leaves is cleared away, and nothing is read or kept twice.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import {
  assertNothingLeft,
  badgeOf,
  cardGone,
  cardShows,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  tabOf,
  textOf,
  writeInCard,
} from '../support/reading.ts';
import { mannerSentences } from './sentences/manners.ts';

const PAGE = 'http://life.test/page.html';
const LONG = 'http://life.test/long.html';
const FIREWALL = 'Great Firewall';
const BODY =
  '<p>Much was said of cyber sovereignty, and little of the Great Firewall.</p><p>The Internet Governance Forum met.</p>';
/** Some messages long, so that a worker can die between two of them. */
const LONG_BODY = `<p>Much was said of cyber sovereignty.</p>${'<p>Delegates spoke for hours about the rules of the road and about who should write them, and the road was long.</p>'.repeat(3000)}<p>The Great Firewall was not named.</p>`;

inBothBrowsers((reading) => {
  const open = (url = PAGE) => reading.reader.openPage(url);
  const texts = async (page: ReaderPage) => (await page.highlights()).map(({ text }) => text).sort();
  /** Waits until no mark stands there, the reader's pointer moving about. */
  const silent = (page: ReaderPage) => {
    let x = 40;
    const moved = async () => {
      x += 1;
      await page.pointer.move(x, 700);
      return (await texts(page)).length === 0;
    };
    return page.waitFor(moved, { what: 'no mark' });
  };
  const back = (page: ReaderPage, wanted: readonly string[]) =>
    page.waitFor(async () => (await texts(page)).join() === wanted.join(), { what: `marks on ${wanted}` });

  before(() => {
    reading.site.page(PAGE, htmlPage('Life', BODY));
    reading.site.page(LONG, htmlPage('Long', LONG_BODY));
  });

  describe('the extension', () => {
    test('injected twice makes one set of marks and one card', async () => {
      const page = await open();
      await marked(page, FIREWALL);
      const before = await texts(page);
      const tab = await tabOf(reading.reader, PAGE);
      await reading.reader.evaluateInExtension(async (tabId) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        const { scripting } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        for (let i = 0; i < 2; i++)
          await scripting.executeScript({ target: { tabId }, files: ['content/spotter.js'] });
      }, tab);
      await page.evaluate(() => {
        const later = document.createElement('p');
        later.textContent = 'The World Internet Conference met.';
        document.querySelector('main')?.append(later);
      });
      await marked(page, 'World Internet Conference');
      assert.deepEqual(await texts(page), [...before, 'World Internet Conference'].sort());
      await hover(page, FIREWALL);
      const hosts = await page.evaluate(() => document.documentElement.children.length);
      assert.equal(hosts, 3, 'head, body and one host');
      await page.close();
    });

    for (const [how, deeds] of [
      ['updated', ['update']],
      ['switched off and on', ['off', 'on']],
    ] as const)
      test(`${how}: a new copy takes over in open tabs without a reload, and nothing is left of the old`, async () => {
        const page = await open();
        await marked(page, FIREWALL);
        const [before, html] = [await texts(page), await page.html()];
        await hover(page, FIREWALL);
        for (const deed of deeds) await reading.reader.switchExtension(deed);
        await page.bringToFront();
        await back(page, before);
        await page.pointer.move(40, 700, { steps: 3 });
        await cardGone(page);
        assert.equal(await page.html(), html);
        await hover(page, FIREWALL);
        await page.press('Escape');
        await cardGone(page);
        assert.deepEqual(await texts(page), before);
        assert.equal(await page.html(), html);
        const tab = await tabOf(reading.reader, PAGE);
        await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === '3', { what: 'the badge' });
        await page.close();
      });

    if (reading.kind === 'chromium')
      test('switched off: the copies in open tabs clear their pages when they are next looked at', async () => {
        const page = await open();
        await marked(page, FIREWALL);
        const html = await page.html();
        await hover(page, FIREWALL);
        await reading.reader.switchExtension('off');
        await page.bringToFront();
        await silent(page);
        await cardGone(page);
        assert.equal(await page.html(), html);
        await reading.reader.switchExtension('on');
        await page.bringToFront();
        await marked(page, FIREWALL);
        await page.close();
      });

    test('denied the right to read pages clears them and says so in the popup; permitted, it begins again', async () => {
      const page = await open();
      await marked(page, FIREWALL);
      const before = await texts(page);
      const tab = await tabOf(reading.reader, PAGE);
      await hover(page, FIREWALL);
      await reading.reader.switchExtension('deny');
      await page.bringToFront();
      await silent(page);
      await cardGone(page);
      const popup = await reading.reader.extensionPage(`pages/popup.html?tab=${tab}`);
      await popup.waitFor(async () => /may not read this page/.test(await textOf(popup)), {
        what: 'the popup to say so',
      });
      assert.equal(
        await popup.evaluate(() => document.querySelector('button.primary')?.textContent),
        'Allow on all pages',
      );
      await reading.reader.switchExtension('permit');
      await page.bringToFront();
      await back(page, before);
      await popup.waitFor(async () => (await textOf(popup)).includes(FIREWALL), {
        what: 'the page in the popup',
      });
      await popup.close();
      await page.close();
    });
  });

  describe('a worker that is killed', () => {
    test('while a page is read is not missed', async () => {
      for (const wait of [0, 30, 120]) {
        const page = await open(LONG);
        await page.waitFor(async () => (await page.evaluate(() => performance.now())) >= wait, {
          what: 'a moment',
        });
        await reading.reader.killWorker({ isWanted: true });
        await page.bringToFront();
        await marked(page, 'cyber sovereignty');
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await marked(page, FIREWALL);
        await page.close();
      }
    });

    test('while a card is fetched is not missed', async () => {
      const page = await open();
      await marked(page, FIREWALL);
      await reading.reader.killWorker({ isWanted: true });
      await page.bringToFront();
      const shown = hover(page, FIREWALL);
      await reading.reader.killWorker({ isWanted: true });
      assert.match((await shown).text, /Great Firewall/);
      await page.close();
    });

    test('while a note is saved: the note is kept, once', async () => {
      const page = await open();
      await hover(page, FIREWALL);
      const texts = ['First thought.', 'Second thought.', 'Third thought.'];
      for (const text of texts) {
        await writeInCard(page, text);
        await Promise.all([page.press('Control+Enter'), reading.reader.killWorker({ isWanted: true })]);
        await cardShows(page, text);
      }
      const library = await reading.reader.extensionPage('pages/library.html');
      await library.waitFor(async () => (await textOf(library)).includes('Third thought.'), {
        what: 'the notes',
      });
      const all = await textOf(library);
      for (const text of texts) assert.equal(all.split(text).length - 1, 1, text);
      await library.close();
      await page.close();
    });
  });

  describe('a private window', () => {
    const TARGET = { url: PAGE, title: 'Life', selectors: [], entity: 'internet-governance:great-firewall' };
    interface Kept {
      readonly id: string;
      readonly body: string;
      readonly isPrivate?: boolean;
    }
    /** Calls the background as the content script of a tab does. */
    const call = async <T>(tab: number, verb: string, params: object): Promise<T> => {
      const message = { tag: 'glossator', version: 1, to: 'background', verb, params };
      const reply = await reading.reader.evaluateInExtension(
        async (tabId, sent) => {
          const send = async (what: object) =>
            // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a content script
            ((globalThis as any).browser ?? (globalThis as any).chrome).runtime.sendMessage(what);
          // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
          const { scripting } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
          const [frame] = await scripting.executeScript({ target: { tabId }, func: send, args: [sent] });
          return frame.result;
        },
        tab,
        message,
      );
      assert.equal(reply?.ok, true, JSON.stringify(reply));
      return reply.value;
    };
    const bodies = async (tab: number) =>
      (await call<readonly Kept[]>(tab, 'getNotes', { url: PAGE })).map(({ body }) => body).sort();
    /** All that the extension holds in memory for the session, and on disk beside the database of notes. */
    const held = (area: 'session' | 'local') =>
      reading.reader.evaluateInExtension(async (name) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        const { storage } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        return JSON.stringify(await storage[name].get(null));
      }, area);

    test('keeps its notes in memory until the last private window closes, and none on disk', async () => {
      await reading.reader.switchExtension('allow-private');
      const page = await open();
      await marked(page, FIREWALL);
      const usual = await tabOf(reading.reader, PAGE);
      await call(usual, 'saveNote', { draft: { id: 'note-kept', target: TARGET, body: 'Kept.' } });
      const known = await bodies(usual);
      const window = await reading.reader.evaluateInExtension(async (url) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        const { windows } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        const { id, tabs } = await windows.create({ incognito: true, url });
        return { id: id as number, tab: tabs[0].id as number };
      }, PAGE);
      await page.waitFor(() => bodies(window.tab).catch(() => null), {
        what: 'the page in the private window',
      });
      assert.deepEqual(await bodies(window.tab), known, 'kept notes are shown');

      if (reading.kind === 'firefox') {
        // Playwright does not see Chromium's private windows.
        const seen = (await reading.reader.pages()).filter(({ url }) => url === PAGE).at(-1);
        assert.ok(seen && seen !== page);
        await hover(seen, FIREWALL);
        await writeInCard(seen, 'Half a thought');
        await cardShows(seen, 'until the last private window closes');
      }

      const fresh = { id: 'note-private', target: TARGET, body: 'Seen in private.' };
      const saved = await call<Kept>(window.tab, 'saveNote', { draft: fresh });
      assert.equal(saved.isPrivate, true);
      await call(window.tab, 'saveNote', { draft: { id: 'note-kept', target: TARGET, body: 'Changed.' } });
      const changed = [...known.filter((body) => body !== 'Kept.'), 'Changed.', 'Seen in private.'].sort();
      assert.deepEqual(await bodies(window.tab), changed);
      await reading.reader.killWorker({ isWanted: true });
      assert.deepEqual(await bodies(window.tab), changed, 'a worker that dies loses none');
      assert.deepEqual(await bodies(usual), known, 'other windows know nothing of it');
      const wrong = { name: FIREWALL, entity: TARGET.entity, reach: 'page' };
      await call(window.tab, 'correct', wrong);
      const silenced = async (tab: number) =>
        (await call<{ silenced: readonly string[] }>(tab, 'getPageSettings', { url: PAGE })).silenced.length;
      assert.deepEqual([await silenced(window.tab), await silenced(usual)], [1, 0]);
      assert.doesNotMatch(await held('local'), /Seen in private|Changed\.|"corrections":\[\{/);

      await reading.reader.evaluateInExtension(async (id) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        await ((globalThis as any).browser ?? (globalThis as any).chrome).windows.remove(id);
      }, window.id);
      await page.waitFor(async () => !/private-/.test(await held('session')), {
        what: 'them to be forgotten',
      });
      assert.deepEqual(await bodies(usual), known);
      await call(usual, 'deleteNote', { id: 'note-kept' });
      await page.close();
    });
  });

  mannerSentences(reading);

  test('no page, and no worker, has met an error', () => {
    assert.deepEqual(reading.reader.errors, []);
  });

  test('nothing has left the machine', () => {
    assertNothingLeft(reading.site);
  });
});
