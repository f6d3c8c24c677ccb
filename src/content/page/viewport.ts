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

/** Where an element stands: in view (0), below it (1), or above it or nowhere (-1). */
export function sideOf(element: Element): -1 | 0 | 1 {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (height === 0 || bottom <= 0) return -1;
  return top < innerHeight ? 0 : 1;
}
