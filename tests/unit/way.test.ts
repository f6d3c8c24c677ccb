/** Whoever is between a mention and its card is on the way there, and nobody else is. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isOnWay } from '../../src/content/hover/way.ts';

const card = { left: 100, right: 500, top: 60, bottom: 300 } as DOMRect;
const from = { x: 130, y: 30 };

for (const [what, place, isOn] of [
  ['straight down', { x: 130, y: 50 }, true],
  ['at the start, a pixel back', { x: 130, y: 29 }, true],
  ['slantwise to the far corner', { x: 300, y: 46 }, true],
  ['along the line', { x: 300, y: 30 }, false],
  ['a line above', { x: 130, y: 5 }, false],
  ['past the card', { x: 560, y: 150 }, false],
  ['in the card', { x: 300, y: 200 }, true],
] as const) {
  test(`from above, a pointer ${what} is ${isOn ? '' : 'not '}on its way`, () => {
    assert.equal(isOnWay(place, from, card), isOn);
  });
  test(`from below, a pointer ${what} is ${isOn ? '' : 'not '}on its way`, () => {
    const turned = (y: number) => 360 - y;
    const above = { ...card, top: turned(card.bottom), bottom: turned(card.top) } as DOMRect;
    const turn = (one: { x: number; y: number }) => ({ x: one.x, y: turned(one.y) });
    assert.equal(isOnWay(turn(place), turn(from), above), isOn);
  });
}
