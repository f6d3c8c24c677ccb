/** A card that has closed is gone: a hundred of them, opened one after the other, leave nothing behind in the page, in both browsers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChromiumPage } from '../../src/tools/browser/chromium-page.ts';
import { addManyCards, bringCards, kept, openMany } from '../support/many-cards.ts';
import { htmlPage, inBothBrowsers } from '../support/reading.ts';

const PAGE = 'http://many.test/';
const NAMES = ['cyber sovereignty', 'Great Firewall', 'Internet Governance Forum', 'Tunis Agenda'];

inBothBrowsers(
  (reading) => {
    test('a hundred cards leave no node and no listener', async () => {
      reading.site.page(PAGE, htmlPage('Many', NAMES.map((name) => `<p>Of the ${name}.</p>`).join('')));
      const page = await reading.reader.openPage(PAGE);
      await bringCards(page, 'cyber sovereignty');
      const first = await openMany(page, 20);
      const before = reading.kind === 'chromium' ? await kept(page as ChromiumPage) : null;
      const then = await openMany(page, 100);
      assert.ok(then.filled > 20, `${then.filled} of ${then.asked} cards were filled`);
      assert.equal(then.held, first.held, 'listeners on the window and the document');
      assert.equal(await page.evaluate(() => document.documentElement.children.length), 2, 'no host');
      if (before) {
        const after = await kept(page as ChromiumPage);
        // One card has more than a hundred of either.
        assert.ok(after.nodes < before.nodes + 100, `${before.nodes} nodes, then ${after.nodes}`);
        assert.ok(
          after.listeners < before.listeners + 20,
          `${before.listeners} listeners, then ${after.listeners}`,
        );
      }
      await page.close();
    });
  },
  { alter: addManyCards },
);
