/// <reference lib="dom" />
/** A disk that is full: what cannot be saved is said so, nothing that was saved is lost, and with room again all goes on. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { BROWSER_KINDS, launchBrowser } from '../../src/tools/browser/driver.ts';
import type {} from '../support/notes-proof.ts';
import { addProofPage } from '../support/proof-page.ts';
import { ROOT } from '../support/reading.ts';
import { smallDisk } from '../support/small-disk.ts';

describe('a full disk', { concurrency: BROWSER_KINDS.length }, () => {
  for (const kind of BROWSER_KINDS)
    test(`in ${kind} refuses notes in words, and loses none`, async (context) => {
      const disk = smallDisk();
      if (!disk) return context.skip('only root on Linux can mount a disk of its own');
      const extensionDir = mkdtempSync(path.join(tmpdir(), 'glossator-altered-'));
      cpSync(path.join(ROOT, 'dist', kind), extensionDir, { recursive: true });
      await addProofPage(extensionDir, 'notes-proof');
      const reader = await launchBrowser(kind, { extensionDir, profileDir: path.join(disk.dir, 'profile') });
      try {
        const open = () => reader.extensionPage('pages/notes-proof.html');
        const page = await open();
        await page.evaluate(() => proof.put('note-first', 'First.'));
        disk.fill();
        const refused = await page.evaluate(() => proof.putMany(40, 100_000).catch(String));
        assert.match(refused, /Error/);
        assert.match(await page.evaluate(() => proof.save('By a card.')), /^Error/);
        disk.clear();
        const saved = await page.evaluate(() => proof.save('By a card.'));
        await page.evaluate(() => proof.put('note-third', 'Third.'));
        const whole = [
          ['note-first', 'First.'],
          ['note-third', 'Third.'],
          [saved, 'By a card.'],
        ].toSorted();
        assert.deepEqual(await page.evaluate(() => proof.read()), whole);
        await reader.restart();
        assert.deepEqual(await (await open()).evaluate(() => proof.read()), whole);
      } finally {
        await reader.close();
        disk.remove();
        rmSync(extensionDir, { recursive: true, force: true });
      }
    });
});
