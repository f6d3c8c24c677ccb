/**
 * The tree of a page with shadow roots, open or closed: what an element's root holds stands in place of its children, and those
 * of them that are assigned to a slot stand there.
 *
 *     <x-card>            x-card
 *       #shadow             <p> On
 *         <p>On <slot>        <slot> the ITU
 *       the ITU
 */
import { bridge } from '../card/bridge.ts';
import { styleRoots } from '../marks/root-styles.ts';
import { isCustom, type Opened, openedRoot } from './opened.ts';
import type { Tree } from './tree.ts';

/** Roots that are known, by their hosts. */
const known = new WeakMap<Element, ShadowRoot>();
/** Elements that had no root yet and look as if they will have one. */
const waiting = new Set<Element>();
/** What is assigned to a slot: where, and what comes after it there. */
const slotted = new WeakMap<Node, { readonly slot: Element; readonly next: Node | null }>();
/** Asked first: few pages have any, and a walk asks of every node. */
let hasSlotted = false;
/** Where children are that a root replaces and has no slot for: in an element that is not read, and is on no page. */
const NOWHERE = document.createElement('template');

export const SHADOW_TREE: Tree = { parentOf, holds, firstIn, nextOf, caretAt, styleRoots };

/** Its slot's, its root's host, or its parent. */
function parentOf(node: Node): Element | null {
  const { parentElement, parentNode } = node;
  let parent = parentElement ?? ((parentNode ?? node) as Partial<ShadowRoot>).host ?? null;
  if (parentElement && known.has(parentElement)) parent = slotOf(node) ?? NOWHERE;
  return parent?.localName === 'slot' ? parentOf(parent) : parent;
}

/** Where a node is assigned to, unless that is no longer so. */
function slotOf(node: Node): Element | undefined {
  const slot = slotted.get(node)?.slot;
  return slot && (slot.getRootNode() as ShadowRoot).host === node.parentElement ? slot : undefined;
}

function holds(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true;
  // Of two elements of the document none holds the other by way of a root.
  if (document.contains(outer) && document.contains(inner)) return false;
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

function firstIn(element: Element): Node | null {
  const { firstChild, localName } = element;
  if (localName === 'slot') return firstInSlot(element as HTMLSlotElement) ?? firstChild;
  lookAgain();
  const isLikely = isCustom(element) || isBlank(firstChild);
  const root = rootOf(element, isLikely);
  if (root) learn(root, false);
  else if (isLikely && /-|div/.test(localName)) waiting.add(element);
  return root ? root.firstChild : firstChild;
}

function firstInSlot(slot: HTMLSlotElement): Node | undefined {
  const nodes = slot.assignedNodes();
  for (const [i, node] of nodes.entries()) slotted.set(node, { slot, next: nodes[i + 1] ?? null });
  hasSlotted ||= nodes.length > 0;
  return nodes[0];
}

/** Whether an element with this first child holds nothing to read. */
function isBlank(firstChild: Node | null): boolean {
  return !firstChild || (!firstChild.nextSibling && !/\S/.test(firstChild.nodeValue ?? 'an element'));
}

function nextOf(node: Node): Node | null {
  return hasSlotted && slotOf(node) ? (slotted.get(node)?.next ?? null) : node.nextSibling;
}

/** Text in a shadow root answers only where its root is named: those under the point are, outermost first. */
function caretAt(x: number, y: number): CaretPosition | null {
  const roots: ShadowRoot[] = [];
  for (let scope: DocumentOrShadowRoot = document; ; ) {
    const element: Element | null = scope.elementFromPoint(x, y);
    const root = element && rootOf(element, true);
    if (!root || roots.includes(root)) break;
    if (!known.has(root.host)) learn(root, true);
    roots.push(root);
    scope = root;
  }
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
  return caret?.offsetNode instanceof Text ? caret : null;
}

const LATE_MS = 200;
let isLooking = false;

/** With each reading, and so with each change of the page, looks for roots that come too late for it: nothing tells of them. */
function lookAgain(): void {
  if (isLooking) return;
  isLooking = true;
  setTimeout(() => {
    isLooking = false;
    findLateRoots();
  }, LATE_MS);
}

/** Looks for roots that came after their hosts were read. */
export function findLateRoots(): void {
  for (const element of waiting) {
    const root = rootOf(element, true);
    if (root) learn(root, true);
    if (root || !element.isConnected) waiting.delete(element);
  }
}

/** An element with children and a name of HTML's own is not likely to have a root, until the pointer is on it. */
function rootOf(element: Opened, isLikely: boolean): ShadowRoot | null {
  return element.isOurs ? null : (known.get(element) ?? openedRoot(element, isLikely));
}

/** `isLate`: its host has been read without it. */
function learn(root: ShadowRoot, isLate: boolean): void {
  known.set(root.host, root);
  bridge().attend?.(root);
  bridge().onRoot?.(root);
  if (isLate) bridge().attend?.(root.host);
}
