/** What a card is given to say: in the reader's language, numbered, dated, measured; and how readers copy it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { citationsOf } from '../../src/core/card/citation.ts';
import { entryOf } from '../../src/core/card/entry-of.ts';
import {
  type Entity,
  type EntityDetails,
  entityId,
  type Source,
  type SourceId,
  type Statement,
} from '../../src/core/model.ts';

const statement = (
  id: string,
  text: string,
  sources: readonly string[],
  more: Partial<Statement> = {},
): Statement => ({
  id,
  from: [],
  text: { en: text },
  sources: sources as readonly SourceId[],
  ...more,
});
const source = (id: string, more: Partial<Source> = {}): Source => ({
  id: id as SourceId,
  title: `Title {of} ${id}`,
  publisher: 'Publisher & Sons',
  language: 'en',
  kind: 'web',
  quality: 'reputable',
  ...more,
});

function details(change: Partial<Entity> = {}): EntityDetails {
  return {
    entity: {
      id: entityId('pack', 'itu'),
      type: 'organisation',
      labels: {
        en: 'International Telecommunication Union',
        'zh-Hans': '国际电信联盟',
        ar: 'الاتحاد الدولي للاتصالات',
      },
      aliases: [{ text: 'ITU', lang: 'en', case: 'exact', class: 'ambiguous' }],
      background: [statement('b', 'A UN *agency*.', ['two', 'one'])],
      statements: [
        statement('s0', 'Had 193 members.', ['one'], { asOf: '2018-10' }),
        statement('s1', 'Founded in 1865.', ['three', 'one']),
        statement('s2', 'Had 191 members in October 2018.', ['gone'], { asOf: '2018-10', contradicts: 's0' }),
        statement('s3', 'Contradicts nothing there is.', ['one'], { contradicts: 's9' }),
      ],
      timeline: [
        { date: '1865-05-17', statement: statement('t0', 'Founded.', ['three']) },
        { date: '1947', statement: statement('t1', 'Joined the UN.', ['three']) },
      ],
      relations: [],
      cues: {},
      rivals: [
        { label: 'ITU: International Triathlon Union', cues: [] },
        { label: 'Unit: of therapy', cues: [] },
      ],
      ...change,
    },
    sources: {
      one: source('one', { url: 'https://example.org/a?b=1', date: '2018-11', author: 'A. Author' }),
      two: source('two', { language: 'fr', url: 'javascript:alert(1)', stateMedia: true }),
      three: source('three'),
    },
    relations: [],
    pack: {
      id: 'pack',
      title: { en: 'A pack' },
      description: { en: '' },
      version: '1.0.0',
      date: '2026-11-24',
      licence: { id: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      languages: ['en'],
    },
  };
}

test('sources are numbered as the sentences first cite them, and each sentence names its own', () => {
  const { background, sources } = entryOf(details(), 'en');
  assert.deepEqual(background[0]?.cites, [1, 2]);
  assert.deepEqual(
    sources.map(({ number, title }) => `${number} ${title.text}`),
    ['1 Title {of} two', '2 Title {of} one', '3 Title {of} three', '4 '],
  );
});

test('a source that the pack lacks has a number and no words; an address that is no web address is none', () => {
  const { sources } = entryOf(details(), 'en');
  assert.equal(sources[3]?.publisher, undefined);
  assert.deepEqual(
    sources.map(({ url }) => url),
    [undefined, 'https://example.org/a?b=1', undefined, undefined],
  );
});

test('statements that contradict one another stand together, where the first stood; one that contradicts nothing stands alone', () => {
  const { statements } = entryOf(details(), 'en');
  assert.deepEqual(
    statements.map((sides) => sides.map(({ id }) => id)),
    [['s0', 's2'], ['s1'], ['s3']],
  );
});

test('"as of" is told where the sentence does not say it itself', () => {
  const [[first, second] = []] = entryOf(details(), 'en').statements;
  assert.equal(first?.asOf, 'October 2018');
  assert.equal(second?.asOf, undefined);
});

for (const [lang, title, dir, when, names] of [
  ['en-GB', 'International Telecommunication Union', 'ltr', '17 May 1865', ['ITU', '国际电信联盟']],
  ['zh-CN', '国际电信联盟', 'ltr', '1865年5月17日', ['International Telecommunication Union']],
  [
    'ar',
    'الاتحاد الدولي للاتصالات',
    'rtl',
    '17 مايو 1865',
    ['International Telecommunication Union', '国际电信联盟'],
  ],
  ['sw', 'International Telecommunication Union', 'ltr', '17 Mei 1865', ['国际电信联盟']],
] as const)
  test(`a reader of ${lang} gets the name, its direction, dates and other names so`, () => {
    const entry = entryOf(details(), lang);
    assert.deepEqual([entry.title.text, entry.title.dir, entry.timeline[0]?.when], [title, dir, when]);
    assert.deepEqual(
      entry.names.map(({ text }) => text),
      names,
    );
    // What the pack has in English only says so.
    assert.deepEqual([entry.background[0]?.lang, entry.background[0]?.dir], ['en', 'ltr']);
  });

test('the language of a source is told where it is not the reader’s', () => {
  assert.deepEqual(entryOf(details(), 'en').sources[0]?.facts, ['French']);
  assert.deepEqual(entryOf(details(), 'fr').sources[0]?.facts, []);
});

test('rival senses lose the name that packs write before them, and no other words', () => {
  assert.deepEqual(entryOf(details(), 'en').rivals, ['International Triathlon Union', 'Unit: of therapy']);
});

test('an entity without dates, relations, rivals and sources is a whole entry', () => {
  const bare = { background: [], statements: [], timeline: [], rivals: [], aliases: [], labels: {} };
  const entry = entryOf(details(bare), 'en');
  assert.deepEqual([entry.title.text, entry.timeline, entry.sources, entry.statements], ['', [], [], []]);
});

test('a plain citation has the background, the sources it rests on and no other, and the pack', () => {
  assert.equal(
    citationsOf(details(), 'en').plain,
    `International Telecommunication Union: A UN *agency*. [1, 2]

[1] Publisher & Sons, Title {of} two, French
[2] Publisher & Sons, Title {of} one, A. Author, Nov 2018, https://example.org/a?b=1
Glossator, A pack, Nov 24, 2026, CC BY 4.0
`
      .replace('Nov 2018', entryOf(details(), 'en').sources[1]?.facts[1] ?? '')
      .replace('Nov 24, 2026', entryOf(details(), 'en').pack.edition),
  );
});

test('in Markdown the signs of Markdown stand for themselves, sources are footnotes, and titles are links', () => {
  const { markdown } = citationsOf(details(), 'en');
  assert.ok(
    markdown.startsWith('**International Telecommunication Union**: A UN \\*agency\\*.[^1][^2]\n'),
    markdown,
  );
  assert.ok(
    markdown.includes('[^2]: Publisher & Sons, [Title {of} one](<https://example.org/a?b=1>), A. Author'),
    markdown,
  );
  assert.ok(!markdown.includes('javascript:'));
});

test('in BibTeX each source is a record of its own, with the signs of TeX escaped', () => {
  const { bibtex } = citationsOf(details(), 'en');
  assert.ok(!bibtex.includes('javascript:'));
  assert.equal(bibtex.match(/^@(online|misc)\{itu-\d,$/gm)?.length, 2);
  assert.ok(
    bibtex.includes('title = {{Title \\{of\\} one}}') && bibtex.includes('publisher = {Publisher \\& Sons}'),
    bibtex,
  );
  assert.ok(
    bibtex.includes('date = {2018-11}') && bibtex.includes('url = {https://example.org/a?b=1}'),
    bibtex,
  );
});

test('no file of ours takes hooks from Preact: ours stand for them, and two would not know of one another', () => {
  const root = new URL('../../src/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const strays = files.filter((name) =>
    /from 'preact\/hooks'/.test(readFileSync(new URL(name, root), 'utf8')),
  );
  assert.deepEqual(strays, []);
});
