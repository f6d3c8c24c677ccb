/**
 * Where a frame stands in this document, the tab's own: the pointer is over it, and its place on the screen was told to both
 * documents, whatever their origins. The element that is there holds the frame, or a frame around it. Where the pointer has not
 * been here yet, or the window was moved since, the browser still says what is hovered; Chromium at times tells of an element
 * that the pointer left for a frame in a frame.
 *
 *     this document   client + (screen there - screen here) / zoom = the pointer, here
 *     the frame       the pointer, here - client there             = the frame's corner, here
 */
import type { Box, FrameView, Point } from '../../protocol/card-words.ts';
import { bridge } from './bridge.ts';

/** Pixels by which the sizes of a frame, as it and its holder tell them, may differ: both are rounded. */
const SLACK = 2;

/** What holds a document, and what may hold such a thing in a tree that is closed to us. */
const FRAME = /^(iframe|frame|object|embed)$/;
const HOST = /-/;

/** Answers the way from the frame's pixels to ours, as it is whenever it is asked; null where the frame cannot be placed. */
export function placeFrame(view: FrameView, zoom: number): ((box: Box) => DOMRect) | null {
  const point = onScreen(view, zoom);
  const pointed = innermost((root) => point && root.elementFromPoint(point.x, point.y));
  const hovered = innermost((root) => [...root.querySelectorAll(':hover')].at(-1));
  for (const holder of [pointed, hovered]) {
    const corner = holder && inside(holder, view);
    if (corner) return fromCorner(holder, corner);
  }
  // A frame in that frame, or one in a tree that is closed to us.
  if (!point || !pointed || !(FRAME.test(pointed.localName) || HOST.test(pointed.localName))) return null;
  return fromCorner(pointed, { x: point.x - view.client.x, y: point.y - view.client.y });
}

function fromCorner(holder: HTMLElement, corner: Point): (box: Box) => DOMRect {
  const { left, top, width } = holder.getBoundingClientRect();
  const scale = width / holder.offsetWidth || 1;
  const [x, y] = [corner.x - left, corner.y - top];
  return (box) => {
    // The page may have been scrolled since.
    const now = holder.getBoundingClientRect();
    return new DOMRect(
      now.left + x + box.x * scale,
      now.top + y + box.y * scale,
      box.width * scale,
      box.height * scale,
    );
  };
}

/** What `find` finds, in open shadow trees too. */
function innermost(find: (root: Document | ShadowRoot) => Element | null | undefined): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (let root: Document | ShadowRoot | null = document; root; ) {
    const inner = find(root);
    if (!(inner instanceof HTMLElement) || inner === found) break;
    found = inner;
    root = inner.shadowRoot;
  }
  return found;
}

/** The corner of a frame that the holder holds itself. */
function inside(holder: HTMLElement, view: FrameView): Point | null {
  if (view.isNested || !FRAME.test(holder.localName)) return null;
  const { left, top, width } = holder.getBoundingClientRect();
  const scale = width / holder.offsetWidth;
  const style = getComputedStyle(holder);
  const padding = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  const own = holder.clientWidth - padding('left') - padding('right');
  if (Math.abs(own - view.width) > SLACK) return null;
  return {
    x: left + (holder.clientLeft + padding('left')) * scale,
    y: top + (holder.clientTop + padding('top')) * scale,
  };
}

/** The pointer on this page, by where it was here last. */
function onScreen({ screen }: FrameView, zoom: number): Point | null {
  const here = bridge().sight?.event;
  if (!here) return null;
  // Chromium tells the screen's pixels, Firefox the page's.
  const unit = 'mozInnerScreenX' in window ? 1 : zoom;
  return {
    x: here.clientX + (screen.x - here.screenX) / unit,
    y: here.clientY + (screen.y - here.screenY) / unit,
  };
}
