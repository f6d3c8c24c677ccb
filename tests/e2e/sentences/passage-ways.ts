/// <reference lib="dom" />
/** The ways to note a passage, and what becomes of the note: menu and key, a page that is left as it is, an orphan, a private window. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { noneNoted, noted, noteOn, pressButton, STORY, select, story } from '../../support/noting.ts';
import {
  cardShows,
  clickInCard,
  closeCard,
  type Reading,
  tabOf,
  textOf,
  writeInCard,
} from '../../support/reading.ts';

const QUOTE = 'fewer papers and a window';
const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>خبر</title><body>
  <p>اجتمعت اللجنة في دار البلدية القديمة ولم يفكر أحد في إحضار الكراسي للضيوف.</p>`;

/** Whether the reader writes in a card, with the passage marked. */
async function writes(page: ReaderPage, passage: string): Promise<void> {
  await page.waitFor(() => page.inCard((root) => root.activeElement?.localName === 'textarea'), {
    what: 'the reader to write in the card',
  });
  await noted(page, passage);
}

const boxesOfSelection = (page: ReaderPage) =>
  page.evaluate(() =>
    [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ left, right, top, bottom }) => ({
      left,
      right,
      top,
      bottom,
    })),
  );

/** Firefox lets an extension choose its keys; of Chromium's no driver knows any. */
export async function chooseKey({ kind, reader }: Reading): Promise<void> {
  if (kind === 'firefox')
    await reader.evaluateInExtension(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
      await (globalThis as any).browser.commands.update({
        name: 'note-selection',
        shortcut: 'Alt+Shift+P',
      });
    });
}

export function waySentences(reading: Reading): void {
  describe('noting passages', () => {
    const serve = (name: string, body = story(name)) => {
      const url = `http://passages.test/${name}.html`;
      reading.site.page(url, body);
      return url;
    };

    test('the menu of a selection has an entry that opens a card to write in', async () => {
      const url = serve('menu');
      const page = await reading.reader.openPage(url);
      await select(page, 'fewer papers', 'a window');
      // No driver reaches a browser's own menus: the event comes that the entry would have made, where it can be made.
      const isChosen = await reading.reader.evaluateInExtension(
        async (tabId) => {
          // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
          const { contextMenus, tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
          await contextMenus.update('note-selection', {}); // refused where there is no such entry
          if (!contextMenus.onClicked.dispatch) return false;
          contextMenus.onClicked.dispatch(
            { menuItemId: 'note-selection', frameId: 0 },
            await tabs.get(tabId),
          );
          return true;
        },
        await tabOf(reading.reader, url),
      );
      assert.equal(isChosen, reading.kind === 'chromium');
      if (isChosen) await writes(page, QUOTE);
      await page.close();
    });

    test('a key that the reader has chosen opens a card to write in', async () => {
      const page = await reading.reader.openPage(serve('key'));
      await select(page, 'fewer papers', 'a window');
      await chooseKey(reading);
      await reading.reader.command('note-selection');
      await writes(page, QUOTE);
      await page.close();
    });

    test('the page as a whole can be noted from the popup, the menu and the key, and its notes stand there again', async () => {
      const url = serve('whole');
      const page = await reading.reader.openPage(url);
      const popup = await reading.reader.extensionPage(
        `pages/popup.html?tab=${await tabOf(reading.reader, url)}`,
      );
      await popup.waitFor(
        () =>
          popup.evaluate(() => {
            const button = [...document.querySelectorAll('button')].find((one) =>
              /note on this page/.test(one.textContent),
            );
            button?.click();
            return button !== undefined;
          }),
        { what: 'a button to note the page' },
      );
      // The popup closes itself at this moment, and Firefox may refuse to bring another tab to the front.
      await page.waitFor(() => page.bringToFront().then(() => true), { what: 'the page in front' });
      await page.waitFor(() => page.cardElement('textarea'), { what: 'a place to write' });
      await writeInCard(page, 'Dull, but see the end.');
      await page.press('Control+Enter');
      await cardShows(page, 'Dull, but see the end.');
      await closeCard(page);
      await page.reload();
      await chooseKey(reading);
      await reading.reader.command('note-selection');
      await cardShows(page, 'Dull, but see the end.');
      await page.close();
    });

    test('a colour is chosen in the card, for a note to come and for one that is there', async () => {
      const page = await reading.reader.openPage(serve('colours'));
      await select(page, 'fewer papers', 'a window');
      await pressButton(page);
      await clickInCard(page, '.swatch.green');
      const isMarked = (colour: string) =>
        page.waitFor(
          async () => (await page.highlights('glossator-note')).some(({ name }) => name.endsWith(colour)),
          { what: `a ${colour} mark` },
        );
      await isMarked('green');
      await writeInCard(page, 'Green at first.');
      await page.press('Control+Enter');
      await cardShows(page, 'Green at first.');
      await clickInCard(page, '.swatch.pink');
      await isMarked('pink');
      await page.reload();
      await isMarked('pink');
      await page.close();
    });

    test('the same words noted in two places have each their own half-written note', async () => {
      const twice = story('twice', [
        'Bring a chair to the first meeting, please.',
        ...STORY,
        'Bring a chair to the last one too.',
      ]);
      const page = await reading.reader.openPage(serve('twice', twice));
      await select(page, 'Bring a chair', 'Bring a chair');
      await pressButton(page);
      await writeInCard(page, 'Which chair?');
      await closeCard(page);
      await page.evaluate(() => {
        const text = document.querySelector('p:last-of-type')?.firstChild;
        const range = document.createRange();
        if (text) range.setStart(text, 0);
        if (text) range.setEnd(text, 13);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      });
      await pressButton(page);
      assert.equal((await page.cardElement('footer textarea'))?.value, '');
      await page.close();
    });

    test('a card in which the reader writes stays when the extension is updated, and asks for the page to be refreshed', async () => {
      const page = await reading.reader.openPage(serve('updated'));
      await select(page, 'fewer papers', 'a window');
      await pressButton(page);
      await writeInCard(page, 'Half a thought');
      await reading.reader.switchExtension('update');
      await page.pointer.move(40, 300, { steps: 3 });
      // Firefox takes all that an extension has put into pages away with it.
      if (reading.kind === 'chromium') {
        await cardShows(page, 'Refresh this page');
        assert.equal((await page.cardElement('footer textarea'))?.value, 'Half a thought');
      }
      await page.close();
    });

    test('the button takes neither the selection nor the focus, not even while it is pressed', async () => {
      const body = story('focus').replace('<main>', '<main><button id="own">A button of the page</button>');
      const page = await reading.reader.openPage(serve('focus', body));
      await select(page, 'nobody had', 'bringing chairs');
      await page.evaluate(() => document.getElementById('own')?.focus());
      const button = await page.waitFor(() => page.cardElement('button'), { what: 'the button' });
      await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        for (const type of ['focusin', 'focusout', 'blur', 'selectionchange', 'mousedown', 'click'])
          document.addEventListener(type, () => seen.push(type), true);
      });
      await page.pointer.move(button.rect.x + 5, button.rect.y + 5);
      await page.pointer.down();
      const held = await page.evaluate(() => ({
        selected: String(getSelection()),
        focused: document.activeElement?.id,
        seen: (globalThis as unknown as { seen: string[] }).seen.filter(
          (type) => type !== 'mousedown' && type !== 'click',
        ),
      }));
      await page.pointer.up();
      assert.deepEqual(held, {
        selected: 'nobody had thought of bringing chairs',
        focused: 'own',
        seen: [],
      });
      await page.close();
    });

    test('the button stands where the selection ends, however its letters run and however it was made', async () => {
      const page = await reading.reader.openPage(serve('arabic', ARABIC));
      await select(page, 'دار البلدية', 'أحد');
      await page.evaluate(() => {
        const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() as Selection;
        if (anchorNode && focusNode)
          getSelection()?.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset);
      });
      const button = await page.waitFor(() => page.cardElement('button'), { what: 'the button' });
      const [line] = await boxesOfSelection(page);
      assert.ok(line && button.rect.x + button.rect.width <= line.left, 'left of its end');
      await page.close();
    });

    test('a card leaves a short passage to be read, wherever in it the pointer rests', async () => {
      const page = await reading.reader.openPage(serve('room'));
      await noteOn(page, 'The committee', 'window that opens', 'Read on.');
      await page.evaluate(() => getSelection()?.removeAllRanges());
      const [mark] = await page.highlights('glossator-note');
      const [first] = mark?.rects ?? [];
      assert.ok(mark && first);
      await page.pointer.move(5, 5);
      await page.pointer.move(first.x + 20, first.y + first.height / 2, { steps: 4 });
      await cardShows(page, 'Read on.');
      const card = await page.waitFor(() => page.cardElement('.card'), { what: 'the card' });
      const { y, height } = card.rect;
      for (const line of mark.rects)
        assert.ok(line.y + line.height <= y || line.y >= y + height, 'no line is under it');
      await page.close();
    });

    test('a passage is marked in the colour that its note has on the notes page', async () => {
      const page = await reading.reader.openPage(serve('colour'));
      await noteOn(page, 'fewer papers', 'a window', 'In blue.');
      assert.equal((await noted(page, QUOTE)).name, 'glossator-note-yellow');
      const list = await reading.reader.extensionPage('pages/library.html');
      await list.evaluate(async (url) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a page of the extension
        const { runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        const call = (verb: string, params: object) =>
          runtime.sendMessage({ tag: 'glossator', version: 1, to: 'background', verb, params });
        const { value } = await call('getNotes', { url });
        const [{ id, target, body }] = value;
        await call('saveNote', { draft: { id, target, body, colour: 'blue' } });
      }, page.url);
      await page.bringToFront();
      await page.waitFor(async () => (await noted(page, QUOTE)).name === 'glossator-note-blue', {
        what: 'the passage in blue',
      });
      await list.close();
      await page.close();
    });

    test('what is not found is told to the notes page with its words and the reason, and found again by itself', async () => {
      const url = serve('orphan');
      const page = await reading.reader.openPage(url);
      await noteOn(page, 'fewer papers', 'a window', 'Where did it go?');
      serve('orphan', story('orphan', [STORY[0] ?? '', STORY[2] ?? '']));
      await page.reload();
      const list = await reading.reader.extensionPage('pages/library.html');
      const entry = () =>
        list.evaluate(
          () =>
            [...document.querySelectorAll('.entry')].find((one) =>
              one.textContent?.includes('Where did it go?'),
            )?.textContent ?? '',
        );
      await list.waitFor(async () => /no longer on the page/.test(await entry()), {
        what: 'the reason on the notes page',
      });
      assert.ok((await entry()).includes(QUOTE), await entry());
      await page.bringToFront();
      await noneNoted(page);
      await page.evaluate((text) => {
        const late = document.createElement('p');
        late.textContent = text;
        document.querySelector('main')?.append(late);
      }, `Most of those who spoke asked for more time, ${QUOTE} that opens.`);
      await noted(page, QUOTE);
      await list.bringToFront();
      await list.waitFor(async () => /go\?/.test(await entry()) && !/no longer/.test(await entry()), {
        what: 'the reason to go',
      });
      await list.close();
      await page.close();
    });

    test('a private window says where its notes are kept, and no other window sees them', async () => {
      if (reading.kind !== 'firefox') return; // Playwright does not see Chromium's private windows
      await reading.reader.switchExtension('allow-private');
      const url = serve('private');
      const usual = await reading.reader.openPage(url);
      const before = await reading.reader.pages();
      const window = await reading.reader.evaluateInExtension(async (address) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        return (await (globalThis as any).browser.windows.create({ incognito: true, url: address })).id;
      }, url);
      const page = await usual.waitFor(
        async () =>
          (await reading.reader.pages()).find((one) => one.url === url && !before.some((old) => old === one)),
        { what: 'the page in the private window' },
      );
      await page.bringToFront();
      await page.waitFor(() => page.evaluate(() => document.readyState === 'complete'), {
        what: 'it to have loaded',
      });
      await select(page, 'fewer papers', 'a window');
      await pressButton(page);
      await writeInCard(page, 'Between us.');
      await cardShows(page, 'until the last private window closes');
      await page.press('Control+Enter');
      await noted(page, QUOTE);
      await closeCard(page);
      await usual.bringToFront();
      await usual.reload();
      await noteOn(usual, 'It was agreed', 'from the roads', 'For all.');
      const seen = (await usual.highlights('glossator-note')).map(({ text }) => text);
      assert.deepEqual(seen, ['It was agreed to meet again when the snow has gone from the roads']);
      const list = await reading.reader.extensionPage('pages/library.html');
      await list.waitFor(async () => (await textOf(list)).includes('For all.'), { what: 'the notes page' });
      assert.ok(!(await textOf(list)).includes('Between us.'));
      await list.close();
      await reading.reader.evaluateInExtension(
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        (id) => (globalThis as any).browser.windows.remove(id),
        window,
      );
      await usual.close();
    });
  });
}
