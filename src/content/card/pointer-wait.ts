/**
 * How long a card that comes and goes waits for the pointer: as long as it is on the mention, on the card or on the way between
 * them, and a little longer. A card that the reader was led to by other means has not been left until it has been met.
 */
import { onceHeard } from '../hover/heard.ts';
import { isOnWay } from '../hover/way.ts';
import type { Spot } from './place.ts';

/** How long a card waits for the pointer to come back, in ms. */
const GRACE_MS = 300;

export interface PointerWait {
  /** Whether the card need not stand at a line in view. */
  readonly isFree: boolean;
  /** The pointer is at a place outside of cards, and on the mention or not; or nowhere on the page. */
  pointerAt(place: Spot | null, onMention: boolean): void;
  /** The card has left the pointer, not the pointer the card: it stays until they have met again. */
  lead(): void;
}

/** Waits until `signal` aborts. `slot`: the card's element; `onLeft`: the pointer has been gone for long enough. */
export function pointerWait(
  slot: HTMLElement,
  pointer: Spot,
  onLeft: () => void,
  signal: AbortSignal,
): PointerWait {
  /** Calls off that it has been left. */
  let leaving: (() => void) | undefined;
  let isOnMention = true;
  let isOnCard = false;
  let isLed = false;
  /** Where the pointer was last on the mention. */
  let leftFrom: Spot | null = pointer;

  const stay = () => {
    leaving?.();
    leaving = undefined;
  };
  const wait = () => {
    if (isOnMention || isOnCard || isLed) stay();
    // Begun once: a pointer that goes on moving has left all the same.
    else
      leaving ??= onceHeard(GRACE_MS, () => {
        leaving = undefined;
        onLeft();
      });
  };
  const meet = () => {
    isLed = false;
  };
  // A finger that is lifted has not left.
  const listen = (type: 'pointerenter' | 'pointerleave' | 'pointermove', listener: () => void) =>
    slot.addEventListener(type, ({ pointerType }) => pointerType !== 'touch' && listener(), { signal });
  const onPointer = (isOn: boolean) => () => {
    isOnCard = isOn;
    wait();
  };
  listen('pointerenter', onPointer(true));
  listen('pointerleave', onPointer(false));
  // The pointer was moved on the card, rather than the card under the pointer.
  listen('pointermove', meet);
  signal.addEventListener('abort', stay);
  return {
    get isFree() {
      return isOnCard || isLed;
    },
    pointerAt(place, onMention) {
      isOnMention = onMention;
      if (onMention) {
        meet();
        leftFrom = place;
      } else if (place && leftFrom && isOnWay(place, leftFrom, slot.getBoundingClientRect())) stay(); // a pointer that stops on its way is waited for no longer than one that has left
      wait();
    },
    lead() {
      isLed = true;
      wait();
    },
  };
}
