/// <reference lib="dom" />
/** The card of a mention in a frame: in the tab's own document, beside the line, and the only one in the tab. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderFrame, ReaderPage, Rect } from '../../../src/tools/browser/driver.ts';
import {
  cardGone,
  cardTitle,
  clickInCard,
  filledCard,
  hover,
  htmlPage,
  marked,
  type Reading,
  tabOf,
} from '../../support/reading.ts';

const TOP = 'http://cards.test/top.html';
const FAR = 'http://far-cards.test/far.html';
const DEEP = 'http://deep-cards.test/deep.html';
const SET = 'http://cards.test/set.html';
/** Pixels between line and card (place.ts), and how far off the card may stand. */
const GAP = 8;
const NEAR = 6;

const STYLE = '<style>body{font:16px/1.5 sans-serif;margin:12px}</style>';

export function frameCardSentences(reading: Reading): void {
  before(() => {
    const { site } = reading;
    const holder = 'style="border:5px solid;padding:3px 7px;margin:60px 0 0 40px"';
    site.page(
      TOP,
      htmlPage(
        'Top',
        `${STYLE}<iframe src="${FAR}" width="600" height="330" ${holder}></iframe>
        <p style="position:absolute;left:720px;top:40px">All about the ITU.</p><div style="height:1500px"></div>`,
      ),
    );
    site.page(
      FAR,
      htmlPage(
        'Far',
        `${STYLE}<p>The World Internet Conference met on cyber sovereignty in the old town by the canal.</p>
        <iframe src="${DEEP}" width="500" height="160" style="margin-top:40px"></iframe>
        <div style="height:300px"></div><h2>Later</h2><p>They spoke of cyber sovereignty again.</p>`,
      ),
    );
    site.page(
      DEEP,
      htmlPage(
        'Deep',
        `${STYLE}<p>Delegates of the Internet Governance Forum had come to see it as well.</p>`,
      ),
    );
    site.page(
      SET,
      `<!doctype html><title>Set</title><frameset cols="50%,50%"><frame src="${FAR}"><frame src="${DEEP}?right"></frameset>`,
    );
  });

  /** Where a mark of a frame stands on the page: `holders` are its frames from the page inwards. */
  async function lineOf(page: ReaderPage, frames: readonly ReaderFrame[], text: string): Promise<Rect> {
    const own = frames.at(-1);
    assert.ok(own);
    const mark = await page.waitFor(async () => (await own.highlights()).find((one) => one.text === text), {
      what: `a mark on "${text}" in a frame`,
    });
    const line = { ...(mark.rects[0] ?? mark.rect) };
    for (const around of [page, ...frames.slice(0, -1)]) {
      const corner = await around.evaluate(() => {
        const holder = document.querySelector('iframe');
        if (!holder) return { x: 0, y: 0 };
        const { x, y } = holder.getBoundingClientRect();
        const { paddingLeft, paddingTop } = getComputedStyle(holder);
        return {
          x: x + holder.clientLeft + Number.parseFloat(paddingLeft),
          y: y + holder.clientTop + Number.parseFloat(paddingTop),
        };
      });
      line.x += corner.x;
      line.y += corner.y;
    }
    return line;
  }

  async function restOn(page: ReaderPage, line: Rect, frame: ReaderFrame): Promise<void> {
    await page.pointer.move(5, 5);
    await moveOnto(page, line, frame);
  }

  /** Until a frame of another process is painted, a pointer over it is told to the page around it. */
  async function moveOnto(page: ReaderPage, line: Rect, frame: ReaderFrame): Promise<void> {
    await page.waitFor(
      async () => {
        await page.pointer.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 4 });
        return frame.evaluate(() => document.documentElement.matches(':hover'));
      },
      { what: 'the frame to have the pointer' },
    );
  }

  async function assertBeside(page: ReaderPage, line: Rect, what: string): Promise<void> {
    const { rect } = await filledCard(page, what);
    const below = rect.y - (line.y + line.height);
    assert.ok(Math.abs(below - GAP) <= NEAR, `${what}: ${below} px below its line`);
    const beside = rect.x - (line.x + line.width / 2 - 12);
    assert.ok(Math.abs(beside) <= NEAR, `${what}: ${beside} px beside the pointer`);
  }

  const open = async () => {
    const page = await reading.reader.openPage(TOP);
    await marked(page, 'ITU');
    const far = await page.frame('far-cards.test');
    return { page, far, line: await lineOf(page, [far], 'cyber sovereignty') };
  };
  const hostsIn = (frame: ReaderFrame) =>
    frame.evaluate(() => document.querySelectorAll(':root > :not(head, body, frameset)').length);
  const openHosts = async (page: ReaderPage) =>
    (await Promise.all([page, ...(await page.frames())].map(hostsIn))).reduce((sum, count) => sum + count, 0);

  describe('the card of a frame', () => {
    test('stands in the page beside its line, and stays there when page or frame are scrolled', async () => {
      const { page, far, line } = await open();
      await restOn(page, line, far);
      await assertBeside(page, line, 'the card of a mention in a frame');
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      assert.equal(await openHosts(page), 1);
      await far.evaluate(() => scrollBy(0, 5));
      await page.evaluate(() => scrollBy(0, 3));
      const now = await lineOf(page, [far], 'cyber sovereignty');
      assert.ok(Math.abs(line.y - now.y - 8) < 1);
      await page.waitFor(
        async () => Math.abs(((await page.card())?.rect.y ?? 0) - now.y - now.height - GAP) <= 1.5,
        { what: 'the card to follow its line' },
      );
      await page.press('Escape');
      await cardGone(page);
      await page.evaluate(() => scrollTo(0, 40));
      const scrolled = await lineOf(page, [far], 'cyber sovereignty');
      await restOn(page, scrolled, far);
      await assertBeside(page, scrolled, 'the card on a page that was scrolled');
      await page.close();
    });

    test('finds its line on a page that the reader has zoomed', async () => {
      const { page, far } = await open();
      const tab = await tabOf(reading.reader, TOP);
      const zoom = (factor: number) =>
        reading.reader.evaluateInExtension(
          async (id, to) => {
            // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
            const { tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
            await tabs.setZoom(id, to);
          },
          tab,
          factor,
        );
      await zoom(1.25);
      try {
        await page.waitFor(() => page.evaluate(() => devicePixelRatio === 1.25), { what: 'the zoom' });
        const line = await lineOf(page, [far], 'cyber sovereignty');
        await restOn(page, line, far);
        await assertBeside(page, line, 'the card on a zoomed page');
        await page.press('Escape');
        await cardGone(page);
        const deep = await page.frame('deep-cards.test');
        const deepLine = await lineOf(page, [far, deep], 'Internet Governance Forum');
        await restOn(page, deepLine, deep);
        await assertBeside(page, deepLine, 'the card of a frame in a frame on a zoomed page');
      } finally {
        await zoom(1);
      }
      await page.close();
    });

    test('of a frame in a frame stands beside its line too', async () => {
      const { page, far } = await open();
      const deep = await page.frame('deep-cards.test');
      const line = await lineOf(page, [far, deep], 'Internet Governance Forum');
      await restOn(page, line, deep);
      await assertBeside(page, line, 'the card of a frame in a frame');
      await page.close();
    });

    test('stays while the pointer goes to it, and closes when it leaves', async () => {
      const { page, far, line } = await open();
      await restOn(page, line, far);
      const { rect } = await filledCard(page, 'the card of a mention in a frame');
      await page.pointer.move(rect.x + 60, rect.y + 40, { steps: 6 });
      await new Promise((done) => setTimeout(done, 600));
      assert.ok(await page.card(), 'it stays while the pointer is on it');
      await page.pointer.move(900, 850, { steps: 4 });
      await cardGone(page);
      await restOn(page, line, far);
      await filledCard(page, 'the card of the same mention again');
      await page.pointer.move(90, line.y + 10, { steps: 4 });
      await cardGone(page);
      await page.close();
    });

    test('is the only one in the tab', async () => {
      const { page, far, line } = await open();
      await hover(page, 'ITU');
      await moveOnto(page, line, far);
      await page.waitFor(async () => (await cardTitle(page)) === 'Cyber sovereignty', {
        what: 'the card of the frame',
      });
      assert.equal(await openHosts(page), 1);
      assert.equal(await page.inCard((root) => root.querySelectorAll('h2').length), 1);
      await page.close();
    });

    test('closes with Escape wherever the focus is, and the key is the page’s again after', async () => {
      const { page, far, line } = await open();
      await far.evaluate(() => {
        addEventListener('keydown', ({ key }) => {
          document.title += ` ${key}`;
        });
      });
      await page.pointer.click(line.x, line.y + line.height + 16);
      await page.waitFor(() => far.evaluate(() => document.hasFocus()), { what: 'the focus in the frame' });
      await restOn(page, line, far);
      await filledCard(page, 'the card of a mention in a frame');
      await far.press('Escape');
      await cardGone(page);
      assert.equal(await far.evaluate(() => document.title), 'Far');
      // The frame is told that no card stands any more when it has closed: pressed until then.
      await page.waitFor(
        async () => {
          await far.press('Escape');
          return far.evaluate(() => document.title.startsWith('Far Escape'));
        },
        { what: 'the frame to hear Escape' },
      );
      await page.close();
    });

    test('leads on to the mentions of its frame', async () => {
      const { page, far, line } = await open();
      await restOn(page, line, far);
      await filledCard(page, 'the card of a mention in a frame');
      await clickInCard(page, 'button[aria-label="Next mention on this page"]');
      await page.waitFor(
        async () => {
          const flash = (await far.highlights()).find(({ name }) => name === 'glossator-flash');
          return flash && flash.rect.y > 0 && flash.rect.y < 330 && far.evaluate(() => scrollY > 50);
        },
        { what: 'the next mention in view, in the frame' },
      );
      assert.ok(await page.card(), 'the card has come along');
      await page.close();
    });

    test('stands in its frame where the page has no place for it, and is the only one there too', async () => {
      const page = await reading.reader.openPage(SET);
      const [far, deep] = [await page.frame('far-cards.test'), await page.frame('?right')];
      const leftMark = await lineOf(page, [far], 'cyber sovereignty');
      await restOn(page, leftMark, far);
      await page.waitFor(async () => (await hostsIn(far)) === 1, { what: 'a card in the left frame' });
      const half = await page.evaluate(() => innerWidth / 2);
      const { width, height, x, y } = await lineOf(page, [deep], 'Internet Governance Forum');
      await moveOnto(page, { width, height, x: half + x, y }, deep);
      await page.waitFor(async () => (await hostsIn(deep)) === 1 && (await hostsIn(far)) === 0, {
        what: 'the one card on the right',
      });
      // The document on the left hears a moment later that a card stands on the right.
      await page.waitFor(
        async () => {
          await page.pointer.click(half - 20, 400);
          return (await openHosts(page)) === 0;
        },
        { what: 'a press on the left to close it' },
      );
      await page.close();
    });
  });
}
