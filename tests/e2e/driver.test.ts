/**
 * A proof of the driver itself, against a tiny extension in a temporary folder: what the end-to-end
 * tests rely on (closed roots, highlights, frames, the worker's death, a restart, a network that records) holds in both
 * browsers before any of them asks about Glossator.
 */
import assert from 'node:assert/strict';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS, launchBrowser, type Reader } from '../../src/tools/browser/driver.ts';
import { type Site, startSite } from '../../src/tools/browser/site.ts';
import { type WorkerWorld, writeProofExtension } from '../support/proof-extension.ts';

const LIMIT = { timeout: 120_000 };

const PAGE = `<!doctype html><html lang="en"><title>News</title><style>p{font:20px sans-serif}</style>
<p>The ITU met in <b>Gen</b>eva.</p><p style="margin-top:2000px">The end</p>`;

for (const kind of BROWSER_KINDS) {
  describe(`the driver of ${kind}`, () => {
    let site: Site;
    let reader: Reader;
    let extensionDir: string;

    before(async () => {
      extensionDir = writeProofExtension(kind);
      site = await startSite();
      site.page('http://news.test/a', PAGE);
      site.page('http://news.test/strict', PAGE, {
        headers: {
          'Content-Security-Policy':
            "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        },
      });
      site.page('http://news.test/modal', `${PAGE}<dialog>Cookies</dialog>`);
      site.page(
        'http://news.test/frames',
        `<!doctype html><p>The top</p><iframe src="/a"></iframe><iframe src="http://other.test/b"></iframe>`,
      );
      site.page(
        'http://other.test/b',
        `<!doctype html><p>The far side<script>onclick = (event) => { document.title = 'hit ' + event.isTrusted }</script>`,
      );
      reader = await launchBrowser(kind, {
        extensionDir,
        proxy: site.proxy,
        colorScheme: 'dark',
        reducedMotion: true,
        locale: 'fr',
        viewport: { width: 900, height: 600 },
      });
    }, LIMIT);

    after(async () => {
      await reader?.close();
      await site?.close();
      rmSync(extensionDir, { recursive: true, force: true });
    }, LIMIT);

    for (const path of ['a', 'strict', 'modal']) {
      test(`reads marks and card, and drives them, on /${path}`, LIMIT, async () => {
        const page = await reader.openPage(`http://news.test/${path}`);
        assert.equal(page.url, `http://news.test/${path}`);
        const marks = await page.waitFor(
          async () => {
            const found = await page.highlights();
            return found.length > 0 && found;
          },
          { what: 'highlights' },
        );
        assert.deepEqual(
          marks.map(({ name, text }) => `${name} ${text}`),
          ['glossator-live ITU', 'glossator-still The'],
        );
        const before = await page.html();
        assert.equal(await page.card(), null);

        if (path === 'modal') await page.evaluate(() => document.querySelector('dialog')?.showModal());
        const word = await page.rectOf('ITU');
        assert.ok(word && marks[0] && Math.abs(word.x - marks[0].rect.x) < 1);
        await page.pointer.move(word.x, word.y, { steps: 4 });
        await page.pointer.click(word.x + 2, word.y + 2);
        const card = await page.waitFor(() => page.card(), { what: 'the card' });
        assert.equal(card.role, 'dialog');
        assert.equal(card.label, 'ITU');
        assert.match(card.text, /^ITU\s+Answer \d+\s+Next/);
        assert.match(card.html, /<h2 id="title">ITU<\/h2>/);
        assert.ok(card.rect.width > 0 && card.rect.height > 0);

        const field = await page.cardElement('textarea');
        assert.ok(field);
        assert.equal(field.attributes['aria-label'], 'Note');
        await page.pointer.click(field.rect.x + 5, field.rect.y + 5);
        await page.type('Ask Zoë: 网络?');
        await page.press('Shift+Home');
        await page.type('Hm');
        const typed = await page.cardElement('textarea');
        assert.equal(typed?.value, 'Hm');
        assert.equal(typed?.focused, true);

        const button = await page.cardElement('button');
        assert.ok(button);
        await page.pointer.click(button.rect.x + 5, button.rect.y + 5);
        await page.waitFor(async () => (await page.card())?.text.includes('Pressed'), { what: 'the press' });
        assert.equal(await page.inCard((root, tag) => root.querySelectorAll(tag).length, 'button'), 1);
        assert.equal(await page.cardElement('.none'), null);

        const picture = join(extensionDir, 'shot.png');
        await page.screenshot(picture, { clip: card.rect });
        assert.ok(existsSync(picture) && statSync(picture).size > 200);

        await page.press('Escape');
        await page.waitFor(async () => (await page.card()) === null, { what: 'the card to close' });
        if (path !== 'modal') assert.equal(await page.html(), before);
        await page.close();
      });
    }

    test(
      'evaluates with arguments and names of inner functions, and tells what the page threw',
      LIMIT,
      async () => {
        const page = await reader.openPage('http://news.test/a');
        const double = await page.evaluate(
          async (numbers) => {
            const twice = (n: number) => n * 2;
            return numbers.map(twice);
          },
          [1, 2],
        );
        assert.deepEqual(double, [2, 4]);
        await assert.rejects(
          page.evaluate(() => {
            throw new TypeError('no such luck');
          }),
          /TypeError: no such luck/,
        );
        await assert.rejects(
          page.waitFor(() => page.card(), { timeout: 200, what: 'a card that never comes' }),
          /200 ms in vain for a card that never comes/,
        );
        await page.close();
      },
    );

    test('finds text across inline elements, turns the wheel, goes back and reloads', LIMIT, async () => {
      const page = await reader.openPage('http://news.test/a');
      assert.ok(await page.rectOf('Geneva'));
      assert.ok(((await page.rectOf('The', 1))?.y ?? 0) > 1000);
      assert.equal(await page.rectOf('The', 2), null);
      assert.equal(await page.rectOf('Nowhere'), null);
      await page.pointer.move(200, 200);
      await page.wheel(0, 300);
      await page.waitFor(() => page.evaluate(() => scrollY > 200), { what: 'the page to scroll' });
      await page.setViewport(700, 500);
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [700, 500]);
      await page.goto('http://news.test/modal');
      await page.back();
      assert.equal(page.url, 'http://news.test/a');
      await page.reload();
      assert.equal(await page.evaluate(() => document.title), 'News');
      await page.evaluate(() => console.error('page complains'));
      await page.evaluate(() => setTimeout(() => Promise.reject(new Error('page breaks'))));
      await page.waitFor(() => page.errors.join().includes('page breaks'), { what: "the page's error" });
      assert.match(page.errors.join(), /page complains/);
      await page.close();
    });

    test('reaches frames of its own and of another origin', LIMIT, async () => {
      const page = await reader.openPage('http://news.test/frames');
      const near = await page.frame('news.test/a');
      const far = await page.frame('other.test/b');
      assert.equal(await near.evaluate(() => document.title), 'News');
      assert.equal(
        await far.evaluate(() => document.querySelector('p')?.firstChild?.nodeValue),
        'The far side',
      );
      assert.ok(await far.rectOf('far'));
      await page.waitFor(async () => (await far.highlights()).length > 0, { what: 'marks in a frame' });
      const place = await page.evaluate(() => {
        const frame = document.querySelectorAll('iframe')[1]?.getBoundingClientRect();
        return frame && { x: frame.x, y: frame.y };
      });
      const word = await far.rectOf('far');
      assert.ok(place && word);
      // Before it is painted, a frame of another process is not where a click looks for it.
      await far.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      // 2 is the frame's border.
      await page.pointer.click(place.x + 2 + word.x + 3, place.y + 2 + word.y + 3);
      await page.waitFor(() => far.evaluate(() => document.title === 'hit true'), { what: 'the click' });
      await page.close();
    });

    test('gives pages the wishes of the reader', LIMIT, async () => {
      const page = await reader.openPage('http://news.test/a');
      const seen = await page.evaluate(() => ({
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
        forced: matchMedia('(forced-colors: active)').matches,
        mouse: matchMedia('(hover: hover) and (pointer: fine)').matches,
        language: navigator.language,
        size: [innerWidth, innerHeight],
      }));
      const wished = {
        dark: true,
        still: true,
        forced: false,
        mouse: true,
        language: 'fr',
        size: [900, 600],
      };
      assert.deepEqual(seen, wished);
      await page.close();
    });

    test('opens and drives a page of the extension', LIMIT, async () => {
      const page = await reader.extensionPage('page.html?tab=1');
      assert.equal(page.url, `${reader.extensionOrigin}/page.html?tab=1`);
      assert.equal(await page.evaluate(() => document.body.textContent?.trim()), 'Library');
      assert.ok(await page.rectOf('Library'));
      await page.reload();
      assert.equal(await page.evaluate(() => document.title), 'Ours');
      await page.close();
    });

    test('kills the worker, which wakes when it is needed', LIMIT, async () => {
      const page = await reader.openPage('http://news.test/a');
      for (const round of [1, 2]) {
        await page.pointer.click(20, 300);
        const card = await page.waitFor(() => page.card(), { what: `the card of round ${round}` });
        if (round === 2) assert.match(card.text, /Answer 1/, 'a worker born anew counts from one');
        assert.equal(await reader.isWorkerAwake(), true);
        await page.press('Escape');
        await reader.killWorker();
        assert.equal(await reader.isWorkerAwake(), false);
      }
      await page.close();
    });

    test('keeps what the extension stored over a restart', LIMIT, async () => {
      await reader.evaluateInExtension((value) => (globalThis as unknown as WorkerWorld).keep(value), 'kept');
      const origin = reader.extensionOrigin;
      await reader.restart();
      assert.equal(reader.extensionOrigin, origin);
      assert.deepEqual(
        await reader.evaluateInExtension(() => (globalThis as unknown as WorkerWorld).kept()),
        ['kept', 'kept'],
      );
    });

    test('records a request that leaves the test site, and none besides', LIMIT, async () => {
      assert.equal(site.outside.map(({ url }) => url).join(), '');
      const page = await reader.openPage('http://news.test/a');
      await page.evaluate(() => fetch('http://elsewhere.example/x').catch(() => null));
      await page.evaluate(() => fetch('https://elsewhere.example/y').catch(() => null));
      assert.deepEqual(
        site.outside.map(({ method, url }) => `${method} ${url}`),
        ['GET http://elsewhere.example/x', 'CONNECT elsewhere.example:443'],
      );
      assert.equal(site.outside[0]?.from, 'http://news.test');
      await page.close();
    });
  });
}
