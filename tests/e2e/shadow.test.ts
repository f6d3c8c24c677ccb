/// <reference lib="dom" />
/** Shadow roots as a reader's whole page: counted, listed in order, kept up with, and left as they were. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import {
  assertNothingLeft,
  badgeOf,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  type Reading,
  tabOf,
} from '../support/reading.ts';

const ORDER = 'http://shadow.test/order.html';
const LIVING = 'http://shadow.test/living.html';
const SWITCHED = 'http://switched.test/';
const DIALOG = 'http://shadow.test/dialog.html';

/** Text in the order of the page, in five trees; the slots stand in another order than what they show. */
const ORDER_PAGE = htmlPage(
  'Order',
  `<p>First came Wuzhen.</p>
<x-outer><p slot="last">Sixth, in a slot, the Great Firewall.</p><p>Not shown: Edward Snowden.</p><p slot="first">Second, in a slot, came cyber sovereignty.</p></x-outer>
<p>Last of all came the Internet Governance Forum.</p>
<script>
customElements.define('x-outer', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'closed' }).innerHTML =
      '<section><slot name="first"></slot></section><p>Third, the Digital Silk Road.</p><x-inner></x-inner><slot name="last"></slot>';
  }
});
customElements.define('x-inner', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<p>Fourth, deep down, <x-name></x-name> and then the ITU.</p>';
  }
});
</script>`,
);
const IN_ORDER = [
  'Wuzhen',
  'cyber sovereignty',
  'Digital Silk Road',
  'ITU',
  'Great Firewall',
  'Internet Governance Forum',
];

const HOST = `<div id="host"></div><script>
window.kept = document.querySelector('#host').attachShadow({ mode: 'closed' });
kept.innerHTML = '<p>Within it they spoke of cyber sovereignty.</p>';
</script>`;

/** What the extension lists of a tab, in its order. */
function listed({ reader }: Reading, tab: number): Promise<string[]> {
  return reader.evaluateInExtension(async (id) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
    const { scripting, tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    await scripting.executeScript({ target: { tabId: id }, files: ['content/list.js'] });
    const message = { tag: 'glossator', version: 1, to: 'content', verb: 'listMentions', params: {} };
    const { value } = await tabs.sendMessage(id, message);
    return value.map(({ surface }: { surface: string }) => surface) as string[];
  }, tab);
}

/** Evaluates something with the page's own closed root, kept in its global scope. */
function inRoot<T>(page: ReaderPage, name: 'replace' | 'append' | 'sheets'): Promise<T> {
  return page.evaluate((what) => {
    const { kept: root } = window as unknown as { kept: ShadowRoot };
    const acts = {
      replace: () => {
        (root.querySelector('p') as Element).textContent = 'Now they spoke of the Great Firewall.';
      },
      append: () => root.append(document.createElement('br'), 'And at last of Wuzhen.'),
      sheets: () => root.adoptedStyleSheets.length,
    };
    return acts[what]() as T;
  }, name);
}

function sentences(reading: Reading): void {
  describe('text in shadow roots', () => {
    before(() => {
      const { site } = reading;
      site.page(ORDER, ORDER_PAGE);
      site.page(LIVING, htmlPage('Living', HOST));
      site.page(SWITCHED, htmlPage('Switched', HOST));
      site.page(
        DIALOG,
        `<!doctype html><title>Dialog</title><body><dialog><p>On cyber sovereignty, in a dialog.</p></dialog>
        <x-empty></x-empty><script>document.querySelector('dialog').showModal()</script>`,
      );
    });

    test('is counted and listed where a reader sees it; what a root has no slot for is not', async () => {
      const page = await reading.reader.openPage(ORDER);
      const html = await page.html();
      for (const name of IN_ORDER) await marked(page, name);
      const tab = await tabOf(reading.reader, ORDER);
      await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === String(IN_ORDER.length), {
        what: 'all of them on the badge',
      });
      assert.deepEqual(await listed(reading, tab), IN_ORDER);
      assert.match((await hover(page, 'Great Firewall')).text, /Great Firewall/);
      await page.press('Escape');
      assert.equal(await page.html(), html);
      await page.close();
    });

    test('is read anew when it changes, and its old marks go', async () => {
      const page = await reading.reader.openPage(LIVING);
      await marked(page, 'cyber sovereignty');
      await inRoot(page, 'replace');
      await marked(page, 'Great Firewall');
      await inRoot(page, 'append');
      await marked(page, 'Wuzhen');
      assert.deepEqual((await page.highlights()).map(({ text }) => text).sort(), [
        'Great Firewall',
        'Wuzhen',
      ]);
      await page.close();
    });

    test('is as it was when the site is switched off, its sheets too, and marked again when it is on', async () => {
      const page = await reading.reader.openPage(SWITCHED);
      await marked(page, 'cyber sovereignty');
      assert.equal(await inRoot(page, 'sheets'), 1);
      const tab = await tabOf(reading.reader, SWITCHED);
      const popup = await reading.reader.extensionPage(`pages/popup.html?tab=${tab}`);
      const flip = () =>
        popup.waitFor(
          () =>
            popup.evaluate(() => {
              const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
              box?.click();
              return box !== null;
            }),
          { what: "the site's switch" },
        );
      await flip();
      await page.waitFor(async () => (await inRoot(page, 'sheets')) === 0, { what: 'the sheet to go' });
      assert.deepEqual(await page.highlights(), []);
      await flip();
      await page.bringToFront();
      await marked(page, 'cyber sovereignty');
      await popup.close();
      await page.close();
    });

    test('is not read where it is our own card, though that stands in the page', async () => {
      const page = await reading.reader.openPage(DIALOG);
      const card = await hover(page, 'cyber sovereignty');
      const { rect } = card;
      await page.pointer.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 5 });
      await page.evaluate(() => document.querySelector('dialog')?.append('And of Wuzhen.'));
      await marked(page, 'Wuzhen');
      assert.equal((await page.highlights()).length, 2);
      assert.equal(await badgeOf(reading.reader, await tabOf(reading.reader, DIALOG)), '2');
      await page.close();
      assertNothingLeft(reading.site);
    });
  });
}

inBothBrowsers(sentences);
