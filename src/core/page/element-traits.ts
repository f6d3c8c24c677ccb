/**
 * What elements mean to a reader of text, by name alone: asking the style of each would cost more than all the rest. An
 * element that is not listed ends a run of text, as every block does; a name that wrongly runs on is worse than one cut short.
 * The lists live here and go to the content script with a page's settings, so that every page need not carry them.
 */

/** Nothing inside is read. */
export const SKIPPED = -1;
/** Its text runs on with what is around it. 1 to 6 are the levels of headings. */
export const INLINE = 7;

/** By an element's name in lower case. */
export type ElementTraits = Readonly<Record<string, number>>;

const RUN_ON =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s small span strike strong sub sup time tt u var wbr slot';
/** Code, controls, pictures, what is not shown. Elements that are always empty need no word. */
const NOT_READ =
  'script style noscript template textarea select datalist button code pre kbd samp svg math canvas iframe object video audio picture map meter progress rt rp xmp plaintext listing';

const all = (names: string, trait: number) => names.split(' ').map((name) => [name, trait] as const);

export const ELEMENT_TRAITS: ElementTraits = Object.fromEntries([
  ...all(RUN_ON, INLINE),
  ...all(NOT_READ, SKIPPED),
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level] as const),
]);
