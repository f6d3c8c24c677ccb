/** The evaluation's own arithmetic: what counts as found, missed or wrong, and how marks and labels are matched. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CaseError, documentOfCase } from '../../src/tools/eval/cases.ts';
import { intervalOf } from '../../src/tools/eval/figures.ts';
import type { Label, Prediction } from '../../src/tools/eval/labels.ts';
import { type Counts, scoreDocument } from '../../src/tools/eval/score.ts';

const PLACE = { doc: '1', lang: 'en', before: '', after: '' };
const label = (start: number, end: number, more: Partial<Label> = {}): Label => ({
  ...PLACE,
  surface: 'x'.repeat(end - start),
  start,
  end,
  entity: 'itu',
  verdict: 'mark',
  ...more,
});
const mark = (start: number, end: number, entity = 'itu', more: Partial<Prediction> = {}): Prediction => ({
  ...PLACE,
  surface: 'x'.repeat(end - start),
  start,
  end,
  entity,
  pack: 'p',
  score: 1,
  reasons: [],
  ...more,
});
const reject = { entity: null, verdict: 'reject' } as const;
const either = { verdict: 'either' } as const;

const CASES: readonly (readonly [
  what: string,
  labels: readonly Label[],
  marks: readonly Prediction[],
  counts: Partial<Counts>,
])[] = [
  ['a mark on its label is found', [label(0, 3)], [mark(0, 3)], { found: 1, exact: 1 }],
  ['a mark that only touches it is found, not exact', [label(0, 5)], [mark(2, 5)], { found: 1, exact: 0 }],
  ['another entity there is wrong', [label(0, 3)], [mark(0, 3, 'igf')], { found: 0, wrongEntity: 1 }],
  [
    'an alternative entity is right',
    [label(0, 3, { alt_entities: ['igf'] })],
    [mark(0, 3, 'igf')],
    { found: 1 },
  ],
  [
    'a mark on what must be left is false, whatever it names',
    [label(0, 3, reject)],
    [mark(0, 3)],
    { falseMarks: 1 },
  ],
  ['a right mark on "either" counts nowhere', [label(0, 3, either)], [mark(0, 3)], { ignored: 1, found: 0 }],
  ['a wrong one there is told apart', [label(0, 3, either)], [mark(0, 3, 'igf')], { wrongOnEither: 1 }],
  ['a mark on no label is unlabelled', [label(0, 3)], [mark(7, 9)], { unlabelled: 1, found: 0 }],
  [
    'the same mark again is a duplicate',
    [label(0, 9)],
    [mark(0, 3), mark(4, 9)],
    { found: 1, duplicates: 1 },
  ],
  [
    'a name that the pack lacks counts in one recall only',
    [label(0, 3, { alias_missing: true }), label(5, 8)],
    [mark(0, 3), mark(5, 8)],
    { found: 2, foundListed: 1, marks: 2, marksListed: 1 },
  ],
];

describe('scoring', () => {
  for (const [what, labels, marks, expected] of CASES) {
    test(what, () => {
      const { counts } = scoreDocument(labels, { marks, silent: [] });
      assert.deepEqual({ ...counts, ...expected }, counts);
    });
  }

  test('what was missed comes with the candidate that stayed silent there', () => {
    const silent = mark(0, 3, 'itu', { score: -1 });
    const { errors } = scoreDocument([label(0, 3)], { marks: [], silent: [silent] });
    assert.deepEqual(
      errors.map((error) => [error.kind, error.silent]),
      [['missed', silent]],
    );
  });
});

describe('on a page', () => {
  const page = { page: 'p01' };
  const there = (before: string, surface: string, after: string) => ({ before, surface, after });
  for (const [what, theirs, ours, found] of [
    [
      'the same words around it are the same place',
      there('ahead of the ', 'ITU', ' meeting'),
      there('the ', 'ITU', ' meeting'),
      1,
    ],
    [
      'other words around it are another place',
      there('ahead of the ', 'ITU', ' meeting'),
      there('races for ', 'ITU', ' points'),
      0,
    ],
    [
      'spaces and quotation marks do not matter',
      there('said\n“the ', 'ITU', '” today'),
      there('said "the ', 'ITU', '"\u00a0today'),
      1,
    ],
    [
      'a longer mark is found by the shorter label in it',
      there('of the ', 'ITU', '-T met in Geneva'),
      there('of the ', 'ITU-T', ' met in Geneva'),
      1,
    ],
    [
      'a part of it elsewhere is not',
      there('of the ', 'ITU-T', ' met in Geneva'),
      there('races for ', 'ITU', ' points in Yokohama'),
      0,
    ],
  ] as const) {
    test(what, () => {
      const { counts } = scoreDocument([label(500, 503, { ...page, ...theirs })], {
        marks: [mark(0, 1, 'itu', ours)],
        silent: null,
      });
      assert.equal(counts.found, found);
    });
  }
});

describe('a case', () => {
  test('labels the occurrence that it wants, and leaves the others', () => {
    const { labels } = documentOfCase({
      id: 1,
      lang: 'en',
      text: 'IGF-1 and the IGF',
      want: [{ surface: 'IGF', nth: 2, entity: 'igf' }],
      reject: ['IGF'],
    });
    assert.deepEqual(
      labels.map(({ start, verdict }) => [start, verdict]),
      [
        [14, 'mark'],
        [0, 'reject'],
      ],
    );
  });

  test('that wants what its text does not say is refused', () => {
    const row = { id: 1, lang: 'en', text: 'no', want: [{ surface: 'IGF', entity: 'igf' }], reject: [] };
    assert.throws(() => documentOfCase(row), CaseError);
  });
});

test('intervals are those of Wilson', () => {
  // 81 of 263: the example of Newcombe, "Two-sided confidence intervals for the single proportion" (1998), method 3.
  const [low, high] = intervalOf({ of: 81, total: 263 }) ?? [0, 0];
  assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.2553', '0.3662']);
  assert.equal(intervalOf({ of: 0, total: 0 }), null);
});
