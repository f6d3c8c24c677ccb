/// <reference path="../../ui/css.d.ts" />
/**
 * The look of marks in shadow roots, which the document's style sheets do not reach in every browser: a sheet of ours is adopted
 * by each root that holds marks, and by no other.
 */
import marks from './marks.css';

/** What is painted, as `Marks` holds it. */
type Painted = ReadonlyMap<unknown, { readonly range: Range }>;

const sheet = new CSSStyleSheet();
sheet.replaceSync(marks);
let holders: ReadonlySet<ShadowRoot> = new Set();
let isDue = false;

/** Sees to it that the roots of these marks have the sheet, though the page may have taken it off, and no others have. */
export function styleRoots(painted: Painted): void {
  // Asked for with every element that is painted: done once for all of them.
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    styleNow(painted);
  });
}

function styleNow(painted: Painted): void {
  const before = holders;
  const now = new Set<ShadowRoot>();
  for (const { range } of painted.values()) {
    const root = range.startContainer.getRootNode();
    if (root instanceof ShadowRoot) now.add(root);
  }
  holders = now;
  for (const root of new Set([...before, ...now])) {
    const theirs = root.adoptedStyleSheets;
    const isHolder = now.has(root);
    if (theirs.includes(sheet) !== isHolder)
      root.adoptedStyleSheets = isHolder ? [...theirs, sheet] : theirs.filter((one) => one !== sheet);
  }
}
