/// <reference lib="dom" />
/**
 * A guest's manners: the page's own world is the same before we came, while a card is open, and after it has closed; focus,
 * selection and keys are the page's.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { cardGone, hover, htmlPage, marked, type Reading } from '../../support/reading.ts';

const PAGE = 'http://manners.test/page.html';
const FIREWALL = 'Great Firewall';

/** What a page can see of its own world; one function, sent as it is, that leaves no name on `window`. */
const LOOK = `
  const nodesOf = () => {
    const walker = document.createTreeWalker(document);
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      nodes.push(node.nodeName + [...(node.attributes ?? [])].map(({ name, value }) => ' ' + name + '=' + value).join(''));
    return nodes;
  };
  const keysOf = (object) => Reflect.ownKeys(object).map(String).sort();
  const builtIns = () =>
    [Node, Element, Document, EventTarget, Range, CSS.highlights.constructor, History, Event].flatMap((made) =>
      Reflect.ownKeys(made.prototype).map((key) => {
        const { value, get, set } = Reflect.getOwnPropertyDescriptor(made.prototype, key);
        return made.name + '.' + String(key) + ': ' + [value, get, set].map((part) => (typeof part === 'function' ? String(part) : typeof part));
      }),
    );
  const look = () => ({
    nodes: nodesOf(),
    window: keysOf(window),
    document: keysOf(document),
    root: keysOf(document.documentElement),
    body: keysOf(document.body),
    builtIns: builtIns(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    highlights: [...CSS.highlights.keys()].filter((name) => !name.startsWith('glossator-')),
    stored: keysOf(localStorage).concat(keysOf(sessionStorage), document.cookie, window.name),
    measured: performance.getEntries().filter(({ name, entryType }) => /extension:|glossator/.test(name) || /^(mark|measure)$/.test(entryType)).length,
    frames: window.length,
    scrolled: [scrollX, scrollY],
  });
  let atFirst;
  document.addEventListener('DOMContentLoaded', () => { atFirst = look(); });
`;

// The page's own, in the scope of its scripts.
declare const look: () => Readonly<Record<string, unknown>>;
declare const atFirst: Readonly<Record<string, unknown>>;
declare let keys: string[];

export function mannerSentences(reading: Reading): void {
  describe('on a page', () => {
    before(() => {
      reading.site.page(
        PAGE,
        htmlPage(
          'Manners',
          `<input id="search"><p id="first">Much was said of cyber sovereignty.</p><p>And of the Great Firewall, <a href="#x">often</a>.</p>
          <script>${LOOK}
            let keys = [];
            for (const type of ['keydown', 'keyup', 'focusin', 'focusout', 'blur', 'selectionchange'])
              document.addEventListener(type, (event) => keys.push(event.key ? type + ' ' + event.key : type));
          </script>`,
        ),
      );
    });

    test('the world is as it was: names, built-ins, nodes, attributes, sheets, storage, timings', async () => {
      const page = await reading.reader.openPage(PAGE);
      const differences = () =>
        page.evaluate(() => {
          const now = look();
          const listed = (value: unknown) => [value].flat().map(String);
          return Object.keys(now).flatMap((part) => {
            const [was, is] = [listed(atFirst[part]), listed(now[part])];
            const came = is.filter((one) => !was.includes(one)).map((one) => `${part} + ${one}`);
            return [...came, ...was.filter((one) => !is.includes(one)).map((one) => `${part} - ${one}`)];
          });
        });
      await marked(page, FIREWALL);
      assert.deepEqual(await differences(), [], 'with marks');
      await hover(page, FIREWALL);
      const open = await differences();
      assert.equal(open.length, 1, `with a card: ${open}`);
      assert.match(open[0] ?? '', /^nodes \+ DIV /);
      await page.press('Escape');
      await cardGone(page);
      assert.deepEqual(await differences(), [], 'after the card');
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('hover moves neither focus nor selection, and every key but Escape is the page’s', async () => {
      const page = await reading.reader.openPage(PAGE);
      await marked(page, FIREWALL);
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('#search')?.focus();
        getSelection()?.selectAllChildren(document.querySelector('#first') as Node);
      });
      const state = () =>
        page.evaluate(() => [document.activeElement?.id ?? '', String(getSelection())] as const);
      const before = await state();
      assert.match(before[1], /cyber sovereignty/);
      await page.evaluate(() => {
        keys = [];
      });
      await hover(page, FIREWALL);
      assert.deepEqual(await state(), before);
      assert.deepEqual(await page.evaluate(() => keys), []);
      await page.press('j');
      await page.press('Escape');
      await cardGone(page);
      await page.press('Escape');
      const heard = await page.evaluate(() => keys);
      assert.deepEqual(
        heard.filter((one) => one.startsWith('keydown')),
        ['keydown j', 'keydown Escape'],
        'the Escape that closed the card was ours, the next is the page’s',
      );
      await page.close();
    });
  });
}
