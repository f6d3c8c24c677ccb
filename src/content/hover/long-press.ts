/**
 * A finger that stays on a mention means it, wherever the mention stands: in a link too, where a tap is the link's. Only then
 * is the tap that follows not the page's.
 */
import { bridge, type Sight } from '../card/bridge.ts';

const LONG_MS = 500;
/** A finger that goes farther scrolls. */
const STILL_PIXELS = 10;
const STAYS = /down|move/;

/**
 * Calls `open` when the finger that went down at `start` has stayed for long enough. What it did is read off what the spotter has
 * seen last: it may be on its way, or gone, before there is anybody else to listen.
 */
export function watchLongPress(start: Sight, open: () => void): void {
  const { event, at } = start;
  const isStill = () => {
    const now = bridge().sight?.event ?? event;
    const way = Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY);
    return now.pointerId === event.pointerId && STAYS.test(now.type) && way <= STILL_PIXELS;
  };
  const end = () => {
    if (!isStill()) return;
    swallowTap();
    open();
  };
  // A frame later, what the finger did while the page was at work has been heard.
  setTimeout(() => requestAnimationFrame(end), LONG_MS - (performance.now() - at));
}

/** What a long press would do in the page, it does not: until a finger goes down again. */
function swallowTap(): void {
  const life = new AbortController();
  const options = { signal: life.signal, capture: true };
  for (const type of ['click', 'contextmenu'])
    addEventListener(
      type,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      options,
    );
  addEventListener('pointerdown', () => life.abort(), options);
}
