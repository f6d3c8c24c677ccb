/**
 * Is this the page that a note was written on? The address, the canonical link and `og:url` are weighed together: a note is
 * filed under a key for each of them that can be believed, a page is looked up by its own, and what meets is then held
 * against title and text. So a redirect and a changed address keep the notes, and pages that name one wrong canonical
 * address do not share them.
 */
import type { PageFacts } from '../model.ts';
import { likeness } from './fingerprint.ts';
import { familyOf, pageKey, siteOf } from './page-key.ts';

/** Texts that have this much in common are one page; less than so much, two. Between them the titles decide. */
const SAME_TEXT = 0.6;
const OTHER_TEXT = 0.25;

/** The keys that a page goes by, the address's own first. */
export function pageKeys(page: PageFacts): readonly string[] {
  const named = [page.canonical, page.ogUrl].filter((address) => address !== undefined);
  const keys = [page.url, ...named.filter((address) => isCredible(address, page.url))].map(pageKey);
  const title = titleKey(page);
  return [...new Set([...keys, ...(title ? [title] : [])])];
}

/** Whether two pages that share a key are one. */
export function isSamePage(a: PageFacts, b: PageFacts): boolean {
  if (pageKey(a.url) === pageKey(b.url)) return true;
  const alike = likeness(a.fingerprint, b.fingerprint);
  if (sharesAddress(a, b)) {
    if (alike === null) return sameTitle(a, b);
    return alike >= SAME_TEXT || (alike >= OTHER_TEXT && sameTitle(a, b));
  }
  // Only site and title are the same: the text must be, too.
  return familyOf(a.url) === familyOf(b.url) && sameTitle(a, b) && alike !== null && alike >= SAME_TEXT;
}

/** Whether one of the addresses that the pages give themselves is the same. */
function sharesAddress(a: PageFacts, b: PageFacts): boolean {
  const [own, other] = [pageKeys(a), pageKeys(b)];
  return own.some((key) => key.startsWith('//') && other.includes(key));
}

/**
 * Sites name their front page, or one address for all pages, by mistake: such a canonical address says nothing. And the
 * routes of single-page applications are told apart by their fragment, which a canonical link never has.
 */
function isCredible(named: string, address: string): boolean {
  if (!URL.canParse(named) || !URL.canParse(address)) return false;
  const [to, from] = [new URL(named), new URL(address)];
  if (!/^https?:$/.test(to.protocol) || /^#!?\//.test(from.hash)) return false;
  if (to.pathname === '/' && to.search === '' && from.pathname !== '/') return false;
  return isSameOwner(siteOf(named), siteOf(address));
}

/** The last two labels agree, as in `amp.paper.example` and `paper.example`; a page may not name another's site as its own. */
function isSameOwner(a: string, b: string): boolean {
  const owner = (host: string) => {
    const labels = host.split('.');
    // "co.uk", "com.cn": a short label before a short ending is part of the ending.
    const isDouble = labels.length > 2 && /^(?:com?|net|org|gov|edu|ac)$/.test(labels.at(-2) ?? '');
    return labels.slice(isDouble ? -3 : -2).join('.');
  };
  return a !== '' && (owner(a) === owner(b) || /(?:^|\.)(?:ampproject\.org|google\.\w+(?:\.\w+)?)$/.test(b));
}

/** Filed by title too, so that a page which has moved within its site is met; the text decides then. */
function titleKey({ url, title, fingerprint }: PageFacts): string | null {
  const plain = plainTitle(title);
  const site = familyOf(url);
  return fingerprint && site && plain ? `title:${site} ${plain.slice(0, 200)}` : null;
}

function plainTitle(title: string): string {
  // Counts of messages come and go before titles: "(3) News".
  return title
    .replace(/^\(\d+\+?\)\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function sameTitle(a: PageFacts, b: PageFacts): boolean {
  return plainTitle(a.title) === plainTitle(b.title);
}

/** The key of the site that a page belongs to: whether there are notes on any of its pages is asked first. */
export function siteKey(url: string): string {
  return `site:${familyOf(url) || url}`;
}
