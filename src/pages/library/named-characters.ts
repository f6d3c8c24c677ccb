/**
 * In place of `entities`, whose tables weigh more than the parser of Markdown that asks it: `&eacute;` is looked up by the browser's
 * own parser of HTML, in a document of its own in which nothing runs or loads.
 */

/** What a reference like `&eacute;` or `&#233;` stands for; of an unknown name the reference as it is. */
export function decodeHTMLStrict(reference: string): string {
  if (!/^&#?[a-z0-9]{1,31};$/i.test(reference)) return reference;
  return new DOMParser().parseFromString(reference, 'text/html').body.textContent ?? '';
}
