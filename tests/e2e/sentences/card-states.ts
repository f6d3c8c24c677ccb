/// <reference lib="dom" />
/**
 * What a card says while it has nothing to say: it waits, the entry is gone, nobody answers, the extension has been updated. All
 * of it in words, and none of it endless. What keeps the background from answering is a database that does not open.
 */
import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import { type Held, hold as holdPack, takeAway } from '../../support/held-pack.ts';
import {
  cardGone,
  cardTitle,
  clickInCard,
  closeCard,
  filledCard,
  hover,
  htmlPage,
  marked,
  type Reading,
  restOn,
  writeInCard,
} from '../../support/reading.ts';

const PAGE = 'http://states.test/page.html';
const FIREWALL = 'Great Firewall';
const A_WHILE = 500;
const LOADING = /Looking it up/;
/** What a card waits before it says that it does, in ms, less what a browser may round off. */
const ALMOST_150 = 145;

/** Writes down, in the page's own world, when an element beside head and body came, and when there was something of it to be hit. */
const WATCH = `<script>
  new MutationObserver(([{ addedNodes: [host] }]) => {
    if (!host) return;
    const came = performance.now();
    const look = () => {
      for (let x = 0; x < innerWidth; x += 150)
        for (let y = 0; y < innerHeight; y += 20)
          if (document.elementFromPoint(x, y) === host) {
            window.drawnAfter = performance.now() - came;
            return;
          }
      requestAnimationFrame(look);
    };
    look();
  }).observe(document.documentElement, { childList: true });
</script>`;
/** The words may stand in the card a frame before they are drawn. */
const drawnAfter = (page: ReaderPage) =>
  page.waitFor(() => page.evaluate(() => (window as unknown as { drawnAfter?: number }).drawnAfter), {
    what: 'something of the card to be hit',
  });

/** What the card says instead of an entry, or beside it. */
const said = (page: ReaderPage) =>
  page.inCard((root) => root.querySelector('[role=status]')?.textContent ?? '');
const says = (page: ReaderPage, words: RegExp, timeout = 30_000) =>
  page.waitFor(async () => words.test((await said(page)) ?? ''), {
    what: `the card to say ${words}`,
    timeout,
  });

export function stateSentences(reading: Reading): void {
  const open = () => reading.reader.openPage(PAGE);
  let held: Held | null = null;
  const hold = async (page: ReaderPage): Promise<Held> => {
    await marked(page, FIREWALL);
    const pack = await holdPack(reading.reader, page);
    held = {
      async letGo() {
        held = null;
        await pack.letGo();
      },
    };
    return held;
  };
  // A sentence that is not true must not keep the pack from all that follow.
  afterEach(() => held?.letGo());

  describe('a card that has nothing to show yet', () => {
    before(() =>
      reading.site.page(
        PAGE,
        htmlPage(
          'States',
          `<p>Much was said of cyber sovereignty, and little of the Great Firewall.</p>${WATCH}`,
        ),
      ),
    );

    test('says so after 150 ms, under the name as the page has it, and is filled when there is an answer', async () => {
      const page = await open();
      const pack = await hold(page);
      await restOn(page, FIREWALL);
      await says(page, LOADING);
      const waited = await drawnAfter(page);
      assert.ok(waited >= ALMOST_150, `${waited} ms`);
      assert.equal(await cardTitle(page), FIREWALL);
      await pack.letGo();
      await filledCard(page, 'the card');
      assert.equal(await said(page), '');
      await closeCard(page);
      await page.close();
    });

    test('ends in words when nobody answers, and the name pointed at once more has its card', async () => {
      const page = await open();
      const pack = await hold(page);
      await restOn(page, FIREWALL);
      await says(page, /could not be read.*point at the name once more/, 20_000);
      await closeCard(page);
      await pack.letGo();
      await hover(page, FIREWALL);
      await closeCard(page);
      await page.close();
    });

    test('leaves the next alone: an answer that comes when another name is pointed at is not shown', async () => {
      const page = await open();
      const pack = await hold(page);
      await restOn(page, FIREWALL);
      await says(page, LOADING);
      await restOn(page, 'cyber sovereignty');
      await page.waitFor(async () => (await cardTitle(page)) === 'cyber sovereignty', {
        what: 'the next card',
      });
      await pack.letGo();
      assert.match((await filledCard(page, 'the next card')).text, /Cyber sovereignty is the claim/);
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await closeCard(page);
      await page.close();
    });

    test('says so when its entry is there no more', async () => {
      const page = await open();
      await marked(page, FIREWALL);
      const gone = await takeAway(reading.reader, 'internet-governance:great-firewall');
      await page.bringToFront();
      await restOn(page, FIREWALL);
      await says(page, /no longer there.*pack.*switched off/);
      assert.equal(await cardTitle(page), FIREWALL);
      assert.equal((await page.card())?.label, FIREWALL, 'it has a name all the same');
      await closeCard(page);
      await gone.back();
      await page.bringToFront();
      await hover(page, FIREWALL);
      await closeCard(page);
      await page.close();
    });
  });

  describe('what a screen reader is told', () => {
    test('is a dialog with a name that leaves the page as it is, and one polite line that says what was done, once', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      const { role, label } = (await page.card()) ?? assert.fail('no card');
      assert.deepEqual([role, label], ['dialog', 'Cyber sovereignty']);
      await page.inCard((root) => {
        const lines: string[] = [];
        new MutationObserver(() => {
          for (const line of root.querySelectorAll('[aria-live], [role=status], [role=alert]'))
            if (line.textContent && lines.at(-1) !== line.textContent) lines.push(line.textContent);
        }).observe(root, { subtree: true, childList: true, characterData: true });
        Object.assign(root, { lines });
      });
      await clickInCard(page, '.ask');
      await clickInCard(page, '.choices button');
      await says(page, /^Copied$/);
      await writeInCard(page, 'A thought.');
      await page.press('Control+Enter');
      await says(page, /^Saved$/);
      const told = await page.inCard((root) => ({
        lines: (root as ShadowRoot & { lines?: string[] }).lines,
        live: [...root.querySelectorAll('[aria-live], [role=status], [role=alert]')].map(
          (line) => line.getAttribute('aria-live') ?? line.getAttribute('role'),
        ),
        modal: root.querySelector('[aria-modal]') !== null,
      }));
      assert.deepEqual(told, { lines: ['Copied', 'Saved'], live: ['status'], modal: false });
      await closeCard(page);
      await page.close();
    });
  });

  describe('a card that leads on', () => {
    test('keeps what it shows while the next is on its way, and drops an answer that comes too late', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      await clickInCard(page, '.pin'); // other tabs come to the front
      const title = (wanted: string) =>
        page.waitFor(async () => (await cardTitle(page)) === wanted, { what: `the card of ${wanted}` });
      const chip = async () => (await page.cardElement('.turn'))?.text.replace(/ ·$/, '') ?? '';
      const next = await chip();
      await clickInCard(page, '.turn');
      await title(next);
      const pack = await hold(page);
      const late = await chip();
      await clickInCard(page, '.turn');
      await says(page, LOADING);
      assert.equal(await cardTitle(page), next);
      await page.press('Alt+ArrowLeft');
      await title('Cyber sovereignty');
      assert.equal(await said(page), '');
      await pack.letGo();
      await clickInCard(page, '.wrong'); // the card is at home: it asks of the mark
      await sleep(A_WHILE);
      assert.equal(await cardTitle(page), 'Cyber sovereignty', `not ${late}`);
      await page.press('Alt+ArrowRight');
      await title(next);
      await closeCard(page);
      await page.close();
    });

    test('wakes a worker that has died, and says so where the next entry cannot be had, in its own place', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      await clickInCard(page, '.pin');
      await reading.reader.killWorker();
      await page.bringToFront();
      await clickInCard(page, '.turn');
      await page.waitFor(async () => (await cardTitle(page)) !== 'Cyber sovereignty', {
        what: 'the card to turn',
      });
      const next = await cardTitle(page);
      const gone = await takeAway(reading.reader, 'internet-governance:cyber-sovereignty');
      await page.bringToFront();
      await page.inCard((root) => {
        [...root.querySelectorAll<HTMLElement>('.turn')]
          .find(({ textContent }) => textContent?.startsWith('Cyber sovereignty'))
          ?.click();
      });
      await says(page, /no longer there/);
      assert.equal(await cardTitle(page), next);
      await gone.back();
      await closeCard(page);
      await page.close();
    });

    // The last to hold the database: Firefox keeps what a dying event page was opening, and no newer form of it can be wanted then.
    test('a worker that dies while its card waits is asked again, and the card is filled', async () => {
      const page = await open();
      const pack = await hold(page);
      await restOn(page, FIREWALL);
      await says(page, LOADING);
      await reading.reader.killWorker({ isWanted: true });
      await says(page, LOADING);
      await pack.letGo();
      await filledCard(page, 'the card');
      await closeCard(page);
      await page.close();
    });
  });

  describe('a card whose extension is updated under it', () => {
    const HALF = 'Half a thought';

    test('goes, or, while the reader writes in it, stays where it can, asks for the page to be refreshed, and keeps the words', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      await writeInCard(page, HALF);
      await reading.reader.switchExtension('update');
      await page.bringToFront();
      await marked(page, FIREWALL);
      await page.pointer.move(40, 700, { steps: 3 });
      if (reading.kind === 'chromium') {
        await says(page, /updated.*Refresh this page/);
        assert.equal((await page.cardElement('footer textarea'))?.value, HALF);
        await clickInCard(page, '.turn');
        await clickInCard(page, '.primary');
        await says(page, /updated.*Refresh this page/);
        assert.equal((await page.cardElement('footer textarea'))?.value, HALF);
        assert.match((await page.card())?.text ?? '', /could not be saved/);
        assert.equal(await cardTitle(page), 'Cyber sovereignty');
        await page.press('Escape');
      }
      // Firefox ends the copy, and with it the card.
      await cardGone(page);
      await hover(page, FIREWALL);
      await closeCard(page);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  });
}
