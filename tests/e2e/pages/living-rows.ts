/// <reference lib="dom" />
/** Pages that change under the reader: frameworks' nodes, storms, navigation, late and rewritten text. */
import assert from 'node:assert/strict';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { cardGone, hover, htmlPage, marked } from '../../support/reading.ts';
import { kept, type Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';
const FIREWALL = 'Great Firewall';

/** Waits until these are all the marks. */
function onlyMarks(page: ReaderPage, ...wanted: readonly string[]): Promise<true> {
  const isSo = async () => {
    const seen = (await page.highlights()).map(({ text }) => text).sort();
    return JSON.stringify(seen) === JSON.stringify([...wanted].sort());
  };
  return page.waitFor(isSo, { what: `marks on ${wanted.join(', ') || 'nothing'}, and no others` });
}

/** Calls a function that the page's own script offers. */
function call(page: ReaderPage, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    (path, given) => {
      const own = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], window);
      return (own as (...args: readonly unknown[]) => unknown)(...given);
    },
    name,
    args,
  );
}

export const LIVING_ROWS: readonly Row[] = [
  {
    file: 'b01-kept-nodes.html',
    marks: [SOVEREIGNTY, 'Wuzhen', FIREWALL],
    async act(page) {
      assert.equal(await call(page, 'reconcile'), 14);
      await onlyMarks(page, SOVEREIGNTY, 'Wuzhen', FIREWALL);
    },
  },
  {
    file: 'b04-storm.html',
    marks: ['Wuzhen'],
    isMoving: true,
    async act(page) {
      await call(page, 'storm');
      // Sixty turns of the page's own, and twice as many frames, on whatever machine there is.
      const isOver = () =>
        page.evaluate(() => {
          const text = document.querySelector('main')?.textContent;
          return (
            text?.includes('After the storm') && document.getElementById('ticker')?.textContent === '119'
          );
        });
      await page.waitFor(isOver, { timeout: 60_000, what: 'the storm to end' });
      await onlyMarks(page, 'Wuzhen', SOVEREIGNTY);
    },
  },
  {
    file: 'b06-late.html',
    marks: ['Wuzhen'],
    isMoving: true,
    async act(page) {
      for (let n = 1; n <= 8; n++) {
        await call(page, 'comment', `Comment ${n}: they spoke of cyber sovereignty again, as I recall.`);
        await page.waitFor(
          async () =>
            (await page.highlights()).some(
              ({ text, rect }) => text === SOVEREIGNTY && rect.y > 0 && rect.y < 900,
            ) &&
            (await page.highlights()).filter(({ text }) => text === SOVEREIGNTY).length >= Math.min(n, 3),
          { what: `a mark in comment ${n}` },
        );
      }
    },
  },
  {
    file: 'b06-navigation.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      await page.evaluate(() => {
        location.hash = 'below';
      });
      await onlyMarks(page, SOVEREIGNTY);
      await call(page, 'go', '/second', 'Then they spoke of the Great Firewall on the second page.');
      await onlyMarks(page, FIREWALL);
      await call(page, 'go', '/third', 'Then they spoke of cyber sovereignty on the third page, and left.');
      await onlyMarks(page, SOVEREIGNTY);
    },
  },
  {
    file: 'b06-back.html',
    marks: [SOVEREIGNTY],
    async act(page, { kind, site }) {
      site.page('http://pages.test/on.html', htmlPage('On', '<p>Much was said of ICANN.</p>'));
      await page.goto('http://pages.test/on.html');
      await marked(page, 'ICANN');
      await page.back();
      await onlyMarks(page, SOVEREIGNTY);
      if (kind === 'firefox') assert.equal(await kept(page, 'isBack'), true);
      assert.match((await hover(page, SOVEREIGNTY)).text, /Cyber sovereignty/);
      await page.press('Escape');
      await cardGone(page);
    },
  },
  {
    file: 'b06-view-transition.html',
    marks: [SOVEREIGNTY],
    isMoving: true,
    async act(page) {
      await call(page, 'turn');
      await onlyMarks(page, FIREWALL);
    },
  },
  {
    file: 'b06-rewritten.html',
    marks: [SOVEREIGNTY],
    isMoving: true,
    async act(page) {
      await call(page, 'steps.data');
      await onlyMarks(page, FIREWALL);
      await call(page, 'steps.move');
      await onlyMarks(page, FIREWALL);
      await call(page, 'steps.recycle');
      await onlyMarks(page, 'Edward Snowden');
      await call(page, 'steps.html');
      await onlyMarks(page, 'Wuzhen');
      await call(page, 'steps.body');
      await onlyMarks(page, 'Digital Silk Road');
    },
  },
  {
    file: 'b07-routes.html',
    marks: [SOVEREIGNTY],
    isMoving: true,
    async act(page) {
      await call(page, 'run', 200);
      await onlyMarks(page, FIREWALL);
      assert.equal(await call(page, 'lost'), 0);
    },
  },
  {
    file: 'b44-hidden.html',
    marks: ['Wuzhen'],
    isMoving: true,
    async act(page, { reader, site }) {
      site.page('http://pages.test/other.html', htmlPage('Other', '<p>Much was said of ICANN.</p>'));
      const other = await reader.openPage('http://pages.test/other.html');
      await call(page, 'add');
      await marked(other, 'ICANN');
      // Chromium's driver keeps pages in view; Firefox hides what is behind.
      if (await page.evaluate(() => document.hidden)) await onlyMarks(page, 'Wuzhen');
      await other.close();
      await page.bringToFront();
      await onlyMarks(page, 'Wuzhen', SOVEREIGNTY);
    },
  },
];
