/** Which blocks are in view, asked of the layout at a few points rather than of every block. */
import type { PageBlock } from './blocks.ts';

/** Points across and down at which the page is asked what stands there. */
const COLUMNS = [0.3, 0.5, 0.7];
const ROWS = 12;

/** Sorts blocks: those in view first, then the rest in the order of the page. */
export function viewFirst(blocks: readonly PageBlock[]): {
  readonly inView: PageBlock[];
  readonly rest: PageBlock[];
} {
  const seen = elementsInView();
  const inView: PageBlock[] = [];
  const rest: PageBlock[] = [];
  for (const block of blocks) (seen.has(block.element) ? inView : rest).push(block);
  return { inView, rest };
}

/** The elements at the points, with their nearest ancestors: a block's element may be a little above its text. */
function elementsInView(): ReadonlySet<Element> {
  const seen = new Set<Element>();
  for (let row = 0; row < ROWS; row++) {
    for (const column of COLUMNS) {
      let element = document.elementFromPoint(innerWidth * column, ((row + 0.5) / ROWS) * innerHeight);
      for (let height = 0; element && height < 4; height++) {
        seen.add(element);
        element = element.parentElement;
      }
    }
  }
  seen.delete(document.body);
  seen.delete(document.documentElement);
  return seen;
}
