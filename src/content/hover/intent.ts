/**
 * Intent: a pointer that rests on a mention means it; one that passes over does not.
 *
 *     idle --on a mention--> resting --150 ms--> prefetch --300 ms--> open     (where less is asked for: at half of it)
 *       ^                       |  moving: the time starts anew
 *       +---- off, a button, a key, a scroll, a selection: then nothing for a while
 *
 * Rest is slowness, not stillness: a hand that follows the words it reads may stay on a mention without ever standing still.
 * Wikimedia's page previews found 150 ms for fetching and 300 ms in all right for data that is at hand.
 */
import { noted } from '../page/spans.ts';
import { onceHeard } from './heard.ts';

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

export interface HoverIntent<T> {
  /** The pointer is at a place since some time (`at`, of `performance.now`), over a target or over none; `delay` opens it. */
  move(target: T | null, x: number, y: number, at: number, delay: number): void;
  /** The reader does something else, and will for so many ms yet: a rest counts from then on. */
  busy(ms: number): void;
}

/** Watches a pointer over targets. */
export function hoverIntent<T>({ prefetch, open }: IntentCallbacks<T>): HoverIntent<T> {
  let over: T | null = null;
  let path: Sample[] = [];
  /** Until when the reader is at something else, of `performance.now`. */
  let busyUntil = 0;
  let awaited: (() => void)[] = [];

  /** Forgets what was about to open. */
  const cancel = () => {
    for (const callOff of awaited) callOff();
    awaited = [];
    over = null;
  };
  /** Whether the pointer has hardly moved of late. */
  const isSlow = (now: Sample) => {
    const recent = path.filter(({ at }) => now.at - at <= REST_WINDOW_MS);
    path = [...recent, now];
    return recent.every(({ x, y }) => Math.hypot(now.x - x, now.y - y) <= REST_PIXELS);
  };
  return {
    move(target, x, y, at, delay) {
      if (isSlow({ x, y, at }) && target !== null && target === over) return;
      cancel();
      if (target === null) return;
      over = target;
      const since = Math.max(at, busyUntil);
      const callAt = (due: number, call: () => void) =>
        awaited.push(onceHeard(Math.max(0, due - performance.now()), call));
      callAt(since + Math.min(PREFETCH_MS, delay / 2), () => prefetch(target));
      const due = since + delay;
      callAt(due, () => {
        noted('intent', due);
        open(target);
      });
    },
    busy(ms) {
      cancel();
      busyUntil = performance.now() + ms;
    },
  };
}
