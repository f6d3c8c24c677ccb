/// <reference lib="dom" />
/**
 * Documents that frameworks take over after they were marked: React 19 (the whole document), Vue, Svelte and custom elements,
 * in their production builds. At every step the document is what it is in a browser without us, and what changes is marked.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { launchBrowser, type Reader, type ReaderPage } from '../../src/tools/browser/driver.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { buildFrameworkPage, FRAMEWORKS, type Framework } from '../support/framework-pages.ts';
import { assertNothingLeft, hover, inBothBrowsers } from '../support/reading.ts';

/** What each page's own script offers. */
interface OwnWindow extends Window {
  readonly faults: readonly string[];
  begin(): void;
}

/** A page's way: as it came, taken over, turned once and turned back, with the marks that it has then. */
const STEPS: readonly (readonly [
  what: string,
  step: ((page: ReaderPage) => Promise<void>) | null,
  marks: readonly string[],
])[] = [
  ['as the server sent it', null, ['Wuzhen', 'cyber sovereignty', 'Digital Silk Road', 'Edward Snowden']],
  ['taken over', begin, ['Wuzhen', 'cyber sovereignty', 'Digital Silk Road', 'Edward Snowden']],
  ['turned', turn, ['Wuzhen', 'cyber sovereignty', 'Digital Silk Road', 'Great Firewall']],
  ['turned back', turn, ['Wuzhen', 'cyber sovereignty', 'Digital Silk Road', 'Edward Snowden']],
];
const NAMES: Readonly<Record<Framework, string>> = {
  react: 'React hydrates a whole document',
  vue: 'Vue hydrates its application',
  svelte: 'Svelte hydrates its application',
  components: 'custom elements take over their roots',
};
const urlOf = (framework: Framework) => `http://${framework}.test/`;
const pages = Promise.all(FRAMEWORKS.map(async (name) => [name, await buildFrameworkPage(name)] as const));

inBothBrowsers((reading) => {
  const bare = new Map<Framework, readonly string[]>();

  before(async () => {
    for (const [name, { html, script }] of await pages) {
      reading.site.page(urlOf(name), html);
      reading.site.page(`${urlOf(name)}client.js`, script, {
        headers: { 'content-type': 'text/javascript; charset=utf-8' },
      });
    }
    const without = await launchBrowser(reading.kind, {
      extensionDir: writeEmptyExtension(),
      proxy: reading.site.proxy,
    });
    try {
      for (const name of FRAMEWORKS) bare.set(name, await stepsWithoutUs(without, name));
    } finally {
      await without.close();
    }
  });

  for (const name of FRAMEWORKS) {
    test(`${NAMES[name]} that is marked, and neither sees the other`, async () => {
      const page = await reading.reader.openPage(urlOf(name));
      for (const [i, [what, step, marks]] of STEPS.entries()) {
        await step?.(page);
        await page.waitFor(
          async () => {
            const seen = (await page.highlights()).map(({ text }) => text).sort();
            return JSON.stringify(seen) === JSON.stringify([...marks].sort());
          },
          { what: `the marks of the page ${what}` },
        );
        assert.equal(await page.evaluate(wholeDocument), bare.get(name)?.[i], what);
      }
      assert.match((await hover(page, 'cyber sovereignty')).text, /Cyber sovereignty/);
      assert.deepEqual(await page.evaluate(() => (window as unknown as OwnWindow).faults), []);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }

  test('nothing has left the machine', () => assertNothingLeft(reading.site));
});

/** The document at each step, in a browser of its own. */
async function stepsWithoutUs(reader: Reader, name: Framework): Promise<string[]> {
  const page = await reader.openPage(urlOf(name));
  const seen: string[] = [];
  for (const [, step] of STEPS) {
    await step?.(page);
    seen.push(await page.evaluate(wholeDocument));
  }
  await page.close();
  return seen;
}

function begin(page: ReaderPage): Promise<void> {
  return page.evaluate(async () => {
    (window as unknown as OwnWindow).begin();
    // Hydration and effects are done by their own schedulers.
    for (let turns = 0; turns < 5; turns++) await new Promise((done) => setTimeout(done, 20));
  });
}

/** Presses the page's button, wherever it stands, and lets the framework answer. */
function turn(page: ReaderPage): Promise<void> {
  return page.evaluate(async () => {
    const root = document.querySelector('talk-part')?.shadowRoot ?? document;
    root.querySelector('button')?.click();
    for (let turns = 0; turns < 5; turns++) await new Promise((done) => setTimeout(done, 20));
  });
}

/** The document with what stands in its open roots. */
function wholeDocument(): string {
  const root = document.querySelector('talk-part')?.shadowRoot;
  return `${document.documentElement.outerHTML}${root?.innerHTML ?? ''}`;
}
