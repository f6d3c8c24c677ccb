/**
 * What stands directly around a candidate: the words before and after it with the marks between, and how its sentence is
 * written. Looked up in the text with its case kept, within a bounded reach, so that a long block costs no more a name.
 */

/** A word beside a candidate. */
export interface Neighbour {
  /** As written. */
  readonly cased: string;
  /** In lower case. */
  readonly word: string;
  /** What stands between it and the candidate (or the word nearer to the candidate). */
  readonly gap: string;
}

const REACH = 48;
const WORDS = 3;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** A sentence begins after these, and after the marks that open it. */
const SENTENCE_END = /(?:^|[.!?:;•·|…>\n]["')\]]*)\s*["'([]*$/u;
/** How far a clause is looked at. */
const CLAUSE = 80;

/** What stands around a stretch of text; each part is looked up when first asked for. */
export class Surroundings {
  readonly #cased: string;
  readonly #start: number;
  readonly #end: number;
  #before: readonly Neighbour[] | undefined;
  #after: readonly Neighbour[] | undefined;

  constructor(cased: string, start: number, end: number) {
    this.#cased = cased;
    this.#start = start;
    this.#end = end;
  }

  /** Up to three words before, the nearest first. */
  get before(): readonly Neighbour[] {
    this.#before ??= neighboursBefore(this.#left(REACH), this.#start > REACH);
    return this.#before;
  }

  /** Up to three words after, the nearest first. */
  get after(): readonly Neighbour[] {
    const right = this.#cased.slice(this.#end, this.#end + REACH);
    this.#after ??= neighboursAfter(right, this.#end + REACH < this.#cased.length);
    return this.#after;
  }

  /** What follows, as far as a clause reaches. */
  get rest(): string {
    return this.#cased.slice(this.#end, this.#end + CLAUSE);
  }

  /** Whether the candidate opens its sentence or block. */
  get opensSentence(): boolean {
    return this.before.length === 0 || SENTENCE_END.test(this.#left(REACH));
  }

  /** Whether the word before the candidate does. */
  get beforeOpensSentence(): boolean {
    const [first] = this.before;
    if (!first) return false;
    const left = this.#left(REACH);
    const until = left.slice(0, left.length - first.gap.length - first.cased.length);
    return SENTENCE_END.test(until) && (until !== '' || this.#start <= REACH);
  }

  /** Whether capitals tell nothing here: a headline in title case or capitals, a list of names. */
  get capitalsTellNothing(): boolean {
    return tellNothing(this.#cased.slice(Math.max(0, this.#start - 90), this.#end + 90));
  }

  #left(reach: number): string {
    return this.#cased.slice(Math.max(0, this.#start - reach), this.#start);
  }
}

function neighboursBefore(left: string, isCut: boolean): Neighbour[] {
  const found: Neighbour[] = [];
  let end = left.length;
  const matches = [...left.matchAll(WORD)];
  if (isCut) matches.shift(); // it may be half a word
  for (let i = matches.length - 1; i >= 0 && found.length < WORDS; i--) {
    const match = matches[i] as RegExpExecArray; // i is inside
    found.push(neighbour(match[0], left.slice(match.index + match[0].length, end)));
    end = match.index;
  }
  return found;
}

function neighboursAfter(right: string, isCut: boolean): Neighbour[] {
  const found: Neighbour[] = [];
  let from = 0;
  for (const match of right.matchAll(WORD)) {
    const end = match.index + match[0].length;
    if (found.length === WORDS || (isCut && end === right.length)) break;
    found.push(neighbour(match[0], right.slice(from, match.index)));
    from = end;
  }
  return found;
}

function neighbour(cased: string, gap: string): Neighbour {
  return { cased, word: cased.toLowerCase(), gap };
}

/** Of the longer words around, four in five begin with a capital, or none does. */
function tellNothing(passage: string): boolean {
  const words = passage.match(/(?<![\p{L}\p{N}])\p{L}{4,}/gu)?.slice(1, -1) ?? [];
  if (words.length < 4) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals >= 0.8 * words.length;
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
