/**
 * Going to another address within a document, as the browser tells it: https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api.
 * Firefox has it since 147, and where a browser has none a page's own element or frame may go by its name: so its class is asked
 * for. The background tells too (page-summary.ts).
 */

declare const Navigation: unknown;
declare const navigation: EventTarget;

/** Calls `onAddress` after every change of the address, be it of the fragment alone, until `signal` aborts. */
export function watchNavigation(onAddress: () => void, signal: AbortSignal): void {
  if (typeof Navigation === 'function')
    navigation.addEventListener('currententrychange', onAddress, { signal });
}
