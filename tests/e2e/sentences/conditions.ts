/// <reference lib="dom" />
/** What readers bring along: a language written to the left, or in Han, calm motion, colours of their own. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { assertNothingCutOff, beside } from '../../support/card-fit.ts';
import {
  clickInCard,
  filledCard,
  focusInCard,
  htmlPage,
  marked,
  type Reading,
  restOn,
} from '../../support/reading.ts';

const PAGE = 'http://conditions.test/page.html';
const LEFTWARD = 'http://conditions.test/leftward.html';

const prose = (dir: string) =>
  htmlPage(
    'Conditions',
    `<p dir="${dir}" style="margin: 100px 200px">Much was said of cyber sovereignty that day, and little of the rest of it.</p>`,
  );

async function opened(reading: Reading, url: string): Promise<ReaderPage> {
  const page = await reading.reader.openPage(url);
  const { rect } = await restOn(page, 'cyber sovereignty');
  await filledCard(page, 'the card');
  await beside(page, rect, 'below');
  await assertNothingCutOff(page);
  return page;
}

/** Where parts of the card stand, and what they look like. */
function look(page: ReaderPage, ...selectors: readonly string[]) {
  return page.inCard(
    (root, ...all) =>
      all.map((selector) => {
        const element = root.querySelector(selector);
        const { left, right } = element?.getBoundingClientRect() ?? new DOMRect();
        const { direction, color, borderTopColor, backgroundColor } = getComputedStyle(element ?? root.host);
        return { left, right, direction, color, borderTopColor, backgroundColor };
      }),
    ...selectors,
  );
}

/** For a reader of Arabic who wants no motion. */
export function leftwardSentences(reading: Reading): void {
  describe('in Arabic, and calm', () => {
    before(() => {
      reading.site.page(PAGE, prose('ltr'));
      reading.site.page(LEFTWARD, prose('rtl'));
    });

    test('the card is mirrored: its name begins at the right, its buttons stand at the left', async () => {
      const page = await opened(reading, PAGE);
      const [card, title, close, kind] =
        (await look(page, '.card', 'h2', '.end', '.kind .icon')) ?? assert.fail('no card');
      assert.ok(card && title && close && kind);
      assert.equal(card.direction, 'rtl');
      assert.ok(Math.abs(card.right - 17 - title.right) <= 2 && close.left - card.left < 24);
      assert.ok(card.right - kind.right < 24, JSON.stringify({ card, kind }));
      const words = await page.inCard((root) => ({
        lang: root.querySelector('.card')?.getAttribute('lang'),
        kind: root.querySelector('.kind')?.textContent ?? '',
        title: root.querySelector('h2')?.textContent ?? '',
        also: root.querySelector('.also')?.textContent ?? '',
      }));
      assert.equal(words?.lang, 'ar');
      assert.match(words.kind, /\p{Script=Arabic}/u);
      assert.match(words.title + words.also, /cyber sovereignty/i);
      await page.close();
    });

    test("its dates run from the right, and arrows of the card point the reader's way", async () => {
      const page = await opened(reading, PAGE);
      const dots = await page.inCard((root) =>
        [...root.querySelectorAll('.strip circle')].map((dot) => dot.getBoundingClientRect().x),
      );
      assert.ok(dots && dots.length > 1);
      assert.deepEqual(
        dots,
        dots.toSorted((a, b) => b - a),
        'later is further left',
      );
      await clickInCard(page, '.turn');
      const back = await page.waitFor(
        () =>
          page.inCard((root) => {
            const icon = root.querySelector('.bar > button:first-child .turns');
            return icon && getComputedStyle(icon).transform;
          }),
        { what: 'the way back' },
      );
      assert.match(back, /^matrix\(-1,/);
      await page.close();
    });

    test('the pen of the note field is beside its words, which begin at it', async () => {
      const page = await opened(reading, PAGE);
      const room = await page.inCard((root) => {
        const field = root.querySelector('footer textarea');
        const pen = root.querySelector('footer .editor > .icon')?.getBoundingClientRect();
        if (!field || !pen) return null;
        const { direction, paddingLeft, paddingRight } = getComputedStyle(field);
        const { left, right } = field.getBoundingClientRect();
        const [from, to] = [left + Number.parseFloat(paddingLeft), right - Number.parseFloat(paddingRight)];
        const isRight = pen.left > (left + right) / 2;
        return { direction, isRight, isBeside: pen.left >= to || pen.right <= from };
      });
      assert.deepEqual(room, { direction: 'rtl', isRight: true, isBeside: true });
      await page.close();
    });

    test('on a page whose lines run to the left it ends at the pointer', async () => {
      const page = await opened(reading, LEFTWARD);
      const { rect } = await marked(page, 'cyber sovereignty');
      const card = (await page.card())?.rect ?? assert.fail('no card');
      const pointer = rect.x + rect.width / 2;
      const end = card.x + card.width;
      assert.ok(end > pointer && end < pointer + 40, JSON.stringify({ card, rect }));
      await page.close();
    });

    test('nothing in it moves: no transition and no animation lasts', async () => {
      const page = await opened(reading, PAGE);
      const lasting = await page.inCard((root) => [
        ...root.getAnimations().map(({ playState }) => playState),
        ...[...root.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return [transitionDuration, animationDuration].filter((times) => /[1-9]/.test(times));
        }),
      ]);
      assert.deepEqual(lasting, []);
      await page.close();
    });
  });
}

/** For a reader of Chinese with colours of their own. */
export function hanSentences(reading: Reading): void {
  describe('in Chinese, with forced colours', () => {
    before(() => reading.site.page(PAGE, prose('ltr')));

    test('the card speaks Chinese, its numbers and dates too, and nothing of it is cut off', async () => {
      const page = await opened(reading, PAGE);
      const words = await page.inCard((root) => ({
        lang: root.querySelector('.card')?.getAttribute('lang'),
        title: root.querySelector('h2 bdi')?.textContent ?? '',
        foot: root.querySelector('.foot')?.textContent ?? '',
        date: root.querySelector('time')?.textContent ?? '',
      }));
      assert.match(words?.lang ?? '', /^zh/);
      assert.match(words?.title ?? '', /^\p{Script=Han}+$/u);
      assert.match(words?.foot ?? '', /\d{4}年/);
      assert.match(words?.date ?? '', /年/);
      await page.close();
    });

    test("it is in the reader's colours, with an edge that is seen", async () => {
      const page = await opened(reading, PAGE);
      assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
      const system = await page.evaluate(() => {
        const probe = document.createElement('p');
        document.body.append(probe);
        const colours = ['Canvas', 'CanvasText', 'LinkText', 'ButtonText'].map((name) => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        });
        probe.remove();
        return colours;
      });
      const [card, title, link, button] =
        (await look(page, '.card', 'h2', '.sources a', '.end')) ?? assert.fail('no card');
      assert.equal(card?.backgroundColor, system[0]);
      assert.notEqual(card?.borderTopColor, system[0]);
      assert.equal(title?.color, system[1]);
      assert.equal(link?.color, system[2]);
      assert.ok(button && system.slice(1).includes(button.color), JSON.stringify({ button, system }));
      await focusInCard(page, '.sources a');
      await page.press('Tab');
      const ring = await page.inCard((root) => {
        const { outlineStyle, outlineColor } = getComputedStyle(root.activeElement ?? root.host);
        return { outlineStyle, outlineColor };
      });
      assert.ok(ring && ring.outlineStyle !== 'none' && ring.outlineColor !== system[0]);
      await page.close();
    });
  });
}
