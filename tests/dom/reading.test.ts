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

    for (const [what, count, openedAt] of [
      ['a short page', 3, 1],
      ['a long page', 1000, 0],
      ['a long page that is opened far down', 1000, 700],
      ['a long page that is opened at its end', 1000, 999],
    ] as const) {
      test(`${what} is read from what is in view, and each paragraph once`, async () => {
        const [first = [], ...rest] = await lab.ask('batches', count, openedAt);
        assert.ok(
          first.includes(openedAt),
          'the first batch holds the paragraph that the page was opened at',
        );
        assert.ok(
          first.length < 20,
          `the first batch is a screen of text, and not ${first.length} paragraphs`,
        );
        const others = rest.flat();
        assert.deepEqual(
          others,
          others.toSorted((a, b) => a - b),
          'the rest comes in the order of the page',
        );
        assert.deepEqual(
          [...first, ...others].sort((a, b) => a - b),
          Array.from({ length: count }, (_, n) => n),
        );
      });
    }
  });
}
