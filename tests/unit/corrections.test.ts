/** The reader's word on marks: where it holds, which names follow it, and what is taken for one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EntityId } from '../../src/core/model.ts';
import {
  type Correction,
  isSameCorrection,
  newCorrections,
  parseCorrection,
  type Reach,
  scopeAround,
  silencedAt,
  silencedKey,
} from '../../src/core/spotting/corrections.ts';
import { readCorrections, writeCorrections } from '../../src/core/spotting/corrections-file.ts';
import { NO_EVIDENCE } from '../../src/core/spotting/evidence.ts';
import { settle, spot } from '../../src/core/spotting/spot.ts';
import { blockOf, entityNamed, exact, folded, lexiconOf } from '../support/small-pack.ts';

const ITU = 'internet-governance:itu' as EntityId;
const HERE = 'https://news.test/a/story?from=front#top';

function said(reach: Reach, address = HERE, change: Partial<Correction> = {}): Correction {
  const scope = scopeAround(reach, address);
  assert.ok(scope);
  return { surface: 'ITU', entity: ITU, scope, at: '2026-11-24T12:00:00.000Z', ...change };
}

describe('a correction', () => {
  for (const [reach, address, holds] of [
    ['page', HERE, true],
    ['page', 'https://news.test/a/story', true],
    ['page', 'https://news.test/a/story?page=2#end', true],
    ['page', 'https://news.test/a/other', false],
    ['page', 'http://news.test/a/story', false],
    ['site', 'https://news.test/elsewhere', true],
    ['site', 'http://news.test:8080/', true],
    ['site', 'https://www.news.test/', false],
    ['everywhere', 'https://other.test/', true],
    ['everywhere', 'file:///home/me/story.html', true],
  ] as const)
    test(`for the ${reach} of a story ${holds ? 'holds' : 'does not hold'} at ${address}`, () => {
      const key = silencedKey({ entity: ITU, name: 'ITU' });
      assert.deepEqual(silencedAt([said(reach)], address), holds ? [key] : []);
    });

  test('made twice silences once', () => {
    assert.equal(silencedAt([said('everywhere'), said('site')], HERE).length, 1);
  });

  test('for a page of a file holds for that file alone, and files have no site', () => {
    const file = said('page', 'file:///home/me/story.html');
    assert.equal(silencedAt([file], 'file:///home/me/story.html#end').length, 1);
    assert.deepEqual(silencedAt([file], 'file:///home/me/other.html'), []);
    assert.equal(scopeAround('site', 'file:///home/me/story.html'), null);
  });
});

describe('the name that a correction goes by', () => {
  const lexicon = lexiconOf([
    entityNamed('huawei', [exact('Huawei'), exact('Huawei', 'fr')]),
    entityNamed('smart-city', [folded('smart city')], { type: 'concept' }),
    entityNamed('putin', [folded('Владимир Путин', 'ru'), folded('Vladimir Putin')], { type: 'person' }),
    entityNamed('union', [folded('International Telecommunication Union'), exact('ITU')]),
  ]);
  const namesIn = (text: string, lang = 'en') => {
    const { mentions, pending, evidence } = spot([{ ...blockOf(text), lang }], NO_EVIDENCE, [lexicon]);
    return [...mentions, ...settle(pending, evidence, [lexicon])]
      .toSorted((a, b) => a.start - b.start)
      .map(({ surface, name }) => [surface, name]);
  };

  for (const [what, text, lang, wanted] of [
    [
      'an acronym is as it stands',
      'The International Telecommunication Union (ITU).',
      'en',
      [
        ['International Telecommunication Union', 'International Telecommunication Union'],
        ['ITU', 'ITU'],
      ],
    ],
    [
      'a plural is the listed name',
      'Smart cities and a smart-city; a SMART CITY.',
      'en',
      [
        ['Smart cities', 'smart city'],
        ['smart-city', 'smart city'],
        ['SMART CITY', 'smart city'],
      ],
    ],
    [
      'the plural of a name that is exact in its case is the name',
      'Two Huaweis met.',
      'en',
      [['Huaweis', 'Huawei']],
    ],
    ['capitals in capitals are the listed name', 'HUAWEI GROWS AGAIN', 'en', [['HUAWEI', 'Huawei']]],
    ['the language of the page makes no other name', 'Huawei', 'fr', [['Huawei', 'Huawei']]],
    [
      'an inflected form is the listed name, another name another',
      'С Владимиром Путиным, Vladimir Putin.',
      'ru',
      [
        ['Владимиром Путиным', 'Владимир Путин'],
        ['Vladimir Putin', 'Vladimir Putin'],
      ],
    ],
  ] as const)
    test(`of ${what}`, () => assert.deepEqual(namesIn(text, lang), wanted));
});

describe('parsing', () => {
  test('keeps what a newer version has added', () => {
    const newer = {
      ...said('site'),
      why: 'triathlon',
      scope: { kind: 'site', site: 'news.test', deep: true },
    };
    assert.deepEqual(parseCorrection(newer), newer);
    assert.deepEqual(parseCorrection(JSON.parse(JSON.stringify(said('page')))), said('page'));
  });

  for (const [what, value] of [
    ['nothing', null],
    ['a list', []],
    ['no name', { ...said('site'), surface: '' }],
    ['a number for a name', { ...said('site'), surface: 7 }],
    ['a name as long as a book', { ...said('site'), surface: 'x'.repeat(100_000) }],
    ['no entity', { ...said('site'), entity: undefined }],
    ['no time', { ...said('site'), at: 'some day' }],
    ['no scope', { ...said('site'), scope: undefined }],
    ['a scope that is not known', { ...said('site'), scope: { kind: 'planet' } }],
    ['a page scope without a page', { ...said('site'), scope: { kind: 'page', site: 'news.test' } }],
  ] as const)
    test(`refuses ${what}`, () => {
      assert.equal(parseCorrection(value), null);
    });

  test('two say the same if name, entity and place agree, whenever they were said', () => {
    const again = said('site', HERE, { at: '2020-01-01T00:00:00Z' });
    assert.ok(isSameCorrection(said('site'), again));
    assert.ok(!isSameCorrection(said('site'), said('page')));
    assert.ok(!isSameCorrection(said('site'), said('site', HERE, { surface: 'itu' })), 'case counts');
    assert.deepEqual(newCorrections([said('site')], [again, said('page'), said('page')]), [said('page')]);
  });
});

describe('a file of corrections', () => {
  const all = [said('page'), said('site'), { ...said('everywhere'), why: 'triathlon' }];

  test('is read as it was written, with what a newer version has added', () => {
    assert.deepEqual(readCorrections(writeCorrections(all)), { ok: true, corrections: all, unread: [] });
    assert.deepEqual(readCorrections(`\ufeff${writeCorrections([])}`), {
      ok: true,
      corrections: [],
      unread: [],
    });
  });

  test('that is broken in some entries gives the others, and the numbers of those', () => {
    const text = JSON.stringify({
      corrections: [7, all[0], { ...all[1], scope: { kind: 'planet' } }, all[2]],
    });
    assert.deepEqual(readCorrections(text), { ok: true, corrections: [all[0], all[2]], unread: [1, 3] });
  });

  for (const [text, error] of [
    ['', 'not-json'],
    ['{ "corrections": [', 'not-json'],
    ['null', 'no-corrections'],
    ['"corrections"', 'no-corrections'],
    ['[1, 2]', 'no-corrections'],
    ['{ "notes": [] }', 'no-corrections'],
    ['{ "corrections": { "0": {} } }', 'no-corrections'],
  ] as const)
    test(`that says ${text || 'nothing'} is refused: ${error}`, () => {
      assert.deepEqual(readCorrections(text), { ok: false, error });
    });
});
