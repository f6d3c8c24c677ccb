/// <reference lib="dom" />
/** Passages elsewhere than in a page's own tree: in shadow roots, open and closed, and in a frame of another site. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Note } from '../../../src/core/model.ts';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { noted, pressButton, story } from '../../support/noting.ts';
import {
  askBackground,
  cardShows,
  closeCard,
  htmlPage,
  type Reading,
  writeInCard,
} from '../../support/reading.ts';
import { chooseKey } from './passage-ways.ts';

const TEXT = 'The committee met in the old town hall, and nobody had thought of bringing chairs.';

/** A page whose story an element of its own shows in a root. The test reaches a closed one by the name that the page gives it. */
const rootPage = (mode: 'open' | 'closed') =>
  htmlPage(
    `A root, ${mode}`,
    `<x-story></x-story><p>Nothing of it stands here.</p><script>
      customElements.define('x-story', class extends HTMLElement {
        connectedCallback() {
          window.storyRoot = this.attachShadow({ mode: '${mode}' });
          window.storyRoot.innerHTML = '<p>${TEXT}</p>';
        }
      });</script>`,
  );

/** Drags over the first words of the story as a hand would. */
async function drag(page: ReaderPage): Promise<string> {
  const line = await page.evaluate(() => {
    const { storyRoot } = window as unknown as { storyRoot: ShadowRoot };
    const { x, y, height } = (storyRoot.querySelector('p') as Element).getBoundingClientRect();
    return { x, y: y + height / 2 };
  });
  await page.pointer.move(line.x + 1, line.y);
  await page.pointer.down();
  await page.pointer.move(line.x + 260, line.y, { steps: 6 });
  await page.pointer.up();
  return page.evaluate(() => String(getSelection()));
}

const notesOf = async ({ reader }: Reading, url: string): Promise<readonly Note[]> => {
  const ours = await reader.extensionPage('pages/library.html');
  const notes = await askBackground(ours, 'getNotes', { url });
  await ours.close();
  return notes as readonly Note[];
};

export function rootSentences(reading: Reading): void {
  describe('passages in other trees', () => {
    for (const mode of ['open', 'closed'] as const)
      test(`a passage in a shadow root that is ${mode} is noted, and found again, also when its text comes late`, async () => {
        const url = `http://roots.test/${mode}.html`;
        reading.site.page(url, rootPage(mode));
        const page = await reading.reader.openPage(url);
        // The page is read before its reader selects anything: so roots are known.
        await page.waitFor(() => page.evaluate(() => document.readyState === 'complete'), { what: 'it' });
        const words = (await drag(page)).trim();
        assert.ok(words.length > 10, words);
        await pressButton(page);
        await writeInCard(page, 'In a root.');
        await page.press('Control+Enter');
        await cardShows(page, 'In a root.');
        await closeCard(page);
        await page.reload();
        await noted(page, words);
        await page.evaluate(() => {
          const { storyRoot } = window as unknown as { storyRoot: ShadowRoot };
          const gone = storyRoot.firstElementChild;
          gone?.remove();
          if (gone) setTimeout(() => storyRoot.append(gone.cloneNode(true)), 1500);
        });
        await page.waitFor(async () => (await page.highlights('glossator-note')).length === 0, {
          what: 'no mark where no text is',
        });
        await noted(page, words);
        await page.close();
      });

    test('a passage in a frame of another site is noted there, and found again', async () => {
      const inner = 'http://inner-roots.test/story.html';
      reading.site.page(inner, story('A story in a frame'));
      const outer = 'http://roots.test/frame.html';
      reading.site.page(
        outer,
        htmlPage('With a frame', `<iframe width="800" height="500" src="${inner}"></iframe>`),
      );
      const page = await reading.reader.openPage(outer);
      const frame = await page.frame('inner-roots.test');
      const { x, y } = await page.evaluate(() => {
        const box = (document.querySelector('iframe') as Element).getBoundingClientRect();
        return { x: box.x, y: box.y };
      });
      const line = await page.waitFor(() => frame.rectOf('The committee met in the old'), {
        what: 'the story in the frame',
      });
      await page.pointer.move(x + line.x + 1, y + line.y + line.height / 2);
      await page.pointer.down();
      await page.pointer.move(x + line.x + line.width, y + line.y + line.height / 2, { steps: 6 });
      await page.pointer.up();
      const words = (await frame.evaluate(() => String(getSelection()))).trim();
      await chooseKey(reading);
      await reading.reader.command('note-selection');
      const inFrame = (what: string) =>
        page.waitFor(
          async () =>
            (await (await page.frame('inner-roots.test')).highlights('glossator-note')).some(
              ({ text }) => text === words,
            ),
          { what },
        );
      await inFrame('the passage marked while it is noted');
      // The place to write has the focus when its card stands; what is typed sooner is typed again.
      await page.waitFor(
        () => frame.evaluate(() => document.activeElement?.parentElement === document.documentElement),
        { what: 'the card in the frame to have the focus' },
      );
      for (const letter of 'Framed') await frame.press(letter);
      await frame.press('Control+Enter');
      const [note] = await page.waitFor(
        async () => {
          const notes = await notesOf(reading, inner);
          return notes.length > 0 && notes;
        },
        { what: 'the note' },
      );
      assert.equal(note?.body, 'Framed');
      await page.reload();
      await inFrame('the passage found again');
      await page.close();
    });
  });
}
