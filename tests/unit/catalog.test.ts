/** Entities are found by any of their names, in any script, titles first. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Catalog, catalogOf, findEntities, sizeOf } from '../../src/core/browse/catalog.ts';
import { loadPack } from '../../src/tools/pack/load-pack.ts';

let catalog: Catalog;
before(async () => {
  const { compiled } = await loadPack('assets/packs/internet-governance');
  assert.ok(compiled);
  catalog = catalogOf(compiled.reference.entities);
});

const find = (query: string, more: { readonly pack?: string; readonly lang?: string } = {}) =>
  findEntities(catalog, { query, limit: 5, lang: 'en', ...more });

describe('An entity is found by', () => {
  for (const [what, query, id] of [
    ['its title', 'International Telecommunication Union', 'itu'],
    ['the beginnings of its words', 'inter telecom uni', 'itu'],
    ['an acronym in any case', 'itu', 'itu'],
    ['a name in Chinese, by any part', '网络主权', 'cyber-sovereignty'],
    ['a name in Russian, in another case', 'международного союза электросвязи', 'itu'],
    ['a name in Arabic without its article', 'سيادة سيبرانية', 'cyber-sovereignty'],
  ] as const)
    test(what, () => {
      assert.ok(
        find(query).found.some(({ entity }) => entity === `internet-governance:${id}`),
        JSON.stringify(find(query).found),
      );
    });

  test('no part of a word in its midst', () => {
    assert.equal(find('ternational').total, 0);
  });
});

test('A pack has the sizes of its entities', () => {
  const { entities, statements, dates } = sizeOf(catalog, 'internet-governance');
  assert.equal(entities, catalog.length);
  assert.ok(statements > entities && dates > 0);
  assert.deepEqual(sizeOf(catalog, 'another'), { entities: 0, statements: 0, dates: 0 });
});

describe('What is found', () => {
  test('stands by title where nothing is looked for, and only as much as is asked for', () => {
    const { total, found } = find('');
    assert.equal(total, catalog.length);
    assert.equal(found.length, 5);
    const titles = found.map(({ title }) => title.text);
    assert.deepEqual(titles, titles.toSorted(new Intl.Collator('en').compare));
  });

  test('has titles before other names, and says which name it was', () => {
    const { found } = find('itu');
    const byName = found.findIndex(({ name }) => name !== undefined);
    assert.ok(byName >= 0);
    assert.ok(found.slice(byName).every(({ name }) => name !== undefined));
    assert.match(found[byName]?.name ?? '', /\bitu/i);
  });

  test('is in the language of the reader', () => {
    const { found } = find('itu', { lang: 'zh-Hans' });
    assert.ok(found.some(({ title }) => title.text === '国际电信联盟' && title.lang.startsWith('zh')));
  });

  test('is of one pack, where one is asked for', () => {
    assert.equal(find('', { pack: 'internet-governance' }).total, catalog.length);
    assert.equal(find('', { pack: 'another' }).total, 0);
  });
});
