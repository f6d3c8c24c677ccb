/// <reference lib="dom" />
/**
 * One load of one page in one Chromium, and what it cost. The time of all tasks of the main thread comes from the browser
 * (`TaskDuration`, in time of the processor: what other programs take does not count), whoever's they are; what we did
 * ourselves comes from the spans that bench builds leave behind, in time of the clock.
 * https://chromedevtools.github.io/devtools-protocol/tot/Performance/
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../../../src/tools/browser/chromium-page.ts';
import type { Reader } from '../../../src/tools/browser/driver.ts';
import type { Stretch } from './figures.ts';

export interface Load {
  /** Time of all tasks of the main thread, in ms. */
  readonly taskMs: number;
  /** Bytes of the JavaScript heap after a collection. */
  readonly heap: number;
  readonly html: string;
  readonly spans: readonly (Stretch & { readonly name: string })[];
  readonly longTasks: readonly Stretch[];
  /** From the start of our script (`document_idle`) to the first painted marks, and to the end of all; null without. */
  readonly firstMarksMs: number | null;
  readonly doneMs: number | null;
  readonly marks: number;
  /** Marks that stand in the viewport at the end. */
  readonly marksInView: number;
  readonly elements: number;
  readonly layoutShift: number;
}

/** A page is at rest when its tasks took less than this in so many looks in a row. */
const REST_MS = 2;
const LOOKS = 3;
const LOOK_EVERY_MS = 100;
const LONGEST_MS = 60_000;
/** A page that moves all by itself is measured at this time after its load event, alike for all. */
const RESTLESS_MS = 10_000;
/** A page where our script has not even begun after this time is one that it leaves alone. */
const NO_START_MS = 3_000;

/** Opens a page in a new tab, waits until it rests, and closes it. `isOurs`: wait for our own word too. */
export async function loadPage(reader: Reader, url: string, isOurs: boolean): Promise<Load> {
  const page = (await reader.openPage('about:blank')) as ChromiumPage; // the bench drives Chromium only
  try {
    await page.command('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await metric(page, 'TaskDuration');
    await page.goto(url);
    const after = await atRest(page, isOurs);
    const seen = await page.evaluate(readLoad);
    const html = await page.html();
    await page.command('HeapProfiler.collectGarbage', {});
    const heap = await metric(page, 'JSHeapUsedSize');
    return { ...seen, html, heap, taskMs: (after - before) * 1000 };
  } finally {
    await page.close();
  }
}

/** Waits until the main thread rests; answers its TaskDuration then, in seconds. */
async function atRest(page: ChromiumPage, isOurs: boolean): Promise<number> {
  const start = performance.now();
  const end = start + LONGEST_MS;
  let last = await metric(page, 'TaskDuration');
  for (let quiet = 0; performance.now() < end; ) {
    await sleep(LOOK_EVERY_MS);
    const now = await metric(page, 'TaskDuration');
    quiet = (now - last) * 1000 < REST_MS ? quiet + 1 : 0;
    last = now;
    if (quiet < LOOKS && performance.now() - start < RESTLESS_MS) continue;
    if (!isOurs || (await page.evaluate(isDone, performance.now() - start > NO_START_MS))) return now;
  }
  throw new Error(`${page.url} did not come to its end in ${LONGEST_MS / 1000} s.`);
}

async function metric(page: ChromiumPage, wanted: string): Promise<number> {
  const { metrics } = await page.command('Performance.getMetrics', undefined);
  const found = metrics.find(({ name }) => name === wanted);
  if (!found) throw new Error(`Chromium tells no ${wanted}.`);
  return found.value;
}

/** Whether our script has said that it is done, or does nothing here. Evaluated in the page. */
export function isDone(mayBeAbsent: boolean): boolean {
  const isNoted = (name: string) => performance.getEntriesByName(`glossator:${name}`).length > 0;
  return isNoted('done') || (mayBeAbsent && !isNoted('start'));
}

/** What a document itself tells of its load. */
export type SeenLoad = Omit<Load, 'taskMs' | 'heap' | 'html'>;

/** Evaluated in the page. Firefox tells neither of long tasks nor of layout shifts. */
export async function readLoad(): Promise<SeenLoad> {
  const buffered = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        observer.disconnect();
        resolve(list.getEntries());
      });
      observer.observe({ type, buffered: true });
      setTimeout(() => {
        observer.disconnect();
        resolve([]);
      }, 50);
    });
  const [longTasks, shifts] = await Promise.all([buffered('longtask'), buffered('layout-shift')]);
  const noted = (name: string) => performance.getEntriesByName(`glossator:${name}`, 'mark')[0]?.startTime;
  const since = (name: string) => {
    const [start, end] = [noted('start'), noted(name)];
    return start === undefined || end === undefined ? null : end - start;
  };
  const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
    name.startsWith('glossator-') ? [...highlight] : [],
  );
  const isInView = (range: AbstractRange) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()].some(
      ({ top, bottom, width, height }) => width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    );
  };
  return {
    spans: performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('glossator:'))
      .map(({ name, startTime, duration }) => ({ name: name.slice(10), start: startTime, duration })),
    longTasks: longTasks.map(({ startTime, duration }) => ({ start: startTime, duration })),
    firstMarksMs: since('painted'),
    doneMs: since('done'),
    marks: ranges.length,
    marksInView: ranges.filter(isInView).length,
    elements: document.getElementsByTagName('*').length,
    layoutShift: shifts.reduce((sum, entry) => sum + ((entry as { value?: number }).value ?? 0), 0),
  };
}
