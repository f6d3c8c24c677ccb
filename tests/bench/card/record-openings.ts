/**
 * Stands before our content script, in its own world, and watches the frames of the page: when each began and when it had been
 * painted, when a card stood in it, filled, and whether anything in the card moved afterwards. The page asks by one event and is
 * answered by another.
 */
import { filledCard } from '../../support/card-in-world.ts';

/** Times are in ms of the page's clock. */
export interface Frame {
  /** When its callbacks began. */
  readonly start: number;
  /** When it had been laid out and painted. */
  readonly end: number;
}

export interface Recording {
  readonly frames: readonly Frame[];
  /** The end of the first frame that showed the card with all that it has room for; null while none has. */
  readonly shownAt: number | null;
  /** Parts of the card of which something else was seen in a later frame: they stood elsewhere, or were larger or smaller. */
  readonly moved: readonly string[];
  /** Frames in which the card was looked at after the first. */
  readonly looks: number;
}

interface Box {
  readonly name: string;
  readonly rect: DOMRect;
}

let frames: Frame[] = [];
let shownAt: number | null = null;
let moved: string[] = [];
let looks = 0;
let first: ReadonlyMap<Element, Box> | null = null;

/** The card, filled, once it can be seen: it comes with a short fade. */
function shownCard(): Element | null {
  const card = filledCard();
  return card && Number(getComputedStyle(card).opacity) > 0 ? card : null;
}

/** What is seen of a part: the middle of the card scrolls. Where nothing is, a rect without a height. */
function seenOf(part: Element): DOMRect {
  const { x, y, width, height } = part.getBoundingClientRect();
  const body = part.parentElement?.closest('.body')?.getBoundingClientRect();
  if (!body) return new DOMRect(x, y, width, height);
  const top = Math.min(Math.max(y, body.top), body.bottom);
  return new DOMRect(x, top, width, Math.min(Math.max(y + height, body.top), body.bottom) - top);
}

function boxesOf(card: Element): Map<Element, Box> {
  const parts = [card, ...card.querySelectorAll('*')];
  return new Map(
    parts.map((part) => [
      part,
      { name: `${part.localName}.${part.getAttribute('class') ?? ''}`, rect: seenOf(part) },
    ]),
  );
}

function differs(a: DOMRect, b: DOMRect): boolean {
  return (['x', 'y', 'width', 'height'] as const).some((side) => Math.abs(a[side] - b[side]) > 0.01);
}

/** After the paint, when asking for rects costs no layout. */
function compare(card: Element): void {
  const now = boxesOf(card);
  if (!first) {
    first = now;
    return;
  }
  looks += 1;
  for (const [part, { name, rect }] of now) {
    const before = first.get(part);
    if (before && differs(before.rect, rect)) moved.push(`${name} ${JSON.stringify([before.rect, rect])}`);
  }
}

const painted = new MessageChannel();
let start = 0;
let card: Element | null = null;
painted.port1.onmessage = () => {
  const end = performance.now();
  frames.push({ start, end });
  if (card) {
    shownAt ??= end;
    compare(card);
  }
  requestAnimationFrame(look);
};

/** What stands there before the paint is in it. */
function look(): void {
  start = performance.now();
  card = shownCard();
  painted.port2.postMessage(null);
}
requestAnimationFrame(look);

addEventListener('bench-forget', () => {
  // The card of a frame that is being painted may be the one before.
  [frames, moved, looks, shownAt, first, card] = [[], [], 0, null, null, null];
});
addEventListener('bench-ask', () => {
  const detail: Recording = { frames, shownAt, moved, looks };
  dispatchEvent(new CustomEvent('bench-answer', { detail: JSON.stringify(detail) }));
});
