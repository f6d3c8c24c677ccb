/// <reference lib="dom" />
/**
 * From asking to keep a note to the word that it is on disk, mirrored too: from a page of ours, in a small margin and in a full one.
 *
 *     npm run bench -- save [--notes 50000] [--saves 200] [--browser chromium]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, launchBrowser, type ReaderPage } from '../../src/tools/browser/driver.ts';
import { addNotesSource } from '../support/notes-source-page.ts';
import { ROOT } from '../support/reading.ts';
import { quantile, row, shown } from './pages/figures.ts';

/** What is promised for a note, in ms. */
const PROMISED_MS = 30;

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '50000' },
    saves: { type: 'string', default: '200' },
    browser: { type: 'string', default: '' },
  },
});
const [many, saves] = [Number(values.notes), Number(values.saves)];

/** Keeps notes one after the other; answers the ms that each took. */
function saved(page: ReaderPage, count: number): Promise<number[]> {
  return page.evaluate(async (n) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a page of the extension
    const { runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    const times: number[] = [];
    for (let i = 0; i < n; i++) {
      const target = { url: `https://save.test/${i % 20}`, title: 'Save', selectors: [] };
      const draft = { target, body: `A thought, the ${i}th, of some length as readers write them.` };
      const begun = performance.now();
      const reply = await runtime.sendMessage({
        tag: 'glossator',
        version: 1,
        to: 'background',
        verb: 'saveNote',
        params: { draft },
      });
      if (!reply.ok) throw new Error(reply.error.message);
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 20)); // readers pause
    }
    return times;
  }, count);
}

console.log(`\n## ${saves} notes saved, one after the other\n`);
console.log(row(['browser', 'notes before', 'ms, median', '95th', 'worst', 'promised', 'met']));
console.log(row(['---', ...Array.from({ length: 6 }, () => '--:')]));
for (const kind of BROWSER_KINDS.filter((one) => values.browser === '' || one === values.browser)) {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-save-'));
  cpSync(path.join(ROOT, 'dist', kind), dir, { recursive: true });
  await addNotesSource(dir);
  const reader = await launchBrowser(kind, {
    extensionDir: dir,
    extraPrefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    const source = await reader.extensionPage('pages/notes-source.html');
    for (const before of [0, many]) {
      if (before > 0) {
        await source.evaluate((wanted) => notesSource.begin('fill', wanted), before);
        await source.waitFor(() => source.evaluate(() => notesSource.done()), {
          what: 'the notes before',
          timeout: 500_000,
        });
      }
      await saved(source, 5); // the background wakes
      const times = await saved(source, saves);
      const high = quantile(times, 0.95);
      const figures = [quantile(times, 0.5), high, Math.max(...times)].map((ms) => shown(ms));
      console.log(row([kind, before, ...figures, String(PROMISED_MS), high <= PROMISED_MS ? 'yes' : 'no']));
    }
  } finally {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
