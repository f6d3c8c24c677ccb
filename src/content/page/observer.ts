/**
 * Changes of the page: which elements must be read anew, gathered until the page is quiet for a moment. The busier the
 * page, the longer the moment. Huge batches become one reading of the whole; a hidden page is left alone until it is seen.
 */
import { isInline } from './elements.ts';
import { measured } from './spans.ts';

/** Pause before the first reading after a change, in ms, and how far it grows on a page that never rests. */
const PAUSE_MS = 80;
const LONGEST_PAUSE_MS = 2000;
/** A page that has been quiet this long starts from the short pause again. */
const QUIET_MS = 3000;
/** From this many records on, naming the places costs more than reading everything. */
const HUGE = 1000;

/** Calls `onDirty` with elements to read anew, none inside another, until `signal` aborts. */
export function observePage(
  root: Element,
  onDirty: (elements: readonly Element[]) => void,
  signal: AbortSignal,
): void {
  const dirty = new Set<Element>();
  let pause = PAUSE_MS;
  let lastFlush = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    if (document.hidden || dirty.size === 0) return;
    const now = performance.now();
    pause = now - lastFlush > QUIET_MS ? PAUSE_MS : Math.min(pause * 1.5, LONGEST_PAUSE_MS);
    lastFlush = now;
    const elements = dirty.size > HUGE ? [root] : measured('outermost', () => outermost(dirty));
    dirty.clear();
    onDirty(elements);
  };
  const schedule = () => {
    if (!document.hidden) timer ??= setTimeout(flush, pause);
  };

  const observer = new MutationObserver((records) => {
    measured('changes', () => {
      if (records.length > HUGE) dirty.add(root);
      else for (const record of records) addDirty(record, dirty);
    });
    if (dirty.size > 0) schedule();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function addDirty({ target, type, addedNodes, removedNodes }: MutationRecord, dirty: Set<Element>): void {
  // Our own host, and other tools', stand outside the body and hold no page text.
  if (
    type === 'childList' &&
    target === document.documentElement &&
    !touchesBody([...addedNodes, ...removedNodes])
  )
    return;
  let element = target instanceof Element ? target : target.parentElement;
  while (element && isInline(element)) element = element.parentElement;
  if (element) dirty.add(element);
}

function touchesBody(nodes: readonly Node[]): boolean {
  return nodes.some(({ nodeName }) => /^(BODY|FRAMESET)$/.test(nodeName));
}

function outermost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    if (!element.isConnected) return false;
    for (let above = element.parentElement; above; above = above.parentElement) {
      if (elements.has(above)) return false;
    }
    return true;
  });
}
