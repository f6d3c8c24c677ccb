/** The main job, in a real Chromium and a real Firefox, with the same sentences: marks, a card with its sources, a note. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  BROWSER_KINDS,
  launchBrowser,
  type Reader,
  type ReaderPage,
} from '../../src/tools/browser/driver.ts';
import { type Site, startSite } from '../../src/tools/browser/site.ts';

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');
const article = (name: string) => readFileSync(path.join(ROOT, 'assets/welcome', name), 'utf8');
const ARTICLE = 'http://news.test/article.html';
const FOUR = 'http://news.test/four.html';
const MODAL = 'http://news.test/modal.html';
const STRICT = 'http://news.test/strict.html';
const FOUR_TEXT = `<!doctype html><html lang="en"><title>Four</title><body><main><p>Delegates of the ITU met the IGF and spoke of cyber sovereignty and a Huawei smart city. </p>
<h2>Later</h2><p>The International Telecommunication Union (ITU) and the Internet Governance
Forum (IGF) agreed.</p></main>`;

for (const kind of BROWSER_KINDS) {
  describe(kind, () => {
    let site: Site;
    let reader: Reader;
    before(async () => {
      site = await startSite();
      site.page(ARTICLE, article('article.html'));
      site.page('http://news.test/article.css', () => ({
        headers: { 'content-type': 'text/css' },
        body: article('article.css'),
      }));
      site.page(FOUR, FOUR_TEXT);
      site.page(
        MODAL,
        `<!doctype html><title>Modal</title><body><dialog><main><p>On cyber sovereignty, in a dialog.</p></main></dialog>`,
      );
      site.page(STRICT, FOUR_TEXT, {
        headers: {
          'content-security-policy':
            "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
        },
      });
      reader = await launchBrowser(kind, {
        extensionDir: path.join(ROOT, 'dist', kind),
        proxy: site.proxy,
        viewport: { width: 1100, height: 900 },
      });
    });
    after(async () => {
      await reader?.close();
      await site?.close();
    });

    const marked = (page: ReaderPage, text: string) =>
      page.waitFor(async () => (await page.highlights()).find((mark) => mark.text === text), {
        what: `a mark on "${text}"`,
      });

    async function hover(page: ReaderPage, text: string) {
      const { rect } = await marked(page, text);
      await page.pointer.move(5, 5);
      await page.pointer.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 4 });
      return page.waitFor(
        async () => {
          const card = await page.card();
          return card?.text.includes('·') ? card : null;
        },
        { what: `the card of "${text}"` },
      );
    }

    for (const [text, label] of [
      ['ITU', 'International Telecommunication Union'],
      ['IGF', 'Internet Governance Forum'],
      ['cyber sovereignty', 'Cyber sovereignty'],
      ['Huawei smart city', 'Safe City'],
    ] as const) {
      test(`"${text}" is one mention, and its card cites its sources`, async () => {
        const page = await reader.openPage(FOUR);
        const card = await hover(page, text);
        assert.match(card.text, new RegExp(label));
        assert.ok(card.html.includes('href="http'), 'a source can be opened');
        await page.close();
      });
    }

    test('the card closes with Escape, and the page is as it was', async () => {
      const page = await reader.openPage(FOUR);
      const html = await page.html();
      await hover(page, 'ITU');
      await page.press('Escape');
      await page.waitFor(async () => (await page.card()) === null, { what: 'the card to close' });
      assert.equal(await page.html(), html);
      await page.close();
    });

    test('under the strictest policy of a page all still works', async () => {
      const page = await reader.openPage(STRICT);
      assert.match((await hover(page, 'cyber sovereignty')).text, /Cyber sovereignty/);
      await page.close();
    });

    test('a note survives a reload and a restart of the browser', async () => {
      let page = await reader.openPage(ARTICLE);
      await hover(page, 'Wuzhen');
      const field = await page.waitFor(() => page.cardElement('textarea'), { what: 'a place to write' });
      await page.pointer.click(field.rect.x + 20, field.rect.y + 10);
      await page.type('A town of canals.');
      await page.press('Control+Enter');
      await page.waitFor(async () => (await page.card())?.text.includes('A town of canals.'), {
        what: 'the note in the card',
      });
      await page.reload();
      assert.match((await hover(page, 'Wuzhen')).text, /Wuzhen/);
      await page.waitFor(async () => (await page.card())?.text.includes('A town of canals.'), {
        what: 'the note after a reload',
      });
      await reader.restart();
      page = await reader.openPage(ARTICLE);
      await hover(page, 'Wuzhen');
      await page.waitFor(async () => (await page.card())?.text.includes('A town of canals.'), {
        what: 'the note after a restart',
      });
      const library = await reader.extensionPage('pages/library.html');
      await library.waitFor(
        async () =>
          (await library.evaluate(() => document.body.textContent ?? '')).includes('A town of canals.'),
        {
          what: 'the note on the notes page',
        },
      );
      await library.close();
      await page.close();
    });

    test('a killed worker is not missed', async () => {
      const page = await reader.openPage(FOUR);
      await marked(page, 'ITU');
      await reader.killWorker();
      assert.match((await hover(page, 'ITU')).text, /International Telecommunication Union/);
      await page.close();
    });

    test('the popup counts the page, and its switch takes the marks off and brings them back', async () => {
      const page = await reader.openPage(FOUR);
      await marked(page, 'ITU');
      const tab = await reader.evaluateInExtension(async (url) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        const { tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        return (await tabs.query({})).find((one: { url?: string }) => one.url === url).id as number;
      }, FOUR);
      const popup = await reader.extensionPage(`pages/popup.html?tab=${tab}`);
      await popup.waitFor(
        () =>
          popup.evaluate(() => /International Telecommunication Union/.test(document.body.textContent ?? '')),
        {
          what: 'the entities of the page in the popup',
        },
      );
      const flip = () =>
        popup.evaluate(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
      await flip();
      await page.waitFor(async () => (await page.highlights()).length === 0, { what: 'the marks to go' });
      await flip();
      await page.bringToFront();
      await marked(page, 'ITU');
      await popup.close();
      await page.close();
    });

    test('with a modal dialog of the page open the card still works, inside it', async () => {
      const page = await reader.openPage(MODAL);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      assert.match((await hover(page, 'cyber sovereignty')).text, /Cyber sovereignty/);
      await page.close();
    });

    test('when a page clears the highlight registry, marks return at the next pointer move', async () => {
      const page = await reader.openPage(FOUR);
      await marked(page, 'ITU');
      await page.evaluate(() => CSS.highlights.clear());
      assert.deepEqual(await page.highlights(), []);
      await page.pointer.move(30, 30, { steps: 3 });
      await marked(page, 'ITU');
      await page.close();
    });

    test('nothing has left the machine', () => {
      assert.deepEqual(site.outside, []);
    });
  });
}
