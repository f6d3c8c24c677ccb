/**
 * Where a card stands: after the line box that the pointer is on (below it, in vertical writing beside it), before it where
 * there is more room, shifted into what the reader sees of the page, and shrunk to fit at last. Never over the line being
 * read, nor over what is between the line and the card: the pointer's way from one to the other.
 */

import { placeSheet, setHeight } from './sheet.ts';

/** In pixels of the viewport. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The way that lines and letters run where the mention stands; in vertical writing, where the next line is. */
export type Flow = 'ltr' | 'rtl' | 'next-left' | 'next-right';

/** The way of the lines in an element. */
export function flowOf(element: Element): Flow {
  const { writingMode, direction } = getComputedStyle(element);
  if (writingMode.startsWith('horizontal')) return direction === 'rtl' ? 'rtl' : 'ltr';
  return writingMode.endsWith('lr') ? 'next-right' : 'next-left';
}

/** Pixels between line and card, and between card and the edge of the viewport. */
const GAP = 8;
const EDGE = 8;
/** Cards are not shrunk below this, but where there is no more anywhere: they scroll inside. */
const LEAST_HEIGHT = 96;
/** A card is no higher than this, nor than this share of the window. */
const MOST_HEIGHT = 480;
const MOST_SHARE = 0.8;
/** From this length on, a mention's card opens at the pointer rather than at its middle. */
const LONG_MENTION = 28;
const BEFORE_POINTER = 12;

/** What a card stands at: its line boxes as they are now, in this viewport. */
interface Lines {
  readonly flow: Flow;
  rects(): readonly DOMRect[];
}

/** A stretch of one axis. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A part of the viewport. */
export interface View {
  readonly x: Stretch;
  readonly y: Stretch;
}

/** Moves the card in `slot` to its line. False where that has gone from view. */
export function placeCard(slot: HTMLElement, { flow, rects }: Lines, pointer: Spot): boolean {
  const view = fitIn(slot); // first what is written, then what is read: the card is laid out once
  const lines = rects();
  if (lines.every(({ bottom, top }) => bottom < 0 || top > innerHeight)) return false;
  const line = lineUnder(lines, pointer);
  const card = slot.firstElementChild;
  if (!line || !(card instanceof HTMLElement) || placeSheet(slot, line)) return true;
  // What scrolls inside counts: a card that was shrunk may grow again.
  const hidden = [card, ...card.children].reduce(
    (sum, part) => sum + part.scrollHeight - part.clientHeight,
    0,
  );
  const height = Math.min(card.offsetHeight + hidden, MOST_HEIGHT);
  const { x, y, room } = spotBeside(line, { width: card.offsetWidth, height }, view, pointer, flow);
  setRoom(slot, room);
  setSpot(slot, x, y);
  return true;
}

/** Where a card of a size stands beside a line, and how high it may be there. */
export function spotBeside(
  line: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  { width, height }: { readonly width: number; readonly height: number },
  view: View,
  pointer: Spot,
  flow: Flow,
): Spot & { readonly room: number } {
  const across = { from: line.left, to: line.right };
  const down = { from: line.top, to: line.bottom };
  if (flow.startsWith('next')) {
    const { place, room } = beside(across, view.x, width, flow === 'next-left');
    const y = within(startOf(down, pointer.y), view.y, height);
    if (room >= width) return { x: place, y, room: size(view.y) };
  }
  const { place, room, isBefore } = beside(down, view.y, height);
  const start = startOf(across, pointer.x);
  const x = within(flow === 'rtl' ? start + LONG_MENTION - width : start, view.x, width);
  const taken = Math.min(height, Math.max(room, LEAST_HEIGHT));
  return { x, y: within(isBefore ? line.top - GAP - taken : place, view.y, taken), room };
}

/**
 * Moves a card to a spot, or as near as leaves all of it in view. Answers where it stands. One that was shrunk to stand
 * beside its line stays as it is until it may grow.
 */
export function moveCard(slot: HTMLElement, { x, y }: Spot, mayGrow: boolean): Spot {
  const view = fitIn(slot);
  const room = mayGrow ? MOST_HEIGHT : Number.parseInt(slot.style.maxHeight, 10);
  setRoom(slot, Math.min(room || MOST_HEIGHT, size(view.y)));
  const spot = { x: within(x, view.x, slot.offsetWidth), y: within(y, view.y, slot.offsetHeight) };
  setSpot(slot, spot.x, spot.y);
  return spot;
}

/** The line box under the pointer, or the nearest one of a mention that is wrapped over several. */
export function lineUnder(rects: readonly DOMRect[], { x, y }: Spot): DOMRect | null {
  const distance = (rect: DOMRect) =>
    Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
  return rects.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** After a line, or before it where it is to be or where there is more room; `place` is where the card begins. */
function beside(line: Stretch, view: Stretch, wanted: number, beforeFirst = false) {
  const after = view.to - line.to - GAP;
  const before = line.from - GAP - view.from;
  const isBefore = beforeFirst ? before >= wanted || before >= after : after < wanted && before > after;
  return isBefore
    ? { isBefore, room: before, place: line.from - GAP - wanted }
    : { isBefore, room: after, place: line.to + GAP };
}

/** Where a card begins along its line: at a short mention's start, else a little before the pointer. */
function startOf({ from, to }: Stretch, pointer: number): number {
  return to - from <= LONG_MENTION
    ? from
    : Math.min(Math.max(pointer - BEFORE_POINTER, from), to - LONG_MENTION);
}

function within(place: number, view: Stretch, taken: number): number {
  return Math.max(view.from, Math.min(place, view.to - taken));
}

const size = ({ from, to }: Stretch) => to - from;

/** What the reader sees of the page, less its edge: with two fingers spread a part of the window; no scroll bars. The card is made no wider. */
function fitIn(slot: HTMLElement): View {
  const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport; // null only outside of windows
  slot.style.maxWidth = `${width - 2 * EDGE}px`;
  return {
    x: { from: offsetLeft + EDGE, to: offsetLeft + width - EDGE },
    y: { from: offsetTop + EDGE, to: offsetTop + height - EDGE },
  };
}

function setRoom(slot: HTMLElement, pixels: number): void {
  setHeight(
    slot,
    Math.min(Math.max(LEAST_HEIGHT, Math.floor(pixels)), MOST_HEIGHT, innerHeight * MOST_SHARE),
  );
}

function setSpot(slot: HTMLElement, x: number, y: number): void {
  slot.style.left = `${Math.round(x)}px`;
  slot.style.top = `${Math.round(y)}px`;
}
