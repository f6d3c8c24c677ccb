/**
 * Regions: what of a page is reading text, and what is its furniture. Nine of ten "Facebook" on real pages stand in share
 * bars, footers and menus. Told from structure alone: elements, roles, names of classes, and how much of a text is links.
 */
import type { Region } from '../../core/model.ts';

const CHROME_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'footer', 'menu', 'form', 'address']);
const CHROME_ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo search menu menubar toolbar tablist tooltip alertdialog dialog form complementary'.split(
    ' ',
  ),
);
/** Names that sites give to furniture, as whole words of class and id: "share-bar", "site_footer", "cookieBanner". */
const CHROME_NAMES =
  /(?:^|[-_ ])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|share|sharing|sharebar|social|socials|sociallinks|follow|footer|cookies?|consent|gdpr|newsletter|subscribe|subscription|promo|advert|advertisement|ads|sponsored|related|recommended|recirculation|trending|popular|tags?|taglist|tagcloud|widgets?|sidebar|byline|pagination|pager|toolbar|masthead|topbar|skip|comment-form|copyright|signup|login)(?=$|[-_ ])/i;

/** Whether an element and all it holds is furniture. `insideArticle`: inside `main` or `article`. */
export function isChrome(element: Element, insideArticle: boolean): boolean {
  const name = element.localName;
  // The head and foot of an article hold its title, its standfirst, its notes.
  if (name === 'header') return !insideArticle;
  if (name === 'footer' && insideArticle) return false;
  if (CHROME_ELEMENTS.has(name)) return true;
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute('role');
  if (role !== null && CHROME_ROLES.has(role)) return true;
  return hasChromeName(element);
}

function hasChromeName(element: Element): boolean {
  // The names of the whole page say nothing of its parts.
  if (element.localName === 'body' || element.localName === 'main' || element.localName === 'article')
    return false;
  const names = `${element.id} ${element.getAttribute('class') ?? ''}`;
  if (names.length < 3) return false;
  return CHROME_NAMES.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

/** A paragraph is prose however many links it has; shorter than this, a text of links alone is a list of them. */
const PROSE_LENGTH = 140;
/** From this share of linked characters on, a short text is a link list. */
const LINK_SHARE = 0.6;

/** The region of a block that stands in no furniture. */
export function regionOf(
  kind: 'heading' | 'caption' | 'list' | 'text',
  length: number,
  linked: number,
): Region {
  if (kind === 'heading') return 'heading';
  if (length < PROSE_LENGTH && linked > 0 && linked / length >= LINK_SHARE) return 'link-list';
  return kind === 'text' ? 'prose' : kind;
}
