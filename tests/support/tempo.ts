/// <reference lib="dom" />
/** Ways of the pointer whose pace matters, on machines that may be too busy to keep it. */
import assert from 'node:assert/strict';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';

/** As often as a busy machine may need. */
const TRIES = 8;

interface WatchedWindow extends Window {
  /** When the pointer moved, as the page saw it. */
  moves?: number[];
}

/** Has the pointer go a way, and again until it made no stop on it of `ms` or more: on a slow machine it rests where it should not. */
export async function withoutStop(page: ReaderPage, ms: number, way: () => Promise<void>): Promise<void> {
  const stops: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    await way();
    const stop = await longestStop(page);
    if (stop < ms) return;
    stops.push(stop);
  }
  assert.fail(`the pointer stopped for ${stops} ms on its ways`);
}

/** Watches the pointer from here on, for `withoutStop`. */
export async function watchTempo(page: ReaderPage): Promise<void> {
  await page.evaluate(() => {
    const own = window as WatchedWindow;
    if (!own.moves) addEventListener('pointermove', () => own.moves?.push(performance.now()), true);
    own.moves = [];
  });
}

async function longestStop(page: ReaderPage): Promise<number> {
  const moves = (await page.evaluate(() => (window as WatchedWindow).moves)) ?? [];
  return Math.max(...moves.slice(1).map((at, i) => at - (moves[i] ?? 0)));
}
