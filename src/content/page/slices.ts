/**
 * Work in slices: a page must answer its reader between any two of them.
 */
import { measured } from './spans.ts';

/** Half a frame at 60 Hz, so that the page has the other half. */
export const SLICE_MS = 8;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Gives the page its turn. Input comes first where the browser can tell. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

/** Runs a generator to its end in slices, and answers all it yielded but null; what was yielded so far when `signal` aborts. */
export async function inSlices<T>(
  work: Generator<T | null>,
  name: string,
  signal: AbortSignal,
): Promise<T[]> {
  const results: T[] = [];
  while (!signal.aborted) {
    const done = measured(name, () => takeSlice(work, results));
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
