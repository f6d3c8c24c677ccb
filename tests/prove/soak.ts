/// <reference lib="dom" />
/**
 * What we hold of a page does not grow with what the page has been: 1,000 articles read in one document, and 30 minutes of a
 * feed that gets an item a second, both compressed to what the browser can draw.
 *
 *     npm run prove -- soak
 *
 * Each soak is warmed up first: compiled code and the page's evidence fill up to their bounds, which is no leak. It is then measured
 * before and after every fifth, the page at rest and its garbage collected. From the first measure to the last, heap, nodes and
 * listeners (Chromium; Firefox tells none of them) and our live ranges may grow by 5 % at most, and the last article must be
 * marked: one that was not read holds nothing.
 */

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ChromiumPage } from '../../src/tools/browser/chromium-page.ts';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launchBrowser,
  type ReaderPage,
} from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { row } from '../bench/pages/figures.ts';
import { type SoakPage, soakPage } from './soak/soak-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIFTHS = 5;
/** Fifths that go before. */
const WARM_UP = 3;
/** Growth that is allowed from the first measure to the last. */
const ALLOWED = 0.05;
/** What the page shows when it is back at rest is read after our longest pause at the latest, in ms. */
const LONGEST_PAUSE_MS = 3000;

const SOAKS = [
  { kind: 'articles', what: '1,000 articles in one document', steps: 1000, everyMs: 60 },
  { kind: 'feed', what: '30 minutes of a feed', steps: 1800, everyMs: 25 },
] as const;

/** What is held after a part of a soak. */
type Held = Readonly<Record<string, number>>;

/** Lets the page come to rest, and counts what is held. */
async function held(page: ReaderPage, kind: BrowserKind): Promise<Held> {
  await sleep(LONGEST_PAUSE_MS);
  const marks = await page.waitFor(() => page.evaluate(countRanges), { what: 'marks on what is shown last' });
  return kind === 'chromium' ? { ...(await heapOf(page as ChromiumPage)), ranges: marks } : { ranges: marks };
}

/** Evaluated in the page. */
function countRanges(): number {
  let count = 0;
  for (const [name, highlight] of CSS.highlights) if (name.startsWith('glossator-')) count += highlight.size;
  return count;
}

async function heapOf(page: ChromiumPage): Promise<Held> {
  // Weak references are let go one collection later than what they point from.
  for (let n = 0; n < 3; n++) await page.command('HeapProfiler.collectGarbage', undefined);
  const { metrics } = await page.command('Performance.getMetrics', undefined);
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

/** The measures whose last value is more than the first one allows. */
function grown(measures: readonly Held[]): string[] {
  const [first = {}, last = {}] = [measures[0], measures.at(-1)];
  return Object.keys(first).filter(
    (name) => !((last[name] as number) <= (first[name] as number) * (1 + ALLOWED)),
  );
}

async function soak(kind: BrowserKind): Promise<string[]> {
  const site = await startSite();
  const failures: string[] = [];
  const reader = await launchBrowser(kind, {
    extensionDir: path.join(ROOT, 'dist', kind),
    proxy: site.proxy,
    viewport: { width: 1280, height: 900 },
  });
  try {
    for (const { kind: pageKind, what, steps, everyMs } of SOAKS) {
      const url = `http://soak.test/${pageKind}`;
      site.page(url, soakPage(pageKind));
      const page = await reader.openPage(url);
      if (kind === 'chromium') await (page as ChromiumPage).command('Performance.enable', undefined);
      const measures: Held[] = [];
      for (let fifth = 1 - WARM_UP; fifth <= FIFTHS; fifth++) {
        await page.evaluate(runSoak, steps / FIFTHS, everyMs);
        const now = await held(page, kind);
        if (fifth >= 0) measures.push(now);
      }
      printMeasures(`${kind}, ${what}`, measures);
      for (const name of grown(measures)) failures.push(`${kind}, ${what}: ${name} has grown`);
      await page.close();
    }
  } finally {
    await reader.close();
    await site.close();
  }
  return failures;
}

/** Evaluated in the page. */
function runSoak(steps: number, everyMs: number): Promise<void> {
  return (globalThis as unknown as { soak: SoakPage }).soak.run(steps, everyMs);
}

function printMeasures(title: string, measures: readonly Held[]): void {
  console.log(`\n${title}: before and after each fifth\n`);
  const names = Object.keys(measures[0] ?? {});
  console.log(row(['fifth', ...names]));
  console.log(row(names.map(() => '--:').concat('--:')));
  for (const [n, measure] of measures.entries())
    console.log(row([n, ...names.map((name) => measure[name] ?? '–')]));
}

const failures: string[] = [];
for (const kind of BROWSER_KINDS) failures.push(...(await soak(kind)));
console.log(
  failures.length === 0 ? '\nNothing has grown.' : `\n${failures.map((line) => `- ${line}`).join('\n')}`,
);
process.exit(failures.length > 0 ? 1 : 0);
