/// <reference lib="dom" />
/** Backups by themselves: a dated file a day, where the reader has asked for it, that the extension reads back to the letter. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readNotes } from '../../src/core/formats/read-notes.ts';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launchBrowser,
  type Reader,
} from '../../src/tools/browser/driver.ts';
import type {} from '../support/notes-proof.ts';
import { addProofPage } from '../support/proof-page.ts';
import { ROOT } from '../support/reading.ts';

interface Download {
  readonly filename: string;
  readonly state: string;
  readonly error?: string;
  readonly id: number;
}

/** No driver answers the browser's question for a right: the copy has it from the start. */
function allowDownloads(dir: string): void {
  const file = path.join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('downloads');
  manifest.optional_permissions = [];
  writeFileSync(file, JSON.stringify(manifest));
}

function downloads(reader: Reader): Promise<readonly Download[]> {
  return reader.evaluateInExtension(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
    const api = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    return api.downloads.search({});
  });
}

async function inBrowser(kind: BrowserKind): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-backup-'));
  const extensionDir = path.join(dir, 'extension');
  cpSync(path.join(ROOT, 'dist', kind), extensionDir, { recursive: true });
  allowDownloads(extensionDir);
  await addProofPage(extensionDir, 'notes-proof');
  const reader = await launchBrowser(kind, {
    extensionDir,
    extraPrefs: { 'browser.download.folderList': 2, 'browser.download.dir': dir },
  });
  try {
    const page = await reader.extensionPage('pages/notes-proof.html');
    await page.evaluate(() => proof.save('Before anybody asked: 网络主权.'));
    assert.deepEqual(await downloads(reader), [], 'none unless asked for');

    const library = await reader.extensionPage('pages/library.html#settings');
    const box = 'input[name=backup]';
    const click = (css: string) => {
      const found = document.querySelector<HTMLInputElement>(css);
      found?.click();
      return found !== null;
    };
    await library.waitFor(() => library.evaluate(click, box), { what: 'the box for backups' });
    const written = await library.waitFor(
      async () => (await downloads(reader)).find(({ state }) => state === 'complete'),
      { what: 'a backup' },
    );
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    if (kind === 'firefox')
      assert.equal(written.filename, path.join(dir, 'Glossator', `glossator-notes-${day}.jsonld`));
    const kept = await page.evaluate(() => proof.readWhole());
    const read = readNotes(readFileSync(written.filename, 'utf8'), now);
    assert.deepEqual(read.ok && read.notes, kept);

    await page.evaluate(() => proof.save('A second one on the same day.'));
    await page.evaluate(() => proof.read());
    assert.equal((await downloads(reader)).length, 1, 'one a day');
    await reader.evaluateInExtension(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
      const api = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
      const { backup } = await api.storage.local.get('backup');
      await api.storage.local.set({ backup: { ...backup, day: '2001-01-01' } });
    });
    await page.evaluate(() => proof.save('The first one of the next day.'));
    await page.waitFor(async () => (await downloads(reader)).length === 2, { what: 'the next backup' });
  } finally {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

describe('backups', { concurrency: BROWSER_KINDS.length }, () => {
  for (const kind of BROWSER_KINDS)
    test(`in ${kind} are written once a day that brings changes`, () => inBrowser(kind));
});
