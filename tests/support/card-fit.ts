/// <reference lib="dom" />
/** Whether a card fits: itself into what the reader sees of the page, and all that it says into itself. */
import assert from 'node:assert/strict';
import type { ReaderPage, Rect } from '../../src/tools/browser/driver.ts';

/** Pixels to the edge of the viewport, and what browsers may round off. */
const EDGE = 8;
const ROUND = 1;

/**
 * In the open card: what is wider than the card, or cut off where nothing scrolls. Sideways nothing scrolls at all; words for
 * screen readers alone and fields of one line are not meant.
 */
function cutOff(root: ShadowRoot): string[] {
  const card = root.querySelector('.card');
  if (!card) return ['no card'];
  const edge = card.getBoundingClientRect();
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
  const name = (element: Element) =>
    `${element.localName}.${element.getAttribute('class')} "${(element.textContent ?? '').slice(0, 40)}"`;
  return [...card.querySelectorAll('*')].flatMap((element) => {
    if (element.closest('.unseen, textarea') || element.getClientRects().length === 0) return [];
    const { left, right } = element.getBoundingClientRect();
    if (left < edge.left - 1 || right > edge.right + 1) return [`${name(element)} sticks out`];
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && scrolls(element))
      return [`${name(element)} scrolls sideways`];
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (scrolls(box)) break;
      const { top, bottom } = box.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      if (getComputedStyle(box).overflowY === 'hidden' && (own.bottom > bottom + 1 || own.top < top - 1))
        return [`${name(element)} is cut off by ${name(box)}`];
      if (box === card) break;
    }
    return [];
  });
}

/** Nothing the open card says is cut off, and all of what scrolls in it can be reached. */
export async function assertNothingCutOff(page: ReaderPage): Promise<void> {
  assert.deepEqual(await page.inCard(cutOff), []);
}

/** The open card is inside the viewport, 8 pixels from its edge; a sheet stands at the edge. */
export async function assertInView(page: ReaderPage, edge = EDGE): Promise<void> {
  const card = (await page.card())?.rect ?? assert.fail('no card');
  const view = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  const detail = JSON.stringify({ card, view });
  assert.ok(card.x >= edge - ROUND && card.x + card.width <= view.width - edge + ROUND, detail);
  assert.ok(card.y >= edge - ROUND && card.y + card.height <= view.height - edge + ROUND, detail);
}

/** How the card stands to its line. */
export type Side = 'below' | 'above' | 'left' | 'right';

const GAPS: Readonly<Record<Side, (line: Rect, card: Rect) => number>> = {
  below: (line, card) => card.y - line.y - line.height,
  above: (line, card) => line.y - card.y - card.height,
  left: (line, card) => line.x - card.x - card.width,
  right: (line, card) => card.x - line.x - line.width,
};

/** Waits until the open card stands 8 pixels from a line, on one of these sides, and is all in view. Answers where. */
export async function beside(page: ReaderPage, line: Rect, ...sides: readonly Side[]): Promise<Rect> {
  const isBeside = (card: Rect) => sides.some((side) => Math.abs(GAPS[side](line, card) - EDGE) <= 1.5);
  const card = await page
    .waitFor(
      async () => {
        const one = await page.card();
        return one && isBeside(one.rect) ? one.rect : null;
      },
      { timeout: 3000, what: `the card ${sides.join(' or ')} ${JSON.stringify(line)}` },
    )
    .catch(async (error) => assert.fail(`${error} ${JSON.stringify((await page.card())?.rect)}`));
  await assertInView(page);
  return card;
}
