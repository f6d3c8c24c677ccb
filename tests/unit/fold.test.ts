import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, foldCased, foldName } from '../../src/core/text/fold.ts';
import { seededRandom } from '../support/seeded-random.ts';

const CASES: readonly (readonly [what: string, original: string, folded: string])[] = [
  ['ASCII is lower-cased', 'The ITU met', 'the itu met'],
  ['white-space runs are one space', 'cyber \n\t sovereignty', 'cyber sovereignty'],
  ['no-break spaces of all widths are spaces', 'a\u00a0b\u202fc\u3000d\u2009e', 'a b c d e'],
  ['soft hyphens are dropped', 'Welt\u00adernährungs\u00adprogramm', 'welternährungsprogramm'],
  ['zero-width characters are dropped', 'Hua\u200bwei\ufeff Tech\u2060no', 'huawei techno'],
  ['an invisible character inside a run of spaces is part of it', 'a \u200b b', 'a b'],
  ['curly quotes are straight', 'ITU’s “smart” ‘city’', "itu's \"smart\" 'city'"],
  ['corner brackets are quotes', '「一帶一路」', '"一帶一路"'],
  ['dashes and hyphens are one', 'UN‑Klima—–−konferenz', 'un-klima---konferenz'],
  ['decomposed letters are composed', 'cybersouverainete\u0301', 'cybersouveraineté'],
  ['full-width Latin is Latin', 'ＩＴＵ', 'itu'],
  ['ligatures are letters', 'ﬁrewall', 'firewall'],
  ['dotted capital I is an i', 'İTÜ', 'itü'],
  ['final sigma is a sigma', 'ΚΟΣΜΟΣ κοσμος', 'κοσμοσ κοσμοσ'],
  ['footnote numbers do not join the word', 'Huawei¹²', 'huawei^^'],
  ['trade marks do not join the word', 'Huawei™', 'huawei™'],
  ['Arabic vowel signs and tatweel are dropped', 'السِّيـــادة', 'السيادة'],
  ['Han, kana and Hangul stay', '网络主权とネット주권', '网络主权とネット주권'],
  ['supplementary Han stays whole', '𠀀国', '𠀀国'],
  ['lone surrogates stay', '\ud800a\udc00', '\ud800a\udc00'],
  ['bidi controls are dropped', '\u202bITU\u202c\u200f', 'itu'],
  ['nothing is nothing', '', ''],
  ['only marks is no failure', '\u0301\u0301', '\u0301\u0301'],
];

for (const [what, original, folded] of CASES) {
  test(`folding: ${what}`, () => assert.equal(fold(original).text, folded));
}

test('folding keeps case apart, unit for unit', () => {
  const { text, cased } = fold('İstanbul ΣΑΣ Straße ＷＨＯ');
  assert.equal(cased, 'İstanbul ΣΑΣ Straße WHO');
  assert.equal(text.length, cased.length);
});

test('offsets lead back to the place in the original', () => {
  const original = 'The  Welt\u00adklima\u00adkonferenz e\u0301tat ﬁne';
  const folded = fold(original);
  const place = (word: string) => {
    const start = folded.text.indexOf(word);
    const back = folded.toOriginal(start, start + word.length);
    return original.slice(back.start, back.end);
  };
  assert.equal(place('weltklimakonferenz'), 'Welt\u00adklima\u00adkonferenz');
  assert.equal(place('état'), 'e\u0301tat');
  assert.equal(place('fine'), 'ﬁne');
  assert.equal(place(' '), '  ');
});

test('a name is folded without the signs around it', () => {
  assert.equal(foldName(' “一带一路”国际合作高峰论坛 '), '一带一路"国际合作高峰论坛');
  assert.equal(foldCased('  Huawei Technologies '), 'Huawei Technologies');
  assert.equal(foldName('\u00ad…—'), '');
});

/** The twin: one code point and its marks at a time, with nothing clever. */
function naiveFold(original: string): string {
  let folded = '';
  const clusters = original.match(/[\s\S][\p{M}\u00ad\u200b-\u200f\u2060\ufeff\u061c\u0640]*/gu) ?? [];
  for (const cluster of clusters) {
    const visible = cluster
      .replace(/[\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff]|[\u064b-\u0652]|\u0670/gu, '')
      .normalize('NFKC');
    folded += visible.replace(/[’‘`]/g, "'").replace(/[“”„]/g, '"').replace(/[–—‑]/g, '-');
  }
  return folded.replace(/\s+/g, ' ').replaceAll('İ', 'I').toLowerCase().replaceAll('ς', 'σ');
}

const ALPHABET = [...'aBcé ÅñΣςЖя中国한あ’“—-\u00a0\u00ad\u200b\u0301\u0327ﬁＡ٣م\u064b\u0640İıß\n\t5Ⅳ'];

test('folding agrees with its naive twin, and every unit leads back to text that folds to it', () => {
  const random = seededRandom(20261124);
  for (let round = 0; round < 3000; round++) {
    const length = random.below(24);
    let original = '';
    for (let i = 0; i < length; i++) original += random.pick(ALPHABET);
    const folded = fold(original);
    assert.equal(folded.text, naiveFold(original), JSON.stringify(original));
    let before = 0;
    for (let i = 0; i < folded.text.length; i++) {
      const { start, end } = folded.toOriginal(i, i + 1);
      assert.ok(start >= before && end > start && end <= original.length, JSON.stringify([original, i]));
      const piece = fold(original.slice(start, end)).text;
      assert.ok(piece.includes(folded.text[i] as string), JSON.stringify([original, i, piece]));
      before = start;
    }
  }
});
