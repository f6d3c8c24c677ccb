/** A card that is kept is moved by its head: with the pointer, or by the arrow keys on its pin. */
import type { Spot } from './place.ts';

/** Follows the pointer that has gone down on the head until it is lifted. `from`: where the card stands now. */
export function drag(
  event: PointerEvent,
  from: Spot,
  moveTo: (spot: Spot) => void,
  onEnd: () => void = () => {},
): void {
  const head = event.currentTarget;
  const isControl = event.target instanceof Element && event.target.closest('button, a');
  if (event.button !== 0 || isControl || !(head instanceof HTMLElement)) return;
  const life = new AbortController();
  const { signal } = life;
  signal.addEventListener('abort', onEnd);
  // The pointer is the head's until it is lifted, however fast it goes.
  head.setPointerCapture(event.pointerId);
  head.addEventListener(
    'pointermove',
    (now) => moveTo({ x: from.x + now.clientX - event.clientX, y: from.y + now.clientY - event.clientY }),
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    head.addEventListener(type, () => life.abort(), { signal });
}
