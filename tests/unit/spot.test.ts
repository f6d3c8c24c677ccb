import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_EVIDENCE } from '../../src/core/spotting/evidence.ts';
import { settle, spot } from '../../src/core/spotting/spot.ts';
import { blockOf, entityNamed, exact, folded, lexiconOf, marked } from '../support/small-pack.ts';
import { timeGrowth } from '../support/time-growth.ts';

const lexicon = lexiconOf(
  [
    entityNamed(
      'igf',
      [folded('Internet Governance Forum'), exact('IGF'), folded('互联网治理论坛', 'zh-Hans')],
      {
        cues: { en: ['multistakeholder', 'forum'] },
        rivals: [{ label: 'insulin-like growth factor', cues: ['growth hormone', 'serum'] }],
        relations: [{ kind: 'associated-with', to: 'un' }],
      },
    ),
    entityNamed('who', [folded('World Health Organization'), exact('WHO')]),
    entityNamed('un', [folded('United Nations'), exact('UN'), folded('联合国', 'zh-Hans')]),
    entityNamed('huawei', [exact('Huawei')]),
    entityNamed('safe-city', [folded('Huawei smart city')], {
      rivals: [{ label: 'Huawei Marine', cues: [], names: ['Huawei Marine Networks'] }],
    }),
    entityNamed('apple', [exact('Apple')], {
      cues: { en: ['iPhone', 'Cupertino'] },
      rivals: [{ label: 'fruit', cues: ['orchard', 'cider'] }],
    }),
    entityNamed('sovereignty', [folded('cyber sovereignty'), folded('网络主权', 'zh-Hans')]),
  ],
  (word) => word === 'apple',
);

const CASES: readonly (readonly [what: string, texts: readonly string[], expected: readonly string[]])[] = [
  [
    'a distinctive name is marked wherever it stands',
    ['The Internet Governance Forum met.'],
    ['Internet Governance Forum=igf'],
  ],
  [
    'white space and case do not matter to a name of several words',
    ['the  internet\ngovernance forum'],
    ['internet\ngovernance forum=igf'],
  ],
  ['an acronym alone, in a text about nothing, is left alone', ['The IGF was measured.'], []],
  [
    'an acronym is no common word',
    ['Who is it? who knows the World Health Organization'],
    ['World Health Organization=who'],
  ],
  [
    'an acronym that the page defines is marked, there and elsewhere',
    ['The Internet Governance Forum (IGF) met.', 'Later the IGF left.'],
    ['Internet Governance Forum=igf', 'IGF=igf', 'IGF=igf'],
  ],
  [
    'the other order defines as well',
    ['At the IGF (Internet Governance Forum) it rained.'],
    ['IGF=igf', 'Internet Governance Forum=igf'],
  ],
  ['Chinese brackets define', ['互联网治理论坛（IGF）在柏林举行。'], ['互联网治理论坛=igf', 'IGF=igf']],
  [
    'a definition of something else silences the alias for the page',
    ['Insulin-like growth factor (IGF) is a hormone.', 'The forum on IGF, a multistakeholder one.'],
    [],
  ],
  ['and does so in the other order', ['IGF (insulin-like growth factor) rises.', 'The IGF forum.'], []],
  [
    'a definition of another name leaves this one alone',
    ['The Internet Governance Forum (IGF) and the Joint Working Group (JWG).'],
    ['Internet Governance Forum=igf', 'IGF=igf'],
  ],
  ['cue words speak for an acronym', ['The IGF is a multistakeholder forum.'], ['IGF=igf']],
  ['rival words speak against it', ['Serum IGF and growth hormone in a multistakeholder trial.'], []],
  [
    'an acronym with a number behind it is another name',
    ['The Internet Governance Forum on IGF-1 levels'],
    ['Internet Governance Forum=igf'],
  ],
  [
    'the longest name wins, from the left',
    ['A Huawei smart city in Huawei style'],
    ['Huawei smart city=safe-city', 'Huawei=huawei'],
  ],
  ['a rival name takes its place and is not marked', ['Huawei Marine Networks laid it.'], []],
  ['a common word needs evidence', ['Apple and pear'], []],
  ['and is marked with it', ['In Cupertino, Apple sold an iPhone.'], ['Apple=apple']],
  [
    'names end at word boundaries',
    ['Huaweis Huawei’s Huawei-Chef unHuawei Huaweisch'],
    ['Huaweis=huawei', 'Huawei=huawei', 'Huawei=huawei'],
  ],
  ['capitals are the name in a headline of capitals', ['HUAWEI WINS'], ['HUAWEI=huawei']],
  ['and not in a sentence', ['The word huawei and HUAWEI in it'], []],
  ['Han needs no spaces', ['中国主张网络主权。'], ['网络主权=sovereignty']],
  [
    'names in quotes and brackets are names',
    ['“cyber sovereignty”, (cyber‑sovereignty)'],
    ['cyber sovereignty=sovereignty', 'cyber‑sovereignty=sovereignty'],
  ],
];

for (const [what, texts, expected] of CASES) {
  test(`spotting: ${what}`, () => assert.deepEqual(marked(lexicon, ...texts), expected));
}

test('offsets are those of the block as it came', () => {
  const text = '  The Inter\u00adnet\u00a0Governance  Forum.';
  const [mention] = spot([blockOf(text)], NO_EVIDENCE, [lexicon]).mentions;
  assert.equal(text.slice(mention?.start, mention?.end), 'Inter\u00adnet\u00a0Governance  Forum');
});

test('nothing is kept between calls: pending and evidence carry the page', () => {
  const first = spot([blockOf('The IGF met.')], NO_EVIDENCE, [lexicon]);
  assert.equal(first.mentions.length, 0);
  const overTheWire = JSON.parse(JSON.stringify(first));
  const second = spot([blockOf('Internet Governance Forum (IGF).', { id: 1 })], overTheWire.evidence, [
    lexicon,
  ]);
  const decided = settle(overTheWire.pending, second.evidence, [lexicon]);
  assert.deepEqual(
    decided.map(({ block, surface }) => [block, surface]),
    [[0, 'IGF']],
  );
});

test('evidence does not depend on the order of blocks', () => {
  const texts = [
    'The Internet Governance Forum (IGF).',
    'IGF (insulin-like growth factor)',
    'United Nations serum forum',
  ];
  const blocks = texts.map((text, id) => blockOf(text, { id }));
  const forth = spot(blocks, NO_EVIDENCE, [lexicon]).evidence;
  const back = spot(blocks.toReversed(), NO_EVIDENCE, [lexicon]).evidence;
  assert.deepEqual(sorted(forth), sorted(back));
});

function sorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}

test('each mention says why it is marked', () => {
  const answer = spot([blockOf('The Internet Governance Forum (IGF).')], NO_EVIDENCE, [lexicon]);
  const [igf] = settle(answer.pending, answer.evidence, [lexicon]);
  const codes = igf?.reasons.map(({ code }) => code);
  assert.ok(codes?.includes('definition-confirms') && codes.includes('full-form-on-page'));
  assert.equal(
    igf?.score,
    igf?.reasons.reduce((sum, { weight }) => sum + weight, 0),
  );
});

test('page chrome is never marked', () => {
  const chrome = blockOf('Internet Governance Forum', { region: 'chrome' });
  assert.equal(spot([chrome], NO_EVIDENCE, [lexicon]).mentions.length, 0);
});

const HOSTILE: readonly (readonly [what: string, text: (size: number) => string])[] = [
  ['one alias repeated', (size) => 'Internet Governance Forum '.repeat(size / 26)],
  ['one ambiguous alias repeated', (size) => 'IGF '.repeat(size / 4)],
  ['only combining marks', (size) => '\u0301'.repeat(size)],
  ['lone surrogates', (size) => '\ud800'.repeat(size)],
  ['brackets only', (size) => '('.repeat(size)],
  ['definitions without end', (size) => 'Insulin growth factor (IGF) '.repeat(size / 28)],
  ['one word without end', (size) => 'a'.repeat(size)],
];

for (const [what, make] of HOSTILE) {
  test(`spotting is linear on ${what}`, () => {
    const growth = timeGrowth(
      (size) => {
        const block = blockOf(make(size));
        return () => {
          const answer = spot([block], NO_EVIDENCE, [lexicon]);
          settle(answer.pending, answer.evidence, [lexicon]);
        };
      },
      [40_000, 400_000],
      4,
    );
    // Quadratic work would show as 10.
    assert.ok(growth < 4, `time per character grew ${growth.toFixed(1)} times`);
  });
}
