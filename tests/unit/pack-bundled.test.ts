/** The bundled pack holds what is promised of it: how much it knows, and that every sentence can be checked by a reader. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { LONGEST_BACKGROUND, LONGEST_STATEMENT } from '../../src/core/pack/check-pack.ts';
import { isPartialDate } from '../../src/core/pack/dates.ts';
import { countPack, type PackCounts } from '../../src/tools/pack/report.ts';
import { writePack } from '../../src/tools/pack/write-pack.ts';
import { bundledPack, sentencesOf } from '../support/bundled-pack.ts';

const pack = await bundledPack('internet-governance');
const { entities, sources } = pack.reference;
const counts = countPack(pack);
const sentences = entities.flatMap(sentencesOf);
const sourcesById = new Map(sources.map((source) => [source.id, source]));
const has = (...ids: readonly string[]) => assert.deepEqual(ids, []);

const AT_LEAST: readonly (readonly [keyof PackCounts, number])[] = [
  ['entities', 190],
  ['aliases', 840],
  ['statements', 550],
  ['timelineItems', 380],
  ['sources', 450],
];

for (const [name, least] of AT_LEAST) {
  test(`the pack has at least ${least} ${name}`, () => {
    assert.ok(Number(counts[name]) >= least, `${counts[name]}`);
  });
}

const NONE: readonly (keyof PackCounts)[] = ['deadRelations', 'unreachable', 'unopenable', 'withoutRelation'];
for (const name of NONE) {
  test(`the pack has no ${name}`, () => {
    assert.deepEqual(counts[name], []);
  });
}

test('every statement has a source with an address, and none stands on mirrors or weak sources', () => {
  assert.ok(sentences.length > 1000, 'there are statements at all');
  has(
    ...sentences
      .filter(
        (statement) =>
          !statement.sources.some((id) => {
            const source = sourcesById.get(id);
            return source?.url && source.quality !== 'mirror' && source.quality !== 'weak';
          }),
      )
      .map(({ id }) => id),
  );
});

test('every source that is cited is there', () => {
  has(...sentences.flatMap((statement) => statement.sources.filter((id) => !sourcesById.has(id))));
});

test(`no statement is longer than ${LONGEST_STATEMENT} characters, no background than ${LONGEST_BACKGROUND}`, () => {
  assert.deepEqual([LONGEST_STATEMENT, LONGEST_BACKGROUND], [240, 320]);
  const length = (texts: readonly { readonly text: Readonly<Record<string, string>> }[]) =>
    texts.reduce((sum, { text }) => sum + (text['en']?.length ?? 0), 0);
  has(...sentences.filter((statement) => length([statement]) > 240).map(({ id }) => id));
  has(...entities.filter(({ background }) => length(background) > 320).map(({ id }) => id));
});

test('every sentence ends as one, and none holds two lines', () => {
  has(
    ...sentences
      .filter(({ text }) => !/^\S.*[.!?][”’"')]?$/.test(text['en'] ?? ''))
      .map(({ id, text }) => `${id}: ${text['en']}`),
  );
});

test('timelines run forward, and their dates stand in the calendar', () => {
  for (const { id, timeline } of entities) {
    const dates = timeline.map(({ date }) => date);
    assert.ok(dates.every(isPartialDate), `${id}: ${dates}`);
    assert.deepEqual(dates, dates.toSorted(), id);
  }
});

test('a common word alone never marks without evidence', () => {
  has(
    ...pack.aliasReport
      .filter(
        (row) => row.class === 'distinctive' && row.overruled?.why === 'ordinary word' && row.case === 'fold',
      )
      .map(({ alias }) => alias),
  );
});

test('the files that the extension carries are together under 600 kB', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-pack-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const { bytes } = await writePack(pack, folder);
  assert.ok(bytes > 200_000 && bytes < 600_000, `${bytes} bytes`);
});
