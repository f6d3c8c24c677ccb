/**
 * The four hooks that our components use, on Preact's own options: a third of the size of preact/hooks, which matters in the
 * card's script. Never both in one bundle. What is left out: reducers, contexts, memos, and effects after the paint: all run
 * in a microtask after the drawing.
 */
import { type Component, options, type VNode } from 'preact';

interface Cell {
  value?: unknown;
  deps?: readonly unknown[];
  /** What an effect left to be done before its next run, or at the end. */
  end?: (() => void) | undefined;
}

type Hooked = Component & { cells?: Cell[] | undefined };
/** Preact's names, as its own hooks use them: before a component is drawn, and a component's instance. */
type Inner = { __r?: (vnode: VNode) => void };

let drawn: Hooked;
let place = 0;
let ids = 0;

(options as Inner).__r = (vnode) => {
  drawn = (vnode as unknown as { __c: Hooked }).__c;
  place = 0;
};

options.unmount = (vnode) => {
  const owner = (vnode as unknown as { __c?: Hooked }).__c;
  for (const cell of owner?.cells ?? []) cell.end?.();
  if (owner) owner.cells = undefined;
};

/** The next cell of the component being drawn: hooks are called in the same order each time. */
function next<T>(first: () => T): Cell & { value: T } {
  drawn.cells ??= [];
  drawn.cells[place] ??= { value: first() };
  return drawn.cells[place++] as Cell & { value: T };
}

type Setter<T> = (now: T | ((before: T) => T)) => void;

export function useState<T>(first: T | (() => T)): [T, Setter<T>] {
  const owner = drawn;
  const cell = next<[T, Setter<T>]>(() => [
    first instanceof Function ? first() : first,
    (now) => {
      const value = now instanceof Function ? now(cell.value[0]) : now;
      if (Object.is(value, cell.value[0])) return;
      cell.value = [value, cell.value[1]];
      owner.setState({});
    },
  ]);
  return cell.value;
}

export function useRef<T>(first: T): { current: T };
export function useRef<T>(first: T | null): { current: T | null };
export function useRef<T>(first?: undefined): { current: T | undefined };
export function useRef(first: unknown): { current: unknown } {
  return next(() => ({ current: first })).value;
}

export function useId(): string {
  return next(() => `g${++ids}`).value;
}

/** Runs `work` once what was drawn stands in its document, whenever one of `deps` has changed. */
export function useEffect(work: () => unknown, deps: readonly unknown[]): void {
  const owner = drawn;
  const cell = next(() => null);
  if (cell.deps && deps.every((one, i) => Object.is(one, cell.deps?.[i]))) return;
  cell.deps = deps;
  queueMicrotask(() => {
    if (!owner.cells) return; // taken away before it was seen
    cell.end?.();
    const end = work();
    cell.end = typeof end === 'function' ? (end as () => void) : undefined;
  });
}
