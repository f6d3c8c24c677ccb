/**
 * Time limits. Whatever a browser may leave unanswered gets one here, and the failure says what was awaited: a test that
 * hangs in silence tells nobody anything.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Truthy } from './driver.ts';

/** A limit for one step of the driver itself (not for what a test waits for). */
export const STEP_MS = 30_000;
const POLL_MS = 25;

/** The promise's value, or an error naming `what` after `ms`. The work itself goes on: nobody can stop a browser's call. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${ms} ms in vain for ${what}.`)), ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** One that was stopped is gone within a second. */
const STOPPED_MS = 3000;

/** Stops something until it is seen to be gone: what asks for it at that moment starts it anew, and it is stopped again. */
export async function untilStopped(
  stop: () => Promise<unknown>,
  isGone: () => Promise<boolean>,
  what: string,
): Promise<void> {
  await until(
    async () => {
      await stop();
      return until(isGone, { timeout: STOPPED_MS, what });
    },
    { what },
  );
}

/**
 * Calls `probe` until its answer is truthy. A probe that throws is asked again, since a page that navigates throws for a
 * moment; the last error stands in the failure.
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  { timeout = STEP_MS, what }: { readonly timeout?: number; readonly what: string },
): Promise<Truthy<T>> {
  const end = performance.now() + timeout;
  let last = 'it answered nothing';
  for (;;) {
    const left = end - performance.now();
    if (left <= 0) throw new Error(`Waited ${timeout} ms in vain for ${what} (last: ${last}).`);
    try {
      const answer = await within(Promise.resolve(probe()), left, what);
      if (answer) return answer as Truthy<T>; // it just proved to be
      last = `it answered ${JSON.stringify(answer)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(POLL_MS);
  }
}
