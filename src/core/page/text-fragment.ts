/**
 * The address of a passage: the browser itself leads there and marks it, and the page learns nothing of it.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
import type { Selector } from '../note.ts';

/** Longer passages are named by how they begin and end. */
const LONGEST = 200;
const EDGE = 60;
/** Characters of context that tell one place from another. */
const CONTEXT = 30;

/** Passages of this length hardly stand twice on a page. */
const TELLING = 40;

export function passageAddress(url: string, selectors: readonly Selector[]): string {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote?.exact.trim()) return url;
  const exact = squeezed(quote.exact);
  const parts = exact.length > LONGEST ? [firstWords(exact, EDGE), lastWords(exact, EDGE)] : [exact];
  const passage = parts.map(encoded).join();
  const before = lastWords(squeezed(quote.prefix), CONTEXT);
  const after = firstWords(squeezed(quote.suffix), CONTEXT);
  const inContext = `${before && `${encoded(before)}-,`}${passage}${after && `,-${encoded(after)}`}`;
  // Context that crosses from one block to the next is not found, so a short passage is asked for in both ways.
  const asked = exact.length >= TELLING ? [passage] : [...new Set([inContext, passage])];
  const plain = url.replace(/:~:.*$/, '');
  return `${plain}${plain.includes('#') ? '' : '#'}:~:${asked.map((one) => `text=${one}`).join('&')}`;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Dashes part the context from the text, so they are written out. A half of a pair of surrogates would throw. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
  ).replaceAll('-', '%2D');
}

/** Whole words only: browsers match at their edges. Text without spaces is cut where it must be. */
function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return text.slice(0, cut > 0 ? cut : most);
}

function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.indexOf(' ', text.length - most);
  return text.slice(cut >= 0 ? cut + 1 : text.length - most);
}
