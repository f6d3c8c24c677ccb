/** The reader of numbers that holds statements to their facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersIn } from '../support/numbers-in-text.ts';

const ROWS: readonly (readonly [text: string, numbers: readonly string[], weak?: true])[] = [
  ['It was founded on 17 May 1865.', ['17', '1865', 'May']],
  ['1865-05-17', ['17', '1865', 'May']],
  ['2018-06', ['2018', 'June']],
  ['It may march on.', []],
  ['from 1996–97 on', ['1996', '1997']],
  ['between 2015 and 2022', ['2015', '2022']],
  ['about 700–900 companies', ['700', '900']],
  ['13,800 of 1,234,567', ['13800', '1234567']],
  ['2.5 billion dollars', ['2.5', 'billion']],
  ['$2.5bn or 3m', ['2.5', '3', 'billion', 'million']],
  ['four members, and the 19th and nineteenth', ['19', '4']],
  ['twenty-one of thirty-five', ['21', '35']],
  ['in the 1990s', ['1990']],
  ['two hundred thousand', ['2', 'hundred', 'thousand']],
  ['one second, at first', []],
  ['one second, at first', ['1', '2'], true],
  ['by the end of 2018', ['2018', 'December'], true],
  ['by the end of 2018', ['2018']],
  ['46 per cent, 46%', ['46']],
];

for (const [text, expected, weak = false] of ROWS) {
  test(`"${text}" names ${expected.join(', ') || 'nothing'}${weak ? ' at most' : ''}`, () => {
    assert.deepEqual([...numbersIn(text, { weak })].sort(), [...expected].sort());
  });
}
