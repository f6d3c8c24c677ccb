/**
 * Does a stretch of text cut a word? Chinese, Japanese and Thai write no spaces, so an edge stands everywhere, and "华为"
 * stands in "才华为" too. `Intl.Segmenter` knows common words but not names (华|为, 微|信), so it is never asked what the
 * words are, only whether one of its words lies across an edge of the match; and where one does, both readings compete:
 *
 *     中 [国 家]   发展|中|国家    against   发展|中国|家     one odd letter: the match is refused
 *     华 [为 首]款  华|为首|款      against   华为|首款        fewer words: the match stands
 *
 * The segmenter's time grows with the square of the text, so it sees four characters on each side: eight or twenty change
 * no answer on the 747 matches of real pages at hand. Of those a bare veto refuses 13, the competition 8 (six times
 * 中国 in 中国人), and no labelled name is lost.
 */
import { CHARACTER_CLASS, classOfUnit } from './boundary.ts';

const AROUND = 4;
/** Longer names are cut by chance only. */
const LONGEST = 6;

/** Characters that are words of their own: a letter left over is no oddity where it is one of these. */
const OWN_WORDS = new Set(
  '的了在是和与與跟同对對向从從由被把让讓给給以用为為及或也都就会會将將已于於到等有中上下内外不这這那我他她个個次位款号號首年月日',
);

/** Answers of the last windows: a page says the same things again. Bounded; a window tells the whole answer. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

let segmenter: Intl.Segmenter | undefined;

/** Whether a name in a script without spaces, at `start`..`end` of folded text, begins or ends inside a word. */
export function cutsWord(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || !isSpaceless(text, start) || !isSpaceless(text, end - 1)) return false;
  let from = start;
  let to = end;
  while (start - from < AROUND && isSpaceless(text, from - 1)) from -= 1;
  while (to - end < AROUND && isSpaceless(text, to)) to += 1;
  if (from === start && to === end) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const key = `${before} ${text.slice(start, end)} ${after}`;
  const answer = known.get(key) ?? decide(before, text.slice(start, end), after);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, answer);
  return answer;
}

function isSpaceless(text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return false;
  const unit = classOfUnit[text.charCodeAt(i)];
  return unit === CHARACTER_CLASS.unsegmented || unit === CHARACTER_CLASS.mark; // the signs of Thai
}

function decide(before: string, name: string, after: string): boolean {
  const words = wordsOf(before + name + after);
  if (isFirstHalf(name, words, before.length)) return false;
  if (!isCut(words, before.length) && !isCut(words, before.length + name.length)) return false;
  const [cut, whole] = [oddity(words), 1 + oddity(wordsOf(before)) + oddity(wordsOf(after))];
  // A name of three characters and more is no accident: it has the benefit of the doubt.
  return name.length > 2 ? whole > cut : whole >= cut;
}

function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return text === '' ? [] : [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** "中共" in "中共中央": a compound of the name and another whole word. */
function isFirstHalf(name: string, words: readonly string[], place: number): boolean {
  let at = 0;
  const compound = words.find((word) => {
    at += word.length;
    return at > place;
  });
  if (compound === undefined || at - compound.length !== place || compound.length < name.length + 2)
    return false;
  return wordsOf(compound.slice(name.length)).length === 1;
}

/** Whether no word of the row begins at `place`. */
function isCut(words: readonly string[], place: number): boolean {
  let at = 0;
  for (const word of words) {
    if (at >= place) break;
    at += word.length;
  }
  return at !== place;
}

/** Fewer words are likelier, and letters left over count twice. */
function oddity(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (word.length === 1 && !OWN_WORDS.has(word) ? 2 : 1), 0);
}
