/// <reference lib="dom" />
/** Shadow roots: open and closed, nested, slotted and declarative, late ones, and the sheets that they adopt. */
import assert from 'node:assert/strict';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { cardGone, hover, marked } from '../../support/reading.ts';
import type { Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';

/** Calls a function of the page's own. */
function call<T>(page: ReaderPage, name: string): Promise<T> {
  return page.evaluate((wanted) => (window as unknown as Record<string, () => T>)[wanted]?.() as T, name);
}

export const SHADOW_ROWS: readonly Row[] = [
  {
    file: 'b22-shadow.html',
    marks: ['Wuzhen', SOVEREIGNTY, 'Great Firewall', 'Digital Silk Road', 'Edward Snowden'],
    async act(page) {
      for (const name of [SOVEREIGNTY, 'Great Firewall', 'Digital Silk Road', 'Edward Snowden']) {
        assert.match((await hover(page, name)).text, new RegExp(name, 'i'));
        await page.press('Escape');
        await cardGone(page);
      }
    },
  },
  {
    file: 'b22-late-roots.html',
    marks: ['Wuzhen'],
    isMoving: true,
    isChanged: true,
    async act(page) {
      await call(page, 'attachCustom');
      await page.evaluate(() => document.querySelector('#else')?.append(' And more.'));
      await hover(page, SOVEREIGNTY);
      await page.press('Escape');
      await call(page, 'attachPlain');
      const box = await page.evaluate(() => {
        const { x, y, height } = (document.querySelector('#late') as Element).getBoundingClientRect();
        return { x, y: y + height / 2 };
      });
      await page.pointer.move(box.x + 30, box.y, { steps: 3 });
      assert.match((await hover(page, 'Great Firewall')).text, /Great Firewall/);
      await page.press('Escape');
    },
  },
  {
    file: 'b22-root-sheets.html',
    marks: ['Wuzhen', SOVEREIGNTY],
    async act(page) {
      const counts = () => call<number[]>(page, 'counts');
      assert.deepEqual(await counts(), [2, 1]);
      const look = await call<Record<string, unknown>>(page, 'look');
      assert.deepEqual(look, {
        line: 'underline',
        firstIsOwn: true,
        hasPrint: true,
        html: '<p>Within it they spoke of cyber sovereignty.</p>',
      });
      await call(page, 'assign');
      assert.deepEqual(await counts(), [1, 1]);
      await page.pointer.move(30, 30, { steps: 3 });
      await page.waitFor(async () => (await counts())[0] === 2, { what: 'our sheet to be back' });
      await call(page, 'empty');
      await page.waitFor(async () => (await page.highlights()).length === 1, { what: 'the mark to go' });
      await page.pointer.move(40, 40, { steps: 3 });
      await page.waitFor(async () => (await counts())[0] === 1, { what: 'our sheet to go' });
      await marked(page, 'Wuzhen');
    },
  },
];
