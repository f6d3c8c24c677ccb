/** What the sweep calls ours: in every load with the extension, and in none without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeLoads, type SweepLoad } from '../prove/sweep/judge-loads.ts';

const QUIET: SweepLoad = {
  html: '<p>',
  errors: [],
  layoutShift: 0,
  longestOwnMs: 8,
  ownMs: 20,
  heap: null,
  marks: 0,
  isDone: true,
};
const load = (change: Partial<SweepLoad> = {}): SweepLoad => ({ ...QUIET, ...change });

for (const [sentence, withUs, without, expected] of [
  ['a page that is as it was has no complaint', [load()], [load()], []],
  ['an error that both ways show is the page’s', [load({ errors: ['a'] })], [load({ errors: ['a'] })], []],
  [
    'an error that only the extension brings is ours',
    [load({ errors: ['a', 'b'] })],
    [load({ errors: ['a'] })],
    ['error'],
  ],
  [
    'an error that comes and goes with the extension is not ours',
    [load({ errors: ['b'] }), load()],
    [load(), load()],
    [],
  ],
  [
    'an error that a later load without shows too is not ours',
    [load({ errors: ['b'] })],
    [load(), load({ errors: ['b'] })],
    [],
  ],
  ['nodes that differ are changed', [load({ html: '<p class>' })], [load()], ['changed']],
  [
    'nodes that differ at every load are changed',
    [load({ html: '<i>' }), load({ html: '<i>' })],
    [load(), load()],
    ['changed'],
  ],
  [
    'a page that differs of itself is restless',
    [load({ html: '<i>' }), load({ html: '<b>' })],
    [load(), load({ html: '<u>' })],
    ['restless'],
  ],
  [
    'a page that once is as without is not changed',
    [load({ html: '<i>' }), load()],
    [load(), load({ html: '<u>' })],
    [],
  ],
  [
    'a shift beyond that of the page is ours',
    [load({ layoutShift: 0.1 })],
    [load({ layoutShift: 0.05 })],
    ['shift'],
  ],
  ['a task over 50 ms is a failure', [load({ longestOwnMs: 60 })], [load()], ['task']],
  [
    'a long task that one load has is the machine’s',
    [load({ longestOwnMs: 60 }), load()],
    [load(), load()],
    [],
  ],
  [
    'a script that does not come to its end is a failure',
    [load({ isDone: false })],
    [load()],
    ['unfinished'],
  ],
] as const) {
  test(sentence, () =>
    assert.deepEqual(
      judgeLoads(withUs, without).map(({ kind }) => kind),
      expected,
    ),
  );
}
