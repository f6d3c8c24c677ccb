/** Each bundled pack holds what is promised of it: how much it knows, and that every sentence can be checked by a reader. */
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

interface Promised {
  readonly id: string;
  readonly atLeast: readonly (readonly [keyof PackCounts, number])[];
  /** Backgrounds, statements and timeline items. */
  readonly sentences: number;
  /** What the files that the extension carries of it have at least and at most. */
  readonly bytes: readonly [least: number, most: number];
}

const PROMISED: readonly Promised[] = [
  {
    id: 'internet-governance',
    atLeast: [
      ['entities', 190],
      ['aliases', 840],
      ['statements', 550],
      ['timelineItems', 380],
      ['sources', 450],
    ],
    sentences: 1000,
    bytes: [200_000, 600_000],
  },
  {
    id: 'information-controls',
    atLeast: [
      ['entities', 77],
      ['aliases', 900],
      ['statements', 300],
      ['timelineItems', 160],
      ['sources', 220],
    ],
    sentences: 540,
    bytes: [80_000, 200_000],
  },
  {
    id: 'tech-rivalry',
    atLeast: [
      ['entities', 69],
      ['aliases', 900],
      ['statements', 215],
      ['timelineItems', 176],
      ['sources', 205],
    ],
    sentences: 460,
    bytes: [70_000, 200_000],
  },
];
const NONE: readonly (keyof PackCounts)[] = ['deadRelations', 'unreachable', 'unopenable', 'withoutRelation'];
const has = (...ids: readonly string[]) => assert.deepEqual(ids, []);

for (const promised of PROMISED) await holdToItsPromises(promised);

async function holdToItsPromises({
  id: packId,
  atLeast,
  sentences: least,
  bytes: [low, high],
}: Promised): Promise<void> {
  const pack = await bundledPack(packId);
  const { entities, sources } = pack.reference;
  const counts = countPack(pack);
  const sentences = entities.flatMap(sentencesOf);
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  for (const [name, least] of atLeast) {
    test(`${packId}: the pack has at least ${least} ${name}`, () => {
      assert.ok(Number(counts[name]) >= least, `${counts[name]}`);
    });
  }

  for (const name of NONE) {
    test(`${packId}: the pack has no ${name}`, () => {
      assert.deepEqual(counts[name], []);
    });
  }

  test(`${packId}: every statement has a source with an address, and none stands on mirrors or weak sources`, () => {
    assert.ok(sentences.length > least, 'there are statements at all');
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

  test(`${packId}: every source that is cited is there`, () => {
    has(...sentences.flatMap((statement) => statement.sources.filter((id) => !sourcesById.has(id))));
  });

  test(`${packId}: no statement is longer than ${LONGEST_STATEMENT} characters, no background than ${LONGEST_BACKGROUND}`, () => {
    assert.deepEqual([LONGEST_STATEMENT, LONGEST_BACKGROUND], [240, 320]);
    const length = (texts: readonly { readonly text: Readonly<Record<string, string>> }[]) =>
      texts.reduce((sum, { text }) => sum + (text['en']?.length ?? 0), 0);
    has(...sentences.filter((statement) => length([statement]) > 240).map(({ id }) => id));
    has(...entities.filter(({ background }) => length(background) > 320).map(({ id }) => id));
  });

  test(`${packId}: every sentence ends as one, and none holds two lines`, () => {
    has(
      ...sentences
        .filter(({ text }) => !/^\S.*[.!?][”’"')]?$/.test(text['en'] ?? ''))
        .map(({ id, text }) => `${id}: ${text['en']}`),
    );
  });

  test(`${packId}: timelines run forward, and their dates stand in the calendar`, () => {
    for (const { id, timeline } of entities) {
      const dates = timeline.map(({ date }) => date);
      assert.ok(dates.every(isPartialDate), `${id}: ${dates}`);
      assert.deepEqual(dates, dates.toSorted(), id);
    }
  });

  test(`${packId}: a common word alone never marks without evidence`, () => {
    has(
      ...pack.aliasReport
        .filter(
          (row) =>
            row.class === 'distinctive' && row.overruled?.why === 'ordinary word' && row.case === 'fold',
        )
        .map(({ alias }) => alias),
    );
  });

  test(`${packId}: the files that the extension carries are together under ${high} bytes`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glossator-pack-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const { bytes } = await writePack(pack, folder);
    assert.ok(bytes > low && bytes < high, `${bytes} bytes`);
  });
}
