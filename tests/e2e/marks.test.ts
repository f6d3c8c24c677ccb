/// <reference lib="dom" />
/** Marks as a guest has them: back when a page clears the registry, absent from what is copied, from paper, and from afar. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { coloursIn } from '../support/pdf-colours.ts';
import {
  assertNothingLeft,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  type Reading,
} from '../support/reading.ts';

const ARTICLE = 'http://marks.test/article.html';
const LONG = 'http://marks.test/long.html';
const SECTIONS = 120;
const SECTION_HEIGHT = 300;

/** What a reader or a page does next, after which marks must be back. */
const NEXT: Readonly<Record<string, (page: ReaderPage) => Promise<unknown>>> = {
  'the pointer moves': async (page) => {
    await page.pointer.move(600, 500);
    await page.pointer.move(610, 510);
  },
  'a part of the page scrolls': (page) =>
    page.evaluate(() => document.querySelector('#box')?.scrollBy(0, 20)),
  'the page changes': (page) =>
    page.evaluate(() => document.querySelector('main')?.append(document.createElement('p'))),
  // What a browser fires then; living.test.ts hides tabs for real.
  'the tab comes back into view': (page) =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
};

/** Takes all off the page, and answers whether nothing that went before brings it back. */
async function clearRegistry(): Promise<boolean> {
  CSS.highlights.clear();
  CSS.highlights.set('page-own', new Highlight());
  await new Promise((done) => setTimeout(done, 400));
  return CSS.highlights.size === 1;
}

/** Copies the whole page: what comes over, as text and as HTML. */
async function copied(page: ReaderPage): Promise<readonly [text: string, html: string]> {
  await page.press('Control+a');
  await page.press('Control+c');
  return pasted(page);
}

/** Pastes into the page's text field, which stays empty. */
async function pasted(page: ReaderPage): Promise<readonly [text: string, html: string]> {
  await page.evaluate(() => {
    const field = document.querySelector('textarea');
    const onPaste = (event: ClipboardEvent) => {
      event.preventDefault();
      const { clipboardData: data } = event;
      document.title = JSON.stringify([data?.getData('text/plain'), data?.getData('text/html')]);
    };
    document.title = '';
    field?.addEventListener('paste', onPaste, { once: true });
    field?.focus();
  });
  await page.press('Control+v');
  const title = await page.waitFor(() => page.evaluate(() => document.title), { what: 'what was copied' });
  await page.evaluate(() => document.querySelector('textarea')?.blur());
  return JSON.parse(title);
}

function sentences(reading: Reading): void {
  describe('marks', () => {
    let article: ReaderPage;
    before(async () => {
      const section = `<section style="height:${SECTION_HEIGHT}px"><h2>More</h2><p>It is cyber sovereignty.</p></section>`;
      reading.site.page(LONG, htmlPage('Long', section.repeat(SECTIONS)));
      reading.site.page(
        ARTICLE,
        htmlPage(
          'Article',
          `<p>Much was said of cyber sovereignty, and of the Great Firewall.</p>
          <div id="box" style="height:30px;overflow:auto"><p style="height:200px">More.</p></div><textarea style="border:0"></textarea>`,
        ),
      );
      article = await reading.reader.openPage(ARTICLE);
      await marked(article, 'cyber sovereignty');
    });

    test('come back when the page has cleared the registry, beside what it paints itself', async () => {
      const count = (await article.highlights()).length;
      for (const [what, next] of Object.entries(NEXT)) {
        await article.waitFor(() => article.evaluate(clearRegistry), { what: 'the page to be at rest' });
        await next(article);
        await article.waitFor(async () => (await article.highlights()).length === count, {
          what: `marks to be back when ${what}`,
        });
        const others = await article.evaluate(() => [
          CSS.highlights.has('page-own'),
          ...[...CSS.highlights].flatMap(([name, { priority }]) =>
            name.startsWith('glossator-') ? priority < 0 : [],
          ),
        ]);
        assert.deepEqual([...new Set(others)], [true], 'the page keeps its own, and ours lie below them');
      }
    });

    test('are not in what is copied, nor is the card', async () => {
      const [text, html] = await copied(article);
      assert.match(text, /^Much was said of cyber sovereignty, and of the Great Firewall\.\s+More\.\s*$/);
      assert.match(html, /Much was said/);
      assert.doesNotMatch(html, /glossator|underline|highlight/i);
      await hover(article, 'cyber sovereignty');
      assert.deepEqual(await copied(article), [text, html]);
    });

    test('leave the card its own text, for who selects there', async () => {
      await hover(article, 'cyber sovereignty');
      const title = await article.cardElement('h2');
      assert.ok(title);
      const { x, y, height } = title.rect;
      await article.pointer.move(x + 10, y + height / 2, { steps: 3 });
      await article.pointer.click(x + 10, y + height / 2, { count: 2 });
      await article.press('Control+c');
      assert.equal((await pasted(article))[0].trim(), 'Cyber');
    });

    test('are not printed unless the reader asks, and are there as before when it is done', async () => {
      const shown = (await article.highlights()).map(({ text }) => text);
      assert.deepEqual(coloursIn(await article.print()), []);
      assert.deepEqual(
        (await article.highlights()).map(({ text }) => text),
        shown,
      );
      const library = await reading.reader.extensionPage('pages/library.html#settings');
      const box = () => library.evaluate(() => document.querySelector('input[name=print]') !== null);
      await library.waitFor(
        () => library.evaluate(() => document.querySelector('input[name=style]') !== null),
        { what: 'the choice of a style' },
      );
      // Firefox prints a copy of the page without any highlights, and so offers no choice (docs/browser-bugs.md).
      assert.equal(await box(), reading.kind === 'chromium');
      if (await box()) {
        await library.evaluate(() => document.querySelector<HTMLInputElement>('input[name=print]')?.click());
        await article.waitFor(async () => coloursIn(await article.print()).length === 1, {
          what: 'the line of the marks on paper',
        });
        assert.ok(
          (await article.highlights()).every(({ name }) => name === 'glossator-dotted-print-on-light'),
        );
        await library.evaluate(() => document.querySelector<HTMLInputElement>('input[name=print]')?.click());
        await article.waitFor(async () => coloursIn(await article.print()).length === 0, {
          what: 'paper without marks again',
        });
      }
      await library.close();
    });

    test('have live ranges only near the viewport, wherever it goes', async () => {
      const page = await reading.reader.openPage(LONG);
      const height = await page.evaluate(() => innerHeight);
      const isNear = async () => {
        const tops = (await page.highlights()).map(({ rect }) => rect.y);
        return (
          tops.length > 2 &&
          tops.length < SECTIONS / 4 &&
          tops.every((top) => top > -0.6 * height - SECTION_HEIGHT && top < 2.2 * height + SECTION_HEIGHT)
        );
      };
      for (const share of [0, 0.5, 1, 0]) {
        await page.evaluate(
          (at) => scrollTo({ top: at * document.documentElement.scrollHeight, behavior: 'instant' }),
          share,
        );
        await page.waitFor(isNear, { what: `marks near the viewport alone, ${share * 100} % down` });
      }
      await page.close();
      assertNothingLeft(reading.site);
    });
  });
}

inBothBrowsers(sentences);
