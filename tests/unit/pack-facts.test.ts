/**
 * No fact beyond the data: every statement of a bundled pack is held to the facts that it says it comes from. The data itself is
 * not a part of the project; where it does not lie beside it, these tests say so and are skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bundledPack, sentencesOf } from '../support/bundled-pack.ts';
import { numbersIn } from '../support/numbers-in-text.ts';

const DATA = path.join(path.dirname(new URL(import.meta.url).pathname), '../../../shared/data');

interface Fact {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly sources: readonly string[];
  readonly uncertain?: boolean;
  readonly unsourced?: boolean;
}
interface FactSource {
  readonly id: string;
  readonly title: string | null;
  readonly title_is_description?: boolean;
  readonly [field: string]: unknown;
}

/** Each pack with the folder of its facts, and whether these mark what is uncertain. */
const PACKS: readonly (readonly [id: string, folder: string, marksDoubt: boolean])[] = [
  ['internet-governance', '.', true],
  ['information-controls', 'packs/information-controls', false],
  ['tech-rivalry', 'packs/tech-rivalry', false],
];

/** Numbers that a statement counts itself, in what its facts list. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  'internet-censorship-china/b0': ['2'], // "two sides", which it then names
  'shanghai-cooperation-organisation/t0': ['6'], // the founders, all named in the entity's first fact
  'sco-code-of-conduct/t1': ['6'], // said in the entity's fact f1, which it could name
};

for (const [pack, folder, marksDoubt] of PACKS)
  await holdToItsFacts(pack, path.join(DATA, folder), marksDoubt);

async function holdToItsFacts(pack: string, folder: string, marksDoubt: boolean): Promise<void> {
  const skip = existsSync(path.join(folder, 'facts.json'))
    ? false
    : 'the facts (../shared/data) are not beside the project';
  const read = <T>(name: string): readonly T[] =>
    skip ? [] : JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const data = read<{
    readonly id: string;
    readonly name: string;
    readonly facts: readonly Fact[];
    readonly timeline: readonly Fact[];
  }>('facts.json');
  const facts = new Map(
    data.flatMap(({ name, facts: own, timeline }) =>
      [...own, ...timeline].map((fact) => [fact.id, { ...fact, of: name }]),
    ),
  );
  const given = new Map(read<FactSource>('sources.json').map((source) => [source.id, source]));
  const { entities, sources } = (await bundledPack(pack)).reference;
  const sourceDates = new Map(sources.map(({ id, date }) => [id, date ?? '']));
  const sentences = entities.flatMap(sentencesOf);
  const factsOf = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? []);
  /** The numbers of facts, and of the names that they are filed under ("Section 230"). */
  const numbersOf = (ids: readonly string[]) =>
    new Set(
      factsOf(ids).flatMap(({ text, date, of }) => [
        ...numbersIn(`${text} ${date ?? ''} ${of}`, { weak: true }),
      ]),
    );

  test(`${pack}: every statement names facts that are there`, { skip }, () => {
    assert.deepEqual(
      sentences
        .filter(({ from }) => from.length === 0 || from.some((id) => !facts.has(id)))
        .map(({ id }) => id),
      [],
    );
  });

  test(`${pack}: nothing uncertain or unsourced has reached the pack`, { skip }, () => {
    assert.equal(
      [...facts.values()].some(({ uncertain }) => uncertain),
      marksDoubt,
      'the data marks what is uncertain',
    );
    assert.deepEqual(
      sentences
        .filter(({ from }) => factsOf(from).some(({ uncertain, unsourced }) => uncertain || unsourced))
        .map(({ id }) => id),
      [],
    );
  });

  test(`${pack}: every number, year and date of a statement is one of its facts`, { skip }, () => {
    const wrong = sentences.flatMap(({ id, from, text, date }) => {
      const known = numbersOf(from);
      const beyond = [...numbersIn(`${text['en']} ${date ?? ''}`)].filter(
        (number) => !known.has(number) && !COUNTED[id]?.includes(number),
      );
      return beyond.length > 0 ? [`${id}: ${beyond.join(', ')} in "${text['en']}" (${from})`] : [];
    });
    assert.deepEqual(wrong, []);
  });

  test(`${pack}: every "as of" is a date of its facts or of a source it cites`, { skip }, () => {
    const wrong = sentences.flatMap(({ id, from, asOf, sources: cited }) => {
      if (asOf === undefined) return [];
      const known = numbersOf(from);
      const stands =
        [...numbersIn(asOf)].every((number) => known.has(number)) ||
        cited.some((source) => sourceDates.get(source)?.startsWith(asOf));
      return stands
        ? []
        : [`${id}: as of ${asOf}, sources of ${cited.map((source) => sourceDates.get(source))}`];
    });
    assert.deepEqual(wrong, []);
  });

  test(`${pack}: every source of a statement is one of its facts’`, { skip }, () => {
    const wrong = sentences.flatMap(({ id, from, sources: cited }) => {
      const known = new Set(factsOf(from).flatMap((fact) => fact.sources));
      return cited.filter((source) => !known.has(source)).map((source) => `${id}: ${source}`);
    });
    assert.deepEqual(wrong, []);
  });

  test(`${pack}: the pack has every entity of the data`, { skip }, () => {
    const ids = new Set<string>(entities.map(({ id }) => id.slice(id.indexOf(':') + 1)));
    assert.deepEqual(
      data.map(({ id }) => id).filter((id) => !ids.has(id)),
      [],
    );
  });

  test(`${pack}: every source is as it was given`, { skip }, () => {
    const FIELDS = ['publisher', 'author', 'date', 'url', 'quality', 'kind', 'language'] as const;
    for (const source of sources) {
      const row = given.get(source.id);
      assert.ok(row, source.id);
      for (const field of FIELDS)
        assert.equal(source[field], row[field] || undefined, `${source.id}: ${field}`);
      assert.equal(source.stateMedia ?? false, row['state_media'] ?? false, `${source.id}: state media`);
      const described = row.title_is_description === true || row.title?.startsWith('[');
      if (described) assert.equal(source.title, undefined, `${source.id}: a description is no title`);
      else assert.equal(source.title, row.title, source.id);
      if (source.citedByArticle) assert.equal(row['provenance'], 'article', source.id);
    }
  });
}
