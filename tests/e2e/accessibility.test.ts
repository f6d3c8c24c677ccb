/// <reference lib="dom" />
/**
 * axe-core on everything that readers see of ours, in both browsers, light and dark: each page of the extension, and the gallery,
 * which shows every component in every state in open shadow roots (axe sees nothing in closed ones), in English and in Arabic.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { htmlPage, inBothBrowsers, marked, type Reading, ROOT, tabOf } from '../support/reading.ts';

const ARTICLE = 'http://axe.test/article.html';
const GALLERY = 'http://axe.test/gallery.html';
const AXE = path.join(ROOT, 'node_modules/axe-core/axe.min.js');

/** Pages of the extension get axe beside their own script: their policy lets nothing else in. */
function addAxe(extensionDir: string): void {
  const pages = path.join(extensionDir, 'pages');
  cpSync(AXE, path.join(pages, 'axe.js'));
  for (const name of readdirSync(pages).filter((file) => file.endsWith('.html'))) {
    const file = path.join(pages, name);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('</head>', '<script src="axe.js"></script></head>'),
    );
  }
}

/** Every page there is, so that one that is added is looked at too. */
const PAGES = [
  ...readdirSync(path.join(ROOT, 'dist/chromium/pages')).filter((name) => name.endsWith('.html')),
  'library.html#packs',
  'library.html#settings',
];

interface Finding {
  readonly rule: string;
  readonly nodes: readonly string[];
}

type Scheme = 'light' | 'dark';

/** What axe finds in a part of a document, or in the whole. In the dark only colours are another matter. */
function findings(
  page: ReaderPage,
  scheme: Scheme,
  parts: string,
): Promise<{ checks: number; found: Finding[] }> {
  return page.evaluate(
    async (colorScheme, selector) => {
      document.documentElement.style.colorScheme = colorScheme;
      await new Promise((done) => setTimeout(done, 200)); // what fades in is to be seen whole
      // biome-ignore lint/suspicious/noExplicitAny: the library, as it puts itself into the window
      const { axe } = window as any;
      const only = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
      // The gallery shows several whole pages side by side: no page has two of their landmarks.
      const isPage = { enabled: selector === '' };
      const rules = {
        'target-size': { enabled: true },
        'landmark-no-duplicate-main': isPage,
        'landmark-unique': isPage,
      };
      const options = { rules, resultTypes: ['violations'], ...only };
      const { violations, passes } = await axe.run(selector || document, options);
      const found = violations.map(
        (violation: { id: string; nodes: { target: unknown; failureSummary: string }[] }) => ({
          rule: violation.id,
          nodes: violation.nodes
            .map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary}`)
            .slice(0, 3),
        }),
      );
      return { checks: passes.length as number, found };
    },
    scheme,
    parts,
  );
}

async function assertClean(page: ReaderPage, schemes: readonly Scheme[], parts = ''): Promise<void> {
  for (const scheme of schemes) {
    const { checks, found } = await findings(page, scheme, parts);
    assert.deepEqual(found, [], `${scheme}: ${JSON.stringify(found, null, 1)}`);
    assert.ok(checks > 0, 'axe looked at something');
  }
}

function sentences(reading: Reading): void {
  describe('axe finds nothing', () => {
    before(() => {
      execFileSync(process.execPath, ['tests/gallery/build.mjs'], { cwd: ROOT, stdio: 'ignore' });
      const scripts = [AXE, path.join(ROOT, 'out/gallery/gallery.js')].map(
        (file) => `<script>${readFileSync(file, 'utf8').replaceAll('</script', '<\\/script')}</script>`,
      );
      reading.site.page(
        GALLERY,
        `<!doctype html><html lang="en"><title>Gallery</title><body>${scripts.join('')}</body></html>`,
      );
      reading.site.page(
        ARTICLE,
        htmlPage(
          'Article',
          '<p>Of the ITU, and of cyber sovereignty, much was said.</p><p>Xi Jinping built the Great Firewall.</p>',
        ),
      );
    });

    for (const [lang, schemes] of [
      ['en-GB', ['light', 'dark']],
      ['ar', ['light', 'dark']],
      ['zh-TW', ['light']],
    ] as const)
      test(`in any state of any component, in ${lang}, ${schemes.join(' and ')}`, async () => {
        const page = await reading.reader.openPage(`${GALLERY}?lang=${lang}`);
        const shown = await page.evaluate(() => document.querySelectorAll('.specimen').length);
        assert.ok(shown > 30, `${shown} states`);
        const plain = await page.evaluate(() =>
          [...document.querySelectorAll('.specimen')]
            .filter(
              ({ shadowRoot }) =>
                shadowRoot && !shadowRoot.querySelector('h1, h2, .site, .quiet, .reminder, .passage'),
            )
            .map(({ id }) => id),
        );
        assert.deepEqual(plain, [], 'every state has drawn itself');
        const font = await page.evaluate(() => {
          const place = document.querySelector('#list-ready')?.shadowRoot?.querySelector('main');
          return place ? getComputedStyle(place).fontSize : '';
        });
        assert.equal(font, '15px', 'pages have their styles');
        await assertClean(page, schemes, '.specimen');
        if (schemes.length > 1) {
          const grounds = await page.evaluate(() =>
            ['card-itu', 'list-ready', 'notes-some'].map((id) => {
              const place = document.getElementById(id)?.shadowRoot?.querySelector('.card, main');
              return place ? getComputedStyle(place).backgroundColor : '';
            }),
          );
          for (const ground of grounds) assert.match(ground, /^oklch\(0\.23 /, 'the dark was dark');
        }
        await page.close();
      });

    for (const dialog of ['notes-export', 'notes-import'])
      test(`in the dialog ${dialog}, light and dark`, async () => {
        const page = await reading.reader.openPage(`${GALLERY}?show=${dialog}`);
        await page.waitFor(
          () =>
            page.evaluate(
              () => !!document.querySelector('.specimen')?.shadowRoot?.querySelector('dialog[open]'),
            ),
          { what: 'the dialog' },
        );
        await assertClean(page, ['light', 'dark'], '.specimen');
        await page.close();
      });

    test('but it would: a control without a name, and words too pale, are found in a shadow root', async () => {
      const page = await reading.reader.openPage(`${GALLERY}?show=card-plain`);
      await page.evaluate(() => {
        const root = document.querySelector('.specimen')?.shadowRoot;
        root?.querySelector('.icon-button')?.removeAttribute('aria-label');
        root?.querySelector('.icon-button')?.removeAttribute('title');
        root?.querySelector<HTMLElement>('.lead')?.style.setProperty('color', '#bbb');
      });
      const { found } = await findings(page, 'light', '.specimen');
      assert.deepEqual(found.map(({ rule }) => rule).toSorted(), ['button-name', 'color-contrast']);
      await page.close();
    });

    for (const part of ['timeline', 'map', 'notes'])
      test(`in the ${part} of the side panel`, async () => {
        const article = await reading.reader.openPage(ARTICLE);
        await marked(article, 'cyber sovereignty');
        const panel = await reading.reader.extensionPage(
          `pages/panel.html?tab=${await tabOf(reading.reader, ARTICLE)}`,
        );
        await panel.waitFor(
          () =>
            panel.evaluate((wanted) => {
              const tab = document.querySelector<HTMLElement>(`[data-part=${wanted}]`);
              tab?.click();
              return tab !== null;
            }, part),
          { what: 'the part' },
        );
        await panel.evaluate(() => document.querySelector<SVGElement>('svg [tabindex]')?.focus());
        await assertClean(panel, ['light', 'dark']);
        await panel.close();
        await article.close();
      });

    for (const name of PAGES)
      test(`on ${name}, of a page with mentions and with a note kept`, async () => {
        const article = await reading.reader.openPage(ARTICLE);
        await marked(article, 'cyber sovereignty');
        const page = await reading.reader.extensionPage(
          `pages/${name}?tab=${await tabOf(reading.reader, ARTICLE)}`,
        );
        await page.evaluate(async (url) => {
          // biome-ignore lint/suspicious/noExplicitAny: the browser's own object
          const { runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
          const target = { url, title: 'Article', selectors: [], entity: 'internet-governance:itu' };
          const params = { draft: { target, body: 'A note.' } };
          await runtime.sendMessage({
            tag: 'glossator',
            version: 1,
            to: 'background',
            verb: 'saveNote',
            params,
          });
        }, ARTICLE);
        await page.reload();
        await page.waitFor(() => page.evaluate(() => document.querySelector('main') !== null), {
          what: `${name} drawn`,
        });
        await assertClean(page, ['light', 'dark']);
        await page.close();
        await article.close();
      });
  });
}

inBothBrowsers(sentences, { alter: addAxe });
