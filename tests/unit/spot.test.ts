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
    entityNamed('itu', [folded('International Telecommunication Union'), exact('ITU')]),
    entityNamed(
      'security',
      [folded('Ministry of Public Security'), exact('MPS'), folded('公安部', 'zh-Hans')],
      {
        relations: [{ kind: 'associated-with', to: 'china' }],
      },
    ),
    entityNamed('china', [exact('China'), folded('中国', 'zh-Hans')], { type: 'place' }),
    entityNamed('africa', [exact('Africa'), exact('Afrique', 'fr')], { type: 'place' }),
    entityNamed('zhao', [folded('Zhao Houlin'), folded('赵厚麟', 'zh-Hans')], { type: 'person' }),
    entityNamed('intelligence', [folded('artificial intelligence'), exact('AI')], { type: 'technology' }),
    entityNamed('wsis', [
      folded('World Summit on the Information Society'),
      { ...exact('WSIS'), class: 'distinctive' },
    ]),
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
  ['Han needs no spaces', ['中国主张网络主权。'], ['中国=china', '网络主权=sovereignty']],
  // Definitions
  [
    'a definition after a comma',
    ['The IGF, or Internet Governance Forum, met.'],
    ['IGF=igf', 'Internet Governance Forum=igf'],
  ],
  ['one of another sense without brackets', ['The IGF, or International Golf Federation, is a forum.'], []],
  ['one with a bracket inside', ['The International Golf (amateur) Federation (the IGF) is a forum.'], []],
  [
    'one that says more than the short form',
    ['The Internet Governance Forum (IGF, set up in 2006).', 'IGF.'],
    ['Internet Governance Forum=igf', 'IGF=igf', 'IGF=igf'],
  ],
  [
    'a long form that differs a little from the name',
    ['The World Health Organisation (WHO) spoke.'],
    ['WHO=who'],
  ],
  [
    'a row of a glossary',
    ['IGF Independent Games Festival', 'IGF Internet Governance Forum'],
    ['IGF=igf', 'Internet Governance Forum=igf'],
  ],
  [
    'an acronym that is trusted alone, and that the page spells otherwise',
    ['The Women’s Society for Irish Studies (WSIS) met.', 'WSIS cake.'],
    [],
  ],
  ['a long form in Chinese that is another', ['国际高尔夫球联合会（IGF）的论坛。'], []],
  // Words beside
  ['an institution does things', ['IGF approved the policy.'], ['IGF=igf']],
  ['and has things', ['ITU officials and ITU-T groups'], ['ITU=itu', 'ITU=itu']],
  ['what is counted is no institution', ['He has an MPS from Iowa, says the ministry.'], []],
  ['a unit is none', ['It reads 40 MPS on a policy server.'], []],
  ['nor is an index', ['The ITU 40 fell, regulators said.'], []],
  ['an idea is no group', ['According to AI, the human-rights group, governments lie.'], []],
  ['a familiar name needs little', ['AI policy'], ['AI=intelligence']],
  ['but not nothing', ['The AI was in the tree.'], []],
  // Longer names
  ['another part of the world', ['South Africa and East Africa'], []],
  ['and in French', ['L’Afrique du Sud a voté, l’Afrique aussi.'], ['Afrique=africa']],
  ['a bank of a country', ['The Bank of China lent; China paid.'], ['China=china']],
  ['a newspaper of a country', ['The China Daily wrote.'], []],
  [
    'what a company sells',
    ['The farm in the valley runs Huawei Cloud on some old Huawei phones.'],
    ['Huawei=huawei'],
  ],
  [
    'an office is no longer name',
    ['Huawei Chairman Ren, and China President Xi'],
    ['Huawei=huawei', 'China=china'],
  ],
  [
    'a headline in title case tells nothing',
    ['Spies Watch Huawei Networks While Ministers Sleep Again'],
    ['Huawei=huawei'],
  ],
  ['an owner is no part of a name', ['She saw Beijing’s Huawei.'], ['Huawei=huawei']],
  [
    'a part of an organisation’s own name',
    ['The UN-Habitat and the UN-backed plan, and the United Nations'],
    ['UN=un', 'United Nations=un'],
  ],
  ['the money of a place', ['The United Nations and UN dollars'], ['United Nations=un']],
  // Countries
  [
    'an institution that every country has, of another one',
    ['The Vietnamese Ministry of Public Security'],
    [],
  ],
  ['and in Chinese', ['越南公安部宣布新规。'], []],
  [
    'and of its own',
    ['China’s Ministry of Public Security'],
    ['China=china', 'Ministry of Public Security=security'],
  ],
  ['one whose country the page does not name', ['The MPS arrested a man, officials said.'], []],
  ['and one whose country it does', ['The MPS arrested a Chinese man, officials said.'], ['MPS=security']],
  // Persons
  ['a surname alone is nobody’s', ['Mr Zhao spoke.'], []],
  [
    'after the whole name it is somebody’s',
    ['Zhao Houlin came.', 'Zhao spoke.'],
    ['Zhao Houlin=zhao', 'Zhao=zhao'],
  ],
  ['but not another’s', ['Zhao Houlin met Peter Zhao.'], ['Zhao Houlin=zhao']],
  // Language, fields, lines
  [
    'an English short form in French is another word’s',
    ['Le rapport présenté par AI dans le pays et les mauvais traitements'],
    [],
  ],
  ['in a text of another script it is itself', ['华为和AI技术'], ['AI=intelligence']],
  [
    'a hospital page is about something else',
    ['The ITU was full.', 'Doctors and nurses saw patients on the ward.', 'The ITU is a hospital.'],
    [],
  ],
  ['a line to share', ['Share it on Huawei, or follow us on Huawei.'], []],
  ['but not a sentence about sharing', ['Users share it on Huawei.'], ['Huawei=huawei']],
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
  ['definitions of our own', (size) => 'Internet Governance Forum (IGF) '.repeat(size / 32)],
  ['open brackets and short forms', (size) => 'IGF (IGF, or '.repeat(size / 13)],
  ['capitals beside every name', (size) => 'Huawei Cloud IGF, the Forum '.repeat(size / 28)],
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
      [10_000, 100_000],
      4,
    );
    // Quadratic work would show as 10.
    assert.ok(growth < 4, `time per character grew ${growth.toFixed(1)} times`);
  });
}

test('link lists are marked by distinctive names only, once each', () => {
  const links = blockOf('United Nations, ITU approved it, United Nations', { region: 'link-list' });
  const { mentions, pending } = spot([links, { ...links, id: 1 }], NO_EVIDENCE, [lexicon]);
  assert.deepEqual([mentions.map(({ surface }) => surface), pending], [['United Nations'], []]);
});

test('a page of five thousand definitions keeps its evidence within bounds', () => {
  const blocks = Array.from({ length: 5000 }, (_, id) =>
    blockOf(
      `The Independent Games Festival number ${id} (IGF), or Isles of Great ${'x'.repeat(id % 7)}Fun (IGF).`,
      { id },
    ),
  );
  const { evidence } = spot(blocks, NO_EVIDENCE, [lexicon]);
  assert.ok(JSON.stringify(evidence).length < 20_000);
  assert.equal(evidence.definitions['IGF']?.foreign.length, 4);
});

test('a pack whose every name is ambiguous is judged like any other', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = letters.flatMap((a) => letters.map((b) => `${a}${b}X`));
  const ambiguous = lexiconOf(names.map((name) => entityNamed(name.toLowerCase(), [exact(name)])));
  const text = `${names.join(' ')} `.repeat(10);
  const { mentions, pending, evidence } = spot([blockOf(text)], NO_EVIDENCE, [ambiguous]);
  assert.equal(mentions.length, 0);
  assert.equal(pending.length, names.length * 10);
  assert.equal(settle(pending, evidence, [ambiguous]).length, 0);
});
