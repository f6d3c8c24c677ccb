/**
 * Where a card stands: under the line box that the pointer is on, flipped above where there is more room, shifted into the
 * viewport, and shrunk to fit at last. Never over the line being read.
 */
import { computePosition, flip, offset, shift, size, type VirtualElement } from '@floating-ui/dom';

/** Pixels between line and card, and between card and the edge of the viewport. */
const GAP = 8;
const EDGE = 8;
/** Cards are not shrunk below this: they scroll inside. */
const LEAST_HEIGHT = 120;
/** From this width on, a mention's card opens at the pointer rather than at its middle. */
const WIDE_MENTION = 28;

/** Moves `card` to its place and tells `onHeight` how high it may be. */
export async function placeCard(
  card: HTMLElement,
  rects: readonly DOMRect[],
  pointer: { readonly x: number; readonly y: number },
  onHeight: (pixels: number) => void,
): Promise<void> {
  const line = lineUnder(rects, pointer);
  if (!line) return;
  const anchor: VirtualElement = { getBoundingClientRect: () => narrowed(line, pointer.x) };
  const { x, y } = await computePosition(anchor, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP),
      flip({ padding: EDGE, fallbackStrategy: 'bestFit' }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => onHeight(Math.max(LEAST_HEIGHT, Math.floor(availableHeight))),
      }),
    ],
  });
  card.style.setProperty('left', `${Math.round(x)}px`, 'important');
  card.style.setProperty('top', `${Math.round(y)}px`, 'important');
}

/** The line box under the pointer, or the nearest one of a mention that is wrapped over several. */
export function lineUnder(
  rects: readonly DOMRect[],
  { x, y }: { readonly x: number; readonly y: number },
): DOMRect | null {
  const distance = (rect: DOMRect) =>
    Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
  return rects.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The part of a line box that the card lines up with. */
function narrowed(line: DOMRect, x: number): DOMRect {
  if (line.width <= WIDE_MENTION) return line;
  const left = Math.min(Math.max(x - 12, line.left), line.right - WIDE_MENTION);
  return new DOMRect(left, line.top, WIDE_MENTION, line.height);
}
