/**
 * No fact beyond the data: every statement of the bundled pack is held to the facts that it says it comes from. The data itself is
 * not a part of the project; where it does not lie beside it, these tests say so and are skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bundledPack, sentencesOf } from '../support/bundled-pack.ts';
import { numbersIn } from '../support/numbers-in-text.ts';

const DATA = path.join(path.dirname(new URL(import.meta.url).pathname), '../../../shared/data');
const skip = existsSync(path.join(DATA, 'facts.json'))
  ? false
  : 'the facts (../shared/data) are not beside the project';

interface Fact {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly uncertain?: boolean;
  readonly unsourced?: boolean;
}
interface FactSource {
  readonly id: string;
  readonly title: string | null;
  readonly title_is_description?: boolean;
  readonly [field: string]: unknown;
}

const read = <T>(name: string): readonly T[] =>
  skip ? [] : JSON.parse(readFileSync(path.join(DATA, name), 'utf8'));
const data = read<{
  readonly id: string;
  readonly facts: readonly Fact[];
  readonly timeline: readonly Fact[];
}>('facts.json');
const facts = new Map(
  data.flatMap((entity) => [...entity.facts, ...entity.timeline]).map((fact) => [fact.id, fact]),
);
const given = new Map(read<FactSource>('sources.json').map((source) => [source.id, source]));
const { entities, sources } = (await bundledPack('internet-governance')).reference;
const sourceDates = new Map(sources.map(({ id, date }) => [id, date ?? '']));
const sentences = entities.flatMap(sentencesOf);
const factsOf = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? []);

/** Numbers that a statement counts itself, in what its facts list. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  'internet-censorship-china/b0': ['2'], // "two sides", which it then names
  'shanghai-cooperation-organisation/t0': ['6'], // the founders, all named in the entity's first fact
  'sco-code-of-conduct/t1': ['6'], // said in the entity's fact f1, which it could name
};

test('every statement names facts that are there', { skip }, () => {
  assert.deepEqual(
    sentences
      .filter(({ from }) => from.length === 0 || from.some((id) => !facts.has(id)))
      .map(({ id }) => id),
    [],
  );
});

test('nothing uncertain or unsourced has reached the pack', { skip }, () => {
  assert.ok(
    [...facts.values()].some(({ uncertain }) => uncertain),
    'the data marks what is uncertain',
  );
  assert.deepEqual(
    sentences
      .filter(({ from }) => factsOf(from).some(({ uncertain, unsourced }) => uncertain || unsourced))
      .map(({ id }) => id),
    [],
  );
});

test('every number, year and date of a statement is one of its facts', { skip }, () => {
  const wrong = sentences.flatMap(({ id, from, text, date }) => {
    const known = new Set(
      factsOf(from).flatMap((fact) => [...numbersIn(`${fact.text} ${fact.date ?? ''}`, { weak: true })]),
    );
    const beyond = [...numbersIn(`${text['en']} ${date ?? ''}`)].filter(
      (number) => !known.has(number) && !COUNTED[id]?.includes(number),
    );
    return beyond.length > 0 ? [`${id}: ${beyond.join(', ')} in "${text['en']}" (${from})`] : [];
  });
  assert.deepEqual(wrong, []);
});

test('every "as of" is a date of its facts or of a source it cites', { skip }, () => {
  const wrong = sentences.flatMap(({ id, from, asOf, sources: cited }) => {
    if (asOf === undefined) return [];
    const known = new Set(
      factsOf(from).flatMap((fact) => [...numbersIn(`${fact.text} ${fact.date ?? ''}`, { weak: true })]),
    );
    const stands =
      [...numbersIn(asOf)].every((number) => known.has(number)) ||
      cited.some((source) => sourceDates.get(source)?.startsWith(asOf));
    return stands
      ? []
      : [`${id}: as of ${asOf}, sources of ${cited.map((source) => sourceDates.get(source))}`];
  });
  assert.deepEqual(wrong, []);
});

test('the pack has every entity of the data', { skip }, () => {
  const ids = new Set<string>(entities.map(({ id }) => id.slice(id.indexOf(':') + 1)));
  assert.deepEqual(
    data.map(({ id }) => id).filter((id) => !ids.has(id)),
    [],
  );
});

test('every source is as it was given', { skip }, () => {
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
