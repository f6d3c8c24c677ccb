/// <reference lib="dom" />
/** What a pack may put into a card: too much, too long, nothing, sources that are broken, and lines that run the other way. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { assertInView, assertNothingCutOff } from '../../support/card-fit.ts';
import { clickInCard, hover, htmlPage, type Reading } from '../../support/reading.ts';
import { ARABIC_NAME, LONG_LABEL, NAMES, UNBROKEN_LABEL } from '../../support/strained-pack.ts';

const PAGE = 'http://strained.test/page.html';

/** Where the first place of each of these words in the card's body or title stands. */
function placesOf(page: ReaderPage, selector: string, words: readonly string[]) {
  return page.inCard(
    (root, wanted, all) => {
      const box = root.querySelector(wanted) ?? document.body;
      const rectOf = (word: string) => {
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(word) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          const { left, right, top } = range.getBoundingClientRect();
          return { left, right, top };
        }
        return { left: NaN, right: NaN, top: NaN };
      };
      const { left, right } = box.getBoundingClientRect();
      return { box: { left, right }, words: all.map(rectOf) };
    },
    selector,
    words,
  );
}

export function badEntitySentences(reading: Reading): void {
  /** The open card of a name, on a page of all. */
  async function cardOf(name: string): Promise<ReaderPage> {
    const page = await reading.reader.openPage(PAGE);
    await hover(page, name);
    await assertInView(page);
    await assertNothingCutOff(page);
    return page;
  }

  describe('a card for any entity', () => {
    before(() => {
      const lines = Object.values(NAMES).map((name) => `<p>Much was said of the ${name} that day.</p>`);
      reading.site.page(PAGE, htmlPage('Strained', lines.join('')));
    });

    test('of two hundred statements shows a few, and all when asked, each to be reached by scrolling', async () => {
      const page = await cardOf(NAMES.many);
      assert.ok(((await page.card())?.rect.height ?? 0) <= 481);
      const shown = () => page.inCard((root) => root.querySelectorAll('.statements li').length);
      const few = await shown();
      assert.ok(few && few < 30, `${few} at first`);
      assert.match((await page.cardElement('.statements ~ .more'))?.text ?? '', new RegExp(`${200 - few}`));
      await clickInCard(page, '.statements ~ .more');
      await page.waitFor(async () => (await shown()) === 200, { what: 'all of them' });
      await assertInView(page);
      await assertNothingCutOff(page);
      const last = await page.inCard((root) => {
        const body = root.querySelector<HTMLElement>('.body');
        if (!body) return null;
        body.scrollTop = body.scrollHeight;
        const source = root.querySelector('.sources li')?.getBoundingClientRect();
        const edge = body.getBoundingClientRect();
        return source && source.top >= edge.top && source.bottom <= edge.bottom;
      });
      assert.ok(last, 'its sources at the end');
      await page.close();
    });

    for (const [what, name, label] of [
      ['of 300 characters', NAMES.long, LONG_LABEL],
      ['of 300 characters without a gap', NAMES.unbroken, UNBROKEN_LABEL],
    ] as const)
      test(`with a name ${what} tells all of it, and leaves room for what it says`, async () => {
        const page = await cardOf(name);
        const seen = await page.inCard((root) => ({
          title: root.querySelector('h2')?.textContent,
          label: root.querySelector('.card')?.getAttribute('aria-labelledby'),
          body: root.querySelector('.body')?.clientHeight ?? 0,
        }));
        assert.equal(seen?.title, label);
        assert.ok(seen.body >= 100, `${seen.body} px`);
        assert.equal((await page.card())?.label, label);
        await clickInCard(page, 'header .icon-button.end');
        await page.close();
      });

    test('without dates has no timeline, and is no higher than what it says', async () => {
      const page = await cardOf(NAMES.bare);
      assert.equal(await page.cardElement('.strip, dl, time'), null);
      const scrolls = await page.inCard((root) =>
        [...root.querySelectorAll('.card, .card *')]
          .filter((one) => one.scrollHeight > one.clientHeight + 1 && one.matches('.card, .body, header'))
          .map(({ className }) => className),
      );
      assert.deepEqual(scrolls, []);
      await page.close();
    });

    test('with broken sources has links only where a browser can go, and says so of the others', async () => {
      const page = await cardOf(NAMES.broken);
      const sources = await page.inCard((root) =>
        [...root.querySelectorAll('.sources li')].map((line) => ({
          text: line.textContent?.replace(/\s+/g, ' ') ?? '',
          to: line.querySelector('a')?.getAttribute('href') ?? null,
        })),
      );
      const to = sources?.map((source) => source.to);
      const courier = 'https://courier.example/2019/report.html';
      assert.deepEqual(to, ['https://example.org/s', courier, null, null, null, null, null, null, null]);
      assert.ok(sources?.[1]?.text.includes(`The Vestrin Courier · ${courier}`), 'its address for a title');
      for (const { text } of sources?.slice(2, 8) ?? []) assert.match(text, /reference only/);
      assert.match(sources?.[8]?.text ?? '', /does not have/);
      await clickInCard(page, '.sources li:nth-child(7) bdi[lang]');
      assert.equal(await page.evaluate(() => document.title), 'Strained', 'no script ran');
      await page.close();
    });

    test('with a sentence written to the left among others has it begin at the right, and end with its numbers', async () => {
      const page = await cardOf(NAMES.arabicInside);
      const item = '.statements li:nth-child(2)';
      const { box, words } = (await placesOf(page, item, ['الاتحاد', '1947'])) ?? assert.fail();
      const [first, end] = words;
      assert.ok(first && Math.abs(box.right - 14 - first.right) <= 2, JSON.stringify({ box, words }));
      const cite = await page.cardElement(`${item} .cite`);
      assert.ok(cite && end && cite.rect.x + cite.rect.width <= end.left + 1, 'left of its last word');
      const source = await placesOf(page, '.sources li:nth-child(2) > div', ['الاتحاد']);
      assert.ok(source && Math.abs(source.box.right - (source.words[0]?.right ?? 0)) <= 2);
      await page.close();
    });

    test('with a name written to the left inside a sentence keeps what follows it in its place', async () => {
      const page = await cardOf(NAMES.arabicInside);
      const words = ['Its Arabic', ARABIC_NAME, 'Geneva', 'sits'];
      const { words: places } = (await placesOf(page, '.statements li:nth-child(1)', words)) ?? assert.fail();
      const [before, name, geneva, sits] = places;
      assert.ok(before && name && geneva && sits);
      assert.ok(before.right <= name.left, JSON.stringify(places));
      assert.ok(geneva.top > name.top && sits.right <= geneva.left, JSON.stringify(places));
      await page.close();
    });

    test('that has only an Arabic name is told in it, its Latin letters in their place', async () => {
      const page = await cardOf(NAMES.arabic);
      const { words } = (await placesOf(page, 'h2', [ARABIC_NAME, '(ITU)'])) ?? assert.fail();
      const [name, short] = words;
      assert.ok(name && short && short.right <= name.left + 1, JSON.stringify(words));
      assert.match((await page.cardElement('.also'))?.text ?? '', new RegExp(`^${NAMES.arabic}\\s`));
      const lead = await placesOf(page, '.lead', ['الاتحاد', '1947']);
      assert.ok(lead && Math.abs(lead.box.right - (lead.words[0]?.right ?? 0)) <= 2, JSON.stringify(lead));
      await page.close();
    });
  });
}
