import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutsWord } from '../../src/core/text/segment.ts';
import { entityNamed, folded, lexiconOf, marked } from '../support/small-pack.ts';

/** A name in `[brackets]`, and whether it cuts a word there. */
const CASES: readonly (readonly [text: string, cuts: boolean])[] = [
  ['这部小说以中[华为]背景', true],
  ['展现才[华为]国争光', true],
  ['升[华为]艺术', true],
  ['许多发展[中国]家缺少', true],
  ['許多發展[中國]家缺少', true],
  ['大使馆[中国]籍员工', true],
  ['总之,其[中共]同点不多', true],
  ['煮[小米]粥喝', true],
  ['各地[公安部]门', true],
  ['西[印度]洋', true],
  ['メタル[メタ]ル', true],
  ['[华为]在肯尼亚', false],
  ['[华为]首款手机', false],
  ['他在[华为]工作', false],
  ['美国对[华为]发出禁令', false],
  ['臺灣[華為]公司', false],
  ['[联合国]代表', false],
  ['星红旗和[联合国]会旗', false],
  ['中国主张[网络主权]', false],
  ['“[一带一路]”项目', false],
  ['他在[微信]上说', false],
  ['用[微信]和支付宝付款', false],
  ['[小米]发布新手机', false],
  ['[中共]中央委员会', false],
  ['严重威胁[非洲]之角粮食', true],
  ['惠及[中国]人民', false],
  ['越南[公安部]宣布', false],
  ['[ファーウェイ]製品', false],
  ['the [itu] met', false],
  ['[华为]', false],
  ['\ud842[华为]\udfb7', false],
];

for (const [marks, cuts] of CASES) {
  test(`${marks} ${cuts ? 'cuts a word' : 'is whole'}`, () => {
    const start = marks.indexOf('[');
    const end = marks.indexOf(']') - 1;
    assert.equal(cutsWord(marks.replace(/[[\]]/g, ''), start, end), cuts);
  });
}

test('a name that cuts a word is not marked, and hides no other', () => {
  const lexicon = lexiconOf([
    entityNamed('china', [folded('中国', 'zh')]),
    entityNamed('country', [folded('国家安全', 'zh')]),
  ]);
  assert.deepEqual(marked(lexicon, '发展中国家安全和中国的国家安全'), [
    '国家安全=country',
    '中国=china',
    '国家安全=country',
  ]);
});
