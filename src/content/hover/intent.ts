/**
 * Intent: a pointer that rests on a mention means it; one that passes over does not.
 *
 *     idle --on a mention--> resting --150 ms--> prefetch --300 ms--> open
 *       ^                       |  moved: the time starts anew
 *       +---- off, a button, a key, a scroll
 *
 * Wikimedia's page previews found 150 ms for fetching and 300 ms in all right for data that is at hand.
 */

const PREFETCH_MS = 150;
const OPEN_MS = 300;

/** Pixels that a resting hand moves. */
const REST_RADIUS = 4;

export interface IntentCallbacks<T> {
  prefetch(target: T): void;
  open(target: T): void;
}

/** Watches a pointer over targets; two finds of one mark are one target. */
export class HoverIntent<T extends { readonly mark: unknown }> {
  #target: T | null = null;
  #restX = 0;
  #restY = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];
  readonly #callbacks: IntentCallbacks<T>;

  constructor(callbacks: IntentCallbacks<T>) {
    this.#callbacks = callbacks;
  }

  /** The pointer is at a place, over a target or over none. */
  move(target: T | null, x: number, y: number): void {
    if (!target) {
      this.cancel();
      return;
    }
    const stays = this.#target?.mark === target.mark;
    if (stays && Math.hypot(x - this.#restX, y - this.#restY) <= REST_RADIUS) return;
    this.cancel();
    this.#target = target;
    this.#restX = x;
    this.#restY = y;
    this.#timers = [
      setTimeout(() => this.#callbacks.prefetch(target), PREFETCH_MS),
      setTimeout(() => this.#callbacks.open(target), OPEN_MS),
    ];
  }

  /** Whatever the reader does instead of resting. */
  cancel(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#target = null;
  }
}
