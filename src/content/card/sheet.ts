/**
 * In a narrow window, and so in one that is zoomed far in, the card is a sheet at the bottom edge, as wide as the window; at the
 * top edge where the line being read stands too low. Its head is a handle: drawn to the edge, it closes.
 */
import { drag } from './drag.ts';

/** Windows less wide have no room beside a card, in pixels. */
const NARROW = 480;
const GAP = 8;
/** With less room under its line a sheet stands above that, if there is more. */
const WANTED_HEIGHT = 160;
/** No sheet is lower: a window with less room beside a line shows three lines in all. */
const LEAST_HEIGHT = 80;
/** As high as a sheet may be, of the window. */
const SHARE = 0.7;
/** In less, head and foot of a card would leave hardly a line between them: all of it scrolls. */
const LOW = 280;
/** Drawn so far, it goes. */
const FAR = 60;

/** With two fingers spread, the window's edges are not the reader's. */
export function isNarrow(): boolean {
  return innerWidth < NARROW && visualViewport?.scale === 1;
}

/** Puts the card in `slot` at the edge away from its line; false where the window is wide enough for other places. */
export function placeSheet(slot: HTMLElement, line: DOMRect): boolean {
  const isSheet = isNarrow();
  const below = innerHeight - line.bottom - GAP;
  const isAbove = below < WANTED_HEIGHT && below < line.top;
  slot.classList.toggle('sheet', isSheet);
  slot.classList.toggle('above', isSheet && isAbove);
  if (isSheet) {
    slot.style.left = slot.style.top = '';
    const room = Math.max(LEAST_HEIGHT, isAbove ? line.top - GAP : below);
    setHeight(slot, Math.min(innerHeight * SHARE, room));
  }
  return isSheet;
}

/** Lets the card in `slot` be so many pixels high. */
export function setHeight(slot: HTMLElement, most: number): void {
  slot.style.maxHeight = `${most}px`;
  slot.classList.toggle('low', most < LOW);
}

/** Follows the pointer on the sheet's handle. */
export function dragSheet(event: PointerEvent, slot: HTMLElement, close: () => void): void {
  const towards = slot.classList.contains('above') ? -1 : 1;
  let way = 0;
  drag(
    event,
    { x: 0, y: 0 },
    ({ y }) => {
      way = Math.max(0, y * towards);
      slot.style.translate = `0 ${way * towards}px`;
    },
    () => {
      if (way > FAR) close();
      else slot.style.translate = '';
    },
  );
}
