/**
 * Changes of the page: which elements must be read anew, and when. Each has a time of its own: soon after its last change, and
 * the later the oftener it has been read of late, so that a ticker holds up nothing but itself. A huge batch becomes one reading
 * of the whole. A page that is hidden is not watched at all; when it is seen again, it is read as a whole.
 */
import { bridge } from '../card/bridge.ts';
import { isInline, isSkipped } from './elements.ts';
import { began, ended } from './spans.ts';
import { tree } from './tree.ts';

/** Calm that a change must be followed by before it is read, in ms, and how far that grows in an element that never rests. */
const CALM_MS = 80;
const LONGEST_CALM_MS = 500;
/** Without any calm a change is read after so many times that. */
const PATIENCE = 4;
/** What has not been read for so long starts from the short calm again. */
const QUIET_MS = 3000;
/** Between two readings: what changes here and there in turn is gathered. */
const GAP_MS = 150;
/** From this many records on, naming the places costs more than reading everything. */
const HUGE = 1000;
/** What hides text from reading, or puts it elsewhere; the rest of what hides is told by the layout (marks.ts). */
const HIDING = ['hidden', 'inert', 'aria-hidden', 'contenteditable', 'slot'];
const WATCHED = { childList: true, characterData: true, subtree: true, attributeFilter: HIDING };

/** An element that has changed, or has been read after it had: times of `performance.now`. */
interface Change {
  readonly calm: number;
  /** When it is to be read at the latest. */
  readonly latest: number;
  due: number;
}

/**
 * Calls `onDirty` with elements to read anew, none inside another, and not again before that has ended; and `onChange` at
 * once when anything has changed. Until `signal` aborts.
 */
export function observePage(
  root: Element,
  onChange: () => void,
  onDirty: (elements: readonly Element[]) => Promise<unknown> | undefined,
  signal: AbortSignal,
): void {
  const known = new WeakMap<Element, Change>();
  const dirty = new Map<Element, Change>();
  /** The document, and shadow roots. */
  let watched: Node[] = [root];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const add = (element: Element) => {
    const now = performance.now();
    let change = dirty.get(element);
    if (!change) {
      const before = known.get(element);
      const isBusy = before && now - before.due < QUIET_MS;
      const calm = isBusy ? Math.min(before.calm * 1.5, LONGEST_CALM_MS) : CALM_MS;
      change = { calm, latest: now + calm * PATIENCE, due: 0 };
      dirty.set(element, change);
      known.set(element, change);
    }
    change.due = Math.min(now + change.calm, change.latest);
  };
  /** The timer is set, or at its work, as long as there is anything to read. */
  const schedule = (least = 0) => {
    if (document.hidden || dirty.size === 0) return;
    const next = Math.min(...Array.from(dirty.values(), ({ due }) => due));
    timer ??= setTimeout(flush, Math.max(least, next - performance.now()));
  };
  const flush = async () => {
    const now = performance.now();
    const due = new Set<Element>();
    for (const [element, change] of dirty) {
      if (change.due > now) continue;
      due.add(element);
      dirty.delete(element);
    }
    watched = watched.filter(({ isConnected }) => isConnected);
    began('outermost');
    const elements = outermost(due);
    ended('outermost');
    if (elements.length > 0) await onDirty(elements);
    timer = undefined;
    schedule(GAP_MS);
  };

  const observer = new MutationObserver((records) => {
    began('changes');
    onChange();
    if (records.length > HUGE) add(root);
    else for (const element of new Set(records.map(placeOf))) if (element) add(element);
    ended('changes');
    schedule();
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
    dirty.clear();
  };
  const watch = (node: Node) => document.hidden || observer.observe(node, WATCHED);
  const turn = () => {
    stop();
    watched.forEach(watch);
    add(root);
    schedule();
  };
  watch(root);
  document.addEventListener('visibilitychange', turn, { signal });
  bridge().attend = (where) => {
    if (where instanceof Element) add(where);
    else {
      watched.push(where);
      watch(where);
    }
    schedule();
  };
  signal.addEventListener('abort', stop);
}

/** The block that a change is in; nothing where it holds no page text. */
function placeOf({ target, type, addedNodes, removedNodes }: MutationRecord): Element | null {
  // Our own host, and other tools', stand outside the body and hold no page text.
  if (
    type === 'childList' &&
    target === document.documentElement &&
    ![...addedNodes, ...removedNodes].some(({ nodeName }) => /^body$/i.test(nodeName))
  )
    return null;
  let element = target instanceof Element ? target : tree.parentOf(target);
  while (element && isInline(element)) element = tree.parentOf(element);
  return element;
}

/** Those that are on the page, in none of the others, and in nothing that is not read. */
function outermost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    if (!element.isConnected) return false;
    for (let above = tree.parentOf(element); above; above = tree.parentOf(above)) {
      if (elements.has(above) || isSkipped(above)) return false;
    }
    return true;
  });
}
