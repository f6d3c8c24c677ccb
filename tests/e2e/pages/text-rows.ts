/// <reference lib="dom" />
/** What is read as text, and what a name is in it: boundaries, case, markup, scripts, hidden text, policies, kinds of documents. */
import assert from 'node:assert/strict';
import { cardGone, cardTitle, hover, marked } from '../../support/reading.ts';
import { kept, type Row } from './row.ts';

const SOVEREIGNTY = 'cyber sovereignty';

export const TEXT_ROWS: readonly Row[] = [
  {
    file: 'b08-boundaries.html',
    marks: [SOVEREIGNTY, 'Great Firewall', 'Internet Governance Forums', 'Great Firewalls'],
  },
  { file: 'b09-case.html', marks: ['Wuzhen'] },
  {
    file: 'b10-markup.html',
    marks: [
      SOVEREIGNTY,
      'Great Fire\u00adwall',
      'Inter\u200bnet Gover\u200bnance Forum',
      'Digital Silk Road',
      'Belt and Road Initiative',
      'Edward Snowden',
      'Wuzhen',
      'ＩＣＡＮＮ',
    ],
  },
  {
    file: 'b11-scripts.html',
    marks: [
      ...['世界互联网大会', '乌镇', '网络主权', '国际电信联盟', '國際電信聯盟', '網路主權'],
      ...['Международный союз электросвязи', 'киберсуверенитет'],
      ...['Union internationale des télécommunications', 'cybersouveraineté'],
      ...['Internationale Fernmelde\u00adunion', 'Cyber\u00adsouveränität'],
    ],
  },
  {
    file: 'b11-right-to-left.html',
    marks: ['الاتحاد الدولي للاتصالات', 'السيادة السيبرانية', 'جدار الحماية العظيم'],
    async act(page) {
      const card = await hover(page, 'السيادة السيبرانية');
      const mark = await marked(page, 'السيادة السيبرانية');
      const gap = Math.min(
        Math.abs(card.rect.y - (mark.rect.y + mark.rect.height)),
        Math.abs(mark.rect.y - (card.rect.y + card.rect.height)),
      );
      assert.ok(gap <= 16, `the card stands ${gap} px from the line`);
      await page.press('Escape');
      await cardGone(page);
    },
  },
  {
    file: 'b11-vertical.html',
    marks: ['世界互联网大会', '乌镇', '网络主权', '国际电信联盟'],
    async act(page) {
      await hover(page, '网络主权');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.press('Escape');
      await cardGone(page);
    },
  },
  // The range of a name that has readings in it spells them too.
  { file: 'b11-ruby.html', marks: ['世界互聯網大會', '烏(ㄨ)鎮', '網路主權'] },
  { file: 'b12-hidden.html', marks: ['Wuzhen'] },
  {
    file: 'b12-shown-later.html',
    marks: ['Wuzhen'],
    isChanged: true,
    isMoving: true,
    async act(page) {
      await page.evaluate(() => document.querySelector('summary')?.click());
      await marked(page, 'Internet Governance Forum');
      await page.evaluate(() => document.querySelector('button')?.click());
      await marked(page, SOVEREIGNTY);
      await page.evaluate(() => document.getElementById('tab')?.removeAttribute('hidden'));
      await marked(page, 'Great Firewall');
      await page.evaluate(() => document.getElementById('far')?.scrollIntoView());
      await marked(page, 'Edward Snowden');
    },
  },
  {
    file: 'b13-site-css.html',
    marks: ['Wuzhen', SOVEREIGNTY, 'Internet Governance Forum'],
    async act(page) {
      const boxes = await page.evaluate(() => {
        const read = (element: Element) => element.getBoundingClientRect();
        return JSON.stringify([...document.querySelectorAll('body *')].map(read));
      });
      assert.equal(boxes, await kept(page, 'boxesAtLoad'));
    },
  },
  {
    file: 'b19-policy.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      assert.match((await hover(page, SOVEREIGNTY)).text, /Cyber sovereignty/);
      const hasGround = await page.inCard((root) => {
        const colours = [...root.querySelectorAll('*')].map((part) => getComputedStyle(part).backgroundColor);
        return colours.some((colour) => colour !== 'rgba(0, 0, 0, 0)');
      });
      assert.ok(hasGround, 'the card has its styles');
      await page.press('Escape');
      await cardGone(page);
      const breaches = await kept<string[]>(page, 'breaches');
      assert.deepEqual(
        breaches.filter((line) => !line.includes('favicon')),
        [],
      );
    },
  },
  {
    file: 'b19-sandbox.html',
    marks: [SOVEREIGNTY],
    headers: { 'content-security-policy': 'sandbox' },
    isMoving: true, // shifts are told by timers, and none runs here
    async act(page) {
      assert.match((await hover(page, SOVEREIGNTY)).text, /Cyber sovereignty/);
      await page.press('Escape');
      await cardGone(page);
    },
  },
  {
    file: 'b20-trusted-types.html',
    marks: [SOVEREIGNTY],
    async act(page) {
      assert.match((await hover(page, SOVEREIGNTY)).text, /Cyber sovereignty/);
      await page.press('Escape');
      await cardGone(page);
      assert.deepEqual(await kept(page, 'breaches'), []);
    },
  },
  { file: 'b23-strict.xhtml', marks: [SOVEREIGNTY] },
  {
    file: 'b23-frameset.html',
    marks: [],
    async act(page) {
      const frame = await page.frame('b09-case.html');
      await page.waitFor(async () => (await frame.highlights()).some(({ text }) => text === 'Wuzhen'), {
        what: "the mark of the frameset's frame",
      });
    },
  },
];
