/** Where one card stands: at its line, or where the reader has put it. */
import type { Occurrence } from './occurrence.ts';
import { moveCard, placeCard, type Spot } from './place.ts';

export interface Standing {
  /** Where it stands now. */
  readonly spot: Spot;
  /** From now on it stays where it is. */
  stay(): void;
  /** To a spot, or as near as leaves all of it in view, to stay there. */
  moveTo(spot: Spot): void;
  /** Looks to its place anew: the page has moved, or the card has grown. False where its line has gone from view. */
  renew(occurrence: Occurrence, pointer: Spot): boolean;
  /** Goes out of the way of the line, where the reader has put it over that. */
  makeWay(occurrence: Occurrence, pointer: Spot): void;
}

/** `slot`: what holds the card. */
export function standingOf(slot: HTMLElement): Standing {
  /** Null while it stands at its line. */
  let put: Spot | null = null;
  const spot = () => put ?? slot.getBoundingClientRect();
  const stay = () => {
    put = spot();
  };
  const renew = (occurrence: Occurrence, pointer: Spot) => {
    if (!put) return placeCard(slot, occurrence, pointer);
    put = moveCard(slot, put, false);
    return true;
  };
  return {
    get spot() {
      return spot();
    },
    stay,
    moveTo(to) {
      put = moveCard(slot, to, true);
    },
    renew,
    makeWay(occurrence, pointer) {
      const card = slot.getBoundingClientRect();
      const isCovered = ({ left, right, top, bottom }: DOMRect) =>
        left < card.right && right > card.left && top < card.bottom && bottom > card.top;
      if (!put || !occurrence.rects().some(isCovered)) return;
      put = null;
      renew(occurrence, pointer);
      stay();
    },
  };
}
