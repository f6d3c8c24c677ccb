/** Which mention is under the pointer: in real lines of text, each case also written in hostile ways. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { type Lab, openLab } from '../support/dom-lab.ts';

type Case = readonly [what: string, html: string, names: readonly string[], leastBoxes: number];

const LONG =
  'Delegates of the ITU met those of the Internet Governance Forum, and both spoke of cyber sovereignty with the ITU.';
const NAMES = ['ITU', 'Internet Governance Forum', 'cyber sovereignty'];

const CASES: readonly Case[] = [
  ['one line', `<p style="width:860px">${LONG}</p>`, NAMES, 4],
  ['wrapped lines', `<p style="width:170px">${LONG}</p>`, NAMES, 5],
  ['wrapped lines that touch', `<p style="width:170px;line-height:1">${LONG}</p>`, NAMES, 5],
  [
    'a name in nested inline elements',
    '<p>Of the <b>Internet <a href="/x"><i>Gov</i>ernance</a></b> Forum, they say.</p>',
    ['Internet Governance Forum'],
    1,
  ],
  ['names side by side', '<p>The ITUIGF and ITU, IGF.</p>', ['ITU', 'IGF'], 4],
  [
    'text that runs from right to left',
    '<p dir="rtl" lang="ar" style="width:200px">قال الاتحاد الدولي للاتصالات إن منتدى حوكمة الإنترنت سيجتمع في جنيف مع ITU قريبا</p>',
    ['الاتحاد الدولي للاتصالات', 'منتدى حوكمة الإنترنت', 'ITU'],
    3,
  ],
  [
    'a Hebrew name in an English line',
    '<p>They met in ירושלים with the ITU today.</p>',
    ['ירושלים', 'ITU'],
    2,
  ],
  [
    'lines that run from top to bottom',
    '<p lang="zh" style="writing-mode:vertical-rl;height:160px">国际电信联盟与互联网治理论坛在日内瓦讨论网络主权以及一带一路的合作</p>',
    ['国际电信联盟', '互联网治理论坛', '网络主权', '一带一路'],
    4,
  ],
  [
    'a name with a line break inside',
    '<p>The Internet Governance<br>Forum met.</p>',
    ['Governance\nForum'],
    2,
  ],
  [
    'columns, tables and floats',
    `<div style="columns:2"><p>${LONG}</p></div><table><tr><td>ITU<td>IGF and ITU</table><p><span style="float:right">the ITU</span> and IGF</p>`,
    [...NAMES, 'IGF'],
    8,
  ],
  ['a page that is scaled', `<div style="zoom:1.5"><p style="width:300px">${LONG}</p></div>`, NAMES, 4],
];

for (const kind of BROWSER_KINDS) {
  describe(`the hit test in ${kind}`, () => {
    let lab: Lab;
    before(async () => {
      lab = await openLab(kind);
    });
    after(() => lab?.close());

    for (const [what, html, names, leastBoxes] of CASES) {
      test(`the pointer finds each mention and no neighbour: ${what}`, async () => {
        for (const [variant, { tried, wrong }] of await lab.ask('hits', html, names)) {
          assert.deepEqual(wrong, [], variant);
          assert.ok(tried >= leastBoxes, `${variant}: ${tried} line boxes tried, ${leastBoxes} expected`);
        }
      });
    }
  });
}
