import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CHARACTER_CLASS,
  classOfUnit,
  EDGE,
  isWordEnd,
  isWordStart,
  stepOfWord,
} from '../../src/core/text/boundary.ts';
import { SCRIPT_RANGES } from '../../src/core/text/script-ranges.ts';
import { classByUnicode, isUnassigned } from '../support/script-ranges-twin.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** Folded text with `|` at every place where a name may start, and at every place after a word where one may end. */
const CASES: readonly (readonly [why: string, starts: string, ends: string])[] = [
  ['a word', '|itu', 'itu|'],
  ['words between spaces', '|the |itu |met', 'the| itu| met|'],
  ['apostrophe and hyphen are edges', "|l'|itu-|t", "l|'itu|-t|"],
  ['digits go with letters on either side', '|5g |w3c |g20 |3gpp', '5g| w3c| g20| 3gpp|'],
  ['a particle after a foreign name', '|itu|는 |g20|은', 'itu|는| g20|은|'],
  ['an article before a foreign name', '|ال|itu', 'ال|itu|'],
  ['Hebrew before a foreign name', '|ה|itu', 'ה|itu|'],
  ['Latin and Cyrillic are one word', '|сisco |itu', 'сisco| itu|'],
  ['Latin and Greek are one word', '|βlactam', 'βlactam|'],
  ['Han has an edge everywhere', '|国|际|电|联', '国|际|电|联|'],
  ['Latin inside Han', '|在|itu|会|议', '在|itu|会|议|'],
  ['digits inside Han', '|第|5|届', '第|5|届|'],
  ['kana, with its long vowel', '|サ|イ|バ|ー', 'サ|イ|バ|ー|'],
  ['Thai, vowel signs belonging to what precedes', '|กิ|น|ที่', 'กิ|น|ที่|'],
  ['a mark belongs to what precedes', '|e\u0301t\u0301', 'e\u0301t\u0301|'],
  ['a mark after a space begins nothing', ' \u0301|itu', ' \u0301itu|'],
  ['digits after a mark stay with their letter', '|e\u03015|은', 'e\u03015|은|'],
  ['a surrogate pair is not cut', '|𠮷|野', '𠮷|野|'],
  ['emoji are signs', '🎉|itu🎉', '🎉itu|🎉|'],
  ['dots part letters', '|u.|s.', 'u|.s|.'],
  ['an underscore joins', '|igf_2024', 'igf_2024|'],
  ['Devanagari with its signs', '|आईटीयू', 'आईटीयू|'],
  ['lone surrogates', '|\ud842 \udfb7', '\ud842| \udfb7|'],
];

for (const [why, starts, ends] of CASES) {
  test(`edges: ${why}`, () => {
    const text = starts.replaceAll('|', '');
    assert.equal(text, ends.replaceAll('|', ''), 'the row is written wrongly');
    assert.equal(marked(text, isWordStart), starts, 'starts');
    assert.equal(
      marked(text, (t, i) => isWordEnd(t, i) && !isSignBefore(t, i)),
      ends,
      'ends',
    );
  });
}

test('a name that ends in a sign ends where no word is joined to it', () => {
  for (const [before, after, expected] of [
    ['yahoo!', '', true],
    ['yahoo!', ' answers', true],
    ['yahoo!', '!', true],
    ['yahoo!', 'answers', false],
    ['yahoo!', '是', true],
    ['u.s.', 'a.', false],
    ['c++', '17', false],
  ] as const) {
    assert.equal(isWordEnd(before + after, before.length), expected, before + after);
  }
});

test('no name starts or ends outside the text', () => {
  for (const i of [-1, 3, 4]) assert.equal(isWordStart('itu', i), false);
  for (const i of [-1, 0, 4]) assert.equal(isWordEnd('itu', i), false);
});

test('the automaton steps over the same edges as the questions find', () => {
  const random = seededRandom(11);
  const units = [...'ab5_ 国กーه은д\u0301!𠮷🎉'].flatMap((character) => character.split(''));
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: 1 + random.below(12) }, () => random.pick(units)).join('');
    let run: number = CHARACTER_CLASS.none;
    for (let i = 0; i < text.length; i++) {
      const unitClass = classOfUnit[text.charCodeAt(i)] as number;
      const step = stepOfWord[(run << 4) | unitClass] as number;
      const isEdge = step >= EDGE;
      const why = `${JSON.stringify(text)} at ${i}`;
      assert.equal(isEdge && unitClass !== CHARACTER_CLASS.none, isWordStart(text, i), why);
      if (run !== CHARACTER_CLASS.none) assert.equal(isEdge, isWordEnd(text, i), why);
      run = step & 15;
    }
  }
});

test('the table of scripts is what Unicode says', () => {
  const named = new Map(Object.entries(CHARACTER_CLASS).map(([name, value]) => [value, name]));
  assert.deepEqual(
    Object.keys(SCRIPT_RANGES).sort(),
    [...named.values()].filter((name) => name !== 'none').sort(),
  );
  const wrong: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    if ((unit >= 0xd800 && unit <= 0xdfff) || isUnassigned(unit)) continue;
    const expected = classByUnicode(unit) ?? 'none';
    const actual = named.get(classOfUnit[unit] as 0);
    if (actual !== expected) wrong.push(`U+${unit.toString(16)} is ${expected}, the table says ${actual}`);
  }
  // A newer Unicode may know characters that the table does not: rare ones, and few.
  assert.ok(
    wrong.length <= (process.versions['unicode'] === '17.0' ? 0 : 200),
    wrong.slice(0, 20).join('\n'),
  );
});

function marked(text: string, isEdge: (text: string, i: number) => boolean): string {
  let result = '';
  for (let i = 0; i <= text.length; i++) result += (isEdge(text, i) ? '|' : '') + (text[i] ?? '');
  return result;
}

function isSignBefore(text: string, i: number): boolean {
  return classOfUnit[text.charCodeAt(i - 1)] === CHARACTER_CLASS.none;
}
