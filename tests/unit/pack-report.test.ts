/** What the compiler tells an editor of a pack: counts, loose ends, alias hygiene, and the page to proof-read. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type CompiledPack, compilePack } from '../../src/core/pack/compile-pack.ts';
import type { SourceEntity } from '../../src/core/pack/source.ts';
import { hygieneLines, hygieneSummary } from '../../src/tools/pack/hygiene.ts';
import { countPack, type PackCounts, reportLines } from '../../src/tools/pack/report.ts';
import { writeProof } from '../../src/tools/pack/write-proof.ts';
import { entityNamed, exact, folded, packOf } from '../support/small-pack.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'glossator-report-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const statement = (id: string, sources = ['s']) => ({ id, from: ['f'], text: { en: `${id}.` }, sources });

const UNION = entityNamed('union', [exact('ITU'), folded('International Union'), exact('UIT', 'fr')], {
  statements: [statement('union/s1', ['s', 'w']), statement('union/s2')],
  timeline: [{ date: '1865', statement: statement('union/t1') }],
  relations: [{ kind: 'associated-with', to: 'forum' }],
  rivals: [{ label: 'International Triathlon Union', cues: ['swim'] }],
});
const FORUM = entityNamed('forum', [exact('Forum', 'en')], {
  relations: [{ kind: 'associated-with', to: 'other:body' }],
});
const LOOSE = entityNamed('loose', [exact('LSE')]);

function compiled(entities: readonly SourceEntity[]): CompiledPack {
  const base = packOf(entities);
  const [first] = base.sources;
  const more = { ...first, id: 'w', quality: 'encyclopaedia', date: '2018-03', stateMedia: true };
  const pack = { ...base, sources: [{ ...first, date: '2017' }, more] } as typeof base;
  return compilePack(pack, (word) => word === 'forum');
}
const PACK = compiled([UNION, FORUM, LOOSE]);

const COUNTS: readonly (readonly [keyof PackCounts, unknown])[] = [
  ['entities', 3],
  ['aliases', 5],
  [
    'aliasesByLanguage',
    [
      ['en', 4],
      ['fr', 1],
    ],
  ],
  ['backgrounds', 3],
  ['statements', 2],
  ['timelineItems', 1],
  ['sources', 2],
  ['sourcesPerStatement', 7 / 6],
  ['statementsPerSource', 7 / 2],
  ['encyclopaediaSources', 1],
  ['stateSources', 1],
  ['sourcesWithoutAddress', 0],
  ['oldestSource', '2017'],
  ['newestSource', '2018-03'],
  ['withoutStatement', ['forum', 'loose']],
  ['withoutTimeline', ['forum', 'loose']],
  ['withoutRelation', ['loose']],
  ['deadRelations', []],
  ['unlinked', ['loose', 'union']],
  ['unreachable', ['loose']],
  ['unopenable', []],
];

for (const [name, expected] of COUNTS) {
  test(`the report's ${name} are as counted by hand`, () => {
    assert.deepEqual(countPack(PACK)[name], expected);
  });
}

test('a dead relation and a statement that nobody can open are listed by name', () => {
  const { reference } = PACK;
  const broken = {
    ...PACK,
    reference: {
      ...reference,
      entities: reference.entities.filter(({ id }) => id !== 'test:forum'),
      sources: reference.sources.map(({ url: _, ...source }) => source),
    },
  };
  const counts = countPack(broken);
  assert.deepEqual(counts.deadRelations, ['union > associated-with > forum']);
  assert.ok(counts.unopenable.includes('union/s1'));
  const text = reportLines(counts).join('\n');
  assert.match(text, /dead relations +1: union > associated-with > forum/);
  assert.match(text, /encyclopaedia sources +1 \(50\.0 %\)/);
});

/** Entity and case rule of one alias, and the line that is printed of it; null where it is trusted alone by the rules. */
const HYGIENE: readonly (readonly [what: string, entities: readonly SourceEntity[], line: RegExp | null])[] =
  [
    ['an acronym', [LOOSE], /^ambiguous {2}LSE \(en; exact\) {2}loose {2}acronym$/],
    ['a name of several words', [entityNamed('a', [folded('Several Words')])], null],
    ['an ordinary word', [FORUM], /^common {2}Forum \(en; exact\) {2}forum {2}ordinary word$/],
    [
      'a name with rival senses',
      [UNION],
      /^ambiguous {2}ITU \(en; exact\) {2}union {2}acronym {2}not: International Triathlon Union$/m,
    ],
    [
      'a name of two entities',
      [entityNamed('a', [folded('Same Name')]), entityNamed('b', [folded('Same Name')])],
      /^ambiguous {2}Same Name \(en; fold\) {2}a {2}shared {2}not: b\nambiguous {2}Same Name \(en; fold\) {2}b {2}shared {2}not: a$/,
    ],
    [
      "a name by the editor's word",
      [entityNamed('a', [{ ...exact('WSIS'), class: 'distinctive' }])],
      /^distinctive {2}WSIS \(en; exact\) {2}a {2}editor \(the rules: ambiguous, acronym\)$/,
    ],
    [
      'one name in two languages, once',
      [entityNamed('a', [exact('ABC'), exact('ABC', 'fr')])],
      /^ambiguous {2}ABC \(en fr; exact\) {2}a {2}acronym$/,
    ],
  ];

for (const [what, entities, expected] of HYGIENE) {
  test(`alias hygiene lists ${what}${expected ? ', and why' : ' nowhere'}`, () => {
    const lines = hygieneLines(compiled(entities).aliasReport).join('\n');
    if (expected) assert.match(lines, expected);
    else assert.equal(lines, '');
  });
}

test('one line sums the hygiene up', () => {
  assert.equal(
    hygieneSummary(PACK.aliasReport),
    "5 aliases: 1 distinctive, 3 ambiguous, 1 common; 0 by the editor's word",
  );
});

test('the proof stands alone: its data, its script and no address', async () => {
  const hostile = entityNamed('hostile', [folded('Hostile Name')], {
    statements: [{ ...statement('hostile/s1'), text: { en: '</script><script>alert(1)</script><!--' } }],
  });
  const file = path.join(scratch, 'deep/proof.html');
  await writeProof(compiled([UNION, FORUM, hostile]), file);
  const html = readFileSync(file, 'utf8');
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  assert.equal(scripts.length, 2, 'the texts of the pack end no script');
  const data = JSON.parse(scripts[0]?.[1] ?? '');
  assert.equal(data.reference.entities.length, 3);
  assert.equal(data.reference.entities[1].statements[0].text.en, hostile.statements[0]?.text['en']);
  assert.ok((scripts[1]?.[1] ?? '').includes('attachShadow'), 'the cards are in the bundle');
  assert.doesNotMatch(html, /<(?:script|link|img)\b[^>]*\b(?:src|href)=/);
});
