/**
 * From the pointer to the card: listeners that never hold up the page, one hit test a frame, intent, and the card's code
 * fetched with the first intent.
 */
import type { Mark, Marks } from '../marks/marks.ts';
import type { PageText } from '../page/page-text.ts';
import { measured } from '../page/spans.ts';
import { type Hit, hitTest } from './hit-test.ts';
import { HoverIntent } from './intent.ts';

export interface HoverCallbacks {
  prefetch(hit: Hit): void;
  open(hit: Hit, x: number, y: number): void;
  /** The pointer is over this mention, or over none. */
  over(mark: Mark | null): void;
}

/** Watches until `signal` aborts. */
export function watchPointer(
  text: PageText,
  marks: Marks,
  callbacks: HoverCallbacks,
  signal: AbortSignal,
): void {
  let frame = 0;
  let x = 0;
  let y = 0;
  const intent = new HoverIntent<Hit>({
    prefetch: (hit) => callbacks.prefetch(hit),
    open: (hit) => callbacks.open(hit, x, y),
  });
  const look = () => {
    frame = 0;
    marks.restore();
    const hit = measured('hit', () => hitTest(x, y, text, marks));
    callbacks.over(hit?.mark ?? null);
    intent.move(hit, x, y);
  };
  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, listener, { signal, passive: true, capture: true });

  listen('pointermove', (event) => {
    [x, y] = [event.clientX, event.clientY];
    if (event.pointerType === 'touch' || event.buttons !== 0 || marks.isEmpty) return intent.cancel();
    frame ||= requestAnimationFrame(look);
  });
  for (const type of ['pointerdown', 'keydown'] as const) listen(type, () => intent.cancel());
  listen('scroll', () => {
    intent.cancel();
    marks.restore();
  });
  document.addEventListener('visibilitychange', () => marks.restore(), { signal });
  document.documentElement.addEventListener(
    'pointerleave',
    () => {
      intent.cancel();
      callbacks.over(null);
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    intent.cancel();
  });
}
