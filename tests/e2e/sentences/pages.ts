/// <reference lib="dom" />
/** Pages of all kinds: very long ones, text that is nobody's prose, and documents that are no pages. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { badgeOf, htmlPage, marked, type Reading, tabOf } from '../../support/reading.ts';

const LONG = 'http://pages.test/long.html';
const QUIET = 'http://pages.test/quiet.html';
const CONTROL = 'http://pages.test/control.html';

/** Where a name stands that is never marked, and the markup that puts it there. */
const UNREAD: readonly (readonly [place: string, markup: string])[] = [
  ['an input', '<input value="cyber sovereignty">'],
  ['a placeholder', '<input placeholder="cyber sovereignty">'],
  ['a text area', '<textarea>On cyber sovereignty in a field</textarea>'],
  ['an option', '<select><option>On cyber sovereignty</option></select>'],
  ['editable text', '<div contenteditable><p>On cyber sovereignty, being written</p></div>'],
  [
    'text editable as plain text',
    '<div contenteditable="plaintext-only">On cyber sovereignty, being written</div>',
  ],
  ['code', '<p>Call <code>the cyber sovereignty</code> with care.</p>'],
  ['preformatted text', '<pre>The cyber sovereignty in columns</pre>'],
  ['keys and samples', '<p><kbd>the cyber sovereignty</kbd> <samp>the cyber sovereignty</samp></p>'],
  ['a script', '<script type="text/plain">the cyber sovereignty</script>'],
  ['a style sheet', '<style>/* the cyber sovereignty */</style>'],
  ['a template', '<template><p>the cyber sovereignty</p></template>'],
  ['noscript', '<noscript>the cyber sovereignty</noscript>'],
  ['a drawing', '<svg width="200" height="20"><text y="15">the cyber sovereignty</text></svg>'],
  ['hidden text', '<p hidden>The cyber sovereignty</p>'],
  ['text without display', '<p style="display: none">The cyber sovereignty</p>'],
  ['invisible text', '<p style="visibility: hidden">The cyber sovereignty</p>'],
  ['transparent text', '<p style="opacity: 0">The cyber sovereignty</p>'],
  ['a closed details', '<details><summary>More</summary><p>The cyber sovereignty</p></details>'],
];

/** Documents that are not HTML, as browsers show them in viewers of their own. */
const FOREIGN: readonly (readonly [type: string, body: string])[] = [
  ['text/plain', 'Much was said of cyber sovereignty.'],
  ['application/json', '{"said": "Much was said of cyber sovereignty."}'],
  ['application/xml', '<?xml version="1.0"?><said>Much was said of cyber sovereignty.</said>'],
  [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Much was said of cyber sovereignty.</text></svg>',
  ],
  ['text/css', '/* Much was said of cyber sovereignty. */'],
];
const foreignUrl = (type: string) => `http://pages.test/foreign/${type.replace(/\W/g, '-')}`;

/** Some 5 MB of sections; the last one alone speaks of the Great Firewall. */
function longPage(): string {
  const filler =
    'The minister spoke at length and the delegates listened, then voted on what had been proposed. ';
  const section = (n: number) =>
    `<h2>Part ${n}</h2><p>${filler.repeat(6)}Then the talk was of cyber sovereignty. ${filler.repeat(6)}</p>`.repeat(
      1,
    ) + `<p>${filler.repeat(12)}</p>`.repeat(3);
  const count = Math.ceil(5_000_000 / section(1).length);
  const sections = Array.from({ length: count }, (_, i) => section(i + 1)).join('\n');
  return htmlPage(
    'Long',
    `<script>addEventListener('DOMContentLoaded', () => { window.before = document.documentElement.outerHTML })</script>
    ${sections}<h2>The end</h2><p>At last somebody named the Great Firewall.</p>`,
  );
}

export function pageSentences(reading: Reading): void {
  describe('pages', () => {
    before(() => {
      const { site } = reading;
      site.page(CONTROL, htmlPage('Control', '<p>Much was said of cyber sovereignty.</p>'));
      for (const [type, body] of FOREIGN)
        site.page(foreignUrl(type), body, { headers: { 'content-type': type } });
    });

    test('a page of 5 MB has its marks in view, more as it is scrolled, and is not changed', async () => {
      const html = longPage();
      assert.ok(html.length > 5_000_000);
      reading.site.page(LONG, html);
      const errors = reading.reader.errors.length;
      const page = await reading.reader.openPage(LONG);
      const first = await marked(page, 'cyber sovereignty');
      assert.ok(first.rect.y > 0 && first.rect.y < 1800, 'the first marks are near the view');
      const shown = (await page.highlights()).length;
      await page.pointer.move(500, 400);
      await page.wheel(0, 20_000);
      await page.waitFor(
        async () =>
          (await page.evaluate(() => scrollY)) > 15_000 &&
          (await page.highlights()).some(({ rect }) => rect.y > 0 && rect.y < 900),
        { what: 'marks where the wheel has led' },
      );
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitFor(
        async () => (await page.highlights()).some(({ text }) => text === 'Great Firewall'),
        {
          what: 'the mark at the end',
          timeout: 30_000,
        },
      );
      assert.ok((await page.highlights()).length < shown + 20, 'marks out of view cost nothing');
      assert.equal(
        await page.evaluate(
          () => (window as unknown as { before: string }).before === document.documentElement.outerHTML,
        ),
        true,
        'the document is as it was',
      );
      assert.deepEqual(page.errors, []);
      assert.deepEqual(reading.reader.errors.slice(errors), []);
      await page.close();
    });

    test('names are marked in prose alone, not in fields, editable text, code, drawings or hidden text', async () => {
      const parts = UNREAD.map(([place, markup]) => `<section><h2>${place}</h2>${markup}</section>`).join(
        '\n',
      );
      reading.site.page(QUIET, htmlPage('Quiet', `<p>Much was said of the Great Firewall.</p>${parts}`));
      const page = await reading.reader.openPage(QUIET);
      await page.setViewport(1100, 2500);
      await marked(page, 'Great Firewall');
      const tab = await tabOf(reading.reader, QUIET);
      await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === '1', {
        what: 'one mention in all',
      });
      const wrong = (await page.highlights()).filter(({ text }) => text !== 'Great Firewall');
      assert.deepEqual(wrong, []);
      await page.close();
    });

    test('documents that are not HTML are left alone', async () => {
      const { reader } = reading;
      const foreign = new Map<string, ReaderPage>();
      for (const [type] of FOREIGN) foreign.set(type, await reader.openPage(foreignUrl(type)));
      // A page that is read has its badge by the time that another one, opened after it, has its marks.
      const control = await reader.openPage(CONTROL);
      await marked(control, 'cyber sovereignty');
      await control.close();
      for (const [type, page] of foreign) {
        assert.equal(await badgeOf(reader, await tabOf(reader, foreignUrl(type))), '', type);
        assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), [], type);
        await page.close();
      }
    });
  });
}
