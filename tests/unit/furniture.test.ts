import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFurniture } from '../../src/core/furniture/furniture-texts.ts';
import type { TextBlock } from '../../src/core/model.ts';
import { NO_EVIDENCE } from '../../src/core/spotting/evidence.ts';
import { spot } from '../../src/core/spotting/spot.ts';
import { blockOf, entityNamed, exact, folded, lexiconOf } from '../support/small-pack.ts';

/** A text with its links between square brackets. */
function linked(written: string): Pick<TextBlock, 'text' | 'links'> {
  let text = '';
  const links: { start: number; end: number }[] = [];
  for (const part of written.split(/(\[[^\]]*\])/)) {
    const own = part.startsWith('[') ? part.slice(1, -1) : part;
    if (own !== part) links.push({ start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text, links };
}

const FURNITURE = [
  '[Home] | [World] | [China]',
  '[谷歌] [腾讯] [华为]',
  '[Home] | [Video] | U.S. | [World] | [Politics] | [Justice] | [Tech]',
  '2019-09-07 15:05 [Huawei]',
  'Sign in with Google',
  'Continue with Apple',
  '用微信扫码二维码',
  '官方微信',
  '返回腾讯网首页>>',
  'Tags: [Alibaba]',
  'Filed under: Huawei',
  'Schlagwörter: Huawei',
  '标签：[华为]',
  '来源： 人民日报海外版 中国青年网',
  'Source: Xinhua',
  '© 2019 Tencent',
  'Copyright © 1998 Tencent. All Rights Reserved',
  '腾讯公司 版权所有',
  'Photo: Xinhua / A. Name',
  'picture alliance / Xinhua News Agency | A. Name',
  'Facebook Comments',
];

const TEXT = [
  'The [ITU] and [ICANN] spoke first.',
  '[The ITU spoke first]',
  '[ITU] of [Geneva], [ICANN] of Los Angeles, [RIPE] of Amsterdam, [LACNIC] of Montevideo, [APNIC] of Brisbane met',
  'In 2019 [Huawei] said so.',
  'Share prices of Tencent fell on Monday.',
  'Share of readers who went to Facebook',
  'Follow the money to Huawei.',
  'He shared the letter on Facebook.',
  'Join the ITU in Geneva.',
  'Like China, it wants a say on Facebook and its rules? No. It does not.',
  'Back to Geneva they went.',
  'Tags and trackers: what Facebook knows',
  'Photo of the year',
  'Sources in Huawei say: no.',
  'Copyrights are what Google fears',
  '微信和华为的合作',
  '华为返回首位',
];

for (const written of FURNITURE) {
  test(`furniture by its words or links: ${written}`, () => {
    assert.equal(isFurniture(blockOf('', linked(written))), true);
  });
}

for (const written of TEXT) {
  test(`text, though short: ${written}`, () => {
    assert.equal(isFurniture(blockOf('', linked(written))), false);
  });
}

test('a heading is a heading, whatever it begins with, and a long text is text', () => {
  assert.equal(isFurniture(blockOf('Tags: Huawei', { headingLevel: 2 })), false);
  assert.equal(isFurniture(blockOf(`Tags: Huawei. ${'And so it went on and on. '.repeat(6)}`)), false);
});

const lexicon = lexiconOf([
  entityNamed('itu', [folded('International Telecommunication Union'), exact('ITU')]),
  entityNamed('huawei', [exact('Huawei')]),
]);
const LINKS = { region: 'link-list' } as const;

const spotted = (blocks: readonly TextBlock[]) => {
  const { mentions, pending } = spot(blocks, NO_EVIDENCE, [lexicon]);
  return [...mentions, ...pending].map(({ block, surface }) => `${block} ${surface}`);
};

test('in lists of links a certain name is marked once on the page, an ambiguous one never', () => {
  const blocks = [
    blockOf('The International Telecommunication Union and Huawei, Huawei', { ...LINKS, id: 0 }),
    blockOf('Huawei and the ITU', { ...LINKS, id: 1 }),
    blockOf('Huawei and the ITU', { id: 2 }),
    blockOf('Huawei again', { ...LINKS, id: 3 }),
  ];
  assert.deepEqual(spotted(blocks), [
    '0 International Telecommunication Union',
    '0 Huawei',
    '2 Huawei',
    '2 ITU',
  ]);
});

test('what the page has named before is not marked in a list of links, in another message either', () => {
  const first = spot([blockOf('Huawei grows')], NO_EVIDENCE, [lexicon]);
  const next = spot([blockOf('Huawei grows', LINKS)], first.evidence, [lexicon]);
  assert.deepEqual([first.mentions.length, next.mentions.length], [1, 0]);
});

test('chrome and furniture are not read at all, not as evidence either', () => {
  const names = 'Huawei and the International Telecommunication Union';
  const { evidence } = spot([blockOf(names, { region: 'chrome' }), blockOf(`Tags: ${names}`)], NO_EVIDENCE, [
    lexicon,
  ]);
  assert.deepEqual(evidence.entities, {});
});
