/// <reference lib="dom" />
/** Pages that live: text that comes, goes, moves and changes, addresses that change under it, and tabs that nobody looks at. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import {
  assertNothingLeft,
  badgeOf,
  cardGone,
  cardTitle,
  filledCard,
  hover,
  htmlPage,
  inBothBrowsers,
  marked,
  type Reading,
  restOn,
  tabOf,
} from '../support/reading.ts';
import { shownLaterSentences } from './sentences/shown-later.ts';

const PAGE = 'http://living.test/page.html';
const FRONT = 'http://living.test/front.html';
const CONTROL = 'Belt and Road Initiative';

const markedTexts = async (page: ReaderPage) => (await page.highlights()).map(({ text }) => text).sort();

/** Waits until these are the marks of the page, in whatever order. */
async function marksAre(page: ReaderPage, ...texts: readonly string[]): Promise<void> {
  const wanted = [...texts].sort().join();
  await page.waitFor(async () => (await markedTexts(page)).join() === wanted, { what: `marks on ${wanted}` });
}

/** Puts markup at the end of the page's text, as a page's script would. */
function append(page: ReaderPage, markup: string): Promise<void> {
  return page.evaluate((html) => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
  }, markup);
}

function replace(page: ReaderPage, markup: string): Promise<void> {
  return page.evaluate((html) => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = html;
  }, markup);
}

/** Opens the page with other text than it has been given. */
async function openWith({ reader, site }: Reading, body: string, url = PAGE): Promise<ReaderPage> {
  site.page(url, htmlPage('Living', body));
  return reader.openPage(url);
}

function sentences(reading: Reading): void {
  describe('text', () => {
    let page: ReaderPage;
    before(async () => {
      page = await openWith(reading, '<p>Much was said of cyber sovereignty.</p>');
      await marked(page, 'cyber sovereignty');
    });

    test('that comes late is marked', async () => {
      await append(page, '<p>Then came the Great Firewall.</p>');
      await marksAre(page, 'cyber sovereignty', 'Great Firewall');
    });

    test('that changes under a mark loses it at once, and has its own', async () => {
      const left = await page.evaluate(async () => {
        const text = document.querySelector('main p')?.firstChild as Text;
        text.data = 'Much was said of Chatham House.';
        await null;
        return [...CSS.highlights.values()].flatMap((highlight) =>
          [...highlight].map((range) => (range as Range).toString()),
        );
      });
      assert.deepEqual(left, ['Great Firewall']);
      await marksAre(page, 'Chatham House', 'Great Firewall');
    });

    test('that is moved keeps its mark, also in another parent, and its card', async () => {
      await page.evaluate(() => {
        const main = document.querySelector('main');
        const section = document.createElement('section');
        main?.prepend(section);
        section.append(...[...(main?.querySelectorAll('p') ?? [])].reverse());
      });
      await marksAre(page, 'Chatham House', 'Great Firewall');
      await hover(page, 'Chatham House');
      assert.equal(await cardTitle(page), 'Chatham House');
      await page.press('Escape');
    });

    test('that is thrown away takes its ranges along at once', async () => {
      const left = await page.evaluate(async () => {
        document.querySelector('main')?.replaceChildren();
        await null;
        return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      });
      assert.equal(left, 0);
    });

    test('of rows that a list uses again and again is marked as it stands in the end', async () => {
      await replace(page, '<div></div>'.repeat(8));
      await page.evaluate(async () => {
        const rows = [...document.querySelectorAll('main div')].map((row, i) => {
          row.textContent = `Row ${i}.`;
          return row.firstChild as Text;
        });
        for (let first = 0; first <= 40; first++) {
          for (const [i, row] of rows.entries())
            row.data =
              (first + i) % 20 === 3 ? `Row ${first + i}: Chatham House.` : `Row ${first + i}: nobody.`;
          await new Promise(requestAnimationFrame);
        }
      });
      await marksAre(page, 'Chatham House');
      const row = await page.evaluate(() => document.querySelectorAll('main div')[3]?.textContent);
      assert.equal(row, 'Row 43: Chatham House.');
    });

    test('replaced as a whole, time and again, has the marks of what stands there', async () => {
      for (const name of ['Cambridge Analytica', 'Budapest Convention', 'Clean Network'])
        await replace(page, `<h2>News</h2><p>They spoke of ${name} again.</p>`);
      await marksAre(page, 'Clean Network');
    });

    test('put in by a view transition is marked, and opens its card', async () => {
      await page.evaluate(async () => {
        const main = document.querySelector('main');
        const change = () => {
          if (main) main.innerHTML = '<p>After that it was about the Brookings Institution.</p>';
        };
        if (document.startViewTransition) await document.startViewTransition(change).finished;
        else change();
      });
      await hover(page, 'Brookings Institution');
      await page.press('Escape');
    });

    test('beside a ticker that changes sixty times a second does not wait for it', async () => {
      await replace(page, '<p id="ticker">0</p>');
      await page.evaluate(() => {
        let count = 0;
        const tick = () => {
          const ticker = document.querySelector('#ticker');
          if (!ticker) return;
          ticker.textContent = `${count++} said CloudWalk`;
          requestAnimationFrame(tick);
        };
        tick();
      });
      await page.waitFor(
        () =>
          page.evaluate(() => Number.parseInt(document.querySelector('#ticker')?.textContent ?? '', 10) > 90),
        { what: 'the ticker to be known as one' },
      );
      const waited = await page.evaluate(async () => {
        document
          .querySelector('main')
          ?.insertAdjacentHTML('beforeend', '<p>Then came the Great Firewall.</p>');
        const start = performance.now();
        const isMarked = () =>
          [...CSS.highlights.values()].some((highlight) =>
            [...highlight].some((range) => `${range}` === 'Great Firewall'),
          );
        while (!isMarked() && performance.now() - start < 5000) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      });
      assert.ok(waited < 1000, `waited ${waited} ms`);
      await replace(page, '');
    });

    test('comes through when ten thousand nodes a second come with it', async () => {
      await page.evaluate(async () => {
        const main = document.querySelector('main');
        const until = performance.now() + 1500;
        let last = performance.now();
        for (let count = 0; last < until; ) {
          await new Promise(requestAnimationFrame);
          const now = performance.now();
          for (const end = count + (now - last) * 5; count < end; count++) {
            const line = document.createElement('p');
            line.textContent = `Line ${count} of nobody.`; // two nodes
            main?.append(line);
          }
          last = now;
        }
        main?.insertAdjacentHTML('afterbegin', '<p>At last the Great Firewall.</p>');
        scrollTo(0, 0);
      });
      await marksAre(page, 'Great Firewall');
      await page.close();
    });
  });

  shownLaterSentences(reading);

  describe('a pointer at rest', () => {
    test('meets the mention that comes under it, and what was closed there stays closed', async () => {
      const page = await openWith(
        reading,
        `<p>They spoke of the ${CONTROL}.</p><p id="later">Much was said of nobody at all.</p>`,
      );
      await marked(page, CONTROL);
      const place = await page.rectOf('nobody');
      assert.ok(place);
      await page.pointer.move(place.x + 30, place.y + 60);
      await page.pointer.move(place.x + 20, place.y + 8, { steps: 4 });
      await page.evaluate(() => {
        const later = document.querySelector('#later');
        if (later) later.textContent = 'Much was said of cyber sovereignty at all.';
      });
      await filledCard(page, 'the card under the pointer');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.press('Escape');
      await cardGone(page);
      await append(page, '<p>Then came the Great Firewall.</p>');
      await marked(page, 'Great Firewall');
      // Had the reading opened it anew, it would stand there by the time that another card has.
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.card(), null);
      await page.close();
    });
  });

  describe('another address in the same document', () => {
    test('closes the card, and what the page before said proves nothing there', async () => {
      const page = await openWith(
        reading,
        `<p>The World Internet Conference (WIC) met.</p><p>WIC was held again in autumn.</p>`,
        'http://living.test/wic.html',
      );
      await page.waitFor(async () => (await page.highlights()).length > 0, { what: 'marks' });
      // Without a change of the address it is still the same page.
      await page.evaluate(() => history.pushState(null, '', '#part'));
      await replace(page, `<p>Of the ${CONTROL}.</p><p>WIC was held again in autumn.</p>`);
      await marksAre(page, CONTROL, 'WIC');
      await restOn(page, CONTROL);
      await filledCard(page, 'the card');
      await page.evaluate(() => history.pushState(null, '', '/next.html'));
      await cardGone(page);
      await replace(page, `<p>Of Chatham House.</p><p>WIC was held once more in autumn.</p>`);
      await marksAre(page, 'Chatham House');
      await page.close();
    });
  });

  describe('a hidden tab', () => {
    test('is left alone until it is seen again, and keeps its marks', async () => {
      const { reader } = reading;
      const inside =
        '<div id="box"><template shadowrootmode="open"><p>Of Cambridge Analytica.</p></template></div>';
      const page = await openWith(reading, `<p>Much was said of cyber sovereignty.</p>${inside}`);
      await page.letItHide();
      await marksAre(page, 'cyber sovereignty', 'Cambridge Analytica');
      const front = await openWith(reading, `<p>Of the ${CONTROL}.</p>`, FRONT);
      await page.waitFor(() => page.evaluate(() => document.hidden), { what: 'the tab to be hidden' });
      await append(page, '<p>Then came the Great Firewall.</p>');
      await append(front, '<p>Then came the Great Firewall.</p>');
      await marked(front, 'Great Firewall');
      const tab = await tabOf(reader, PAGE);
      assert.deepEqual(await markedTexts(page), ['Cambridge Analytica', 'cyber sovereignty']);
      assert.equal(await badgeOf(reader, tab), '2');
      await page.bringToFront();
      await marksAre(page, 'cyber sovereignty', 'Cambridge Analytica', 'Great Firewall');
      await page.waitFor(async () => (await badgeOf(reader, tab)) === '3', { what: 'all to be counted' });
      await page.evaluate(() => {
        const text = document.querySelector('#box')?.shadowRoot?.querySelector('p');
        if (text) text.textContent = 'Of CloudWalk.';
      });
      await marksAre(page, 'cyber sovereignty', 'CloudWalk', 'Great Firewall');

      // A page that is opened in it begins when it is first seen.
      await front.bringToFront();
      await page.waitFor(() => page.evaluate(() => document.hidden), { what: 'the tab to be hidden' });
      reading.site.page('http://living.test/behind.html', htmlPage('Behind', '<p>Of Chatham House.</p>'));
      await page.goto('http://living.test/behind.html');
      await front.goto(FRONT);
      await marked(front, CONTROL);
      assert.equal(await page.evaluate(() => document.hidden), true);
      assert.deepEqual(await markedTexts(page), []);
      assert.equal(await badgeOf(reader, tab), '');
      await page.bringToFront();
      await marksAre(page, 'Chatham House');
      await front.close();
      await page.close();
    });

    test('that was left for another page and comes back has marks on what changed with its return', async () => {
      const script = `<script>addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'kept' : 'new';
        setTimeout(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p>Back at the Great Firewall.</p>'), 50);
      })</script>`;
      const page = await openWith(reading, `<p>Much was said of cyber sovereignty.</p>${script}`);
      await marksAre(page, 'cyber sovereignty', 'Great Firewall');
      reading.site.page(FRONT, htmlPage('Front', `<p>Of the ${CONTROL}.</p>`));
      await page.goto(FRONT);
      await marked(page, CONTROL);
      await page.back();
      await page.waitFor(async () => (await markedTexts(page)).includes('Great Firewall'), { what: 'marks' });
      const isKept = (await page.evaluate(() => document.title)) === 'kept';
      // Firefox keeps pages; Chromium does when it is not driven.
      assert.equal(isKept, reading.kind === 'firefox');
      const tab = await tabOf(reading.reader, PAGE);
      const total = isKept ? '3' : '2';
      await page.waitFor(async () => (await badgeOf(reading.reader, tab)) === total, {
        what: 'all to be counted',
      });
      await page.close();
      assertNothingLeft(reading.site);
    });
  });
}

inBothBrowsers(sentences);
