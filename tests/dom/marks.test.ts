/** Marks: what is painted is the name and nothing else, and the page does not notice; each case also in hostile ways. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { type Lab, openLab } from '../support/dom-lab.ts';

type Case = readonly [what: string, html: string, names: readonly string[], seen: readonly string[]];

const CASES: readonly Case[] = [
  [
    'the text of each mark is the name',
    '<p>The ITU met the <b>Internet Gov</b>ernance Forum; the ITU agreed.</p>',
    ['ITU', 'Internet Governance Forum'],
    ['ITU', 'Internet Governance Forum', 'ITU'],
  ],
  [
    'surrogate pairs, soft hyphens and combining marks stay whole',
    '<p>😀ITU😀 Tele\u00adcom and Ne\u0301t</p>',
    ['ITU', 'Tele\u00adcom', 'Ne\u0301t'],
    ['ITU', 'Tele\u00adcom', 'Ne\u0301t'],
  ],
  [
    'a line break in a name is painted over, not counted',
    '<p>Internet Governance<br>Forum</p>',
    ['Governance\nForum'],
    ['GovernanceForum'],
  ],
  [
    'text that styles hide has no mark',
    '<p style="display:none">ITU</p><p style="visibility:hidden">ITU</p><p style="opacity:0">ITU</p><details><summary>More</summary><p>ITU</p></details><p>An ITU seen</p>',
    ['ITU'],
    ['ITU'],
  ],
  [
    'on a dark ground and in another script',
    '<div style="background:#111;color:#eee"><p>在国际电信联盟</p></div>',
    ['国际电信联盟'],
    ['国际电信联盟'],
  ],
];

for (const kind of BROWSER_KINDS) {
  describe(`marks in ${kind}`, () => {
    let lab: Lab;
    before(async () => {
      lab = await openLab(kind);
    });
    after(() => lab?.close());

    for (const [what, html, names, expected] of CASES) {
      test(what, async () => {
        for (const [variant, { seen, untouched, left }] of await lab.ask('painted', html, names)) {
          assert.deepEqual(seen, expected, variant);
          assert.equal(untouched, true, `${variant}: no node and no byte of the page has changed`);
          assert.deepEqual(left, [], `${variant}: nothing is left when the marks are taken off`);
        }
      });
    }
  });
}
