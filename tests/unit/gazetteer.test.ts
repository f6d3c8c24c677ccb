import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGazetteer } from '../../src/core/gazetteer/builder.ts';
import { type Gazetteer, scanGazetteer, walkFrom } from '../../src/core/gazetteer/gazetteer.ts';
import { MAX_KEY_LENGTH } from '../../src/core/gazetteer/layout.ts';
import { isWordEnd, isWordStart } from '../../src/core/text/boundary.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

/** Hits as `start-end key`, in the order of the report. */
function hitsOf(gazetteer: Gazetteer, text: string): string[] {
  const hits: string[] = [];
  scanGazetteer(gazetteer, text, (start, end, id) => hits.push(`${start}-${end} ${gazetteer.keyOf(id)}`));
  return hits;
}

/** The naive twin: every key looked for at every place, legal starts and ends asked of boundary.ts. */
function naiveHits(keys: Iterable<string>, text: string): string[] {
  const hits: { start: number; end: number; key: string }[] = [];
  for (const key of new Set(keys)) {
    for (let start = text.indexOf(key); start >= 0; start = text.indexOf(key, start + 1)) {
      const end = start + key.length;
      if (isWordStart(text, start) && isWordEnd(text, end)) hits.push({ start, end, key });
    }
  }
  hits.sort((a, b) => a.start - b.start || a.end - b.end);
  return hits.map(({ start, end, key }) => `${start}-${end} ${key}`);
}

const CASES: readonly (readonly [why: string, keys: string[], text: string, found: string[]])[] = [
  ['one name', ['itu'], 'the itu met', ['4-7 itu']],
  ['a name in a longer word is none', ['itu'], 'situ itus tituba', []],
  ['names that begin alike', ['un', 'un women', 'un women watch'], 'un women', ['0-2 un', '0-8 un women']],
  ['names that overlap', ['new york', 'york times'], 'new york times', ['0-8 new york', '4-14 york times']],
  [
    'a name inside a name',
    ['internet governance forum', 'governance'],
    'internet governance forum',
    ['0-25 internet governance forum', '9-19 governance'],
  ],
  ['elision and hyphen', ['itu', 'itu-t'], "l'itu-t", ['2-5 itu', '2-7 itu-t']],
  ['particles', ['itu', 'g20'], 'itu는 g20은', ['0-3 itu', '5-8 g20']],
  [
    'Han without spaces',
    ['国际电联', '国际', '电联'],
    '在国际电联说',
    ['1-3 国际', '1-5 国际电联', '3-5 电联'],
  ],
  ['a Han name beside digits and Latin', ['华为', '5g'], '华为5g网络', ['0-2 华为', '2-4 5g']],
  ['supplementary Han whole', ['𠮷', '野'], '𠮷野', ['0-2 𠮷', '2-3 野']],
  ['half a surrogate pair is no hit', ['a\ud842'], 'a𠮷', []],
  ['Arabic with its article', ['الاتحاد'], 'في الاتحاد الدولي', ['3-10 الاتحاد']],
  ['a name ending in a sign', ['yahoo!', 'u.s.'], 'yahoo! u.s.a u.s.', ['0-6 yahoo!', '13-17 u.s.']],
  ['a name at both ends of the text', ['igf'], 'igf', ['0-3 igf']],
  ['no text', ['igf'], '', []],
  ['no keys', [], 'igf', []],
];

for (const [why, keys, text, found] of CASES) {
  test(`scan: ${why}`, () => {
    assert.deepEqual(hitsOf(buildGazetteer(keys), text), found);
    assert.deepEqual(naiveHits(keys, text), found, 'the naive twin');
  });
}

/** Pieces of few letters, so that keys share beginnings and endings and texts are full of near misses. */
const ALPHABETS: Readonly<Record<string, string[]>> = {
  latin: [...'aabbc', ' ', "'", '-', 's', 'é'],
  mixed: [
    'a',
    'b',
    'ia',
    ' ',
    '5',
    '国',
    '联',
    'サ',
    '는',
    'и',
    'ال',
    '\u0301',
    '!',
    '_',
    '𠮷',
    '🎉',
    'ก',
    'ำ',
  ],
  surrogates: ['\ud842', '\udfb7', '\ud83c', '\udf89', 'a', ' '],
};

for (const [name, pieces] of Object.entries(ALPHABETS)) {
  test(`scan finds what a naive twin finds, ${name}`, () => {
    const random = seededRandom(2024);
    let total = 0;
    for (let round = 0; round < 600; round++) {
      const keys = Array.from({ length: 1 + random.below(40) }, () => pieceTogether(random, pieces, 7));
      const legal = keys.filter((key) => isWordStart(key, 0));
      const text = pieceTogether(random, pieces, 120);
      const expected = naiveHits(legal, text);
      assert.deepEqual(hitsOf(buildGazetteer(legal), text), expected, JSON.stringify({ legal, text }));
      total += expected.length;
    }
    assert.ok(total > 1000, `only ${total} hits: the generator proves little`);
  });
}

test('scan finds what a naive twin finds with more letters than there are symbols', () => {
  const random = seededRandom(7);
  // 3,000 Han characters, some common, most rare: the rare ones take two symbols each.
  const draw = () => String.fromCharCode(0x4e00 + Math.floor(random.next() ** 3 * 3000));
  const keys = new Set<string>();
  while (keys.size < 6000) keys.add(Array.from({ length: 1 + random.below(5) }, draw).join(''));
  const gazetteer = buildGazetteer(keys);
  assertNumbered(gazetteer, keys);
  const text = Array.from({ length: 4000 }, () =>
    random.next() < 0.05 ? random.pick([...keys]) : draw(),
  ).join('');
  const expected = naiveHits(keys, text);
  assert.deepEqual(hitsOf(gazetteer, text), expected);
  assert.ok(expected.length > 1000);
});

test('ids number the keys from 0 without gaps, there and back', () => {
  const random = seededRandom(5);
  for (const size of [0, 1, 2, 3, 50, 3000]) {
    const keys = new Set<string>();
    while (keys.size < size) keys.add(`a${pieceTogether(random, ALPHABETS['mixed'] as string[], 12)}`);
    assertNumbered(buildGazetteer(keys), keys);
  }
});

test('ids of what is no key, and keys of what is no id', () => {
  const gazetteer = buildGazetteer(['itu', 'itu-t']);
  for (const text of ['', 'i', 'it', 'itu-', 'itu-t ', 'x', '国'])
    assert.equal(gazetteer.idOf(text), -1, text);
  for (const id of [-1, 2, 0.5, Number.NaN]) assert.throws(() => gazetteer.keyOf(id), RangeError);
});

test('a walk reports every key at a place, wherever it ends', () => {
  const gazetteer = buildGazetteer(['net', 'network', 'networks of trust']);
  const ends: string[] = [];
  walkFrom(gazetteer, 'subnetworks', 3, (end, id) => ends.push(`${end} ${gazetteer.keyOf(id)}`));
  assert.deepEqual(ends, ['6 net', '10 network']);
});

test('the same keys give the same index in whatever order they come, and duplicates count once', () => {
  const random = seededRandom(3);
  const keys = Array.from(
    { length: 500 },
    () => `a${pieceTogether(random, ALPHABETS['mixed'] as string[], 6)}`,
  );
  const shuffled = keys.map((key) => ({ key, at: random.next() })).sort((a, b) => a.at - b.at);
  const [one, other] = [
    buildGazetteer(keys),
    buildGazetteer([...keys, ...shuffled.map(({ key }) => key)].reverse()),
  ];
  assert.deepEqual(one, other);
  assert.equal(one.size, new Set(keys).size);
});

for (const [why, key, message] of [
  ['empty', '', /is empty/],
  ['starting with a space', ' itu', /" itu" does not start with a letter or digit/],
  ['starting with a sign', '#itu', /"#itu" does not start/],
  ['starting with a mark', '\u0301a', /does not start/],
  ['starting with half a pair', '\udfb7a', /does not start/],
  ['too long', 'a'.repeat(MAX_KEY_LENGTH + 1), /has 513 code units; 512 is the most/],
] as const) {
  test(`a key is refused: ${why}`, () => {
    assert.throws(() => buildGazetteer(['itu', key]), { name: 'RangeError', message });
  });
}

test('the longest keys are found, one symbol or two a unit', () => {
  const rare = Array.from({ length: 400 }, (_, n) => String.fromCharCode(0x4e00 + n));
  const keys = [
    'a'.repeat(MAX_KEY_LENGTH),
    'a'.repeat(MAX_KEY_LENGTH - 1),
    (rare.at(-1) as string).repeat(MAX_KEY_LENGTH),
  ];
  const gazetteer = buildGazetteer([...rare, ...keys]);
  for (const key of keys) assert.equal(gazetteer.keyOf(gazetteer.idOf(key)), key);
  assert.deepEqual(hitsOf(gazetteer, keys[0] as string), [`0-${MAX_KEY_LENGTH} ${keys[0]}`]);
});

test('progress rises to the total and is told at most once a percent', () => {
  const told: number[] = [];
  const keys = Array.from({ length: 20_000 }, (_, n) => `key ${n}`);
  buildGazetteer(keys, (done, total) => {
    assert.equal(total, 100);
    told.push(done);
  });
  assert.deepEqual(
    told,
    [...new Set(told)].sort((a, b) => a - b),
  );
  assert.equal(told.at(-1), 100);
  assert.ok(told.length > 5 && told.length <= 101);
});

function assertNumbered(gazetteer: Gazetteer, keys: ReadonlySet<string>): void {
  assert.equal(gazetteer.size, keys.size);
  const ids = new Set<number>();
  for (const key of keys) {
    const id = gazetteer.idOf(key);
    assert.equal(gazetteer.keyOf(id), key);
    ids.add(id);
  }
  assert.equal(ids.size, keys.size);
  assert.deepEqual(new Set(gazetteer.keys()), keys);
}

function pieceTogether(random: SeededRandom, pieces: readonly string[], most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(pieces)).join('');
}
