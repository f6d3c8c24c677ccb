/** What is no name though it is written like one: parts of addresses, and names that go on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesIn } from '../../src/core/spotting/addresses.ts';
import { findCandidates } from '../../src/core/spotting/find-candidates.ts';
import { fold } from '../../src/core/text/fold.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { entityNamed, exact, folded, lexiconOf, marked } from '../support/small-pack.ts';
import { timeGrowth } from '../support/time-growth.ts';

const lexicon = lexiconOf([
  entityNamed('huawei', [exact('Huawei'), folded('huawei technologies'), folded('华为', 'zh')]),
  entityNamed('icann', [{ ...folded('icann'), class: 'distinctive' }]),
  entityNamed('igf', [exact('IGF')], { cues: { en: ['forum', 'governance'] } }),
  entityNamed('us', [exact('US')], { cues: { en: ['forum', 'governance'] } }),
  entityNamed('xi', [exact('Xi')], { cues: { en: ['forum', 'governance'] } }),
]);

/** Each in a text that speaks for the ambiguous names. */
const CASES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['a web address', 'See https://icann.org/en/Huawei/x?icann=1 now', []],
  ['one without a scheme', 'www.icann.org, example.org/icann/x', []],
  ['one in brackets beside a name', 'ICANN (http://icann.org/) said', ['ICANN=icann']],
  ['a domain', 'icann.org and Huawei.com', []],
  ['a mail address', 'icann@example.org, press@icann.org', []],
  ['a handle', 'follow @Huawei and @icann', []],
  ['a hashtag', '#Huawei ＃ICANN #华为', []],
  ['a path', '/srv/icann/logs', []],
  ['a slash between names', 'Huawei/ICANN', ['Huawei=huawei', 'ICANN=icann']],
  ['a dotted acronym before a slash', 'U.S./Huawei', ['U.S.=us', 'Huawei=huawei']],
  ['the end of a sentence', 'Huawei. icann. (Huawei)', ['Huawei=huawei', 'icann=icann', 'Huawei=huawei']],
  ['a sentence without its space', 'met Huawei.The rest', ['Huawei=huawei']],
  ['an address that ends in Chinese', '见https://example.org/华为', []],
  ['a name before an address', '华为 https://example.org', ['华为=huawei']],
  ['a number behind an acronym', 'governance forum IGF-1', []],
  ['a letter behind an acronym', 'governance forum IGF-T', ['IGF=igf']],
  ['a city with an apostrophe', "governance forum in Xi'an and Xi’an", []],
  ['a pronoun in capitals', 'governance forum: TELL US WHAT YOU THINK', []],
  ['a country in capitals', 'governance forum: THE US TELLS', ['US=us']],
  ['possessives', "governance forum: Xi's, Xi’s, 'Xi'", ['Xi=xi', 'Xi=xi', 'Xi=xi']],
  ['Turkish endings', "governance forum: IGF'nin IGF'ye IGF'den", ['IGF=igf', 'IGF=igf', 'IGF=igf']],
  [
    'odd spaces',
    'huawei\u202ftechnologies, huawei\u200b \u00a0technologies',
    ['huawei\u202ftechnologies=huawei', 'huawei\u200b \u00a0technologies=huawei'],
  ],
  ['a soft hyphen and marks of direction', '\u202bHua\u00adwei\u202c', ['Hua\u00adwei=huawei']],
  ['full width', 'ＩＣＡＮＮ', ['ＩＣＡＮＮ=icann']],
  ['a line break', 'huawei\ntechnologies', ['huawei\ntechnologies=huawei']],
];

for (const [what, text, expected] of CASES) {
  test(`candidates: ${what}`, () => assert.deepEqual(marked(lexicon, text), expected));
}

/** The naive twin: cuts the whole text into runs of visible ASCII at every question. */
function naiveIsInAddress(text: string, start: number, end: number): boolean {
  if (/[@#]$/.test(text.slice(0, start)) || text[end] === '@') return true;
  if (
    /^\.[a-z]/.test(text.slice(end)) ||
    (/[a-z0-9]\.$/i.test(text.slice(0, start)) && /^[a-z]/.test(text.slice(start)))
  )
    return true;
  const runs = [...text.matchAll(/[!-~]+/g)].map(({ index, 0: run }) => ({
    run,
    from: index,
    to: index + run.length,
  }));
  const found = runs.findLast(({ from, to }) => from <= start && start <= to);
  return found !== undefined && ADDRESSES.some((address) => address.test(found.run));
}

const ADDRESSES = [/:\/\//, /(?<!\w)www\./, /\w@\w/, /^\W?(?:[\w-]+\.)+[a-z]{2,}\//, /^\W?[~.]*\/[\w.-]+\//];

test('addresses are told as a naive twin tells them', () => {
  const random = seededRandom(20261124);
  const pieces = [
    'IGF',
    'igf',
    '.',
    '/',
    '://',
    'www.',
    '@',
    '#',
    ' ',
    ' ',
    '(',
    ')',
    '-',
    'org',
    '华为',
    'é',
    ',',
  ];
  let inside = 0;
  let outside = 0;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from({ length: 1 + random.below(14) }, () => random.pick(pieces)).join('');
    const isInAddress = addressesIn(text);
    for (const { index, 0: name } of text.matchAll(/igf|华为/gi)) {
      const expected = naiveIsInAddress(text, index, index + name.length);
      assert.equal(isInAddress(index, index + name.length), expected, JSON.stringify([text, index]));
      if (expected) inside += 1;
      else outside += 1;
    }
  }
  assert.ok(inside > 500 && outside > 500, `${inside} and ${outside}: the generator proves little`);
});

const HOSTILE: readonly (readonly [what: string, unit: string])[] = [
  ['one name repeated', 'Huawei '],
  ['one name repeated without spaces', 'Huawei/'],
  ['an address without end', 'http://Huawei/'],
  ['mail without end', 'Huawei@'],
  ['a domain without end', 'Huawei.com.'],
  ['one Chinese name repeated', '华为'],
  ['one Chinese name among others', '才华为国家中华为首'],
  ['only combining marks', '\u0301'],
  ['lone surrogates', '\ud842'],
  ['apostrophes', "Xi'"],
  ['one word without end', 'a'],
];

for (const [what, unit] of HOSTILE) {
  test(`folding and finding candidates are linear on ${what}`, () => {
    const growth = timeGrowth(
      (size) => {
        const text = unit.repeat(size / unit.length);
        return () => findCandidates(fold(text), [lexicon]);
      },
      [5_000, 40_000, 160_000],
      8,
    );
    // Quadratic work would show as 32.
    assert.ok(growth < 8, `time per character grew ${growth.toFixed(1)} times`);
  });
}
