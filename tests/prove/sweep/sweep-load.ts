/// <reference lib="dom" />
/** One load of one page for the sweep, in either browser. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ChromiumPage } from '../../../src/tools/browser/chromium-page.ts';
import type { Reader, ReaderPage } from '../../../src/tools/browser/driver.ts';
import { longestOwnTask, sum } from '../../bench/pages/figures.ts';
import { isDone, readLoad } from '../../bench/pages/load-page.ts';
import type { SweepLoad } from './judge-loads.ts';

/** Time for a page's own scripts after its load event, the same with the extension and without. */
const SETTLE_MS = 700;
/** Our script has this long to come to its end. */
const PATIENCE_MS = 15_000;

/** Opens a page in a new tab, waits for it and for our script, and closes it. Rejects where the page does not stay. */
export async function sweepLoad(reader: Reader, url: string, isOurs: boolean): Promise<SweepLoad> {
  const page = await reader.openPage(url);
  try {
    await sleep(SETTLE_MS);
    const done = !isOurs || (await untilDone(page));
    const place = await page.evaluate(() => document.documentURI);
    if (!place.startsWith(url)) throw new Error(`The page went to ${place}.`);
    const seen = await page.evaluate(readLoad);
    const html = await page.html();
    return {
      html,
      errors: page.errors.map(withoutNumbers),
      layoutShift: seen.layoutShift,
      longestOwnMs: longestOwnTask(seen.spans, seen.longTasks),
      ownMs: sum(seen.spans.map(({ duration }) => duration)),
      heap: await heapOf(page),
      marks: seen.marks,
      isDone: done,
    };
  } finally {
    await page.close();
  }
}

async function untilDone(page: ReaderPage): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  // A page that our script leaves alone has no beginning of it either.
  while (performance.now() < end) {
    if (await page.evaluate(isDone, true)) return true;
    await sleep(100);
  }
  return false;
}

async function heapOf(page: ReaderPage): Promise<number | null> {
  if (!(page instanceof ChromiumPage)) return null;
  await page.command('HeapProfiler.collectGarbage', {});
  await page.command('Performance.enable', {});
  const { metrics } = await page.command('Performance.getMetrics', undefined);
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? null;
}

/** Ports, times and counters differ from load to load. */
function withoutNumbers(line: string): string {
  return line.replace(/\d+/g, '0');
}
