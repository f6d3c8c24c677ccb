/**
 * Which page is at this address? One key for all the addresses that show the same: what only tracks the reader, fragments that
 * only scroll, http or https, www, and the variants for phones, for AMP and for paper make no other page. A parameter that
 * may choose what is shown stays: to take one page for two can be mended (page-identity.ts), to take two for one cannot.
 */

/** Parameters that say how the reader came, never what is shown. */
const TRACKING =
  /^(utm_\w+|(?:fb|g|d|gb|wb|ms|tt|y|tw)cl(?:id|kid)|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hs(?:enc|mi)|ref_(?:src|url)|cmpid|icid|ncid|ns_\w+|at_(?:medium|campaign|custom\w*|link\w*|ptr\w*|format|bbc\w*)|spm|smid|smtyp|sr_share|taid|wt_?mc|xtor|__twitter_impression|guccounter|guce_\w+)$/i;
/** Parameters that ask for another form of the same page, with the values that do. */
const FORM = /^(amp|outputtype|output|print|printable|printer(?:friendly)?|mobile|m|view)$/i;
const FORM_VALUE = /^(1|true|yes|y|amp|print|printable)?$/i;

/** Fragments that choose what is shown: routes of single-page applications, written as a path. */
const ROUTE = /^#!?\//;

/** A host's first label where a site shows the same pages for another screen. */
const SCREEN = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;

/** The key of an address; what is no address of the web is its own key, without its fragment. */
export function pageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = unwrapped(new URL(address));
  if (!ROUTE.test(url.hash)) url.hash = '';
  if (!/^https?:$/.test(url.protocol)) return url.href;
  for (const name of [...url.searchParams.keys()]) {
    const isForm = FORM.test(name) && FORM_VALUE.test(url.searchParams.get(name) ?? '');
    if (TRACKING.test(name) || isForm) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const port = url.host.slice(url.hostname.length);
  return `//${familyOf(url.href)}${port}${plainPath(url.pathname)}${url.search}${url.hash}`;
}

/** A path without what says only in which form the page is wanted. */
function plainPath(path: string): string {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/^\/(?:amp|print)(?=\/[^/]+)/i, '')
    .replace(/\/(?:amp|print)(?:\.html?)?\/?$/i, '')
    .replace(/\.(?:amp|print)(?=\.html?$|$)/i, '')
    .replace(/\/index\.(?:html?|php)$/i, '')
    .replace(/\/+$/, '');
  return plain || '/';
}

/** The page that an AMP cache or viewer shows under an address of its own: `cdn.ampproject.org/c/s/paper.example/story`. */
function unwrapped(url: URL): URL {
  if (!/(?:^|\.)(?:cdn\.ampproject\.org|google\.\w+(?:\.\w+)?)$/.test(url.hostname)) return url;
  const inner = /^\/(?:[cv]|wp|amp)\/(s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  const address = inner && `${inner[1] ? 'https' : 'http'}://${inner[2]}${url.search}${url.hash}`;
  return address && URL.canParse(address) ? new URL(address) : url;
}

/** The host a site's settings go by, or '' where there is none. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** A site without the label that says for which screen it is. */
export function familyOf(address: string): string {
  return siteOf(address).replace(SCREEN, '');
}
