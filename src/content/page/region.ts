/**
 * Regions: what of a page is reading text, and what is its furniture. Nine of ten "Facebook" on real pages stand in share
 * bars, footers and menus. Told from structure alone: elements, roles, the names that sites give, where links lead, and how
 * much of a text they are. What looks like furniture and holds the article is only a wrapper. What the words of a short
 * text give away ("Follow us on …") is the background's to tell: core/furniture.
 */

const HEADINGS = 'h1,h2,h3,h4,h5,h6';

let furniture = /^$/;

/** Takes up the names of furniture, before anything is read. */
export function learnFurniture(names: string): void {
  furniture = new RegExp(names, 'is');
}

/** Whether an element and all it holds is furniture. `insideArticle`: inside `main` or `article`. */
export function isChrome(element: Element, insideArticle: boolean): boolean {
  return looksLikeChrome(element, insideArticle) && !carriesArticle(element);
}

function looksLikeChrome(element: Element, insideArticle: boolean): boolean {
  const name = element.localName;
  // The head and foot of an article hold its title, its standfirst, its notes.
  if (name === 'header') return !insideArticle && !(has(element, 'h1') && !has(element, 'nav,form,ul'));
  if (name === 'footer' && insideArticle) return false;
  // An article's own box has words of its own, or no link: a pulled quotation.
  if (name === 'aside') return !insideArticle || (has(element, 'a') && paragraphs(element) === 0);
  return isFurnitureByName(element) || isMenu(element) || isListTitle(element);
}

/** The same few signatures stand on thousands of elements, so each is judged once; pages that make names up are not kept. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 5000;

function isFurnitureByName(element: Element): boolean {
  const signature = signatureOf(element);
  const known = judged.get(signature);
  if (known !== undefined) return known;
  const verdict = furniture.test(signature.replace(/([a-z])([A-Z])/g, '$1-$2'));
  if (judged.size < MOST_JUDGED) judged.set(signature, verdict);
  return verdict;
}

/** What an element is called: `div|role|rel|names of its class and id`, or `div` where it has no attribute. */
function signatureOf(element: Element): string {
  const { localName, id } = element;
  if (!element.hasAttributes()) return localName;
  const [role, rel, names] = ['role', 'rel', 'class'].map((name) => element.getAttribute(name) ?? '');
  // An id of many words, or of a heading or a section, is made from a title and says what the text is about.
  const own = /^\w+(-\w+){0,2}$/.test(id) && !/^(h\d|p|section)$/.test(localName) ? id : '';
  return `${localName}|${role}|${rel}|${names} ${own}`;
}

/** Whether an element announces another page: an item of a list, or an article, whose heading leads away. */
export function isTeaser(element: Element): boolean {
  if (!/^(li|article)$/.test(element.localName)) return false;
  const heading = element.querySelector(HEADINGS);
  const link = heading?.closest('a') ?? heading?.querySelector('a');
  return !!link && isAway(link.href) && element.textContent.length < LONGEST_TEASER;
}
const LONGEST_TEASER = 1500;

/** Whether an element is a link; a heading that links to its own page is a heading and no link. */
export function isLink(element: Element, inHeading: boolean): boolean {
  const { href } = element as HTMLAnchorElement;
  return !!href && (!(inHeading || has(element, HEADINGS)) || isAway(href));
}

/** Whether an address is another page's. What follows a page's own address is what brought the reader: `?utm_source=…`. */
function isAway(href: string): boolean {
  return !document.URL.startsWith(href.split('#')[0] as string); // split answers one part at least
}

const has = (element: Element, selector: string) => element.querySelector(selector) !== null;

/** A paragraph of an article has more than this many characters outside its links; Chinese ones are short. */
const PARAGRAPH = 80;

/** Sites name the wrapper of a page after its sidebar, and put whole pages in forms. */
function carriesArticle(element: Element): boolean {
  if (has(element, 'main,.hentry,[itemprop*=articleBody]')) return true;
  const own = paragraphs(element);
  return own > 2 && (has(element, 'h1') || own * 2 > paragraphs(document.body));
}

function paragraphs(element: Element): number {
  let count = 0;
  for (const paragraph of element.getElementsByTagName('p'))
    if (plainLength(paragraph) > PARAGRAPH && !paragraph.closest('a')) count++;
  return count;
}

/** Characters that are in no link. */
function plainLength(element: Element): number {
  let length = lengthOf(element);
  for (const link of element.getElementsByTagName('a')) length -= lengthOf(link);
  return length;
}

const lettersOf = (element: Element) => element.textContent.replace(/\s+/g, '');
const lengthOf = (element: Element) => lettersOf(element).length;

const isList = (element: Element) => /^[uo]l$/.test(element.localName);
/** Longer items on average, and a list of links is one of headlines. A Chinese character says as much as three letters. */
const MENU_ITEM = 24;

/** A list of nothing but short links, that no paragraph introduces. */
function isMenu(list: Element): boolean {
  const items = list.childElementCount;
  if (items < 3 || !isList(list) || isIntroduced(list) || plainLength(list) > items) return false;
  return lettersOf(list).replace(/[\u2e80-\uffdc]/g, '   ').length < items * MENU_ITEM;
}

const LONGEST_TITLE = 40;

/** A title above a list of links, such as a widget's ("Meta"), that is no part of a text. */
function isListTitle(title: Element): boolean {
  const next = title.nextElementSibling;
  const list = next && (isList(next) ? next : next.firstElementChild);
  if (!list || !isList(list) || title.localName === 'p' || isList(title) || isIntroduced(title)) return false;
  return lengthOf(title) < LONGEST_TITLE && plainLength(next) <= list.childElementCount * 2;
}

const isIntroduced = (element: Element) => has(element.parentElement ?? element, ':scope > p');

/** A paragraph is prose however many links it has; shorter than this, a text of links alone is a list of them. */
export const PROSE_LENGTH = 140;
/** From this share of linked characters on, a short text is a link list. */
export const LINK_SHARE = 0.6;
