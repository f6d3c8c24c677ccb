/**
 * Which mention is under the pointer? The caret position there, looked up in the block's sorted mentions, confirmed by the
 * rectangles of the range: caret positions snap to the nearest text, however far away it is.
 */
import type { Mark, Marks } from '../marks/marks.ts';
import { rangeIn, TEXT } from '../page/blocks.ts';
import type { PageText } from '../page/page-text.ts';
import { tree } from '../page/tree.ts';

export interface Hit {
  readonly mark: Mark;
  /** The line boxes of the mention, in the viewport. */
  readonly rects: readonly DOMRect[];
}

/** Pixels above and below a line box that still count as on it: the gap between two lines of one mention. */
const SLACK = 3;

export function hitTest(x: number, y: number, text: PageText, marks: Marks): Hit | null {
  let caret = marks.isEmpty ? null : document.caretPositionFromPoint(x, y);
  // Finding what else may be there costs a hit test of its own.
  if (caret?.offsetNode.nodeType !== TEXT) caret = tree.caretAt(x, y);
  if (!caret) return null;
  const found = text.of(caret.offsetNode as Text);
  if (!found) return null;
  const { page, piece } = found;
  const offset = piece.start + caret.offset;
  for (const mark of marks.in(page)) {
    const { start, end } = mark.mention;
    if (start > offset) break;
    if (offset > end) continue;
    const rects = rectsOf(mark);
    if (rects.some((rect) => contains(rect, x, y))) return { mark, rects };
  }
  return null;
}

/** The line boxes of a mention as it stands now. */
export function rectsOf({ page, mention }: Mark): DOMRect[] {
  const range = rangeIn(page, mention.start, mention.end);
  return range ? [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0) : [];
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}
