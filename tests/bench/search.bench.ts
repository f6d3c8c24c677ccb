/// <reference lib="dom" />
/**
 * The page of notes over very many notes: until they stand there, and from each letter of a search to the list that answers it; an
 * index of MiniSearch beside it, over the same notes in the same browser.
 *
 *     npm run bench -- search [--notes 50000] [--browser chromium]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, launchBrowser, type ReaderPage } from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import type { MiniSearchCost } from '../support/notes-source.ts';
import { addNotesSource } from '../support/notes-source-page.ts';
import { ROOT } from '../support/reading.ts';
import { quantile, row, shown } from './pages/figures.ts';

/** Each letter is typed so often; the least of its times is its own, the rest is the machine's. */
const ROUNDS = 5;
/** What is promised for a letter, in ms. */
const PROMISED_MS = 30;
const QUERIES = ['cyber sovereignty', 'суверенитета', 'السيادة', '网络主权', 'tag 12', 'nowhere'];

/** Each query as it is typed. */
const LETTERS = QUERIES.flatMap((query) => Array.from(query, (_, i) => query.slice(0, i + 1)));

const { values } = parseArgs({
  options: { notes: { type: 'string', default: '50000' }, browser: { type: 'string', default: '' } },
});
const count = Number(values.notes);

/** Types a query letter by letter; answers the ms from each letter to the list that answers it. */
async function typed(list: ReaderPage, query: string): Promise<number[]> {
  await list.press('Control+a');
  await list.press('Delete');
  await list.evaluate(() => {
    (window as unknown as Watching).answers = {};
  });
  const times: number[] = [];
  for (const end of Array.from({ length: query.length }, (_, i) => i + 1)) {
    await list.type(query.charAt(end - 1));
    const wanted = query.slice(0, end);
    // A space at the end asks for nothing else, and is answered all the same.
    const answer = await list.waitFor(
      () => list.evaluate((text) => (window as unknown as Watching).answers[text] ?? null, wanted),
      { what: `the answer to "${wanted}"`, timeout: 60_000 },
    );
    times.push(answer.ms);
  }
  return times;
}

/** What work has come to that takes longer than a driver waits for an answer. */
async function workDone(source: ReaderPage): Promise<unknown> {
  const { value } = await source.waitFor(() => source.evaluate(() => notesSource.done()), {
    what: 'the end of the work',
    timeout: 500_000,
  });
  return value;
}

interface Watching {
  answers: Record<string, { ms: number }>;
}

/** From now on the page keeps how long each query took to be answered in its document. */
function watch(list: ReaderPage): Promise<void> {
  return list.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return;
    const asked = new Map<string, number>();
    const page = window as unknown as Watching;
    page.answers = {};
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    field?.addEventListener('input', () => asked.set(field.value, performance.now()), { capture: true });
    new MutationObserver(() => {
      const query = main.dataset['query'] ?? '';
      page.answers[query] = { ms: performance.now() - (asked.get(query) ?? 0) };
    }).observe(main, { attributes: true, attributeFilter: ['data-query'] });
  });
}

console.log(`\n## A search over ${count} notes\n`);
console.log(
  row([
    'browser',
    'until the list ms',
    'letter ms, median',
    '95th',
    'worst',
    'promised',
    'met',
    'MiniSearch: index ms',
    'query ms, median',
    'worst',
  ]),
);
console.log(row(['---', ...Array.from({ length: 9 }, () => '--:')]));
for (const kind of BROWSER_KINDS.filter((one) => values.browser === '' || one === values.browser)) {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-search-'));
  cpSync(path.join(ROOT, 'dist', kind), dir, { recursive: true });
  await addNotesSource(dir);
  const site = await startSite();
  const reader = await launchBrowser(kind, {
    extensionDir: dir,
    proxy: site.proxy,
    viewport: { width: 1100, height: 900 },
    extraPrefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    const source = await reader.extensionPage('pages/notes-source.html');
    await source.evaluate((wanted) => notesSource.begin('fill', wanted), count);
    await workDone(source);
    const list = await reader.extensionPage('pages/library.html');
    const opened = await list.waitFor(
      () => list.evaluate(() => document.querySelector('.entry') && performance.now()),
      { what: 'the list', timeout: 60_000 },
    );
    await list.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')?.focus());
    await watch(list);
    // The first search makes the forms that are not made yet; a reader meets it once.
    await typed(list, 'warm up');
    const times: number[] = [];
    for (const query of QUERIES) {
      const rounds: number[][] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await typed(list, query));
      times.push(...(rounds[0] ?? []).map((_, i) => Math.min(...rounds.map((one) => one[i] ?? Infinity))));
    }
    const mini = await (async () => {
      await source.evaluate((queries) => notesSource.begin('miniSearch', queries), LETTERS);
      return (await workDone(source)) as MiniSearchCost;
    })();
    const high = quantile(times, 0.95);
    console.log(
      row([
        kind,
        shown(opened),
        shown(quantile(times, 0.5)),
        shown(high),
        shown(Math.max(...times)),
        String(PROMISED_MS),
        high <= PROMISED_MS ? 'yes' : 'no',
        shown(mini.index),
        shown(quantile(mini.searches, 0.5)),
        shown(Math.max(...mini.searches)),
      ]),
    );
  } finally {
    await reader.close();
    await site.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
