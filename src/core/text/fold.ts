/**
 * Folding: the form in which page text and aliases meet, with a map back to the offsets of the page.
 *
 * One name is written in many ways: "Ｉ Ｔ Ｕ", a no-break space, a soft hyphen inside a long word, curly quotes, an accent
 * as a mark of its own. Folding makes them one: NFKC, white-space runs to one space, invisible characters dropped,
 * quotes and dashes to ASCII, Arabic vowel signs and tatweel dropped, and, for `text`, lower case without a locale.
 *
 *     original   "the  Welt\u00ADklima…"        offsets 0 1 2 3 4 5 …
 *     cased      "the Weltklima..."             starts  0 1 2 3 5 6 …
 *
 * Unicode Standard Annex 15 (NFKC): https://unicode.org/reports/tr15/
 */

export interface FoldedText {
  /** Folded to lower case: what the gazetteer reads. */
  readonly text: string;
  /** The same, unit for unit, with the case of the page: what case rules read. */
  readonly cased: string;
  /** Where the folded units `start`..`end` (exclusive) stand in the original text. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Kinds of code units, as far as folding must tell them apart. */
const PLAIN = 1; // stays as it is, unless a combining mark follows
const SPACE = 2;
const DROPPED = 3;
const QUOTE = 4;
const DOUBLE_QUOTE = 5;
const DASH = 6;
const RAISED = 7; // superscript and subscript digits: footnote marks, which must not join the word
const MARK = 8;
const COMPOSED = 9; // NFKC may change it
const STABLE = 10; // stays as it is, and no mark joins it (Han, Hangul syllables)

const CLASSES: readonly (readonly [number, RegExp])[] = [
  [SPACE, /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/],
  // Soft hyphen, joiners, zero-width spaces, bidi controls, variation selectors, tatweel, Arabic vowel signs.
  [DROPPED, /[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/],
  [DROPPED, /\u034f|[\u064b-\u0652]|\u0670|[\ufe00-\ufe0f]/],
  [QUOTE, /['`´‘’‚‛′ʹʼ＇]/],
  [DOUBLE_QUOTE, /["“”„‟«»″〝〞「」『』＂]/],
  [DASH, /[-‐‑‒–—―−﹘﹣－]/],
  [RAISED, /[¹²³⁰⁴-⁹₀-₉ªº]/],
  [PLAIN, /[™®©℠\u2026]/], // NFKC would spell them out and join them to the name before
  [MARK, /\p{M}/u],
  [STABLE, /[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/],
];

/** Kind of each code unit, worked out at first sight: a worker that wakes often should not compute 65,536 of them. */
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit];
  if (known) return known;
  const char = String.fromCharCode(unit);
  const listed = CLASSES.find(([, pattern]) => pattern.test(char));
  const kind = listed ? listed[0] : isSurrogate(unit) || char.normalize('NFKC') !== char ? COMPOSED : PLAIN;
  kinds[unit] = kind;
  return kind;
}

/** Marks join the character before; invisible characters may stand between the two. */
function joins(kind: number): boolean {
  return kind === MARK || kind === DROPPED;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

const PRINTABLE_ASCII = /^[!-~]*(?: [!-~]+)*$/;
const SPACE_UNIT = 0x20;

/** Folds page text. Linear in its length; any string is taken, lone surrogates too. */
export function fold(original: string): FoldedText {
  if (PRINTABLE_ASCII.test(original) && !original.includes('`')) return unchanged(original);
  const folder = new Folder(original.length);
  let i = 0;
  while (i < original.length) i = folder.take(original, i);
  return folder.finish();
}

/** The folded form of a name or cue word: what the gazetteer is built of. It begins at a letter or digit. */
export function foldName(name: string): string {
  return withoutLeadingSigns(fold(name).text);
}

/** The same with its case kept. */
export function foldCased(name: string): string {
  return withoutLeadingSigns(fold(name).cased);
}

/** A quotation mark that opens a name is no part of it: words begin at letters. */
function withoutLeadingSigns(folded: string): string {
  return folded.replace(/^[^\p{L}\p{N}]+/u, '').trimEnd();
}

function unchanged(original: string): FoldedText {
  return {
    text: original.toLowerCase(),
    cased: original,
    toOriginal: (start, end) => ({ start, end }),
  };
}

/** Lower case without a locale and without a change of length: only İ has a longer lower case, and is an i here. */
function lowerCase(cased: string): string {
  const plain = cased.includes('İ') ? cased.replaceAll('İ', 'I') : cased;
  const lower = plain.toLowerCase();
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
}

class Folder {
  private units: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(expected: number) {
    this.units = new Uint16Array(expected + 16);
    this.starts = new Uint32Array(expected + 16);
    this.ends = new Uint32Array(expected + 16);
  }

  /** Folds what stands at `i` and answers where the next piece begins. */
  take(text: string, i: number): number {
    const unit = text.charCodeAt(i);
    const kind = kindOf(unit);
    if (kind === STABLE) return this.push(unit, i, i + 1);
    if (kind === PLAIN) {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (next < 0xad || !joins(kindOf(next))) return this.push(unit, i, i + 1);
      return this.takeCluster(text, i);
    }
    switch (kind) {
      case SPACE:
        return this.takeSpace(text, i);
      case DROPPED:
        return i + 1;
      case QUOTE:
        return this.push(0x27, i, i + 1);
      case DOUBLE_QUOTE:
        return this.push(0x22, i, i + 1);
      case DASH:
        return this.push(0x2d, i, i + 1);
      case RAISED:
        return this.push(0x5e, i, i + 1);
      default:
        return this.takeCluster(text, i);
    }
  }

  finish(): FoldedText {
    const { starts, ends, length } = this;
    const cased = decode(this.units.subarray(0, length));
    return {
      text: lowerCase(cased),
      cased,
      toOriginal(start, end) {
        const from = start < length ? (starts[start] ?? 0) : (ends[length - 1] ?? 0);
        return { start: from, end: end > start ? (ends[end - 1] ?? from) : from };
      },
    };
  }

  /** One space for the whole run, invisible characters inside it included. */
  private takeSpace(text: string, i: number): number {
    let end = i + 1;
    for (let j = end; j < text.length; j++) {
      const kind = kindOf(text.charCodeAt(j));
      if (kind === SPACE) end = j + 1;
      else if (kind !== DROPPED) break;
    }
    return this.push(SPACE_UNIT, i, end);
  }

  /** A character with the marks that follow it, composed. Every unit of the result stands for the whole cluster. */
  private takeCluster(text: string, i: number): number {
    let end = i + ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
    let cluster = text.slice(i, end);
    // 30 marks are the most that UAX 15's stream-safe format allows; a longer run starts a new cluster.
    for (let j = end, most = end + 30; j < text.length && j < most; j++) {
      const kind = kindOf(text.charCodeAt(j));
      if (!joins(kind)) break;
      if (kind !== MARK) continue;
      cluster += text[j];
      end = j + 1;
    }
    const composed = cluster.normalize('NFKC');
    for (let j = 0; j < composed.length; j++) {
      const unit = composed.charCodeAt(j);
      const kind = kindOf(unit);
      if (kind === DROPPED) continue;
      if (kind === SPACE && this.length > 0 && this.units[this.length - 1] === SPACE_UNIT) continue;
      this.push(kind === SPACE ? SPACE_UNIT : kind === QUOTE ? 0x27 : unit, i, end);
    }
    return end;
  }

  private push(unit: number, start: number, end: number): number {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
    return end;
  }

  private grow(): void {
    const size = this.units.length * 2;
    this.units = copyInto(new Uint16Array(size), this.units);
    this.starts = copyInto(new Uint32Array(size), this.starts);
    this.ends = copyInto(new Uint32Array(size), this.ends);
  }
}

function copyInto<T extends Uint16Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/** In pieces: a call takes only so many arguments. */
function decode(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192) {
    text += String.fromCharCode(...units.subarray(i, i + 8192));
  }
  return text;
}
