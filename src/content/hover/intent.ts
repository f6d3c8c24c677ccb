/**
 * Intent: a pointer that rests on a mention means it; one that passes over does not.
 *
 *     idle --on a mention--> resting --150 ms--> prefetch --300 ms--> open
 *       ^                       |  moving: the time starts anew
 *       +---- off, a button, a key, a scroll
 *
 * Rest is slowness, not stillness: a hand that follows the words it reads may stay on a mention without ever standing still.
 * Wikimedia's page previews found 150 ms for fetching and 300 ms in all right for data that is at hand.
 */

const PREFETCH_MS = 150;
/** A pointer that has gone farther than this in so many ms is on its way. */
const REST_PIXELS = 10;
const REST_WINDOW_MS = 100;

export interface IntentCallbacks<T> {
  prefetch(target: T): void;
  open(target: T): void;
}

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Watches a pointer over targets. */
export class HoverIntent<T> {
  #target: T | null = null;
  #path: Sample[] = [];
  #timers: ReturnType<typeof setTimeout>[] = [];
  readonly #callbacks: IntentCallbacks<T>;

  constructor(callbacks: IntentCallbacks<T>) {
    this.#callbacks = callbacks;
  }

  /** The pointer is at a place since some time (`at`, of `performance.now`), over a target or over none; `delay` opens it. */
  move(target: T | null, x: number, y: number, at: number, delay: number): void {
    const isSlow = this.#isSlow({ x, y, at });
    if (target !== null && target === this.#target && isSlow) return;
    this.cancel();
    if (target === null) return;
    this.#target = target;
    const rested = performance.now() - at;
    const callAt = (ms: number, call: (target: T) => void) =>
      this.#timers.push(setTimeout(() => call(target), Math.max(0, ms - rested)));
    if (PREFETCH_MS < delay) callAt(PREFETCH_MS, (mark) => this.#callbacks.prefetch(mark));
    callAt(delay, (mark) => this.#callbacks.open(mark));
  }

  /** Whatever the reader does instead of resting. */
  cancel(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#target = null;
  }

  /** Whether the pointer has hardly moved of late. */
  #isSlow(now: Sample): boolean {
    const recent = this.#path.filter(({ at }) => now.at - at <= REST_WINDOW_MS);
    this.#path = [...recent, now];
    return recent.every(({ x, y }) => Math.hypot(now.x - x, now.y - y) <= REST_PIXELS);
  }
}
