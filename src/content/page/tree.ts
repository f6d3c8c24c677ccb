/**
 * The tree that a reader sees. On most pages it is the document's own. Where an element has a shadow root, or a name that may
 * bring one, a script for that is fetched (content/shadow.ts); it gives another tree, by which the page is read anew.
 */
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { bridge } from '../card/bridge.ts';
import { isCustom, openedRoot } from './opened.ts';

export interface Tree {
  /** The element around a node; never a slot, which has no box. */
  parentOf(node: Node): Element | null;
  /** Whether an element stands inside another, or is the same. */
  holds(outer: Element, inner: Element): boolean;
  /** What stands first in an element, and what next to a node. */
  firstIn(element: Element): Node | null;
  nextOf(node: Node): Node | null;
  /** The caret position at a point where the document itself has no text; null where no root has any either. */
  caretAt(x: number, y: number): CaretPosition | null;
  /** Sees to it that these marks look like marks, and no root keeps a style that holds none. */
  styleRoots(painted: ReadonlyMap<unknown, { readonly range: Range }>): void;
}

const PLAIN: Tree = {
  parentOf: ({ parentElement }) => parentElement,
  holds: (outer, inner) => outer.contains(inner),
  firstIn(element) {
    const { firstChild } = element;
    look(element, !firstChild);
    return firstChild;
  },
  nextOf: ({ nextSibling }) => nextSibling,
  caretAt: (x, y) => look(document.elementFromPoint(x, y), true),
  styleRoots() {},
};

export let tree: Tree = bridge().tree ?? PLAIN;
let isAsked = false;

/** Fetches the script where an element is in want of it. */
function look(element: Element | null, isLikely: boolean): null {
  if (!isAsked && element && (isCustom(element) || openedRoot(element, isLikely))) {
    isAsked = true;
    callBackground('loadShadow', {}).then(
      () => {
        tree = bridge().tree ?? tree;
        bridge().attend?.(document.body);
      },
      (error) => report('shadow.js', error),
    );
  }
  return null;
}
