/** The search of the page of notes against a naive one, letter by letter, as the field grows and shrinks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Note } from '../../src/core/model.ts';
import { searchForm, wantedForms } from '../../src/core/text/search-form.ts';
import { searchNotes } from '../../src/pages/library/notes/search-notes.ts';
import { manyNotes, sampleNote } from '../support/sample-notes.ts';

const labelOf = ({ target }: Note) => (target.entity ? `Label of ${target.entity}` : '');

const naive = (note: Note, query: string) => {
  const quotes = note.target.selectors.map((one) => (one.type === 'TextQuoteSelector' ? one.exact : ''));
  const text = [note.body, ...note.tags, ...quotes, note.target.title, note.target.url, labelOf(note)].join(
    '\n',
  );
  return wantedForms(query).every((word) => searchForm(text).includes(word));
};

test('every letter of a query finds what a naive search finds, also where its stem grows shorter', async () => {
  const notes = [
    ...manyNotes(400),
    sampleNote('note-stem', { body: 'другим' }),
    sampleNote('note-accent', { body: 'Souveraineté' }),
  ];
  const search = searchNotes(labelOf);
  const never = new AbortController().signal;
  for (const query of [
    'cyber sov',
    'другого',
    '网络主权',
    'السيادة',
    'label of pack 1',
    'souverainete',
    'zz',
  ])
    for (const end of [...Array(query.length).keys(), ...[...Array(query.length).keys()].reverse()]) {
      const typed = query.slice(0, end + 1);
      assert.deepEqual(
        await search.find(notes, typed, never),
        notes.flatMap((note, at) => (naive(note, typed) ? [at] : [])),
        typed,
      );
    }
});

test('a name that comes late is found once it has come', async () => {
  const labels = new Map<string, string>();
  const search = searchNotes(({ target }) => labels.get(target.entity ?? '') ?? '');
  const never = new AbortController().signal;
  const notes = manyNotes(20);
  const entity = notes.find(({ target }) => target.entity)?.target.entity ?? assert.fail();
  assert.deepEqual(await search.find(notes, 'latecomer', never), []);
  labels.set(entity, 'Latecomer');
  search.renamed();
  assert.ok((await search.find(notes, 'latecomer', never))?.length);
});

test('a search that has been overtaken answers nothing', async () => {
  const ending = new AbortController();
  ending.abort();
  assert.equal(await searchNotes(labelOf).find(manyNotes(10), 'data', ending.signal), null);
});
