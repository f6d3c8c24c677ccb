/** What is in view. Asked of the layout for blocks that have been read anyway: a hit test of a long page costs a hundred such questions. */

/** No frame comes to a page that is not shown. */
const LONGEST_FRAME_MS = 100;

/**
 * Resolves when the browser has laid out the page and painted a frame: what is asked of the layout then costs little, while
 * before it we would make the page wait for a layout at a moment of our choosing.
 */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
}

/** How many screens an element is away: 0 in view, positive below it, negative above it; what has no box is far above. */
export function screensAway(element: Element): number {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (height === 0) return -9;
  return bottom <= 0 ? (bottom - 1) / innerHeight : Math.max(0, (top + 1) / innerHeight - 1);
}
