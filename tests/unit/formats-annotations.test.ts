/**
 * Notes as W3C Web Annotations: what is written keeps to the rules of the model and says nothing that the contexts do not define;
 * what is read comes back to the letter; what cannot be read is told with its place.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  ANNOTATION_CONTEXT,
  annotationOf,
  idOf,
  iriOf,
  OWN_CONTEXT,
  writeAnnotations,
} from '../../src/core/formats/annotation.ts';
import { readNotes } from '../../src/core/formats/read-notes.ts';
import type { Note, NoteId } from '../../src/core/model.ts';
import { breaches } from '../support/annotation-model.ts';
import { FULL_NOTES, manyNotes, sampleNote } from '../support/sample-notes.ts';

const NOW = new Date('2026-04-01T00:00:00.000Z');
const CONTEXT = JSON.parse(
  readFileSync(new URL('../fixtures/formats/anno-terms.jsonld', import.meta.url), 'utf8'),
)['@context'] as Readonly<Record<string, unknown>>;

function taken(text: string): readonly Note[] {
  const read = readNotes(text, NOW);
  assert.ok(read.ok, `reads: ${JSON.stringify(read)}`);
  return read.notes;
}

describe('notes written as Web Annotations', () => {
  const written = JSON.parse(writeAnnotations([...FULL_NOTES, ...manyNotes(200)], NOW));

  test('keep to the rules of the model', () => {
    assert.deepEqual(breaches(written), []);
  });

  for (const [fault, spoil] of [
    ['no id', (item: Record<string, unknown>) => delete item['id']],
    ['no target', (item: Record<string, unknown>) => delete item['target']],
    [
      'a target without a source',
      (item: Record<string, unknown>) => (item['target'] = { type: 'SpecificResource' }),
    ],
    ['an id that is no IRI', (item: Record<string, unknown>) => (item['id'] = 'note 1')],
    ['a text without a value', (item: Record<string, unknown>) => (item['body'] = [{ type: 'TextualBody' }])],
    ['a date without a zone', (item: Record<string, unknown>) => (item['created'] = '2026-03-01T08:00:00')],
  ] as const)
    test(`and the rules would see ${fault}`, () => {
      const spoilt = structuredClone(written);
      spoil(spoilt.first.items[0]);
      assert.notDeepEqual(breaches(spoilt), []);
    });

  test('use no word that the contexts do not define', () => {
    assert.deepEqual(written['@context'], [ANNOTATION_CONTEXT, OWN_CONTEXT]);
    assert.deepEqual([...undefinedTerms(written)], []);
    assert.deepEqual([...undefinedTerms({ nonsense: 1, type: 'Nonsense' })], ['nonsense', 'Nonsense']);
  });

  test('and say what other tools read in the words of the model', () => {
    const [note] = FULL_NOTES;
    assert.ok(note);
    const annotation = annotationOf(note) as Record<string, Record<string, unknown>>;
    assert.deepEqual(annotation['body'], [
      { type: 'TextualBody', value: note.body, format: 'text/markdown', purpose: 'commenting' },
      ...note.tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
    ]);
    assert.equal(annotation['target']?.['source'], note.target.url);
    assert.deepEqual(annotation['target']?.['selector'], note.target.selectors);
  });
});

/** Words that neither context knows: keys, types, and what `motivation` and `purpose` name. */
function undefinedTerms(value: unknown, found = new Set<string>()): Set<string> {
  const known = (term: string) =>
    term.startsWith('@') || Object.hasOwn(CONTEXT, term) || /^glossator:[a-zA-Z]+$/.test(term);
  if (Array.isArray(value)) for (const entry of value) undefinedTerms(entry, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!known(key)) found.add(key);
      if (['type', 'motivation', 'purpose'].includes(key) && !known(String(inner))) found.add(String(inner));
      const isOpaque = key === '@context' || key === 'glossator:versions' || key === 'glossator:orphan'; // @json
      if (!isOpaque) undefinedTerms(inner, found);
    }
  }
  return found;
}

describe('our own export', () => {
  test('comes back to the letter, and is written in the same bytes again', () => {
    const all = [...FULL_NOTES, ...manyNotes(500)];
    const text = writeAnnotations(all, NOW);
    const back = taken(text);
    assert.deepEqual(back, all);
    assert.equal(writeAnnotations(back, NOW), text);
  });

  test('has the same bytes in whatever order a note has its keys', () => {
    const turned = FULL_NOTES.map(turnedKeys) as Note[];
    assert.equal(writeAnnotations(turned, NOW), writeAnnotations(FULL_NOTES, NOW));
  });

  test('of no notes is one all the same', () => {
    assert.deepEqual(taken(writeAnnotations([], NOW)), []);
  });

  test('says nothing of a note having been private', () => {
    const note: Note = { ...sampleNote('note-1'), isPrivate: true };
    assert.deepEqual(taken(writeAnnotations([note], NOW)), [sampleNote('note-1')]);
  });

  for (const id of [
    'note-1',
    'https://a.example/1',
    'urn:glossator:x',
    'urn:uuid:1-2',
    'with space',
    'ütf-8',
    '%41',
  ])
    test(`keeps the id ${id}`, () => {
      const iri = iriOf(id as NoteId);
      assert.match(iri, /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i);
      assert.equal(idOf(iri), id);
    });

  for (const [what, body] of [
    ['HTML and scripts', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a megabyte', 'word '.repeat(200_000)],
    ['line separators and lone surrogates', 'a\u2028b\u2029c\ud800d\u0000e'],
  ] as const)
    test(`keeps ${what} in a note`, () => {
      const note = sampleNote('note-1', { body });
      assert.deepEqual(taken(writeAnnotations([note], NOW)), [note]);
    });

  test('keeps 10,000 tags, an empty note, and an address of 20 kB', () => {
    const note = sampleNote('note-1', {
      body: '',
      tags: Array.from({ length: 10_000 }, (_, i) => `tag ${i}`),
      target: { url: `https://a.example/?q=${'x'.repeat(20_000)}` },
    });
    assert.deepEqual(taken(writeAnnotations([note], NOW)), [note]);
  });
});

function turnedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turnedKeys(inner)]),
  );
}

describe("other tools' JSON-LD", () => {
  const one = (fields: object) => ({
    '@context': ANNOTATION_CONTEXT,
    id: 'https://a.example/1',
    type: 'Annotation',
    ...fields,
  });
  const target = 'https://news.example/';

  /** What is read of it: body, tags, address, number of selectors. */
  const ROWS: readonly (readonly [
    what: string,
    value: unknown,
    body: string,
    tags: string[],
    url: string,
    selectors: number,
  ])[] = [
    ['a target that is an address', one({ target, bodyValue: 'Text' }), 'Text', [], target, 0],
    [
      'a target with an id',
      one({ target: { id: target, type: 'Text' }, body: { type: 'TextualBody', value: 'Text' } }),
      'Text',
      [],
      target,
      0,
    ],
    ['a source with an id', one({ target: { source: { id: target } } }), '', [], target, 0],
    [
      'one selector without a list',
      one({ target: { source: target, selector: { type: 'TextQuoteSelector', exact: 'x' } } }),
      '',
      [],
      target,
      1,
    ],
    [
      'a body without a type',
      one({ target, body: { value: 'Text', purpose: 'describing' } }),
      'Text',
      [],
      target,
      0,
    ],
    [
      'several bodies and tags',
      one({
        target,
        body: [
          { type: 'TextualBody', value: 'A' },
          { type: 'TextualBody', value: 'B', purpose: ['tagging'] },
          { type: 'TextualBody', value: 'C' },
        ],
      }),
      'A\n\nC',
      ['B'],
      target,
      0,
    ],
    [
      'a list of types',
      one({ type: ['Annotation', 'Other'], target, bodyValue: 'Text' }),
      'Text',
      [],
      target,
      0,
    ],
    ['a page of annotations', { type: 'AnnotationPage', items: [one({ target })] }, '', [], target, 0],
    ['a graph', { '@graph': [one({ target })] }, '', [], target, 0],
    ['a bare list', [one({ target })], '', [], target, 0],
  ];
  for (const [what, value, body, tags, url, selectors] of ROWS)
    test(`with ${what} is taken`, () => {
      const [note, ...more] = taken(JSON.stringify(value));
      assert.ok(note);
      assert.equal(more.length, 0);
      assert.deepEqual(
        [note.id, note.body, note.tags, note.target.url, note.target.selectors.length],
        ['https://a.example/1', body, tags, url, selectors],
      );
    });

  /** What is wrong with the second of three, where, why, and whether it is taken all the same. */
  const FAULTS: readonly (readonly [
    what: string,
    value: unknown,
    path: string,
    reason: string,
    taken: boolean,
  ])[] = [
    ['is a number', 7, 'type', 'not-a-note', false],
    ['is null', null, 'type', 'not-a-note', false],
    ['is of another type', { type: 'Person', name: 'A' }, 'type', 'not-a-note', false],
    ['has no target', one({}), 'target', 'no-page', false],
    [
      'has a target without an address',
      one({ target: { source: { name: 'A' } } }),
      'target',
      'no-page',
      false,
    ],
    ['has a text of 3 MB', one({ target, bodyValue: 'x'.repeat(3_000_000) }), 'body', 'too-long', false],
    [
      'has an address of 100 kB',
      one({ target: `https://a.example/${'x'.repeat(100_000)}` }),
      '',
      'too-long',
      false,
    ],
    [
      'has 10,001 tags',
      one({
        target,
        body: Array.from({ length: 10_001 }, (_, i) => ({
          type: 'TextualBody',
          value: `${i}`,
          purpose: 'tagging',
        })),
      }),
      'body',
      'too-many-tags',
      false,
    ],
    ['has an id that is none', one({ id: 7, target }), 'id', 'bad-id', true],
    ['has a spoilt id of ours', one({ id: 'urn:glossator:%', target }), 'id', 'bad-id', true],
    ['has a date that is none', one({ target, created: 'yesterday' }), 'created', 'bad-date', true],
    [
      'has two targets',
      one({ target: [target, 'https://b.example/'] }),
      'target[1]',
      'several-targets',
      true,
    ],
    [
      'has a selector we do not know',
      one({
        target: { source: target, selector: [{ type: 'SvgSelector', value: '<svg onload=alert(1)>' }] },
      }),
      'target.selector[0]',
      'selector-unknown',
      true,
    ],
    [
      'has a range that ends before it begins',
      one({ target: { source: target, selector: [{ type: 'TextPositionSelector', start: 9, end: 3 }] } }),
      'target.selector[0]',
      'selector-unknown',
      true,
    ],
    [
      'has a body elsewhere',
      one({ target, body: 'https://b.example/video' }),
      'body[0]',
      'body-elsewhere',
      true,
    ],
  ];
  for (const [what, value, path, reason, isTaken] of FAULTS)
    test(`of which one ${what} is read all but that, and says where and why`, () => {
      const around = (id: string) => one({ id, target });
      const read = readNotes(JSON.stringify([around('urn:x:1'), value, around('urn:x:3')]), NOW);
      assert.ok(read.ok);
      assert.deepEqual(read.problems, [{ number: 2, path, reason, taken: isTaken }]);
      assert.equal(read.notes.length, isTaken ? 3 : 2);
    });

  for (const [what, text, error] of [
    ['is empty', '', 'not-json'],
    ['is a picture', '\u0089PNG\r\n', 'not-json'],
    ['is HTML', '<!doctype html><p>"items": [', 'not-json'],
    ['is JSON of something else', '{"corrections": []}', 'no-notes'],
    ['is a list of something else', '[1, 2, 3]', 'no-notes'],
    ['is a word', '"note"', 'no-notes'],
    [
      'names its pages by address',
      JSON.stringify({ type: 'AnnotationCollection', first: 'https://a.example/p1' }),
      'pages-elsewhere',
    ],
  ] as const)
    test(`a file that ${what} is refused whole`, () => {
      assert.deepEqual(readNotes(text, NOW), { ok: false, error });
    });

  test('without id or time is the same note each time it comes', () => {
    const text = JSON.stringify([{ type: 'Annotation', target, bodyValue: 'Text' }]);
    const [first] = taken(text);
    const again = readNotes(text, new Date('2027-01-01'));
    assert.ok(first && again.ok);
    assert.equal(again.notes[0]?.id, first.id);
    assert.match(first.id, /^note-/);
  });
});

describe('a file that breaks off', () => {
  const all = [...FULL_NOTES, ...manyNotes(30)];
  const text = writeAnnotations(all, NOW);

  test('gives the whole notes before that place, wherever it is', () => {
    const start = text.indexOf('"items"');
    for (let end = start; end < text.length - 2; end += 211) {
      const cut = text.slice(0, end);
      const whole = text
        .slice(start, end)
        .split('\n')
        .slice(1)
        .filter((line) => isWhole(line)).length;
      const read = readNotes(cut, NOW);
      if (whole === 0) assert.deepEqual(read, { ok: false, error: 'not-json' });
      else {
        assert.ok(read.ok, `${end}`);
        assert.deepEqual(read.notes, all.slice(0, whole));
        assert.equal(read.problems.at(-1)?.reason, 'cut-off');
      }
    }
  });

  test('in a spoilt record says in which line', () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith('{"id"')) + 4;
    lines[at] = lines[at]?.replace('"created":', '"created"') ?? '';
    const read = readNotes(lines.join('\n'), NOW);
    assert.ok(read.ok);
    assert.equal(read.notes.length, 4);
    assert.deepEqual(read.problems, [{ number: at + 1, path: '', reason: 'cut-off', taken: false }]);
  });
});

function isWhole(line: string): boolean {
  try {
    JSON.parse(line.replace(/,$/, ''));
    return line.startsWith('{');
  } catch {
    return false;
  }
}

describe('an export of Hypothesis', () => {
  const annotation = {
    id: 'Ab-12_x',
    created: '2021-05-01T10:00:00.123456+00:00',
    updated: '2021-05-02T10:00:00.123456+02:00',
    user: 'acct:reader@hypothes.is',
    uri: 'https://news.example/story',
    text: 'What **I** think',
    tags: ['one', 'two'],
    document: { title: ['The story'] },
    target: [
      {
        source: 'https://news.example/story',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            startOffset: 3,
            endContainer: '/p[2]',
            endOffset: 5,
          },
          { type: 'TextPositionSelector', start: 10, end: 40 },
          { type: 'TextQuoteSelector', exact: 'quoted', prefix: 'was ', suffix: ' here' },
        ],
      },
    ],
  };

  for (const [what, file] of [
    ['of its client', { export_date: '2024-01-01', client_version: '1.1', annotations: [annotation] }],
    ['of its service', { total: 1, rows: [annotation] }],
    ['as a list', [annotation]],
  ] as const)
    test(`${what} is taken with its passage, text, tags and times`, () => {
      const [note] = taken(JSON.stringify(file));
      assert.deepEqual(note, {
        id: 'https://hypothes.is/a/Ab-12_x',
        kind: 'passage',
        target: {
          url: 'https://news.example/story',
          title: 'The story',
          selectors: [
            {
              type: 'RangeSelector',
              startSelector: {
                type: 'XPathSelector',
                value: '/p[1]',
                refinedBy: { type: 'TextPositionSelector', start: 3, end: 3 },
              },
              endSelector: {
                type: 'XPathSelector',
                value: '/p[2]',
                refinedBy: { type: 'TextPositionSelector', start: 5, end: 5 },
              },
            },
            { type: 'TextPositionSelector', start: 10, end: 40 },
            { type: 'TextQuoteSelector', exact: 'quoted', prefix: 'was ', suffix: ' here' },
          ],
        },
        body: 'What **I** think',
        tags: ['one', 'two'],
        colour: 'yellow',
        created: '2021-05-01T10:00:00.123Z',
        modified: '2021-05-02T08:00:00.123Z',
        versions: [],
      });
    });

  test('takes an answer to another annotation as a note on the page', () => {
    const reply = {
      ...annotation,
      id: 'reply',
      references: ['Ab-12_x'],
      target: [{ source: annotation.uri }],
    };
    const [note] = taken(JSON.stringify({ annotations: [reply] }));
    assert.deepEqual([note?.kind, note?.body], ['page', annotation.text]);
  });

  test('tells of what is not whole in it', () => {
    const read = readNotes(
      JSON.stringify({
        rows: [
          { ...annotation, updated: 'soon' },
          { ...annotation, id: '2', uri: '' },
        ],
      }),
      NOW,
    );
    assert.ok(read.ok);
    assert.deepEqual(read.problems, [
      { number: 1, path: 'updated', reason: 'bad-date', taken: true },
      { number: 2, path: 'uri', reason: 'no-page', taken: false },
    ]);
  });
});
