/// <reference lib="dom" />
/**
 * What is never read: what is typed into, edited, hidden, or no page of text; forms that ask for a password or a card number, and
 * their page where there is no prose beside them; pages drawn on a canvas, of which the popup says so.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { assertNothingLeft, htmlPage, inBothBrowsers, marked, tabOf, textOf } from '../support/reading.ts';

const AT = 'http://never.test';
const FIREWALL = 'Great Firewall';
/** A name that stands in the prose of a page, so that its mark tells when the page has been read. */
const READ = '<p>Much was said of cyber sovereignty that day.</p>';
/** Long enough to be a page that is there to be read. */
const PROSE = `<p>${'Delegates spoke for hours about the rules of the road and about who should write them. '.repeat(7)}</p>`;

/** How editors stand on pages, each holding a name. */
const EDITORS: Readonly<Record<string, string>> = {
  ProseMirror:
    '<div class="ProseMirror" contenteditable="true" translate="no"><p>The Great Firewall <b>typed</b></p></div>',
  Draft:
    '<div class="DraftEditor-root"><div class="public-DraftEditorPlaceholder-root"><div>The Great Firewall</div></div><div class="DraftEditor-editorContainer"><div class="public-DraftEditor-content" contenteditable="true" role="textbox"><div data-block="true"><span data-text="true">The Great Firewall</span></div></div></div></div>',
  'CodeMirror 5':
    '<div class="CodeMirror cm-s-default"><div class="CodeMirror-scroll"><div class="CodeMirror-code" role="presentation"><div class="CodeMirror-line"><span>The Great Firewall</span></div></div></div></div>',
  'CodeMirror 6':
    '<div class="cm-editor ͼ1"><div class="cm-scroller"><div class="cm-gutters"><div>The Great Firewall</div></div><div class="cm-content" contenteditable="false"><div class="cm-line">The Great Firewall</div></div></div></div>',
  Monaco:
    '<div class="monaco-editor no-user-select vs"><div class="view-lines"><div class="view-line"><span><span class="mtk1">The Great Firewall</span></span></div></div></div>',
  Quill:
    '<div class="ql-toolbar ql-snow"><span class="ql-formats">The Great Firewall</span></div><div class="ql-container"><div class="ql-editor" contenteditable="true"><p>The Great Firewall</p></div><div class="ql-tooltip">The Great Firewall</div></div>',
  Ace: '<div class="ace_editor ace-tm"><div class="ace_scroller"><div class="ace_line">The Great Firewall</div></div></div>',
  Slate: '<div data-slate-editor="true"><p>The Great Firewall</p></div>',
  'a box with the role of a text field': '<div role="textbox" tabindex="0"><p>The Great Firewall</p></div>',
  'a box for plain text': '<div contenteditable="plaintext-only">The Great Firewall</div>',
  'plain fields':
    '<textarea>The Great Firewall</textarea><input value="The Great Firewall"><select><option>The Great Firewall</select>',
};

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const PAPER = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 55>>stream
BT /F 18 Tf 20 100 Td (The Great Firewall grew) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;

const OTHER_DOCUMENTS: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>> = {
  'feed.xml': ['text/xml', '<?xml version="1.0"?><rss><item><title>The Great Firewall</title></item></rss>'],
  'page.svg': [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">The Great Firewall</text></svg>',
  ],
  'data.json': ['application/json', '{"title": "The Great Firewall"}'],
  'plain.txt': ['text/plain', 'The Great Firewall was extended.'],
  'picture.png': ['image/png', Buffer.from(ONE_PIXEL, 'base64')],
  'paper.pdf': ['application/pdf', PAPER],
};

inBothBrowsers((reading) => {
  const open = (name: string) => reading.reader.openPage(`${AT}/${name}`);
  const texts = async (page: ReaderPage) => (await page.highlights()).map(({ text }) => text);
  const silent = (page: ReaderPage) =>
    page.waitFor(async () => (await texts(page)).length === 0, { what: 'no mark' });
  /** What the popup says of a page. */
  /** The popup stands in a tab of its own here and hides the page, which is then not read: so the page is shown again between looks. */
  const popupSays = async (page: ReaderPage, wanted: RegExp) => {
    const tab = await tabOf(reading.reader, page.url);
    await page.waitFor(
      async () => {
        const popup = await reading.reader.extensionPage(`pages/popup.html?tab=${tab}`);
        const says = await popup
          .waitFor(async () => wanted.test(await textOf(popup)), { timeout: 2000, what: 'its words' })
          .then(() => true)
          .catch(() => false);
        await popup.close();
        await page.bringToFront();
        return says;
      },
      { what: `the popup to say ${wanted} of ${page.url}` },
    );
  };

  before(() => {
    const { site } = reading;
    const page = (name: string, body: string) => site.page(`${AT}/${name}`, htmlPage(name, body));
    page('editors', READ + Object.values(EDITORS).join('\n') + READ);
    page('typing', `${READ}<p id="open">The Great Firewall was extended.</p>`);
    page(
      'hidden',
      `<p><span class="sr-only">The Great Firewall</span> On walls</p>${READ}<p>The Great Firewall was extended.</p>`,
    );
    page(
      'folded',
      `<p>On walls <span style="display: none">like the Great Firewall</span></p>${READ}<p>The Great Firewall was extended.</p>`,
    );
    const login =
      '<form><h2>The Great Firewall</h2><p>Sign in to the Great Firewall.</p><input type="password"></form>';
    page('beside', READ + PROSE + login);
    page('login', READ + login);
    page('card', `${READ}<div><p>The Great Firewall shop</p><input autocomplete="billing cc-number"></div>`);
    page('canvas', `<h1>Great Firewall</h1>${READ}<canvas style="width: 90vw; height: 85vh"></canvas>`);
    page(
      'picture',
      `<h1>Great Firewall</h1>${READ}${PROSE}<canvas style="width: 90vw; height: 85vh"></canvas>`,
    );
    for (const [name, [type, body]] of Object.entries(OTHER_DOCUMENTS))
      site.page(`${AT}/${name}`, () => ({ body, headers: { 'content-type': type } }));
  });

  describe('what is typed into', () => {
    test('is not read, whatever editor it is', async () => {
      const page = await open('editors');
      await marked(page, 'cyber sovereignty');
      assert.deepEqual(await texts(page), ['cyber sovereignty']);
      await page.close();
    });

    test('loses its marks when it becomes so, is not read while it is written, and has them back after', async () => {
      const page = await open('typing');
      await marked(page, FIREWALL);
      const edit = (on: boolean) =>
        page.evaluate((editable) => {
          const open = document.querySelector<HTMLElement>('#open');
          if (!open) return;
          open.contentEditable = editable ? 'true' : 'false';
          if (editable) open.focus();
        }, on);
      await edit(true);
      await page.waitFor(async () => !(await texts(page)).includes(FIREWALL), { what: 'the mark to go' });
      await page.type('Internet Governance Forum. ');
      // A change that is read shows that the one before it was not.
      await page.evaluate(() => {
        const later = document.createElement('p');
        later.textContent = 'The World Internet Conference met.';
        document.querySelector('main')?.append(later);
      });
      await marked(page, 'World Internet Conference');
      assert.deepEqual((await texts(page)).sort(), ['World Internet Conference', 'cyber sovereignty']);
      await edit(false);
      await marked(page, FIREWALL);
      await marked(page, 'Internet Governance Forum');
      await page.close();
    });

    test('may be the whole page, from some moment on', async () => {
      const page = await open('typing');
      await marked(page, FIREWALL);
      const design = (mode: string) =>
        page.evaluate((now) => {
          document.designMode = now;
          document.querySelector('main')?.append(document.createElement('p'));
        }, mode);
      await design('on');
      await silent(page);
      await popupSays(page, /being edited/);
      await design('off');
      await marked(page, FIREWALL);
      await page.close();
    });
  });

  for (const [what, name, seen] of [
    ['what only a screen reader says', 'hidden', 1],
    ['what is hidden within a line', 'folded', 0],
  ] as const)
    test(`${what} does not take the mark from what is seen`, async () => {
      const page = await open(name);
      await marked(page, FIREWALL);
      const mark = (await page.highlights()).filter(({ text }) => text === FIREWALL);
      assert.equal(mark.length, 1);
      const rect = await page.rectOf(FIREWALL, seen);
      assert.equal(Math.round(mark[0]?.rect.y ?? 0), Math.round(rect?.y ?? 0));
      await page.close();
    });

  describe('a form that asks for a secret', () => {
    test('is not read, and the prose beside it is', async () => {
      const page = await open('beside');
      await marked(page, 'cyber sovereignty');
      assert.deepEqual(await texts(page), ['cyber sovereignty']);
      await page.close();
    });

    for (const name of ['login', 'card'])
      test(`closes the page that has no prose: ${name}`, async () => {
        const page = await open(name);
        await popupSays(page, /asks for a password or a card number/);
        assert.deepEqual(await texts(page), []);
        await page.evaluate(() => {
          const more = document.createElement('p');
          more.textContent = 'Delegates spoke of the World Internet Conference, and of walls. '.repeat(10);
          document.querySelector('main')?.append(more);
        });
        await marked(page, 'World Internet Conference');
        assert.ok(!(await texts(page)).includes(FIREWALL), 'the form is not read');
        await page.close();
      });

    test('may come late', async () => {
      const page = await open('typing');
      await marked(page, FIREWALL);
      await page.evaluate(() => {
        const form = document.createElement('form');
        form.innerHTML = '<input type="password">';
        document.querySelector('main')?.append(form);
      });
      await silent(page);
      await page.evaluate(() => document.querySelector('form')?.remove());
      await marked(page, FIREWALL);
      await page.close();
    });
  });

  test('a page that is nearly all canvas is left alone, and the popup says why', async () => {
    const page = await open('canvas');
    await popupSays(page, /drawn like a picture/);
    assert.deepEqual(await texts(page), []);
    await page.close();
    const other = await open('picture');
    await marked(other, 'cyber sovereignty');
    await other.close();
  });

  test('documents that are not HTML are not read, in whatever viewer they stand', async () => {
    for (const name of Object.keys(OTHER_DOCUMENTS)) {
      const page = await open(name);
      // Chromium's viewer of PDF goes on loading while another tab is in front.
      if (name !== 'paper.pdf') await popupSays(page, /cannot read this page/);
      assert.deepEqual(await texts(page), [], name);
      await page.close();
    }
  });

  test('no page, and no worker, has met an error', () => {
    assert.deepEqual(reading.reader.errors, []);
  });

  test('nothing has left the machine', () => {
    assertNothingLeft(reading.site);
  });
});
