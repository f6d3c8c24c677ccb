/** What an import does to notes that are here already: told by id and time, with no text lost, and nothing changed the second time. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeNotes, planImport } from '../../src/core/formats/merge-notes.ts';
import type { Note } from '../../src/core/model.ts';
import { FULL_NOTES, manyNotes, sampleNote } from '../support/sample-notes.ts';
import { seededRandom } from '../support/seeded-random.ts';

const KEPT = 20;
const mapOf = (notes: readonly Note[]) => new Map(notes.map((note) => [note.id, note]));
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const text = (body: string, minute: number, versions: Note['versions'] = []) =>
  sampleNote('note-1', { body, modified: at(minute), versions });
const version = (body: string, minute: number) => ({
  body,
  tags: [],
  colour: 'yellow' as const,
  modified: at(minute),
});

describe('an import', () => {
  test('into nothing adds every note as it is', () => {
    assert.deepEqual(planImport(new Map(), FULL_NOTES, KEPT), { added: FULL_NOTES, changed: [], same: 0 });
  });

  test('of what is here changes nothing', () => {
    const all = [...FULL_NOTES, ...manyNotes(50)];
    assert.deepEqual(planImport(mapOf(all), structuredClone(all), KEPT), {
      added: [],
      changed: [],
      same: all.length,
    });
  });

  test('merges notes that come twice in one file', () => {
    const plan = planImport(new Map(), [text('Old', 1), text('New', 2), text('Old', 1)], KEPT);
    assert.deepEqual(plan.added, [text('New', 2, [version('Old', 1)])]);
    assert.equal(plan.same, 1);
  });

  /** What is here, what comes, and what it becomes; null: it stays as it is. */
  const ROWS: readonly (readonly [what: string, own: Note, other: Note, merged: Note | null])[] = [
    ['a later text becomes the note', text('A', 1), text('B', 2), text('B', 2, [version('A', 1)])],
    ['an earlier text becomes a version', text('B', 2), text('A', 1), text('B', 2, [version('A', 1)])],
    [
      'an earlier text that is a version already changes nothing',
      text('B', 2, [version('A', 1)]),
      text('A', 1),
      null,
    ],
    [
      'another text of the same time becomes a version',
      text('A', 1),
      text('B', 1),
      text('A', 1, [version('B', 1)]),
    ],
    [
      'earlier texts of both are kept in the order of time',
      text('C', 5, [version('A', 1)]),
      text('D', 6, [version('B', 3)]),
      text('D', 6, [version('C', 5), version('B', 3), version('A', 1)]),
    ],
    ['a later time of the same text is taken, with no version', text('A', 1), text('A', 2), text('A', 2)],
  ];
  for (const [what, own, other, merged] of ROWS)
    test(what, () => {
      const result = mergeNotes(own, other, KEPT);
      if (merged) assert.deepEqual(result, merged);
      else assert.equal(result, own);
    });

  test('keeps no more versions than are kept', () => {
    const many = Array.from({ length: 19 }, (_, i) => version(`v${i}`, 40 - i));
    const merged = mergeNotes(text('A', 50, many), text('B', 60, [version('X', 30), version('Y', 2)]), KEPT);
    assert.equal(merged.versions.length, KEPT);
    assert.deepEqual(merged.versions[0], version('A', 50));
  });

  test('whether a passage was found on its page is no change', () => {
    const own = { ...text('A', 1), orphan: { reason: 'gone' as const, since: at(9) } };
    assert.equal(mergeNotes(own, text('A', 1), KEPT), own);
  });

  test('loses no text, whichever comes first, and taken twice is as taken once', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 300; round++) {
      const one = () =>
        text(
          'abc'[random.below(3)] ?? '',
          random.below(4),
          Array.from({ length: random.below(3) }, () =>
            version('abcd'[random.below(4)] ?? '', random.below(4)),
          )
            .sort((a, b) => (a.modified < b.modified ? 1 : -1))
            .filter((v, i, all) => all.findIndex((w) => JSON.stringify(w) === JSON.stringify(v)) === i),
        );
      const [own, other] = [one(), one()];
      const merged = mergeNotes(own, other, KEPT);
      const texts = (note: Note) => new Set([note.body, ...note.versions.map(({ body }) => body)]);
      assert.deepEqual([...texts(merged)].sort(), [...new Set([...texts(own), ...texts(other)])].sort());
      assert.equal(merged.modified, [own.modified, other.modified].sort()[1]);
      assert.equal(mergeNotes(merged, other, KEPT), merged, JSON.stringify({ own, other }));
      assert.equal(mergeNotes(merged, own, KEPT), merged, JSON.stringify({ own, other }));
    }
  });
});
