/** The arithmetic of the page of notes: rows and groups, the window over a long list, ranges of a selection, keys of a field of tags. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Note, NoteId } from '../../src/core/model.ts';
import { passageAddress } from '../../src/core/page/text-fragment.ts';
import { RowHeights } from '../../src/pages/library/list-window.ts';
import { chosenAfter } from '../../src/pages/library/notes/choosing.ts';
import { moveFor } from '../../src/pages/library/notes/list-keys.ts';
import { isDue } from '../../src/pages/library/notes/reminding.ts';
import { placesOf, rowsOf, VIEWS, type View } from '../../src/pages/library/notes/rows.ts';
import { afterKey } from '../../src/pages/library/notes/tag-keys.ts';
import { stillBack } from '../../src/pages/library/notes/taking-back.ts';
import { manyNotes } from '../support/sample-notes.ts';
import { seededRandom } from '../support/seeded-random.ts';

const WORDS = { labelOf: () => '', lang: 'en' };
const listed = (notes: readonly Note[], view: View) => rowsOf(placesOf(notes, view, WORDS), () => true);

describe('rows of notes', () => {
  const notes = manyNotes(500);
  for (const view of VIEWS)
    test(`by ${view}: every note stands under each of its headings, with a number and a key of its own`, () => {
      const list = listed(notes, view);
      const rows = list.all;
      const numbered = rows.filter((row) => row.kind === 'note');
      assert.deepEqual(
        rows.flatMap(({ kind }, i) => (kind === 'note' ? list.numberOf(i) : [])),
        numbered.map((_, i) => i + 1),
      );
      assert.equal(list.count, numbered.length);
      assert.equal(new Set(rows.map(({ kind, key }) => `${kind} ${key}`)).size, rows.length);
      const times = (id: string) => numbered.filter(({ note }) => note.id === id).length;
      for (const { id, tags } of notes.slice(0, 50))
        assert.equal(times(id), view === 'tag' ? Math.max(1, new Set(tags).size) : 1);
      for (const [i, row] of rows.entries())
        if (row.kind === 'head')
          assert.ok(rows.slice(i + 1, i + 1 + row.count).every(({ group }) => group === row.group));
    });
});

describe('the window over a long list', () => {
  test('agrees with a naive one on what stands in it, whatever was measured', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 200; round++) {
      const count = 1 + random.below(60);
      const naive = Array.from({ length: count }, () => 1 + random.below(90));
      const heights = new RowHeights(naive);
      for (let change = 0; change < 10; change++) {
        const index = random.below(count);
        const height = 1 + random.below(200);
        assert.equal(heights.measured(index, height), Math.abs((naive[index] ?? 0) - height) >= 0.5);
        naive[index] = height;
        const from = random.below(3_000) - 500;
        const kept = random.below(count + 1) - 1;
        const pieces = heights.pieces(from, from + 300, kept);
        const total = pieces.reduce(
          (sum, piece) => sum + (piece.kind === 'gap' ? piece.height : (naive[piece.index] ?? 0)),
          0,
        );
        assert.equal(
          total,
          naive.reduce((a, b) => a + b, 0),
          'the list is as long as all its rows',
        );
        const there = new Set(pieces.flatMap((piece) => (piece.kind === 'row' ? piece.index : [])));
        let top = 0;
        for (const [i, own] of naive.entries()) {
          if (top < from + 300 && top + own > from) assert.ok(there.has(i), `row ${i} is in the window`);
          top += own;
        }
        assert.ok(kept < 0 || there.has(kept));
      }
    }
  });
});

test('a range of a selection goes over headings, in both directions', () => {
  const rows = listed(manyNotes(40), 'page').all;
  const all = chosenAfter(new Set(), rows, rows.length - 1, 0, true);
  assert.equal(all.size, 40);
  assert.equal(chosenAfter(all, rows, 0, rows.length - 1, false).size, 0);
  const one = rows.findIndex(({ kind }) => kind === 'note');
  assert.equal(chosenAfter(new Set<NoteId>(), rows, one, -1, true).size, 1);
});

describe('keys in the list', () => {
  const rows = listed(manyNotes(40), 'page').all;
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });
  const notes = rows.flatMap(({ kind }, i) => (kind === 'note' ? i : []));
  test('arrows go from note to note, over headings, and end at the ends', () => {
    const walk = (name: string, from: number | undefined) => {
      const seen: number[] = [];
      for (let at = from ?? -1; ; ) {
        seen.push(at);
        const move = moveFor(key(name), rows, at);
        if (move?.kind !== 'go') return seen;
        at = move.to;
      }
    };
    assert.deepEqual(walk('ArrowDown', notes[0]), notes);
    assert.deepEqual(walk('ArrowUp', notes.at(-1)), notes.toReversed());
  });
  test('other keys are the browser’s, and those of a heading, too', () => {
    const first = notes[0] ?? -1;
    assert.deepEqual(moveFor(key('a', { ctrlKey: true }), rows, first), { kind: 'all' });
    assert.equal(moveFor(key('a'), rows, first), null);
    assert.equal(moveFor(key('ArrowDown', { altKey: true }), rows, first), null);
    assert.equal(moveFor(key('Delete'), rows, 0), null);
    assert.equal(moveFor(key('Delete'), rows, first)?.kind, 'remove');
  });
});

test('a change is taken back but for notes that were written to since', () => {
  const [a, b, c] = manyNotes(3) as [Note, Note, Note];
  const later = (note: Note) => ({ ...note, modified: '2027-01-01T00:00:00.000Z' });
  const imported = { made: { put: [a, b], remove: [] }, back: { put: [], remove: [a.id, b.id] } };
  assert.deepEqual(stillBack(imported, [a, later(b), c]), { put: [], remove: [a.id] });
  const deleted = { made: { put: [], remove: [a.id, b.id] }, back: { put: [a, b], remove: [] } };
  assert.deepEqual(stillBack(deleted, [later(a), c]), { put: [b], remove: [] });
});

test('a reminder that was put off comes back after as many changes more', () => {
  assert.deepEqual(
    [isDue(49, 0), isDue(50, 0), isDue(99, 50), isDue(100, 50), isDue(0, 50), isDue(50, 70)],
    [false, true, false, true, false, true],
  );
});

describe('keys in a field of tags', () => {
  const state = { chosen: ['a'], written: 'po', active: -1 };
  const offered = ['policy', 'poll'];
  test('arrows walk through what is offered, and Enter takes it', () => {
    const down = afterKey('ArrowDown', state, offered);
    assert.equal(down?.active, 0);
    assert.deepEqual(afterKey('Enter', { ...state, active: 1 }, offered)?.chosen, ['a', 'poll']);
    assert.equal(afterKey('ArrowUp', { ...state, active: 0 }, offered)?.active, -1);
  });
  test('what is written is taken as it is, once', () => {
    assert.deepEqual(afterKey('Enter', state, offered)?.chosen, ['a', 'po']);
    assert.deepEqual(afterKey(',', { ...state, written: ' a ،b' }, [])?.chosen, ['a', 'b']);
  });
  test('Backspace takes the last one, and only from an empty field', () => {
    assert.deepEqual(afterKey('Backspace', { ...state, written: '' }, [])?.chosen, []);
    assert.equal(afterKey('Backspace', state, []), null);
  });
  test('Enter in an empty field is not its own', () => {
    assert.equal(afterKey('Enter', { ...state, written: ' ' }, []), null);
  });
});

describe('the address of a passage', () => {
  const quote = (exact: string, prefix = '', suffix = '') =>
    [{ type: 'TextQuoteSelector', exact, prefix, suffix }] as const;
  const CASES = [
    ['a page', 'http://a.test/', [], 'http://a.test/'],
    [
      'a word, in its place and alone',
      'http://a.test/',
      quote('ITU', 'of the', 'in'),
      'http://a.test/#:~:text=of%20the-,ITU,-in&text=ITU',
    ],
    ['a dash', 'http://a.test/', quote('a-b'), 'http://a.test/#:~:text=a%2Db'],
    ['a route', 'http://a.test/#/one', quote('x'), 'http://a.test/#/one:~:text=x'],
    ['half a character', 'http://a.test/', quote('x\ud83d'), 'http://a.test/#:~:text=x'],
  ] as const;
  for (const [what, url, selectors, address] of CASES)
    test(`${what} is named`, () => assert.equal(passageAddress(url, selectors), address));
  test('a long passage is named by its ends', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ');
    const address = passageAddress('http://a.test/', quote(words));
    assert.match(address, /text=word0%20.*,.*word99$/);
    assert.ok(address.length < 300);
  });
});
