/// <reference lib="dom" />
/**
 * The browser killed in the midst of writing notes, again and again: whatever was acknowledged as saved is there afterwards.
 * Twenty times in all here; as often as GLOSSATOR_KILLS says in `npm run prove -- kills`.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import type {} from '../support/notes-proof.ts';
import { addProofPage } from '../support/proof-page.ts';
import { inBothBrowsers } from '../support/reading.ts';
import { seededRandom } from '../support/seeded-random.ts';

const KILLS = Number(process.env['GLOSSATOR_KILLS'] ?? 20) / 2;

/** Of the 14 notes that are being written at once, 7 by cards and 7 by the notes page. */
const SOME = 5;
/** Every save waits for the disk several times, and a disk that other work keeps busy may take half a second for each. */
const SLOWEST_DISK = 90_000;

/** Writes until some notes are acknowledged and a little longer; answers those that were when the browser was about to be killed. */
async function writeFor(page: ReaderPage, round: number, ms: number): Promise<[string, string][]> {
  await page.evaluate((number) => proof.writeOn(number), round);
  const until = Date.now() + ms;
  const acknowledged = () => page.evaluate(() => proof.acknowledged());
  return page.waitFor(
    async () => {
      const now = await acknowledged();
      return now.length >= SOME && Date.now() >= until && now;
    },
    { what: `${SOME} notes to be acknowledged`, timeout: SLOWEST_DISK },
  );
}

inBothBrowsers(
  (reading) => {
    describe(`killed ${KILLS} times while it writes`, () => {
      test('the browser has every note that was acknowledged', async () => {
        const random = seededRandom(20_261_201);
        const open = () => reading.reader.extensionPage('pages/notes-proof.html');
        let page = await open();
        for (let round = 0; round < KILLS; round += 1) {
          const acknowledged = await writeFor(page, round, random.below(400));
          await reading.reader.crash();
          page = await open();
          const ids = acknowledged.map(([id]) => id);
          const texts = await page.evaluate((wanted) => proof.textsOf(wanted), ids);
          for (const [i, [id, body]] of acknowledged.entries())
            assert.ok(texts[i]?.includes(body), `${id} of round ${round} has "${body}"`);
        }
      });
    });
  },
  { alter: (dir) => addProofPage(dir, 'notes-proof') },
);
