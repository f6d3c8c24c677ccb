/// <reference lib="dom" />
/** Notes on passages: made from a selection, shown on the page, found again after edits and when their text comes late. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noneNoted, noted, noteOn, pressButton, STORY, select, story } from '../support/noting.ts';
import { cardGone, cardShows, clickInCard, inBothBrowsers, writeInCard } from '../support/reading.ts';
import { rootSentences } from './sentences/passage-roots.ts';
import { waySentences } from './sentences/passage-ways.ts';

inBothBrowsers((reading) => {
  describe('notes on passages', () => {
    const serve = (name: string, body = story(name)) => {
      const url = `http://passages.test/${name}.html`;
      reading.site.page(url, body);
      return url;
    };
    test('what is selected can be noted by a button beside it that leaves it selected', async () => {
      const page = await reading.reader.openPage(serve('button'));
      await select(page, 'nobody had', 'bringing chairs');
      const button = await page.waitFor(() => page.cardElement('button'), { what: 'the button' });
      const lines = await page.evaluate(() =>
        [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ left, right, top, bottom }) => ({
          left,
          right,
          top,
          bottom,
        })),
      );
      const { x, y, width, height } = button.rect;
      for (const { left, right, top, bottom } of lines)
        assert.ok(left >= x + width || right <= x || top >= y + height || bottom <= y, 'it covers nothing');
      await page.pointer.move(x + 2, y + 2);
      assert.equal(
        await page.evaluate(() => String(getSelection())),
        'nobody had thought of bringing chairs',
      );
      await pressButton(page);
      await noted(page, 'nobody had thought of bringing chairs');
      assert.equal(await page.inCard((root) => root.activeElement?.localName), 'textarea');
      await writeInCard(page, 'Bring a stool.');
      await page.press('Control+Enter');
      await cardShows(page, 'Bring a stool.');
      await noted(page, 'nobody had thought of bringing chairs');
      await page.close();
    });

    test('what a page selects before its reader has done anything has no button', async () => {
      const page = await reading.reader.openPage(serve('idle'));
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
      await new Promise((resolve) => setTimeout(resolve, 1000)); // nothing happens
      assert.equal(await page.card(), null);
      await page.close();
    });

    test('the button goes with the selection', async () => {
      const page = await reading.reader.openPage(serve('gone'));
      await select(page, 'nobody had', 'bringing chairs');
      await page.waitFor(() => page.cardElement('button'), { what: 'the button' });
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await cardGone(page);
      const ours = await page.evaluate(() => document.documentElement.children.length);
      assert.equal(ours, 2, 'head and body, and nothing of ours');
      await page.close();
    });

    test('a passage across elements and paragraphs is there again after a reload, and opens where the pointer rests', async () => {
      const page = await reading.reader.openPage(serve('across'));
      await noteOn(page, 'asked for', 'there was soup', 'A long day.');
      await page.reload();
      const mark = await page.waitFor(async () => (await page.highlights('glossator-note'))[0], {
        what: 'the passage',
      });
      assert.match(mark.text, /^asked for more time, fewer.*there was soup$/s);
      const { x, y, width, height } = mark.rects[0] ?? mark.rect;
      await page.pointer.move(5, 5);
      await page.pointer.move(x + width / 2, y + height / 2, { steps: 4 });
      await cardShows(page, 'A long day.');
      await clickInCard(page, '.note button:last-of-type');
      await noneNoted(page);
      await page.close();
    });

    test('it is found again when the page was edited, and put right when its text comes late or goes and comes back', async () => {
      const url = serve('edited');
      const page = await reading.reader.openPage(url);
      await noteOn(page, 'It was agreed', 'from the roads', 'When?');
      serve(
        'edited',
        story('edited', [
          'A line that was put in.',
          ...STORY.map((text) => text.replace('agreed', 'decided')),
        ]),
      );
      await page.reload();
      await noted(page, 'It was decided to meet again when the snow has gone from the roads');
      await page.evaluate(() => {
        const last = [...document.querySelectorAll('p')].at(-1);
        const { main } = { main: document.querySelector('main') };
        Object.assign(globalThis, { bring: () => last && main?.append(last) });
        last?.remove();
      });
      await noneNoted(page);
      await page.evaluate(() => (globalThis as unknown as { bring(): void }).bring());
      await noted(page, 'It was decided to meet again when the snow has gone from the roads');
      await page.close();
    });

    test('a page that has moved within its site keeps its notes', async () => {
      const page = await reading.reader.openPage(serve('old', story('The same page')));
      await noteOn(page, 'fewer papers', 'a window', 'It moved.');
      await page.goto(serve('new', story('The same page', ['A line that was put in.', ...STORY])));
      await noted(page, 'fewer papers and a window');
      await page.close();
    });

    test('a note on a passage shows in another tab of the page at once', async () => {
      const url = serve('tabs');
      const other = await reading.reader.openPage(url);
      const page = await reading.reader.openPage(url);
      await noteOn(page, 'fewer papers', 'a window', 'Yes.');
      await other.bringToFront();
      await noted(other, 'fewer papers and a window');
      await other.close();
      await page.close();
    });
  });
  waySentences(reading);
  rootSentences(reading);
});
