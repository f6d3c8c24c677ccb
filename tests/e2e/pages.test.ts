/// <reference lib="dom" />
/**
 * The pages that break what reads them, one by one, with the built extension in both browsers: the marks are those expected,
 * the document is as its source or its own scripts made it, nothing moved, no error was met, and the page's own sentence holds.
 * The pages are in tests/fixtures/pages, whose README says where each failure mode is proved; rows stand here by subject.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { fixturePages } from '../support/fixture-pages.ts';
import { assertNothingLeft, htmlPage, inBothBrowsers } from '../support/reading.ts';
import { ALL_ROWS } from './pages/all-rows.ts';
import type { KeepingWindow, Row } from './pages/row.ts';

const PROSE = `<p>${'Guests came from near and far and spoke of cyber sovereignty until the night. '.repeat(5)}</p>`;
const PAGES = new Map(fixturePages().map((page) => [page.file, page]));
/** What frames of the pages hold: an article, and what an advertiser shows. */
const FRAMES: readonly (readonly [url: string, body: string])[] = [
  ['http://pages.test/frames/prose', PROSE],
  ['http://other.test/frames/prose', PROSE],
  ['http://adverts.test/frames/advert', '<p>Buy our cyber sovereignty</p>'],
];
const urlOf = ({ file }: Row) => `http://pages.test/${file}`;

inBothBrowsers((reading) => {
  before(() => {
    for (const row of ALL_ROWS) {
      const source = PAGES.get(row.file)?.source;
      assert.ok(source !== undefined, row.file);
      const type = row.file.endsWith('.xhtml') ? 'application/xhtml+xml' : 'text/html';
      reading.site.page(urlOf(row), source, {
        headers: { 'content-type': `${type}; charset=utf-8`, ...row.headers },
      });
    }
    for (const [url, body] of FRAMES) reading.site.page(url, htmlPage('Frame', body));
  });

  for (const row of ALL_ROWS) {
    const page = PAGES.get(row.file);
    test(`${row.file}: ${page?.sentence}`, async () => {
      const tab = await reading.reader.openPage(urlOf(row));
      await showsMarks(tab, row.marks);
      await assertUntouched(tab, page?.source ?? '');
      await row.act?.(tab, reading);
      if (!row.isChanged) await assertUntouched(tab, page?.source ?? '');
      if (!row.isMoving) assert.equal(await tab.evaluate(layoutShift), 0, 'nothing moved');
      assert.deepEqual(
        tab.errors.filter((line) => !line.includes('/favicon.ico')),
        [],
      );
      await tab.close();
    });
  }

  test('nothing has left the machine', () => assertNothingLeft(reading.site));
});

/** Waits for these marks, no fewer and no more. */
async function showsMarks(page: ReaderPage, marks: readonly string[]): Promise<void> {
  const wanted = [...marks].sort();
  let seen: string[] = [];
  const isSo = async () => {
    seen = (await page.highlights()).map(({ text }) => text.replace(/\s+/g, ' ')).sort();
    return seen.length === wanted.length && seen.every((text, i) => text === wanted[i]);
  };
  await page.waitFor(isSo, { what: 'the marks' }).catch(() => assert.deepEqual(seen, wanted));
}

/** The document is as its own scripts last left it; without any, as its source reads. */
async function assertUntouched(page: ReaderPage, source: string): Promise<void> {
  const [now, wanted] = await page.evaluate((text) => {
    const written = (window as KeepingWindow).asWritten;
    const type = document.contentType as DOMParserSupportedType;
    // The one that knows declarative shadow roots leaves comments out, in Chromium.
    const parse = () =>
      text.includes('shadowrootmode')
        ? Document.parseHTMLUnsafe(text)
        : new DOMParser().parseFromString(text, type);
    const parsed = () => parse().documentElement.outerHTML;
    return [document.documentElement.outerHTML, written ?? parsed()] as const;
  }, source);
  assert.equal(now, wanted);
}

/** All shifts so far; Firefox tells of none. https://wicg.github.io/layout-instability/ */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      const shifts = observer.takeRecords() as (PerformanceEntry & { readonly value: number })[];
      resolve(shifts.reduce((sum, { value }) => sum + value, 0));
    }, 50);
  });
}
