/**
 * Where words begin and end, in folded text of any script. An edge is a place between two code units where a name may
 * start or stop: beside a space or a sign, between two scripts ("ITU는", "الITU"), and anywhere in a script that
 * writes no spaces (Han, kana, Thai…). Digits go with the letters beside them ("5g", "w3c", "g20"), marks with what
 * precedes them, and a surrogate pair is never cut. Apostrophe and hyphen are no word characters, so "l'itu" and
 * "itu-t" both hold the word "itu"; which of them count is for the spotter to judge.
 *
 * Latin, Greek and Cyrillic are one class, without an edge between them: their letters look alike, so a word that
 * mixes them is one word typed on two keyboards, and a name found in half of it would be wrong. Between these and
 * Arabic, Hebrew, Hangul or any other script there is an edge: articles and particles are written onto foreign names.
 */
import { SCRIPT_RANGES } from './script-ranges.ts';

/** What a code unit is to a word. `none` is 0, so a class is also a question: is this a word character? */
export const CHARACTER_CLASS = {
  none: 0,
  digit: 1,
  western: 2,
  arabic: 3,
  hebrew: 4,
  hangul: 5,
  other: 6,
  unsegmented: 7,
  mark: 8,
} as const;

const { none, digit, western, other, unsegmented, mark } = CHARACTER_CLASS;

/** High surrogates by the scripts of the thousand characters behind each; emoji are no word characters. */
const SURROGATE_RANGES: readonly (readonly [number, number, number])[] = [
  [0xd800, 0xd83b, other],
  [0xd81c, 0xd823, unsegmented], // Tangut, Khitan
  [0xd82b, 0xd82c, unsegmented], // kana, Nushu
  [0xd833, 0xd834, none], // signs of music and counting
  [0xd83c, 0xd83f, none], // emoji, pictographs
  [0xd840, 0xd8bf, unsegmented], // Han of planes 2 and 3
  [0xdb40, 0xdb40, mark], // tags, variation selectors of Han
  [0xdc00, 0xdfff, mark], // low surrogates
];

/**
 * The class of every UTF-16 code unit. Supplementary characters are classed by their high surrogate, and a low
 * surrogate counts as a mark: it belongs to what precedes.
 */
export const classOfUnit: Uint8Array = tabulateClasses();

/** Set in a `stepOfWord` answer where an edge lies before the unit. */
export const EDGE = 16;

/**
 * The boundary rule as an automaton, for loops that look at every unit once: `stepOfWord[(run << 4) | class]` is the
 * class of the run that the unit with this class joins or begins, plus `EDGE` where it begins one. Start from run 0.
 */
export const stepOfWord: Uint8Array = tabulateSteps();

/** True where a name may start at offset `i`: there is a word character at `i`, and no word is cut. */
export function isWordStart(text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return false;
  const right = classOfUnit[text.charCodeAt(i)] as number;
  if (right === none || right === mark) return false;
  return isEdge(runClassBefore(text, i), right);
}

/**
 * True where a name may end before offset `i`: no word is cut. A name that ends in a sign ("yahoo!") may end wherever
 * no word character is joined to it.
 */
export function isWordEnd(text: string, i: number): boolean {
  if (i <= 0 || i > text.length) return false;
  const right = i < text.length ? (classOfUnit[text.charCodeAt(i)] as number) : none;
  if (right === none) return true;
  if (right === mark) return false;
  return mayEnd(runClassBefore(text, i), right);
}

/** Whether a word ends or begins between a run of class `left` and a unit of class `right`. */
function isEdge(left: number, right: number): boolean {
  if (right === mark) return false;
  if (left === none || right === none) return true;
  if (left === unsegmented || right === unsegmented) return true;
  if (left === digit || right === digit) return false;
  return left !== right;
}

/** As `isEdge`, but a sign is joined to a word that follows: "u.s." does not end inside "u.s.a". */
function mayEnd(left: number, right: number): boolean {
  return isEdge(left, right) && (left !== none || right === none || right === unsegmented);
}

/** The class of a run once `right` has joined it: "g20" is western, so that "g20은" has an edge before its particle. */
function classOfRun(left: number, right: number): number {
  if (right === mark) return left;
  const isLetter = left >= western && left <= other;
  return right === digit && isLetter ? left : right;
}

/** The class of the run that ends before `i`: back over marks, and over digits to the letter they follow. */
function runClassBefore(text: string, i: number): number {
  let run: number = none;
  for (let j = i - 1; j >= 0; j--) {
    const left = classOfUnit[text.charCodeAt(j)] as number;
    if (left === mark) continue;
    if (left === digit) run = digit;
    else if (run === none) return left;
    else return left >= western && left <= other ? left : run;
  }
  return run;
}

function tabulateSteps(): Uint8Array {
  const steps = new Uint8Array(256);
  for (let run = none; run <= mark; run++) {
    for (let right = none; right <= mark; right++) {
      steps[(run << 4) | right] = classOfRun(run, right) | (isEdge(run, right) ? EDGE : 0);
    }
  }
  return steps;
}

function tabulateClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (const [name, ranges] of Object.entries(SCRIPT_RANGES)) {
    const value = CHARACTER_CLASS[name as keyof typeof SCRIPT_RANGES];
    for (const range of ranges.split(' ')) {
      const [first = '', last = first] = range.split('-');
      classes.fill(value, Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);
    }
  }
  for (const [first, last, value] of SURROGATE_RANGES) classes.fill(value, first, last + 1);
  return classes;
}
