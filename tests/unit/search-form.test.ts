/** What a search finds: by the beginnings of words, whatever their accents, forms and scripts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchForm, wantedForms } from '../../src/core/text/search-form.ts';
import { seededRandom } from '../support/seeded-random.ts';

const finds = (text: string, query: string) => {
  const form = searchForm(text);
  return wantedForms(query).every((word) => form.includes(word));
};

const CASES: readonly (readonly [text: string, query: string, isFound: boolean])[] = [
  ['The ITU’s new standards', 'itu', true],
  ['The ITU’s new standards', 'stand new', true],
  ['The ITU’s new standards', 'ndards', false],
  ['Institutional', 'itu', false],
  ['Souveraineté numérique', 'souverainete', true],
  ['souverainete', 'Souveraineté', true],
  ['Ｉ Ｔ Ｕ and “5G”', '5g', true],
  ['网络主权与数据安全', '主权', true],
  ['网络主权与数据安全', '数', true],
  ['网络主权与数据安全', '权数', false],
  ['华为5G网络', '5g', true],
  ['华为5G网络', '网络 华为', true],
  ['インターネットの統治', 'ネット', true],
  ['О суверенитете государства', 'суверенитет', true],
  ['О суверенитете государства', 'суверенитетом', true],
  ['Нового закона', 'новый закон', true],
  ['Ещё не всё', 'еще', true],
  ['السيادة الرقمية', 'سيادة', true],
  ['السيادة الرقمية', 'السيادة', true],
  ['سيادة', 'السيادة', true],
  ['السِّيَادَة', 'سياده', true],
  ['والإنترنت', 'انترنت', true],
  ['anything', '', true],
  ['anything', '!?', true],
];

for (const [text, query, isFound] of CASES)
  test(`"${query}" ${isFound ? 'finds' : 'does not find'} "${text}"`, () => {
    assert.equal(finds(text, query), isFound);
  });

test('every beginning of every word of a text finds it, in any script', () => {
  const random = seededRandom(3);
  const letters = [...'abcé йёжь 网络权 اللهة ไทย カナ 5'];
  for (let round = 0; round < 500; round++) {
    const text = Array.from(
      { length: 1 + random.below(20) },
      () => letters[random.below(letters.length)],
    ).join('');
    for (const word of text.split(' '))
      for (let end = 1; end <= word.length; end++) {
        const query = word.slice(0, end);
        // A word cut after the article is the beginning of another word.
        if (/[ا-ي]/.test(query)) continue;
        assert.ok(finds(text, query), `"${query}" in "${text}"`);
      }
  }
});
