/// <reference lib="dom" />
/** Counts: the badge and the popup, all frames of a page together, through reloads, jumps in the page and the site's switch. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { badgeOf, htmlPage, marked, type Reading, tabOf } from '../../support/reading.ts';

const TOP = 'http://counts.test/top.html';
const NEAR = 'http://counts.test/near.html';
const FAR = 'http://far.test/far.html';

export function countSentences(reading: Reading): void {
  /** Waits until badge and popup say the same number. */
  async function counted(popup: ReaderPage, tab: number, total: number): Promise<void> {
    const badge = () => badgeOf(reading.reader, tab);
    const wanted = total === 0 ? '' : String(total);
    await popup.waitFor(async () => (await badge()) === wanted, { what: `the badge to say "${wanted}"` });
    await popup.waitFor(
      async () =>
        Number.parseInt(await popup.evaluate(() => document.querySelector('h1')?.textContent ?? '0'), 10) ===
        total,
      { what: `${total} mentions in the popup` },
    );
  }

  /** A page that another tab covers is left alone: all its frames are counted before the popup stands before it. */
  const allCounted = (page: ReaderPage, tab: number) =>
    page.waitFor(async () => (await badgeOf(reading.reader, tab)) === '7', { what: 'the badge to say "7"' });

  const openPopup = (tab: number) => reading.reader.extensionPage(`pages/popup.html?tab=${tab}`);

  describe('counts', () => {
    before(() => {
      const { site } = reading;
      site.page(
        TOP,
        htmlPage(
          'Frames',
          `<p>Cyber sovereignty, again cyber sovereignty, and the <a href="#below">Great Firewall</a>.</p>
          <iframe id="near" src="${NEAR}"></iframe><iframe id="far" src="${FAR}"></iframe><p id="below">Below.</p>`,
        ),
      );
      site.page(NEAR, htmlPage('Near', '<p>The World Internet Conference met on cyber sovereignty.</p>'));
      site.page(
        FAR,
        htmlPage('Far', '<p>The Great Firewall was not on the agenda of the Internet Governance Forum.</p>'),
      );
    });

    test('badge and popup sum all frames, of whatever origin, and a reload or a jump does not change that', async () => {
      const page = await reading.reader.openPage(TOP);
      await marked(page, 'Cyber sovereignty');
      const tab = await tabOf(reading.reader, TOP);
      await allCounted(page, tab);
      const popup = await openPopup(tab);
      await counted(popup, tab, 3 + 2 + 2);
      const listed = await popup.evaluate(() =>
        [...document.querySelectorAll('.row')].map((row) => [
          row.querySelector('.label')?.textContent,
          row.querySelector('.count')?.textContent,
        ]),
      );
      assert.deepEqual(Object.fromEntries(listed), {
        'Cyber sovereignty': '3',
        'Great Firewall': '2',
        'World Internet Conference': '1',
        'Internet Governance Forum': '1',
      });
      await page.bringToFront();
      await page.reload();
      await marked(page, 'Cyber sovereignty');
      await allCounted(page, tab);
      await counted(popup, tab, 7);
      await page.evaluate(() => {
        location.hash = '#below';
      });
      await page.evaluate(() => history.pushState(null, '', '/elsewhere.html'));
      await new Promise((done) => setTimeout(done, 300));
      await counted(popup, tab, 7);
      await page.bringToFront();
      await page.evaluate(() => document.querySelector('#far')?.remove());
      await counted(popup, tab, 5);
      await popup.close();
      await page.close();
    });

    test("the site's switch takes marks and counts off in all frames and brings them back, without a reload", async () => {
      const page = await reading.reader.openPage(TOP);
      await page.evaluate(() => {
        (window as unknown as { stays: boolean }).stays = true;
      });
      const far = await page.frame('far.test');
      const tab = await tabOf(reading.reader, TOP);
      await allCounted(page, tab);
      const popup = await openPopup(tab);
      await counted(popup, tab, 7);
      const flip = () =>
        popup.evaluate(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
      await flip();
      for (const frame of [page, far])
        await page.waitFor(async () => (await frame.highlights()).length === 0, { what: 'the marks to go' });
      await counted(popup, tab, 0);
      await flip();
      await page.bringToFront();
      await marked(page, 'Cyber sovereignty');
      await page.waitFor(async () => (await far.highlights()).length > 0, { what: 'marks in the far frame' });
      await counted(popup, tab, 7);
      assert.equal(await page.evaluate(() => (window as unknown as { stays?: boolean }).stays), true);
      await popup.close();
      await page.close();
    });
  });
}
