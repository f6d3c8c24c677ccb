/**
 * Which page is this? Notes are filed under a key derived from the address, without what only tracks the reader, so that
 * they are there again when the same page is opened from another link.
 */

/** Parameters that say how the reader came, never what is shown. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref_src|cmpid|ns_\w+)$/;

/** The key of a page: its address without fragment and tracking parameters; what is no address is its own key. */
export function pageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  // A fragment that looks like a path selects content in single-page applications.
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** The host a site's settings go by, or '' where there is none. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
