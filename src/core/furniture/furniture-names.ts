/**
 * Names that sites give to their furniture, as whole words of class and id: "share-bar", "site_footer", "cookieBanner". The
 * table lives here and goes to the content script with a page's settings, so that every page need not carry it.
 */

/** Words, or words with a hyphen, as they stand between hyphens. Letters before or after stand as `[a-z]*`. */
const NAMES: readonly string[] = [
  // ways through the site
  '[a-z]*nav(?:bar|box|list|menu)?|navigation|[a-z]*menu|drop-?down|flyout|breadcrumbs?|pag(?:er|ing|ination)',
  '[a-z]*bar|skip|editions?|(?:country|language|lang)-(?:switch|select)[a-z]*|referer[a-z]*',
  // head and foot of the site
  'masthead|logo|branding|site-(?:title|name)|[a-z]*footer|foot|ftr|colophon|copyright',
  // what lies over or asks for something
  'cookies?|consent|gdpr|(?:modal|[a-z]*popup|overlay)(?:-(?:container|window|content|dialog|body|wrapper))?(?= |$)|newsletter|subscri(?:be|ption)|paywall|sign-?(?:in|up)|log-?in',
  'ads?|adsense|advert[a-z]*|sponsor(?:ed)?|promo(?:s|ted)?|outbrain|taboola',
  // sharing
  '[a-z]*shar(?:e[a-z]*|ing)|social(?:s|links)?|follow|qr-?code',
  // other articles
  'related|recommend[a-z]*|recirc[a-z]*|suggested|trending|popular|most-?(?:read|popular|viewed)|rank(?:ing)?|latest',
  '(?:next|prev)-(?:post|article)|more-(?:stories|from|news|articles)|teasers|teaser-(?:small|list|grid|item)',
  // about the article, and beside it
  '[a-z]*tags?|tag-?(?:list|cloud)|key-?words?|topics|byline|authors?|credits?|source|bildquelle|(?:entry|post|article)-meta',
  '(?<!elementor-)widgets?|(?:fb|facebook)-comments?|livefyre|disqus|comment-form|respond',
];

const ELEMENTS = 'nav|footer|menu|form|address';
const ROLES =
  'navigation|banner|contentinfo|search|menu|menubar|toolbar|tablist|tooltip|alertdialog|dialog|form|complementary';
/** https://html.spec.whatwg.org/multipage/links.html#link-type-author and #link-type-tag */
const RELS = 'author|tag';
/** Pages wear the state of everything on them as names, and posts their tags. */
const UNNAMED = '(?:html|body|main|article)\\||.*\\b(?:hentry|type-post)\\b';

const field = '[^|]*\\|';
/** Sites write `next_post` as well; the hyphens of `[a-z]` stay. */
const names = NAMES.join('|').replace(/-(?!z\])/g, '[-_]');

/**
 * Source of a regular expression for what the content script calls an element: `div|role|rel|names of its class and id`, or
 * its name alone. Whatever the case; camelCase is parted by hyphens before.
 */
export const FURNITURE_NAMES = `^(?:${[
  `(?:${ELEMENTS})(?=$|\\|)`,
  `${field}(?:${ROLES})\\|`,
  `${field}${field}[^|]*\\b(?:${RELS})\\b`,
  `(?!${UNNAMED})${field}${field}${field}(?:.*[-_\\s])?(?:${names})(?=$|[-_\\s])`,
].join('|')})`;
