/// <reference lib="dom" />
/**
 * Storage that fails, in the browsers' own IndexedDB: an upgrade of the notes that breaks off leaves them as they were, and
 * reference data that is missing, half-written, old, foreign, spoilt or deleted under us comes back without a question.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { addProofPage } from '../support/proof-page.ts';
import { cardTitle, hover, htmlPage, inBothBrowsers } from '../support/reading.ts';

const PAGE = 'http://storage.test/page.html';
const NOTE = 'note-kept: Never to be lost.';

inBothBrowsers(
  (reading) => {
    let proof: ReaderPage;
    before(async () => {
      reading.site.page(PAGE, htmlPage('Storage', '<p>Much was said of cyber sovereignty.</p>'));
      proof = await reading.reader.extensionPage('pages/storage-proof.html');
      await proof.evaluate(() => storage.keepNote('note-kept', 'Never to be lost.'));
    });

    const notes = () => proof.evaluate(() => storage.notes());

    for (const how of ['at once', 'after an await']) {
      test(`an upgrade of the notes that fails ${how} leaves them as they were`, async () => {
        const outcome = await proof.evaluate((failing) => storage.upgradeNotes(failing), how);
        assert.match(outcome, /Error/);
        const { version, stores, released } = await proof.evaluate(() => storage.notesForm());
        assert.deepEqual({ version, stores }, { version: released, stores: ['notes', 'state'] });
        assert.deepEqual(await notes(), [NOTE]);
      });
    }

    describe('the reference database', () => {
      const whole = () => proof.evaluate(() => storage.referenceState());

      /** What happens to it, and whether the background has it open meanwhile. */
      const FAULTS: readonly (readonly [fault: string, plant: () => Promise<unknown>, isOpen: boolean])[] = [
        ['is missing', () => proof.evaluate(() => storage.deleteReference()), false],
        ['is half-written', () => proof.evaluate(() => storage.halveReference()), false],
        ['is of another version', () => proof.evaluate(() => storage.ageReference()), false],
        ['has a form of its own', () => proof.evaluate(() => storage.replaceReference()), false],
        ['has spoilt bytes', () => proof.evaluate(() => storage.spoilReference()), false],
        ['is deleted while it is open', () => proof.evaluate(() => storage.deleteReference()), true],
      ];
      for (const [fault, plant, isOpen] of FAULTS) {
        test(`that ${fault} is rebuilt without a question, and the notes stay`, async () => {
          const page = await reading.reader.openPage(PAGE);
          await hover(page, 'cyber sovereignty');
          const healthy = await proof.waitFor(
            async () => {
              const state = await whole();
              return state.marker !== '' && state;
            },
            { what: 'reference data, to begin with' },
          );
          await page.press('Escape');
          if (!isOpen) await reading.reader.killWorker();
          await plant();
          if (!isOpen) await page.reload();
          await hover(page, 'cyber sovereignty');
          assert.equal(await cardTitle(page), 'Cyber sovereignty');
          assert.deepEqual(await whole(), healthy);
          assert.deepEqual(await notes(), [NOTE]);
          await page.close();
        });
      }
    });
  },
  { alter: (dir) => addProofPage(dir, 'storage-proof') },
);
