/// <reference lib="dom" />
/** Text that is hidden is neither marked nor counted; when a page shows it, it is both. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeOf, htmlPage, marked, type Reading, tabOf } from '../../support/reading.ts';

const PAGE = 'http://shown-later.test/page.html';

/** How text is hidden, the name in it, the markup, and what the page's script does to show it. */
const HIDDEN: readonly (readonly [how: string, name: string, markup: string, show: string])[] = [
  ['hidden', 'Great Firewall', '<p id="a" hidden>Of the Great Firewall.</p>', 'a.hidden = false'],
  ['inert', 'Chatham House', '<p id="b" inert>Of Chatham House.</p>', 'b.inert = false'],
  [
    'an aria-hidden span',
    'CloudWalk',
    '<p>Of <span id="c" aria-hidden="true">the CloudWalk</span></p>',
    'c.removeAttribute("aria-hidden")',
  ],
  [
    'editable text',
    'Clean Network',
    '<div id="d" contenteditable><p>Of the Clean Network.</p></div>',
    'd.removeAttribute("contenteditable")',
  ],
  [
    'a closed details element',
    'Cambridge Analytica',
    '<details id="e"><summary>More</summary><p>Of Cambridge Analytica.</p></details>',
    'e.open = true',
  ],
  [
    'a tab that a class hides',
    'Budapest Convention',
    '<div id="f" class="off"><p>Of the Budapest Convention.</p></div>',
    'f.className = ""',
  ],
  [
    'content-visibility',
    'Brookings Institution',
    '<div id="g" style="content-visibility: hidden"><p>Of the Brookings Institution.</p></div>',
    'g.style.contentVisibility = "visible"',
  ],
  [
    'hidden until found',
    'World Internet Conference',
    '<div id="h" hidden="until-found"><p id="found">Of the World Internet Conference.</p></div>',
    'location.hash = "#found"',
  ],
  [
    'transparency that fades',
    'Internet Governance Forum',
    '<p id="i" style="opacity: 0; transition: opacity 0.3s">Of the Internet Governance Forum.</p>',
    'i.style.opacity = 1',
  ],
];

export function shownLaterSentences(reading: Reading): void {
  describe('text that is hidden', () => {
    test('is neither marked nor counted, and both when it is shown', async () => {
      const { reader, site } = reading;
      const body = HIDDEN.map(([, , markup]) => markup).join('\n');
      site.page(
        PAGE,
        htmlPage('Later', `<style>.off { display: none }</style><p>Of cyber sovereignty.</p>${body}`),
      );
      const page = await reader.openPage(PAGE);
      await marked(page, 'cyber sovereignty');
      const tab = await tabOf(reader, PAGE);
      let count = 1;
      const counted = () =>
        page.waitFor(async () => (await badgeOf(reader, tab)) === String(count), { what: `${count} in all` });
      await counted();
      for (const [how, name, , show] of HIDDEN) {
        assert.equal((await page.highlights()).length, count, how);
        await page.evaluate((script) => {
          // biome-ignore lint/security/noGlobalEval: a row of data for the page's own world
          window.eval(script);
        }, show);
        await marked(page, name);
        count += 1;
        await counted();
      }
      // And hidden again.
      await page.evaluate(() => document.querySelector('#f')?.classList.add('off'));
      count -= 1;
      await counted();
      await page.close();
    });
  });
}
