/**
 * The pointer, as long as no card has been asked for: listeners that never hold up the page, one hit test a frame, and the
 * card's script fetched when the pointer stays on a mention or presses it. From then on the card is told, and decides.
 */

import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { bridge } from '../card/bridge.ts';
import type { Mark, Marks } from '../marks/marks.ts';
import type { PageText } from '../page/page-text.ts';
import { began, ended } from '../page/spans.ts';
import { hitTest, rectsOf } from './hit-test.ts';

const MOVE = 'pointermove';
/** A pointer that stays on a mention so many ms may want its card; Wikimedia's page previews begin to fetch then. */
const STAYS_MS = 150;

/**
 * Watches until `signal` aborts. What a page does to us without a word is mended (`mend`) whenever its reader does something; it
 * answers false where that is of no use any more. The answer looks again at where the pointer rests: there may be marks now.
 */
export function watchPointer(
  text: PageText,
  marks: Marks,
  mend: () => boolean | undefined,
  signal: AbortSignal,
): () => void {
  const shared = bridge();
  let frame = 0;
  let latest: PointerEvent | undefined;
  let over: Mark | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = () => {
    callBackground('loadCard', {}).catch((error) => {
      over = undefined; // to be tried again
      report('loading', error);
    });
  };
  const look = (isAgain?: boolean) => {
    frame = 0;
    if (!latest) return;
    const { clientX, clientY, type } = latest;
    began('hit');
    const hit = hitTest(clientX, clientY, text, marks);
    ended('hit');
    // What was closed over a mention stays closed, however often the page is read.
    if (isAgain && (type !== MOVE || !hit || hit.mark === shared.sight?.hit?.mark)) return;
    shared.sight = { event: latest, hit, at: performance.now() };
    shared.cards?.pointed(shared.sight);
    if (shared.cards || over === hit?.mark) return;
    over = hit?.mark;
    clearTimeout(timer);
    if (hit) timer = setTimeout(load, type === MOVE ? STAYS_MS : 0);
  };
  shared.page = { text, marks, rectsOf };
  const onFrame = () => {
    if (mend()) look();
  };
  const listen = (type: string, listener: (event: Event) => void) =>
    addEventListener(type, listener, { signal, passive: true, capture: true });
  for (const type of [MOVE, 'pointerdown', 'pointerup', 'pointercancel', 'click']) {
    listen(type, (event) => {
      latest = event as PointerEvent;
      if (type === MOVE) frame ||= requestAnimationFrame(onFrame);
      else look();
    });
  }
  for (const type of ['scroll', 'visibilitychange', 'transitionend', 'animationend']) listen(type, mend);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    shared.page = undefined;
    shared.cards?.close();
  });
  return () => {
    if (!frame && document.querySelector(':hover')) look(true);
  };
}
