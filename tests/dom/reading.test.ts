/** The order of reading: what is in view comes first, wherever a page is opened, and every paragraph comes once. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { type Lab, openLab } from '../support/dom-lab.ts';

for (const kind of BROWSER_KINDS) {
  describe(`reading in ${kind}`, () => {
    let lab: Lab;
    before(async () => {
      lab = await openLab(kind);
    });
    after(() => lab?.close());

    for (const [what, count, openedAt, scrolledTo] of [
      ['a short page', 3, 1, 1],
      ['a long page', 1000, 0, 0],
      ['a long page that is opened far down', 1000, 700, 700],
      ['a long page that is opened at its end', 1000, 999, 999],
      ['a long page that is scrolled ahead of the reading', 1000, 0, 800],
      ['a long page that is scrolled up again', 1000, 900, 300],
    ] as const) {
      test(`${what} is read from what is in view, then near, then the rest, and each paragraph once`, async () => {
        const batches = await lab.ask('batches', count, openedAt, scrolledTo);
        assert.deepEqual(
          batches.flat().sort((a, b) => a - b),
          Array.from({ length: count }, (_, n) => n),
        );
        const [first = [], ...rest] = batches;
        assertIsView(first, openedAt);
        if (scrolledTo !== openedAt) assertIsView(rest.shift() ?? [], scrolledTo);
        const [near, far] = partOf(rest.flat(), scrolledTo);
        assert.ok(count < NEAR || near.length > 0, 'what is near comes next');
        assertInOrder(near);
        // What was near before the page was scrolled is still before the rest.
        assertInOrder(far.filter((n) => Math.abs(n - openedAt) >= NEAR));
      });
    }
  });
}

/** Paragraphs in two screens, at least. */
const NEAR = 20;

function assertIsView(batch: readonly number[], shown: number): void {
  assert.ok(batch.includes(shown), `paragraph ${shown} is in view, and comes with ${batch}`);
  assert.ok(batch.length < NEAR, `a batch is a screen of text, and not ${batch.length} paragraphs`);
}

/** What stands near a place and comes first, and what comes after that. */
function partOf(read: readonly number[], shown: number): [near: number[], far: number[]] {
  const isNear = (n: number) => Math.abs(n - shown) < NEAR;
  const end = read.findIndex((n) => !isNear(n));
  return end < 0 ? [[...read], []] : [read.slice(0, end), read.slice(end)];
}

function assertInOrder(read: readonly number[]): void {
  assert.deepEqual(
    read,
    read.toSorted((a, b) => a - b),
    'it comes in the order of the page',
  );
}
