/// <reference lib="dom" />
/** A guest's manners: editors, policies of the page, selection, other tools, keys, traces, frames and shadow roots. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { cardGone, hover, htmlPage, marked, restOn } from '../../support/reading.ts';
import { kept, type Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';

export const MANNERS_ROWS: readonly Row[] = [
  {
    file: 'b02-editors.html',
    marks: ['Wuzhen'],
    isChanged: true,
    isMoving: true,
    async act(page) {
      const fields = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-kind]')].map(
          ({ dataset }) => dataset['kind'] ?? '',
        ),
      );
      assert.equal(fields.length, 9);
      for (const kind of fields) {
        await page.evaluate((wanted) => {
          const field = document.querySelector<HTMLElement>(`[data-kind="${wanted}"]`);
          field?.focus();
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
            field.setSelectionRange(field.value.length, field.value.length);
          else if (field) {
            getSelection()?.selectAllChildren(field);
            getSelection()?.collapseToEnd();
          }
        }, kind);
        await page.type(', ICANN');
      }
      await page.evaluate(() => document.querySelector<HTMLButtonElement>('form button')?.click());
      assert.deepEqual(
        await kept(page, 'sent'),
        Object.fromEntries(fields.map((kind) => [kind, `${SOVEREIGNTY}, ICANN`])),
      );
      await page.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.append('Then they spoke of the Great Firewall beside the editors.');
        document.querySelector('main')?.append(paragraph);
      });
      await marked(page, 'Great Firewall');
      assert.deepEqual((await page.highlights()).map(({ text }) => text).sort(), [
        'Great Firewall',
        'Wuzhen',
      ]);
    },
  },
  {
    file: 'b02-design-mode.html',
    marks: [SOVEREIGNTY],
    isChanged: true,
    isMoving: true,
    async act(page) {
      const { rect } = await marked(page, SOVEREIGNTY);
      const design = (mode: string) =>
        page.evaluate((now) => {
          document.designMode = now;
        }, mode);
      await design('on');
      await page.pointer.click(rect.x + 2, rect.y + rect.height / 2);
      await page.press('Home');
      await page.type('First of all, ');
      await page.waitFor(async () => (await page.highlights()).length === 0, { what: 'the marks to go' });
      const text = () => page.evaluate(() => document.querySelector('p')?.textContent);
      assert.equal(await text(), 'First of all, Much was said of cyber sovereignty in this draft.');
      await design('off');
      await page.evaluate(() => document.querySelector('p')?.append(' It is finished.'));
      await marked(page, SOVEREIGNTY);
    },
  },
  {
    file: 'b02-preview.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      await page.evaluate(() => document.querySelector('button')?.click());
      assert.equal(
        await kept(page, 'stored'),
        '<p>Much was said of <b>cyber sovereignty</b> in the hall.</p>',
      );
    },
  },
  {
    file: 'b05-reverting.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      assert.deepEqual(await kept(page, 'undone'), []);
      await restOn(page, SOVEREIGNTY);
      await page.waitFor(async () => (await kept<string[]>(page, 'undone')).length > 0, {
        what: 'the page to throw the card out',
      });
      await page.pointer.move(800, 700);
      let before = -1;
      await page.waitFor(
        async () => {
          const now = (await kept<string[]>(page, 'undone')).length;
          const isQuiet = now === before;
          before = now;
          if (!isQuiet) await sleep(200);
          return isQuiet;
        },
        { what: 'the fight to end' },
      );
      const undone = await kept<string[]>(page, 'undone');
      // The page has no `div`: the one whose style changes is ours.
      const [ours, others] = [undone.filter((line) => line === 'childList HTML'), new Set(undone)];
      for (const line of ['childList HTML', 'attributes DIV']) others.delete(line);
      assert.deepEqual([...others], []);
      assert.ok(ours.length <= 2 * 11, `put in and thrown out ${ours.length} times`);
      assert.equal(await page.card(), null);
    },
  },
  {
    file: 'b21-frames.html',
    marks: ['Wuzhen'],
    async act(page) {
      for (const name of ['?own', '?other', '?boxed', 'about:srcdoc']) {
        const frame = await page.frame(name);
        await page.waitFor(async () => (await frame.highlights()).some(({ text }) => text === SOVEREIGNTY), {
          what: `the mark in the frame ${name}`,
        });
      }
      const isBlankMarked = () =>
        page.evaluate(() => {
          const { contentWindow } = document.querySelector('[name=blank]') as HTMLIFrameElement;
          const { CSS: styles } = contentWindow as unknown as { CSS: typeof CSS };
          return [...styles.highlights.values()].some(({ size }) => size > 0);
        });
      await page.waitFor(isBlankMarked, { what: 'the mark in the blank frame' });
      assert.deepEqual(await (await page.frame('advert')).highlights(), []);
    },
  },
  {
    file: 'b30-selection.html',
    marks: ['Wuzhen', SOVEREIGNTY],
    async act(page) {
      await page.evaluate(() => {
        document.getElementById('field')?.focus();
        getSelection()?.selectAllChildren(document.querySelector('p') as Element);
      });
      const before = await page.evaluate(() => String(getSelection()));
      await hover(page, SOVEREIGNTY);
      assert.equal(await page.evaluate(() => String(getSelection())), before);
      await page.press('Control+c');
      await page.waitFor(() => kept(page, 'copied'), { what: 'the page to hear of the copy' });
      assert.deepEqual(await kept(page, 'copied'), {
        text: 'Guests came to Wuzhen and spoke of cyber sovereignty until the night.',
        types: [],
      });
      await page.press('Escape');
      await cardGone(page);
      assert.equal(await page.evaluate(() => String(getSelection())), before);
    },
  },
  {
    file: 'b32-find.html',
    marks: [SOVEREIGNTY, 'Great Firewall'],
    async act(page) {
      const found = await page.evaluate(() => {
        const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
        const results = [find('cyber sovereignty'), String(getSelection()), find('Great Firewall and')];
        getSelection()?.removeAllRanges();
        return results;
      });
      assert.deepEqual(found, [true, SOVEREIGNTY, true]);
      const priorities = await page.evaluate(() =>
        [...CSS.highlights].flatMap(([name, { priority, size }]) =>
          name.startsWith('glossator-') && size > 0 ? [priority] : [],
        ),
      );
      assert.ok(priorities.length > 0 && priorities.every((priority) => priority < 0));
    },
  },
  {
    file: 'b33-other-tools.html',
    marks: [SOVEREIGNTY, 'Wuzhen'],
    async act(page) {
      const isTheirs = () =>
        page.evaluate(() => {
          const { own } = window as unknown as { own: Highlight };
          return CSS.highlights.get('search-results') === own && own.size === 1 && own.priority === 0;
        });
      assert.ok(await isTheirs());
      await page.evaluate(() => {
        const { own } = window as unknown as { own: Highlight };
        CSS.highlights.clear();
        CSS.highlights.set('search-results', own);
      });
      await page.pointer.move(700, 500, { steps: 3 });
      await marked(page, SOVEREIGNTY);
      assert.ok(await isTheirs());
    },
  },
  {
    file: 'b37-keys.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      const keys = ['j', 'k', 'n', '/', '?', 'Enter', 'ArrowDown', 'Home'];
      for (const key of keys) await page.press(key);
      await hover(page, SOVEREIGNTY);
      for (const key of keys) await page.press(key);
      await page.press('Escape');
      await cardGone(page);
      await page.press('Escape');
      assert.deepEqual(await kept(page, 'heard'), [...keys, ...keys, 'Escape']);
    },
  },
  {
    file: 'b40-canvas.html',
    marks: [],
    async act(page, { reader, site }) {
      // By the time that a page opened after it has its marks, this one would have had its own.
      site.page('http://pages.test/control.html', htmlPage('Control', '<p>Much was said of Wuzhen.</p>'));
      const control = await reader.openPage('http://pages.test/control.html');
      await marked(control, 'Wuzhen');
      await control.close();
      assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
    },
  },
  {
    file: 'b42-traces.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      interface Looks {
        readonly asFound: { readonly elements: number };
        look(): Looks['asFound'];
      }
      const look = () => page.evaluate(() => (window as unknown as Looks).look());
      const found = await kept<Looks['asFound']>(page, 'asFound');
      assert.deepEqual(await look(), found);
      await hover(page, SOVEREIGNTY);
      const host = await page.evaluate(() => {
        const element = document.documentElement.lastElementChild as HTMLElement;
        return {
          root: element.shadowRoot,
          text: element.textContent,
          names: [element.id, element.className],
        };
      });
      assert.deepEqual(host, { root: null, text: '', names: ['', ''] });
      assert.equal((await look()).elements, found.elements + 1);
      await page.press('Escape');
      await cardGone(page);
      assert.deepEqual(await look(), found);
    },
  },
];
