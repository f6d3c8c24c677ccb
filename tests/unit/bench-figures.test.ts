/** The arithmetic that the page bench's figures stand on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestOwnTask, quantile } from '../bench/pages/figures.ts';

const stretch = (start: number, duration: number) => ({ start, duration });

for (const [values, share, expected] of [
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2],
  [[5], 0.95, 5],
  [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
  [[2, 9, 4], 1, 9],
  [[], 0.5, Number.NaN],
] as const) {
  test(`of ${values.length} values the quantile at ${share} is ${expected}`, () => {
    assert.equal(quantile(values, share), expected);
  });
}

for (const [sentence, spans, tasks, expected] of [
  ['without spans nothing was ours', [], [stretch(0, 80)], 0],
  ['where no task is long, the longest span counts', [stretch(0, 8), stretch(9, 12)], [], 12],
  [
    'spans of one long task are added up',
    [stretch(10, 30), stretch(41, 30), stretch(200, 8)],
    [stretch(10, 62)],
    60,
  ],
  ['a long task of the page is not ours', [stretch(10, 5)], [stretch(8, 90), stretch(300, 70)], 5],
] as const) {
  test(sentence, () => assert.equal(longestOwnTask(spans, tasks), expected));
}
