/**
 * The form in which a search meets a text: folded, words alone, a space before each. A word is found by its beginning, since what
 * is typed is mostly half a word; in scripts without spaces any part of a sentence is found. So a search is a plain look for
 * strings, and needs no index (DESIGN.md tells what an index cost).
 *
 *     text    "The ITU's «суверенитет» 网络主权"
 *     form    " the itu s суверенитет 网络主权"
 *     query   "итоги сувере" -> " итог", " сувере"        query "网络 itu" -> "网络", " itu"
 */
import { fold } from './fold.ts';

/** Scripts that put no spaces between words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const PIECES = new RegExp(`[${UNSPACED}]+|[^\\s${UNSPACED}]+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const AFTER_UNSPACED = new RegExp(`(?<=[${UNSPACED}])(?=[^\\s${UNSPACED}])`, 'gu');

const NO_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
/** The article, with the particles that are written with it: and, so, by, as; "for the". */
const ARABIC_ARTICLE = /(?<=^|\s)(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{2})/gu;
const ARABIC_WITH_ARTICLE = /(?<=^|\s)(?:[وفبك]?ال|لل)(\p{Script=Arabic}{2,})/gu;
/** Endings of nouns and adjectives, the longest first. */
const RUSSIAN_ENDING =
  /(?:[ыи]ми|[ая]ми|[ое]го|[ое]му|[ая]х|[оыие]в|[оеыи]й|[оеаяыи]м|[ая]я|[ое]е|[ыи]е|[ыи]х|[ую]ю|[аяоеиыуюьй])$/u;
/** Letters that a stem must keep, so that it still says something. */
const SHORTEST_STEM = 3;

/** Letters that readers type for one another: ё and е; forms of alif; alif maqsura and ya; ta marbuta and ha. */
const ALIKE: Readonly<Record<string, string>> = {
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
};

/** The words of a text, each with a space before it. Arabic words with an article stand there without it, too. */
export function searchForm(text: string): string {
  const words = wordsIn(text);
  return ` ${words.replace(ARABIC_WITH_ARTICLE, '$& $1').replace(AFTER_UNSPACED, ' ')}`;
}

/** What must all be in the form of a text that has the words of a query. Nothing, where the query has no words. */
export function wantedForms(query: string): readonly string[] {
  const words = wordsIn(query).replace(ARABIC_ARTICLE, '');
  return (words.match(PIECES) ?? []).map((piece) => {
    if (IS_UNSPACED.test(piece)) return piece;
    const stem = piece.replace(RUSSIAN_ENDING, '');
    return ` ${stem.length >= SHORTEST_STEM ? stem : piece}`;
  });
}

/** Whether a text has all that a query asks for. */
export function hasAll(form: string, wanted: readonly string[]): boolean {
  return wanted.every((piece) => form.includes(piece));
}

function wordsIn(text: string): string {
  const folded = fold(text).text;
  if (/^[\n\x20-\x7e]*$/.test(folded)) return folded.replace(/[^a-z0-9]+/g, ' ').trim();
  return folded
    .replace(/[\u00e0-\u024f\u0370-\u03ff\u1e00-\u1fff]/g, withoutAccent)
    .replace(/[ёأإآىة]/g, (char) => ALIKE[char] ?? char)
    .replace(NO_WORD, ' ')
    .trim();
}

/** What is typed without accents is found. */
function withoutAccent(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}
