/**
 * Spanish, French and Portuguese plurals of common nouns: "ciudad inteligente", "ciudades inteligentes". Only of names
 * listed in lower case: a proper name has no plural. Words agree up to the first preposition: "apagón de internet",
 * "apagones de internet". Elision needs no form: the apostrophe of "l'ONU" is an edge.
 * Measured: 1 name more.
 */

const PREPOSITION =
  /^(?:a|al|à|au|aux|com|con|contra|contre|d|da|das|de|del|des|do|dos|du|e|em|en|et|no|na|para|par|por|pour|sobre|sur|y)$/;

const PLURALS: Readonly<Record<string, readonly (readonly [ending: RegExp, plural: string])[]>> = {
  es: [
    [/[sx]$/, '$&'],
    [/z$/, 'ces'],
    [/ón$/, 'ones'],
    [/[aeiouáéó]$/, '$&s'],
    [/[dlrnj]$/, '$&es'],
  ],
  fr: [
    [/[sxz]$/, '$&'],
    [/eau$/, 'eaux'],
    [/al$/, 'aux'],
    [/[^sxz]$/, '$&s'],
  ],
  pt: [
    [/[sx]$/, '$&'],
    [/ão$/, 'ões'],
    [/m$/, 'ns'],
    [/[rz]$/, '$&es'],
    [/([aeou])l$/, '$1is'],
    [/[aeiouáéê]$/, '$&s'],
  ],
};

/** The plural of a name of common nouns and adjectives, or nothing. */
export function pluralInRomance(cased: string, lang: string): string[] {
  if (!/^[\p{Ll}' -]+$/u.test(cased.replace(/\bInternet\b/, 'internet'))) return [];
  const words = cased.split(' ');
  const end = words.findIndex((word) => PREPOSITION.test(word) || word.includes("'"));
  const head = end < 0 ? words : words.slice(0, end);
  const plurals = head.map((word) => pluralOf(word, lang));
  if (plurals.length === 0 || plurals.includes(null)) return [];
  return [[...plurals, ...words.slice(head.length)].join(' ')];
}

function pluralOf(word: string, lang: string): string | null {
  const rule = PLURALS[lang]?.find(([ending]) => ending.test(word));
  return rule ? word.replace(rule[0], rule[1]) : null;
}
