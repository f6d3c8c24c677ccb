/** What browsers lend to extensions: the root of an element, open or closed. */

export interface Opened extends Element {
  /** Firefox has this for all elements, null where there is no root. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
  /** Set on our own host, in our own world: what it shows is not the page's. */
  isOurs?: boolean;
}

/** Chromium's way to the same. */
interface Opener {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}
const { dom } = (globalThis as { chrome?: { dom?: Opener } }).chrome ?? {};

/** Whether an element's name is of the page's own making. */
export const isCustom = ({ localName }: Element) => localName.includes('-');

/**
 * An element's root, or null. Chromium takes a microsecond to open a closed one, too long to ask of every element: only what
 * `isLikely` to have one is asked.
 */
export function openedRoot(element: Opened, isLikely: boolean): ShadowRoot | null {
  return (
    element.openOrClosedShadowRoot ??
    element.shadowRoot ??
    (dom && isLikely && element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null)
  );
}
