/// <reference lib="dom" />
/** Frames: which are read, and which are left alone. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { assertNothingLeft, htmlPage, inBothBrowsers, marked } from '../support/reading.ts';
import { frameCardSentences } from './sentences/frame-cards.ts';

const TEXT =
  'The World Internet Conference met on cyber sovereignty, and delegates of the Internet Governance Forum came.';
const PROSE = `<p>${TEXT}</p>`;
const NAMES = ['World Internet Conference', 'cyber sovereignty', 'Internet Governance Forum'];
const TOP = 'http://frames.test/top.html';
const LEFT = 'http://frames.test/left.html';

/** Frames that are read, by what they are. */
const READ = {
  'same-origin': 'src="/near.html"',
  'cross-origin': 'src="http://far.test/far.html"',
  srcdoc: `srcdoc="<title>srcdoc</title>${PROSE}"`,
  'about:blank, written into': 'data-written',
  'about:blank, filled': 'data-filled',
  'data:': `src="data:text/html,${encodeURIComponent(`<title>data</title>${PROSE}`)}"`,
  'sandboxed, with nothing allowed': 'sandbox src="http://far.test/far.html?1"',
  'sandboxed, with scripts': 'sandbox="allow-scripts" src="http://far.test/far.html?2"',
  'sandboxed, with scripts and its origin':
    'sandbox="allow-scripts allow-same-origin" src="http://far.test/far.html?3"',
  'sandboxed srcdoc': `sandbox srcdoc="<title>sandboxed</title>${PROSE}"`,
};

/** Frames that are left alone, by why. */
const LEFT_ALONE = {
  'too low': ['http://low.test/', 'width="500" height="120"'],
  'too narrow': ['http://narrow.test/', 'width="150" height="500"'],
  'not shown': ['http://hidden.test/', 'style="display:none"'],
  'of the size of an ad': ['http://slot.test/', 'width="300" height="250"'],
  'named as an ad': ['http://named.test/', 'name="google_ads_iframe_3" width="400" height="300"'],
  'from an ad server': ['http://ads.example.test/', 'width="400" height="300"'],
  'with hardly a word': ['http://short.test/', 'width="400" height="300"'],
} as const;

inBothBrowsers((reading) => {
  before(() => {
    const { site } = reading;
    site.page('http://frames.test/near.html', htmlPage('Near', PROSE));
    site.page('http://far.test/far.html', htmlPage('Far', PROSE));
    const frames = Object.entries(READ).map(
      ([kind, attributes]) => `<iframe title="${kind}" width="330" height="160" ${attributes}></iframe>`,
    );
    site.page(TOP, htmlPage('Frames', `<p>All about the ITU.</p>${frames.join('\n')}`));
    for (const [url] of Object.values(LEFT_ALONE))
      site.page(url, htmlPage('Left', url === 'http://short.test/' ? '<p>On cyber sovereignty.</p>' : PROSE));
    const left = Object.values(LEFT_ALONE).map(
      ([url, attributes]) => `<iframe src="${url}" ${attributes}></iframe>`,
    );
    site.page('http://last.test/', htmlPage('Last', PROSE));
    left.push(
      '<iframe src="http://last.test/" width="300" height="170" style="position:fixed;right:0;top:0"></iframe>',
    );
    site.page(LEFT, htmlPage('Left', `<p>All about the ITU.</p>${left.join('\n')}`));
  });

  test('frames of every kind with a sentence in them are read', async () => {
    const page = await reading.reader.openPage(TOP);
    await marked(page, 'ITU');
    await page.evaluate((html) => {
      const frameOf = (selector: string) =>
        document.querySelector<HTMLIFrameElement>(selector)?.contentDocument;
      const written = frameOf('[data-written]');
      written?.open();
      written?.write(`<title>written</title>${html}`);
      written?.close();
      const filled = frameOf('[data-filled]');
      if (filled) filled.body.innerHTML = html;
    }, PROSE);
    const count = Object.keys(READ).length;
    const all = await page.waitFor(
      async () => {
        const found = await page.frames();
        const marks = await Promise.all(
          found.map(async (frame) => (await frame.highlights()).map(({ text }) => text)),
        );
        const isAll = marks.length === count && marks.every((texts) => texts.length === NAMES.length);
        return isAll ? marks : null;
      },
      { what: `marks in ${count} frames` },
    );
    for (const texts of all) assert.deepEqual(texts.toSorted(), NAMES.toSorted());
    await page.close();
  });

  test('small frames and advertisements are left alone, and read when they grow', async () => {
    const page = await reading.reader.openPage(LEFT);
    const last = await page.frame('last.test');
    await page.waitFor(async () => (await last.highlights()).length > 0, { what: 'marks in the last frame' });
    const left = await Promise.all(Object.values(LEFT_ALONE).map(([url]) => page.frame(url)));
    for (const [i, why] of Object.keys(LEFT_ALONE).entries())
      assert.deepEqual(await left[i]?.highlights(), [], why);
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe'))
        Object.assign(frame.style, { display: 'inline', width: '345px', height: '275px', border: 'none' });
    });
    const short = await page.frame('short.test');
    await short.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), PROSE);
    for (const [i, why] of Object.keys(LEFT_ALONE).entries()) {
      const texts = async () => (await left[i]?.highlights())?.map(({ text }) => text) ?? [];
      if (/named|server/.test(why)) assert.deepEqual(await texts(), [], why);
      else
        await page.waitFor(async () => (await texts()).includes('World Internet Conference'), {
          what: `marks in what was ${why}`,
        });
    }
    await page.close();
  });

  frameCardSentences(reading);

  test('nothing has left the machine', () => {
    assertNothingLeft(reading.site);
  });
});
