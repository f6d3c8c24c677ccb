/**
 * Definitions in the page: "Internet Governance Forum (IGF)", "IGF, the Internet Governance Forum", "IGF, or insulin-like
 * growth factor". A page that spells a short form out tells what it means by it, for the whole page: it confirms one sense
 * and rules out all others.
 *
 * After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
 * the letters of the short form, from the right, must each be found in the long form, the first at a word's start. Without
 * brackets to hold the two together the rule is stricter: the first letters of the words must spell the short form.
 */

/** A short form and what the page says it is short for, both with their case. */
export interface Definition {
  readonly short: string;
  /** Where the short form begins in the folded text. */
  readonly shortStart: number;
  readonly long: string;
}

const OPENING = /[(（[［]/g;
const OPENS = new Set('(（[［');
const CLOSES = new Set(')）]］');
/** The longest stretch between brackets that is read. */
const LONGEST_INSIDE = 120;
const SHORT_FORM = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}.&-]{1,9}$/u;
const SHORT_BEFORE = /(?:^|[^\p{L}\p{N}.&-])["']?([\p{L}\p{N}][\p{L}\p{N}.&-]{1,9})["']? ?$/u;
/** Definitions taken from one block at most: a glossary page has thousands, and its first ones tell enough. */
const MOST = 200;
/** Little words that a short form may pass over. */
const PASSED =
  /^(?:of|the|and|for|on|in|to|a|an|de|du|des|la|le|les|l|d|y|e|del|los|las|para|sur|pour|et|und|der|die|das|für|von)$/;

/** The definitions in brackets of a text whose case is kept. */
export function findDefinitions(cased: string): Definition[] {
  const found: Definition[] = [];
  for (const { index } of cased.matchAll(OPENING)) {
    if (found.length >= MOST) break;
    const inside = insideOf(cased, index);
    if (inside === null) continue;
    // "(IGF, also called …)", "(the IGF)", "(IGF; French: FGI)": the short form is the first piece.
    const first = /^\s*(?:the |["'])?([^,;:"']*)/.exec(inside)?.[1]?.trim() ?? '';
    const definition = SHORT_FORM.test(first)
      ? longFormBefore(cased, index, first, index + 1 + inside.indexOf(first))
      : longFormInside(cased, index, inside);
    if (definition) found.push(definition);
  }
  return found;
}

/** What stands between a bracket and its mate; brackets within are kept. Null where none closes it soon. */
function insideOf(cased: string, open: number): string | null {
  let depth = 1;
  const end = Math.min(cased.length, open + 1 + LONGEST_INSIDE);
  for (let i = open + 1; i < end; i++) {
    const char = cased[i] as string; // i is inside
    if (OPENS.has(char)) depth += 1;
    else if (CLOSES.has(char)) depth -= 1;
    if (depth === 0) return cased.slice(open + 1, i);
  }
  return null;
}

/** "long form (SF)": the long form is looked for in the words before the bracket. */
function longFormBefore(
  cased: string,
  bracket: number,
  short: string,
  shortStart: number,
): Definition | null {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
  const mostWords = Math.min(letters + 5, letters * 2);
  const window = cased.slice(Math.max(0, bracket - 160), bracket).trimEnd();
  // A sentence's or clause's end closes the window.
  const ends = ['. ', '; ', ': ', ', ', '"'].map((mark) => window.lastIndexOf(mark, window.length - 2));
  const clause = window.slice(Math.max(...ends) + 1);
  // Chinese long forms share no letters with the short one; the run of characters before the bracket is the name.
  const han = /[\u3400-\u9fff]{4,16}$/.exec(window)?.[0];
  if (han) return { short, shortStart, long: han };
  const words = clause.trim().split(' ').slice(-mostWords).join(' ');
  const from = startOfLongForm(short, words);
  if (from < 0) return null;
  return { short, shortStart, long: words.slice(from).replace(/["']$/, '') };
}

/** "SF (long form)": the whole bracket is the long form, if its letters spell the word before. */
function longFormInside(cased: string, bracket: number, inside: string): Definition | null {
  const short = SHORT_BEFORE.exec(cased.slice(Math.max(0, bracket - 14), bracket))?.[1];
  if (!short || !SHORT_FORM.test(short)) return null;
  const long = inside.split(/[;,(（]/)[0]?.trim() ?? '';
  const from = startOfLongForm(short, long);
  // Something else in brackets ("IGF (in Berlin this year)") seldom spells the short form from its first word.
  if (from < 0 || !/^(?:(?:the|short for|from|i\.e\.|or) )*["']?$/i.test(long.slice(0, from))) return null;
  return { short, shortStart: cased.lastIndexOf(short, bracket - 1), long: long.slice(from) };
}

const AFTER_SHORT =
  /^["']?(?:,? (?:or|short for|stands for|stood for|meaning|means|i\.e\.|that is|is the|is short for)|,| ?[-:=]| \|)(?: the| an| a)? ["']?(?=\p{L})/iu;
const BEFORE_SHORT =
  /["']?(?:,? (?:or|known as|called|abbreviated(?: as| to)?|shortened to|in short|for short|abgekürzt|kurz|alias|en abrégé)|,| ?-| ?[:=])(?: the| la| el| le| die| das| der| l')? ?["']?$/iu;
/** As far as a long form reaches without brackets. */
const LONGEST_BESIDE = 110;

/**
 * The definition without brackets that a short form at a place stands in: "IGF, or the International Golf Federation",
 * "insulin-like growth factor, or IGF", and at the head of a block "IGF Independent Games Festival". First letters must fit.
 */
export function definitionBeside(cased: string, start: number, end: number): Definition | null {
  const short = cased.slice(start, end);
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (!SHORT_FORM.test(short) || letters.length < 2) return null;
  const right = cased.slice(end, end + LONGEST_BESIDE);
  const isHead = start === 0 || cased[start - 1] === '\n';
  const gap = AFTER_SHORT.exec(right)?.[0] ?? (isHead && /^ \p{L}/u.test(right) ? ' ' : null);
  if (gap !== null) {
    const length = lengthOfInitials(right.slice(gap.length), letters);
    if (length > 0) return { short, shortStart: start, long: right.slice(gap.length, gap.length + length) };
  }
  const left = cased.slice(Math.max(0, start - LONGEST_BESIDE), start);
  const before = BEFORE_SHORT.exec(left);
  if (!before) return null;
  const words = left.slice(0, before.index);
  const from = startOfInitials(words, letters);
  return from < 0 ? null : { short, shortStart: start, long: words.slice(from) };
}

/** How long the run of words at the start of a text is whose first letters spell `letters`; 0 where they do not. */
function lengthOfInitials(text: string, letters: string): number {
  let at = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (at > 0 && /[.;:()]/.test(text.slice(0, word.index))) return 0;
    if (word[0][0]?.toLowerCase() === letters[at]) at += 1;
    else if (at === 0 || !PASSED.test(word[0].toLowerCase())) return 0;
    if (at === letters.length) return word.index + word[0].length;
  }
  return 0;
}

/** Where the run of words at the end of a text begins whose first letters spell `letters`; -1 where they do not. */
function startOfInitials(text: string, letters: string): number {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  let at = letters.length - 1;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as RegExpExecArray; // i is inside
    if (word[0][0]?.toLowerCase() === letters[at]) at -= 1;
    else if (!PASSED.test(word[0].toLowerCase())) return -1;
    if (at < 0) return /[.;:()]/.test(text.slice(word.index)) ? -1 : word.index;
  }
  return -1;
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
