/// <reference lib="dom" />
/**
 * The main job, in a real Chromium and a real Firefox, with the same sentences: marks, a card with its sources, a note. Each
 * browser is launched once; what else is said of the same job stands in `sentences/`, by subject.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import {
  assertNothingLeft,
  cardGone,
  cardShows,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  ROOT,
  tabOf,
  writeInCard,
} from '../support/reading.ts';
import { cardSentences } from './sentences/card.ts';
import { countSentences } from './sentences/counts.ts';
import { noteSentences } from './sentences/notes.ts';
import { pageSentences } from './sentences/pages.ts';

const article = (name: string) => readFileSync(path.join(ROOT, 'assets/welcome', name), 'utf8');
const ARTICLE = 'http://news.test/article.html';
const FOUR = 'http://news.test/four.html';
const MODAL = 'http://news.test/modal.html';
const STRICT = 'http://news.test/strict.html';
const FOUR_TEXT = htmlPage(
  'Four',
  `<p>Delegates of the ITU met the IGF and spoke of cyber sovereignty and a Huawei smart city. </p>
<h2>Later</h2><p>The International Telecommunication Union (ITU) and the Internet Governance
Forum (IGF) agreed.</p>`,
);

inBothBrowsers((reading) => {
  before(() => {
    const { site } = reading;
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
        'content-security-policy': "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
      },
    });
  });

  for (const [text, label] of [
    ['ITU', 'International Telecommunication Union'],
    ['IGF', 'Internet Governance Forum'],
    ['cyber sovereignty', 'Cyber sovereignty'],
    ['Huawei smart city', 'Safe City'],
  ] as const) {
    test(`"${text}" is one mention, and its card cites its sources`, async () => {
      const page = await reading.reader.openPage(FOUR);
      const card = await hover(page, text);
      assert.match(card.text, new RegExp(label));
      assert.ok(card.html.includes('href="http'), 'a source can be opened');
      await page.close();
    });
  }

  test('the card closes with Escape, and the page is as it was', async () => {
    const page = await reading.reader.openPage(FOUR);
    const html = await page.html();
    await hover(page, 'ITU');
    await page.press('Escape');
    await cardGone(page);
    assert.equal(await page.html(), html);
    await page.close();
  });

  test('under the strictest policy of a page all still works', async () => {
    const page = await reading.reader.openPage(STRICT);
    assert.match((await hover(page, 'cyber sovereignty')).text, /Cyber sovereignty/);
    await page.close();
  });

  test('a note survives a reload and a restart of the browser', async () => {
    let page = await reading.reader.openPage(ARTICLE);
    await hover(page, 'Wuzhen');
    await writeInCard(page, 'A town of canals.');
    await page.press('Control+Enter');
    await cardShows(page, 'A town of canals.');
    await page.reload();
    assert.match((await hover(page, 'Wuzhen')).text, /Wuzhen/);
    await cardShows(page, 'A town of canals.');
    await reading.reader.restart();
    page = await reading.reader.openPage(ARTICLE);
    await hover(page, 'Wuzhen');
    await cardShows(page, 'A town of canals.');
    const library = await reading.reader.extensionPage('pages/library.html');
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
    const page = await reading.reader.openPage(FOUR);
    await marked(page, 'ITU');
    await reading.reader.killWorker();
    assert.match((await hover(page, 'ITU')).text, /International Telecommunication Union/);
    await page.close();
  });

  test('the popup counts the page, and its switch takes the marks off and brings them back', async () => {
    const page = await reading.reader.openPage(FOUR);
    await marked(page, 'ITU');
    const tab = await tabOf(reading.reader, FOUR);
    const popup = await reading.reader.extensionPage(`pages/popup.html?tab=${tab}`);
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
    const page = await reading.reader.openPage(MODAL);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    assert.match((await hover(page, 'cyber sovereignty')).text, /Cyber sovereignty/);
    await page.close();
  });

  test('when a page clears the highlight registry, marks return at the next pointer move', async () => {
    const page = await reading.reader.openPage(FOUR);
    await marked(page, 'ITU');
    await page.evaluate(() => CSS.highlights.clear());
    assert.deepEqual(await page.highlights(), []);
    await page.pointer.move(30, 30, { steps: 3 });
    await marked(page, 'ITU');
    await page.close();
  });

  cardSentences(reading);
  countSentences(reading);
  noteSentences(reading);
  pageSentences(reading);

  test('no page, and no worker, has met an error', () => {
    // Firefox asks for an icon by itself, which the strict page forbids.
    const met = reading.reader.errors.filter((line) => !line.includes('/favicon.ico'));
    assert.deepEqual(met, []);
  });

  test('nothing has left the machine', () => {
    assertNothingLeft(reading.site);
  });
});
