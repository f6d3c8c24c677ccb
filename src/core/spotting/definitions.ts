/**
 * Definitions in the page: "Internet Governance Forum (IGF)" and "IGF (Internet Governance Forum)". A page that spells
 * a short form out tells what it means by it, for the whole page: it confirms one sense and rules out all others.
 *
 * After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
 * the letters of the short form, from the right, must each be found in the long form, the first at a word's start.
 */

/** A short form and what the page says it is short for, both with their case. Offsets of the folded text. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  /** Where the long form begins and ends. */
  readonly start: number;
  readonly end: number;
}

const OPEN = '(（';
const BRACKETED = /[(（]\s*([^()（）]{2,120}?)\s*[)）]/g;
const SHORT_FORM = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}.&-]{1,9}$/u;
/** Definitions taken from one block at most: a glossary page has thousands, and its first ones tell enough. */
const MOST = 200;

/** All definitions in a text whose case is kept. */
export function findDefinitions(cased: string): Definition[] {
  const found: Definition[] = [];
  if (!cased.includes(OPEN[0] as string) && !cased.includes(OPEN[1] as string)) return found;
  for (const match of cased.matchAll(BRACKETED)) {
    if (found.length >= MOST) break;
    const inside = match[1] ?? '';
    const definition = SHORT_FORM.test(inside)
      ? longFormBefore(cased, match.index, inside)
      : longFormInside(cased, match.index, inside, match[0].indexOf(inside));
    if (definition) found.push(definition);
  }
  return found;
}

/** "long form (SF)": the long form is looked for in the words before the bracket. */
function longFormBefore(cased: string, bracket: number, short: string): Definition | null {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
  const mostWords = Math.min(letters + 5, letters * 2);
  const window = cased.slice(Math.max(0, bracket - 160), bracket).trimEnd();
  // A sentence's or clause's end closes the window.
  const clause = window.slice(
    Math.max(...['. ', '; ', ': ', ', ', '"'].map((mark) => window.lastIndexOf(mark))) + 1,
  );
  const words = clause.trim().split(' ').slice(-mostWords).join(' ');
  const from = startOfLongForm(short, words);
  if (from < 0) return null;
  const end = bracket - (cased.slice(0, bracket).length - cased.slice(0, bracket).trimEnd().length);
  const long = words.slice(from);
  return { short, long, start: end - long.length, end };
}

/** "SF (long form)": the whole bracket is the long form, if its letters spell the word before. */
function longFormInside(cased: string, bracket: number, inside: string, offset: number): Definition | null {
  const short = /([\p{L}\p{N}][\p{L}\p{N}.&-]{1,9}) ?$/u.exec(
    cased.slice(Math.max(0, bracket - 12), bracket),
  )?.[1];
  if (!short || !SHORT_FORM.test(short)) return null;
  const long = inside.split(/[;,]/)[0]?.trim() ?? '';
  const from = startOfLongForm(short, long);
  // Something else in brackets ("IGF (in Berlin this year)") seldom spells the short form from its first word.
  if (from < 0 || !/^(the )?$/i.test(long.slice(0, from))) return null;
  return {
    short,
    long: long.slice(from),
    start: bracket + offset + from,
    end: bracket + offset + long.length,
  };
}

/** Where the long form of `short` begins in `text`, or -1: letters matched from the right (Schwartz and Hearst). */
export function startOfLongForm(short: string, text: string): number {
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const lower = text.toLowerCase();
  let at = lower.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    const letter = letters[i] as string; // i is inside
    at -= 1;
    while (at >= 0 && (lower[at] !== letter || (i === 0 && isInsideWord(lower, at)))) at -= 1;
    if (at < 0) return -1;
  }
  // One word cannot define its own abbreviation: "Forum (FOR)" is no definition.
  return text.slice(at).includes(' ') || text.slice(at).includes('-') ? at : -1;
}

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string);
}
