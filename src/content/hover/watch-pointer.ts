/**
 * The pointer, as long as no card has been asked for: listeners that never hold up the page, one hit test a frame, and the
 * card's script fetched when the pointer stays on a mention or presses it. From then on the card is told, and decides.
 */

import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { bridge } from '../card/bridge.ts';
import type { Mark, Marks } from '../marks/marks.ts';
import type { PageText } from '../page/page-text.ts';
import { measured } from '../page/spans.ts';
import { hitTest, rectsOf } from './hit-test.ts';

/** A pointer that stays on a mention so many ms may want its card; Wikimedia's page previews begin to fetch then. */
const STAYS_MS = 150;

/** Watches until `signal` aborts. */
export function watchPointer(text: PageText, marks: Marks, signal: AbortSignal): void {
  const shared = bridge();
  let frame = 0;
  let latest: PointerEvent;
  let over: Mark | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = () => {
    callBackground('loadCard', {}).catch((error) => {
      over = undefined; // to be tried again
      report('loading the card', error);
    });
  };
  const look = () => {
    frame = 0;
    marks.restore();
    const hit = marks.isEmpty
      ? null
      : measured('hit', () => hitTest(latest.clientX, latest.clientY, text, marks));
    shared.sight = { event: latest, hit, at: performance.now() };
    shared.cards?.pointed(shared.sight);
    if (shared.cards || over === hit?.mark) return;
    over = hit?.mark;
    clearTimeout(timer);
    if (hit) timer = setTimeout(load, latest.type === 'pointermove' ? STAYS_MS : 0);
  };
  shared.page = { text, marks, rectsOf };
  for (const type of ['pointermove', 'pointerdown', 'click'] as const) {
    const listener = (event: MouseEvent) => {
      latest = event as PointerEvent;
      if (type === 'pointermove') frame ||= requestAnimationFrame(look);
      else look();
    };
    addEventListener(type, listener, { signal, passive: true, capture: true });
  }
  addEventListener('scroll', () => marks.restore(), { signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', () => marks.restore(), { signal });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    shared.page = undefined;
    shared.cards?.close();
  });
}
