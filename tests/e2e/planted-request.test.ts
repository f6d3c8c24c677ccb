/// <reference lib="dom" />
/**
 * The proof that "nothing has left the machine" can fail: in a copy of the build, requests are planted where an attacker or a
 * careless change would put them, and the very check that the other sentences end with must see them.
 */
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { assertNothingLeft, hover, htmlPage, inBothBrowsers } from '../support/reading.ts';

const PAGE = 'http://planted.test/page.html';

/** In which file of the build, what, and the address that must then be seen. */
const PLANTED: readonly (readonly [file: string, code: string, url: string])[] = [
  [
    'content/spotter.js',
    `;fetch('http://elsewhere.example/spotter-fetch').catch(() => {});`,
    'http://elsewhere.example/spotter-fetch',
  ],
  [
    'content/spotter.js',
    `;new Image().src = 'http://elsewhere.example/spotter-image';`,
    'http://elsewhere.example/spotter-image',
  ],
  [
    'content/card.js',
    `;fetch('http://elsewhere.example/card-fetch', { mode: 'no-cors' }).catch(() => {});`,
    'http://elsewhere.example/card-fetch',
  ],
];

/** The background's own policy refuses what is planted there, and the script says so. */
const IN_BACKGROUND = `;globalThis.planted = fetch('http://elsewhere.example/background').then(
  () => 'let through', (error) => 'refused');`;

inBothBrowsers(
  (reading) => {
    before(() => {
      reading.site.page(PAGE, htmlPage('Planted', '<p>Much was said of cyber sovereignty.</p>'));
    });

    test('requests planted in content scripts are seen by the check that none leaves', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      for (const [file, , url] of PLANTED)
        await page.waitFor(() => reading.site.outside.some((request) => request.url === url), {
          what: `the request planted in ${file} to be recorded`,
        });
      assert.throws(() => assertNothingLeft(reading.site), assert.AssertionError);
      await page.close();
    });

    test("a request planted in the background is refused by the extension's own policy", async () => {
      const outcome = await reading.reader.evaluateInExtension(
        () => (globalThis as unknown as { planted: Promise<string> }).planted,
      );
      assert.equal(outcome, 'refused');
      assert.deepEqual(
        reading.site.outside.filter(({ url }) => url.includes('/background')),
        [],
      );
    });
  },
  {
    alter(dir) {
      for (const [file, code] of PLANTED) appendFileSync(path.join(dir, file), code);
      appendFileSync(path.join(dir, 'background.js'), IN_BACKGROUND);
    },
  },
);
