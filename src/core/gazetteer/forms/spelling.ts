/**
 * Other spellings of one name, whatever its case or number: a hyphen for a space ("smart-city") and back, dots in an
 * acronym ("I.T.U.") and none ("UN" for "U.N."), "Etats-Unis" without the accent that typewriters had no key for,
 * "Seidenstrasse" as the Swiss write it, е for ё, a bare alef, and Turkish capitals, where ı loses itself in I.
 * Measured: 1 name more.
 */
import { PHRASE } from './phrase.ts';

/** What a rule must know of the name besides its letters. */
interface Spelled {
  readonly lang: string;
  readonly isPerson: boolean;
}

/** The other spellings of a name; folded, with their case. What goes before a noun ("smart-city pitch") is singular. */
export function respelt(cased: string, { lang, isPerson }: Spelled): string[] {
  const spellings = [cased, ...withOtherLetters(cased, lang)];
  return spellings.flatMap((text) => [text, ...dotted(text), ...(isPerson ? [] : hyphenated(text, lang))]);
}

/** The name with each letter that some write in another way so written. */
export function withOtherLetters(cased: string, lang: string): string[] {
  const rules = LETTERS[lang.split('-')[0] ?? ''] ?? [];
  return rules.map(([from, to]) => cased.replaceAll(from, to)).filter((text) => text !== cased);
}

/** By language: letters that some write in another way. */
const LETTERS: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
  fr: [
    [/(?<!\p{L})[ÉÈÊ]/gu, 'E'],
    [/(?<!\p{L})À/gu, 'A'],
  ],
  de: [[/ß/g, 'ss']],
  ru: [[/ё/g, 'е']],
  // A short word with a bare alef may be another word (ابل is camels).
  ar: [[/(?<=^(?=.{5}).*)[أإ]/gu, 'ا']],
  tr: [[/ı/g, 'i']],
};

const ACRONYM = /^[A-Z]{2,5}$/;
const DOTTED = /^(?:\p{Lu}\.){2,5}$/u;

function dotted(cased: string): string[] {
  if (ACRONYM.test(cased)) return [`${[...cased].join('.')}.`];
  return DOTTED.test(cased) ? [cased.replaceAll('.', '')] : [];
}

const PARTED = /^[\p{sc=Latn}\p{N}' -]+$/u;
/** Languages that make one word of several with hyphens. */
const HYPHENS = ['en', 'de', 'und'];

/**
 * "Smart-city", "Belt-and-Road Initiative", "Internet-Governance-Forum": hyphens for all spaces, or for all but the last.
 * And a space for a hyphen between words of three letters or more. An adjective is never hyphened to its noun in German.
 */
function hyphenated(cased: string, lang: string): string[] {
  const language = lang.split('-')[0] ?? '';
  if (!PARTED.test(cased)) return [];
  const spaced = cased.replace(/(?<=\p{L}{3})-(?=\p{L}{3})/gu, ' ');
  const forms = spaced === cased ? [] : [spaced];
  const words = cased.split(' ');
  if (!HYPHENS.includes(language) || words.length < 2 || words.length > 4) return forms;
  if (PHRASE.test(cased)) return forms;
  if (language === 'de' && /\p{L}{3}e[nmrs]?$/u.test(words[0] ?? '')) return forms;
  if (words.length > 2) forms.push(`${words.slice(0, -1).join('-')} ${words.at(-1)}`);
  return [...forms, words.join('-')];
}
