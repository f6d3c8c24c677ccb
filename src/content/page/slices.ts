/**
 * Work in slices: a page must answer its reader between any two of them.
 */
import { began, ended } from './spans.ts';

/** Half a frame at 60 Hz, so that the page has the other half. */
export const SLICE_MS = 8;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Resolves when the page can be seen: at once, or when it comes back to its reader. */
export function seen(): Promise<unknown> | undefined {
  if (!document.hidden) return;
  return new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
}

/** Gives the page its turn. Input comes first where the browser can tell. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** How long a page that is busy may keep us waiting, in ms. */
const LONGEST_IDLE_MS = 100;

/** Resolves when the page has nothing else to do. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_IDLE_MS }));
}

/** Runs a generator to its end in slices, while the page can be seen, and answers all it yielded but null; what was yielded so far when `signal` aborts. */
export async function inSlices<T>(
  work: Generator<T | null>,
  name: string,
  signal: AbortSignal,
): Promise<T[]> {
  const results: T[] = [];
  for (;;) {
    await seen();
    if (signal.aborted) break;
    began(name);
    const done = takeSlice(work, results);
    ended(name);
    if (done) break;
    await breathe();
  }
  return results;
}

function takeSlice<T>(work: Generator<T | null>, results: T[]): boolean {
  const until = performance.now() + SLICE_MS;
  do {
    const { done, value } = work.next();
    if (done) return true;
    if (value !== null) results.push(value);
  } while (performance.now() < until);
  return false;
}
