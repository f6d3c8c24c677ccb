/** Every rule of the pack compiler, one by one: message, file, entity, field, remedy. Packs are real folders on disk. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { encodeGazetteer } from '../../src/core/gazetteer/codec.ts';
import type { PackProblem } from '../../src/core/pack/source.ts';
import { loadPack, problemLine } from '../../src/tools/pack/load-pack.ts';

const FIXTURE = path.join(path.dirname(new URL(import.meta.url).pathname), '../fixtures/pack');
const scratch = mkdtempSync(path.join(tmpdir(), 'glossator-pack-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the good pack, changed in one place. */
function packWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(path.join(scratch, 'p-'));
  const pack = path.join(folder, 'small');
  cpSync(FIXTURE, folder, { recursive: true });
  change(pack);
  return pack;
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes JSON of every shape
type Json = any;

function edit(folder: string, file: string, change: (value: Json) => void): void {
  const at = path.join(folder, file);
  const value = JSON.parse(readFileSync(at, 'utf8'));
  change(value);
  writeFileSync(at, JSON.stringify(value));
}
const entity = (change: (value: Json) => void) => (folder: string) =>
  edit(folder, 'entities/itu.json', change);
const sources = (change: (value: Json) => void) => (folder: string) => edit(folder, 'sources.json', change);

type Row = readonly [
  what: string,
  change: (folder: string) => void,
  expected: { readonly file: string; readonly field: string; readonly message: RegExp },
];

const ITU = 'entities/itu.json';
const ROWS: readonly Row[] = [
  [
    'a statement without a source',
    entity((e) => (e['statements'][0].sources = [])),
    { file: ITU, field: 'statements[0].sources', message: /no source/ },
  ],
  [
    'a source that is not there',
    entity((e) => (e['statements'][0].sources = ['nobody'])),
    { file: ITU, field: 'statements[0].sources', message: /no source "nobody"/ },
  ],
  [
    'sources without an address alone',
    entity((e) => (e['statements'][0].sources = ['reference'])),
    { file: ITU, field: 'statements[0].sources', message: /without an address/ },
  ],
  [
    'a duplicate entity id',
    (folder) => edit(folder, 'entities/igf.json', (e) => (e['id'] = 'itu')),
    { file: ITU, field: 'id', message: /two entities have the id "itu"/ },
  ],
  [
    'a file that is not named as its entity',
    (folder) => edit(folder, 'entities/igf.json', (e) => (e['id'] = 'other')),
    { file: 'entities/igf.json', field: 'id', message: /the id is "other"/ },
  ],
  [
    'a duplicate statement id',
    entity((e) => (e['statements'][0].id = 'itu/b0')),
    { file: ITU, field: 'statements[0].id', message: /used already/ },
  ],
  [
    'a duplicate source id',
    sources((list) => list['push'](list[0])),
    { file: 'sources.json', field: '[3].id', message: /used twice/ },
  ],
  [
    'an alias of one letter',
    entity((e) => (e['aliases'][0].text = 'X')),
    { file: ITU, field: 'aliases[0].text', message: /single character/ },
  ],
  [
    'an alias of digits',
    entity((e) => (e['aliases'][0].text = '2018')),
    { file: ITU, field: 'aliases[0].text', message: /only digits/ },
  ],
  [
    'an alias that folds to nothing',
    entity((e) => (e['aliases'][0].text = '\u00ad—')),
    { file: ITU, field: 'aliases[0].text', message: /folds to nothing/ },
  ],
  [
    'an alias listed twice',
    entity((e) => e['aliases'].push(e['aliases'][0])),
    { file: ITU, field: 'aliases[2].text', message: /twice/ },
  ],
  [
    'a relation to nobody',
    entity((e) => (e['relations'][0].to = 'nobody')),
    { file: ITU, field: 'relations[0].to', message: /no entity "nobody"/ },
  ],
  [
    'a relation of unknown kind',
    entity((e) => (e['relations'][0].kind = 'likes')),
    { file: ITU, field: 'relations[0].kind', message: /no relation kind/ },
  ],
  [
    'a statement over length',
    entity((e) => (e['statements'][0].text.en = 'x'.repeat(241))),
    { file: ITU, field: 'statements[0].text.en', message: /241 characters/ },
  ],
  [
    'a background over length',
    entity((e) => (e['background'][0].text.en = 'x'.repeat(321))),
    { file: ITU, field: 'background', message: /321 characters/ },
  ],
  [
    'no background',
    entity((e) => (e['background'] = [])),
    { file: ITU, field: 'background', message: /0 statements/ },
  ],
  [
    'a source without publisher',
    sources((list) => delete list[0].publisher),
    { file: 'sources.json', field: '[0].publisher', message: /"publisher" is missing/ },
  ],
  [
    'a source without title or description',
    sources((list) => delete list[0].title),
    { file: 'sources.json', field: '[0].title', message: /neither title/ },
  ],
  [
    'an address that is not http',
    sources((list) => (list[0].url = 'ftp://itu.int/x')),
    { file: 'sources.json', field: '[0].url', message: /no http or https address/ },
  ],
  [
    'a script for an address',
    sources((list) => (list[0].url = 'javascript:alert(1)')),
    { file: 'sources.json', field: '[0].url', message: /no http or https address/ },
  ],
  [
    'a date that does not exist',
    sources((list) => (list[0].date = '2018-02-30')),
    { file: 'sources.json', field: '[0].date', message: /no date/ },
  ],
  [
    'a timeline date that does not exist',
    entity((e) => (e['timeline'][0].date = '2018-13')),
    { file: ITU, field: 'timeline[0].date', message: /no date/ },
  ],
  [
    'an "as of" that is no date',
    entity((e) => (e['statements'][0].asOf = 'lately')),
    { file: ITU, field: 'statements[0].asOf', message: /no date/ },
  ],
  [
    'a language tag that is not BCP 47',
    entity((e) => (e['aliases'][0].lang = 'english')),
    { file: ITU, field: 'aliases[0].lang', message: /no language tag/ },
  ],
  [
    'a label in no language',
    entity((e) => (e['labels']['e'] = 'x')),
    { file: ITU, field: 'labels.e', message: /"e" is no language tag/ },
  ],
  [
    'a language that nobody speaks',
    entity((e) => (e['aliases'][0].lang = 'xx')),
    { file: ITU, field: 'aliases[0].lang', message: /"xx" is no language tag/ },
  ],
  [
    'a language tag that is not the canonical one',
    entity((e) => (e['background'][0].text = { 'en-UK': 'The union.' })),
    { file: ITU, field: 'background[0].text.en-UK', message: /no language tag/ },
  ],
  [
    'cue words in no language',
    entity((e) => (e['cues'].English = ['Geneva'])),
    { file: ITU, field: 'cues.English', message: /no language tag/ },
  ],
  [
    'a source in no language',
    sources((list) => (list[0].language = 'qq')),
    { file: 'sources.json', field: '[0].language', message: /no language tag/ },
  ],
  [
    'a source of unknown quality',
    sources((list) => (list[0].quality = 'good')),
    { file: 'sources.json', field: '[0].quality', message: /"good" is not allowed/ },
  ],
  [
    'an address with a name before its host',
    sources((list) => (list[0].url = 'https://itu.int@example.org/x')),
    { file: 'sources.json', field: '[0].url', message: /no http or https address/ },
  ],
  [
    'an address with a blank in it',
    sources((list) => (list[0].url = 'https://itu.int/a b')),
    { file: 'sources.json', field: '[0].url', message: /no http or https address/ },
  ],
  [
    'a weak source alone',
    (folder) => {
      sources((list) => (list[0].quality = 'weak'))(folder);
      entity((e) => (e['statements'][0].sources = ['history']))(folder);
    },
    { file: ITU, field: 'statements[0].sources', message: /mirrors or weak sources/ },
  ],
  [
    'a timeline item without a source',
    entity((e) => (e['timeline'][0].statement.sources = [])),
    { file: ITU, field: 'timeline[0].statement.sources', message: /no source/ },
  ],
  [
    'an ordinary word that an editor would mark everywhere',
    entity((e) => e['aliases'].push({ text: 'union', lang: 'en', case: 'fold', class: 'distinctive' })),
    { file: ITU, field: 'aliases[2].class', message: /ordinary word/ },
  ],
  [
    'a pack date that does not exist',
    (folder) => edit(folder, 'pack.json', (info) => (info['date'] = '2026-02-29')),
    { file: 'pack.json', field: 'date', message: /no date/ },
  ],
  [
    'a version that is none',
    (folder) => edit(folder, 'pack.json', (info) => (info['version'] = 'new')),
    { file: 'pack.json', field: 'version', message: /does not fit/ },
  ],
  [
    'a licence without an address',
    (folder) => edit(folder, 'pack.json', (info) => (info['licence'].url = 'CC BY')),
    { file: 'pack.json', field: 'licence.url', message: /no http or https address/ },
  ],
  [
    'a key that stands twice',
    (folder) => {
      const file = path.join(folder, ITU);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"type"', '"id": "itu",\n  "type"'));
    },
    { file: ITU, field: 'line 3, column 3', message: /"id" stands twice/ },
  ],
  [
    'a list where an object should be',
    (folder) => writeFileSync(path.join(folder, ITU), '[]'),
    { file: ITU, field: '', message: /is no object/ },
  ],
  [
    'an unknown type',
    entity((e) => (e['type'] = 'planet')),
    { file: ITU, field: 'type', message: /"planet" is not allowed/ },
  ],
  [
    'an unknown field',
    entity((e) => (e['colour'] = 'red')),
    { file: ITU, field: 'colour', message: /"colour" is not known/ },
  ],
  [
    'a missing field',
    entity((e) => delete e['aliases']),
    { file: ITU, field: 'aliases', message: /"aliases" is missing/ },
  ],
  [
    'a field of 10 MB',
    entity((e) => (e['labels']['en'] = 'x'.repeat(10_000_000))),
    { file: ITU, field: '', message: /10\.0 MB/ },
  ],
  [
    'wrong UTF-8',
    (folder) => writeFileSync(path.join(folder, ITU), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])),
    { file: ITU, field: 'byte 2', message: /not UTF-8/ },
  ],
  [
    'a truncated file',
    (folder) => writeFileSync(path.join(folder, ITU), readFileSync(path.join(folder, ITU)).subarray(0, 200)),
    { file: ITU, field: 'line 10, column 13', message: /breaks off/ },
  ],
  [
    'an empty file',
    (folder) => writeFileSync(path.join(folder, ITU), ''),
    { file: ITU, field: 'line 1, column 1', message: /breaks off/ },
  ],
  [
    'no JSON',
    (folder) => writeFileSync(path.join(folder, ITU), '{"id": itu}'),
    { file: ITU, field: 'line 1, column 8', message: /no JSON/ },
  ],
  [
    'a missing file',
    (folder) => rmSync(path.join(folder, 'sources.json')),
    { file: 'sources.json', field: '', message: /missing/ },
  ],
  [
    'a pack without entities',
    (folder) => rmSync(path.join(folder, 'entities'), { recursive: true }),
    { file: 'entities/', field: '', message: /no entity/ },
  ],
  [
    'two entities with one alias and no cues',
    (folder) => {
      for (const id of ['itu', 'igf']) {
        edit(folder, `entities/${id}.json`, (e) => {
          e['cues'] = {};
          e['aliases'].push({ text: 'The Union', lang: 'en', case: 'exact' });
        });
      }
    },
    { file: ITU, field: 'cues', message: /also names igf/ },
  ],
];

for (const [what, change, expected] of ROWS) {
  test(`the compiler refuses ${what}`, async () => {
    const { compiled, problems } = await loadPack(packWith(change));
    assert.equal(compiled, null);
    const found = problems.find(
      ({ file, field, message }) =>
        file === expected.file && field === expected.field && expected.message.test(message),
    );
    assert.ok(
      found,
      `expected ${JSON.stringify({ ...expected, message: String(expected.message) })}, found:\n${lines(problems)}`,
    );
    assert.ok(found.remedy.length > 3, 'it says what to do');
    if (
      expected.file.startsWith('entities/') &&
      /^(id|type|labels|aliases|statements|background|timeline|relations|cues)/.test(expected.field)
    ) {
      assert.ok(found.entity, 'it names the entity');
    }
  });
}

function lines(problems: readonly PackProblem[]): string {
  return problems.map(problemLine).join('\n');
}

/** Faults of shape and of meaning in every file, in one entity and in one statement: none hides another. */
test('all problems are reported in one run, and none twice', async () => {
  const folder = packWith((pack) => {
    edit(pack, 'entities/igf.json', (e) => (e['statements'][0].sources = []));
    edit(pack, ITU, (e) => {
      e['type'] = 'planet';
      e['aliases'][0].lang = 'english';
      e['aliases'][1].text = '7';
      e['statements'][0] = { id: 'itu/s1', text: { en: 7 }, sources: ['nobody'], from: [] };
      e['timeline'][0].date = '2018-13';
      e['relations'][0].to = 'nobody';
    });
    edit(pack, 'sources.json', (list) => {
      delete list[1].publisher;
      list[0].url = 'ftp://itu.int';
    });
    edit(pack, 'pack.json', (info) => {
      info['version'] = 1;
      info['date'] = 'today';
    });
  });
  const { problems } = await loadPack(folder);
  assert.deepEqual(
    problems.map(({ file, field }) => `${file} ${field}`).sort(),
    [
      'entities/igf.json statements[0].sources',
      'entities/itu.json aliases[0].lang',
      'entities/itu.json aliases[1].text',
      'entities/itu.json relations[0].to',
      'entities/itu.json statements[0].sources',
      'entities/itu.json statements[0].text.en',
      'entities/itu.json timeline[0].date',
      'entities/itu.json type',
      'pack.json date',
      'pack.json version',
      'sources.json [0].url',
      'sources.json [1].publisher',
    ],
    lines(problems),
  );
});

/** Each row breaks the whole of a file; what other files say of it is no second fault. */
for (const [what, file] of [
  ['an entity', ITU],
  ['the list of sources', 'sources.json'],
] as const) {
  test(`of ${what} that cannot be read, only that is reported`, async () => {
    const { problems } = await loadPack(
      packWith((folder) => {
        edit(folder, 'entities/igf.json', (e) => (e['relations'] = [{ kind: 'associated-with', to: 'itu' }]));
        writeFileSync(path.join(folder, file), '{');
      }),
    );
    assert.deepEqual(
      problems.map((problem) => problem.file),
      [file],
      lines(problems),
    );
  });
}

test('a cycle in relations is allowed', async () => {
  const { compiled, problems } = await loadPack(
    packWith((folder) =>
      edit(folder, 'entities/igf.json', (e) => (e['relations'] = [{ kind: 'part-of', to: 'itu' }])),
    ),
  );
  assert.ok(compiled, lines(problems));
});

test('the same input compiles to the same bytes', async () => {
  const [first, second] = await Promise.all([
    loadPack(path.join(FIXTURE, 'small')),
    loadPack(path.join(FIXTURE, 'small')),
  ]);
  assert.ok(first.compiled && second.compiled);
  assert.deepEqual(encodeGazetteer(first.compiled.gazetteer), encodeGazetteer(second.compiled.gazetteer));
  assert.equal(JSON.stringify(first.compiled.tables), JSON.stringify(second.compiled.tables));
  assert.equal(JSON.stringify(first.compiled.reference), JSON.stringify(second.compiled.reference));
});

test('a pack of names alone loads for the command line, and only there', async () => {
  const folder = packWith((pack) => {
    rmSync(path.join(pack, 'sources.json'));
    writeFileSync(path.join(pack, 'pack.json'), '{"id":"names"}');
    for (const id of ['itu', 'igf']) {
      const alias = { text: `${id} name`, lang: 'en', case: 'fold' };
      writeFileSync(
        path.join(pack, `entities/${id}.json`),
        JSON.stringify({ id, type: 'organisation', aliases: [alias] }),
      );
    }
  });
  assert.equal((await loadPack(folder)).compiled, null);
  assert.equal((await loadPack(folder, { namesOnly: true })).compiled?.aliasReport.length, 2);
});
