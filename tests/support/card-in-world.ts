/**
 * The card as a script in our own world finds it: a closed root opens to content scripts.
 * https://developer.chrome.com/docs/extensions/reference/api/dom
 */

function rootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  // biome-ignore lint/suspicious/noExplicitAny: Chromium's own object, in a content script
  const { dom } = (globalThis as any).chrome ?? {};
  if (dom) return dom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
}

/** The card, once it says all that it has room for. */
export function filledCard(): Element | null {
  const host = document.documentElement.lastElementChild;
  if (!host || host === document.body) return null;
  return rootOf(host)?.querySelector('.card:has(footer:not(.bare))') ?? null;
}
