/// <reference lib="dom" />
/** From one mention of an entity to its others: the page scrolls there, the words light up, and the card comes along. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { cardGone, cardTitle, clickInCard, hover, htmlPage, type Reading } from '../../support/reading.ts';

const PAGE = 'http://steps.test/page.html';
const [PREVIOUS, NEXT] = ['.also button:nth-of-type(1)', '.also button:nth-of-type(2)'] as const;

const paragraph = (words: string, style = '') => `<p style="margin: 0 0 1400px; ${style}">${words}</p>`;

/** The words that are lit, and how far their middle stands from the window's, in pixels. */
const lit = (page: ReaderPage) =>
  page.evaluate(() => {
    const [range] = (CSS.highlights.get('glossator-flash') ?? []) as unknown as Range[];
    if (!range) return null;
    const { top, height } = range.getBoundingClientRect();
    const place = range.startContainer.parentElement?.id ?? '';
    return { text: range.toString(), place, off: Math.abs(top + height / 2 - innerHeight / 2) };
  });

async function ledTo(page: ReaderPage, place: string): Promise<void> {
  await page.waitFor(
    async () => {
      const now = await lit(page);
      return now?.place === place && now.off < 4;
    },
    { what: `the mention in #${place} in the middle of the window` },
  );
  const rect = await page.rectOf('yber sovereignty', ['first', 'second', 'third'].indexOf(place));
  assert.ok(rect);
  const card = await page.waitFor(
    async () => {
      const one = await page.card();
      return one && Math.abs(one.rect.y - (rect.y + rect.height)) < 40 ? one : null;
    },
    { what: `the card at the mention in #${place}` },
  );
  assert.ok(card.rect.y >= rect.y + rect.height, 'below its line');
}

export function stepSentences(reading: Reading): void {
  describe('previous and next', () => {
    before(() => {
      const spans = ['first', 'second', 'third'].map((id) => `<span id="${id}">cyber sovereignty</span>`);
      reading.site.page(
        PAGE,
        htmlPage(
          'Steps',
          paragraph(`Much was said of ${spans[0]} in the morning.`, 'padding-top: 600px') +
            paragraph(`They spoke of ${spans[1]} again at noon.`) +
            '<p hidden>Nobody sees that cyber sovereignty is here.</p>' +
            paragraph(`In the evening ${spans[2]} was all they had.`),
        ),
      );
    });

    test('lead round the mentions that can be seen, and the card stays until the pointer has met it again', async () => {
      const page = await reading.reader.openPage(PAGE);
      const html = await page.html();
      await hover(page, 'cyber sovereignty');
      assert.match((await page.card())?.text ?? '', /3 times/);
      await clickInCard(page, NEXT);
      await ledTo(page, 'second');
      await page.pointer.move(4, 4);
      await sleep(700);
      assert.equal(
        await cardTitle(page),
        'Cyber sovereignty',
        'the pointer has not left it: it was led away',
      );
      await clickInCard(page, NEXT);
      await ledTo(page, 'third');
      await clickInCard(page, NEXT);
      await ledTo(page, 'first');
      await clickInCard(page, PREVIOUS);
      await ledTo(page, 'third');
      const { rect } = (await page.card()) ?? assert.fail('no card');
      await page.pointer.move(rect.x + 40, rect.y + 40, { steps: 3 });
      await page.waitFor(async () => (await lit(page)) === null, { what: 'the light to go out' });
      await page.pointer.move(rect.x + 40, 4, { steps: 3 });
      await cardGone(page);
      assert.equal((await page.html()).replace(' style=""', ''), html);
      await page.close();
    });

    test('do not move a card that is kept, but out of the way of the line', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      await clickInCard(page, '.pin');
      const rectNow = async () => (await page.card())?.rect ?? assert.fail('no card');
      const drag = async (x: number, y: number) => {
        const { rect } = (await page.card()) ?? assert.fail('no card');
        await page.pointer.move(rect.x + rect.width / 2, rect.y + 14);
        await page.pointer.down();
        await page.pointer.move(x, y, { steps: 4 });
        await page.pointer.up();
      };
      const isLed = (place: string) =>
        page.waitFor(async () => (await lit(page))?.place === place && ((await lit(page))?.off ?? 9) < 4, {
          what: `the mention in #${place} in the middle`,
        });
      await drag(850, 30);
      const aside = await rectNow();
      await clickInCard(page, NEXT);
      await isLed('second');
      assert.deepEqual(await rectNow(), aside, 'beside the line it stays');
      await drag(300, 320);
      await clickInCard(page, NEXT);
      await isLed('third');
      const line = (await page.rectOf('cyber sovereignty', 2)) ?? assert.fail('no line');
      await page.waitFor(
        async () => {
          const { y, height } = await rectNow();
          return y >= line.y + line.height || y + height <= line.y;
        },
        { what: 'the card to make way for the line' },
      );
      await page.press('Escape');
      await cardGone(page);
      await page.close();
    });
  });
}
