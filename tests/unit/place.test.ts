/** Where a card stands beside a line: rows that a person has looked at, and what must hold of 20,000 places made at random. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Flow, spotBeside } from '../../src/content/card/place.ts';
import { seededRandom } from '../support/seeded-random.ts';

const GAP = 8;
const LEAST = 96;
const view = { x: { from: 8, to: 1092 }, y: { from: 8, to: 892 } };
const size = { width: 400, height: 300 };
const at = (left: number, top: number, width = 100, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

for (const [what, line, flow, spot] of [
  ['below, a little before the pointer', at(200, 100), 'ltr', { x: 238, y: 128 }],
  ['above where there is no room below', at(200, 700), 'ltr', { x: 238, y: 392 }],
  ['shifted into view at the right', at(960, 100), 'ltr', { x: 692, y: 128 }],
  ['ending a little after the pointer where lines run to the left', at(600, 100), 'rtl', { x: 266, y: 128 }],
  ['left of a line that runs down', at(600, 300, 20, 100), 'next-left', { x: 192, y: 338 }],
  ['right of it at the left edge', at(60, 300, 20, 100), 'next-left', { x: 88, y: 338 }],
  ['right of it where the next line is there', at(600, 300, 20, 100), 'next-right', { x: 628, y: 338 }],
] as const)
  test(`stands ${what}`, () => {
    const pointer = { x: (line.left + line.right) / 2, y: (line.top + line.bottom) / 2 };
    const { x, y } = spotBeside(line, size, view, pointer, flow);
    assert.deepEqual({ x, y }, spot);
  });

test('is in view and beside its line wherever that is, in windows of any size', () => {
  const random = seededRandom(6);
  for (let i = 0; i < 20_000; i += 1) {
    const window = { width: 320 + random.below(1600), height: 240 + random.below(1000) };
    const seen = { x: { from: 8, to: window.width - 8 }, y: { from: 8, to: window.height - 8 } };
    const card = { width: Math.min(400, window.width - 16), height: 60 + random.below(420) };
    const flow = random.pick<Flow>(['ltr', 'rtl', 'next-left', 'next-right']);
    const line = at(
      random.below(window.width - 60),
      random.below(window.height - 30),
      10 + random.below(300),
    );
    const pointer = { x: line.left + random.below(20), y: line.top + 5 };
    const { x, y, room } = spotBeside(line, card, seen, pointer, flow);
    const height = Math.min(card.height, Math.max(room, LEAST));
    const detail = JSON.stringify({ window, card, flow, line, spot: { x, y, room } });
    assert.ok(x >= seen.x.from && x + card.width <= seen.x.to, detail);
    assert.ok(y >= seen.y.from && (y + height <= seen.y.to || height > seen.y.to - seen.y.from), detail);
    const gaps = [y - line.bottom, line.top - y - height, x - line.right, line.left - x - card.width];
    const roomiest = Math.max(seen.y.to - line.bottom, line.top - seen.y.from) - GAP;
    if (roomiest >= LEAST) assert.ok(Math.max(...gaps) >= GAP, `over its line: ${detail}`);
    const fitsBelow = line.bottom + GAP + card.height <= seen.y.to;
    if (fitsBelow && !flow.startsWith('next')) assert.equal(y, line.bottom + GAP, detail);
  }
});
