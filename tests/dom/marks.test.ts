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

/** A page's HTML with marks on "ITU", and their tones in order. */
const TONES: readonly (readonly [what: string, html: string, tones: readonly string[]])[] = [
  ['a page that says nothing of colours', '<p>ITU</p>', ['on-light']],
  [
    'grounds of the text, of a part of its line, and of none of its own',
    '<p>ITU <b style="background:#036;color:#fff">ITU</b></p><div style="background:#888"><p>ITU</p></div>',
    ['on-light', 'on-dark', 'on-mid'],
  ],
  [
    'translucent grounds over others, in several forms',
    `<div style="background:#000;color:#fff"><p>ITU</p><p style="background:rgb(255 255 255/.9);color:#000">ITU</p>
     <p style="background:oklch(60% 0 0/.95)">ITU</p><p style="background:color-mix(in srgb, white 3%, transparent)">ITU</p></div>`,
    ['on-dark', 'on-light', 'on-mid', 'on-dark'],
  ],
  [
    'images and gradients: the text tells, and an image may be of middling brightness',
    `<div style="background:linear-gradient(#000,#333)"><p style="color:#fff">ITU</p><p style="color:#111">ITU</p></div>
     <p style="background:rgb(0 0 0/.8);color:#fff">ITU</p>`,
    ['on-dark', 'on-mid', 'on-dark'],
  ],
  [
    'text that is laid over something, on which it can be read',
    '<div style="position:relative;background:#fff"><p style="position:absolute;color:#fff">ITU</p></div>',
    ['on-dark'],
  ],
  [
    'a canvas that is dark, as the browser has it',
    '<style>:root{color-scheme:dark}</style><p>ITU</p>',
    ['on-dark'],
  ],
  [
    'the ground of what a host in a shadow tree puts around a slot',
    `<div style="color:#fff"><template shadowrootmode="open"><section style="background:#111"><slot></slot></section></template>
     <p>ITU</p></div>`,
    ['on-dark'],
  ],
];

const THEME = `<style>body{background:#fff;color:#111}body.night{background:#111;color:#eee}</style><p>ITU</p>
  <p style="background:#ffe;color:#111">ITU</p>`;

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

    for (const [what, html, tones] of TONES) {
      test(`the tone fits the ground: ${what}`, async () => {
        assert.deepEqual((await lab.ask('tones', html, 'ITU', '')).first, tones);
      });
    }

    test('the tone follows a page that changes its theme, where the ground has changed', async () => {
      assert.deepEqual(await lab.ask('tones', THEME, 'ITU', 'night'), {
        first: ['on-light', 'on-light'],
        later: ['on-dark', 'on-light'],
      });
    });
  });
}
