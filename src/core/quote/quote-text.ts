/**
 * A page's text as quotes are looked for in it: all its blocks in one string, folded (text/fold.ts), so that another white space,
 * another quotation mark or another markup make no other text. Every place leads back to its block.
 *
 *     blocks   "The  Union "  " met."        offsets of the page
 *     folded   "the union met."              one space between blocks
 */
import { type FoldedText, fold } from '../text/fold.ts';

/** A place in a page: the number of its block, and an offset in that block's text. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

/** A stretch of a page, which may begin in one block and end in another. */
export interface Passage {
  readonly start: Place;
  readonly end: Place;
}

export interface QuoteText {
  readonly folded: string;
  /** The passage that a stretch of the folded text stands for; neither end of it may be a space. */
  passageAt(start: number, end: number): Passage;
  /** Where a place stands in all blocks together, a line break between any two. */
  positionOf(place: Place): number;
}

interface Part {
  /** Number of the block. */
  readonly block: number;
  /** Where its folded text begins in the whole. */
  readonly start: number;
  /** Folded spaces at its beginning that the whole leaves out. */
  readonly lead: number;
  readonly text: FoldedText;
}

/** Folds so many units at a time, then lets the caller pause. */
const A_TURN = 20_000;

/** Folds the texts of a page's blocks, in the order of the page. Yields null wherever its caller may want to pause. */
export function* foldBlocks(blocks: readonly string[]): Generator<null, QuoteText> {
  const parts: Part[] = [];
  const texts: string[] = [];
  let [length, units] = [0, 0];
  for (const [block, original] of blocks.entries()) {
    units += original.length;
    if (units > A_TURN) {
      units = 0;
      yield null;
    }
    const text = fold(original);
    const trimmed = text.text.trim();
    if (trimmed === '') continue;
    parts.push({ block, start: length, lead: text.text.indexOf(trimmed), text });
    texts.push(trimmed);
    length += trimmed.length + 1;
  }
  return textOf(blocks, parts, texts.join(' '));
}

function textOf(blocks: readonly string[], parts: readonly Part[], folded: string): QuoteText {
  let position = 0;
  const positions = blocks.map(({ length }) => {
    const own = position;
    position += length + 1;
    return own;
  });
  /** The block of one folded unit, and where the unit stands in that. */
  const unitAt = (at: number) => {
    const { block, start, lead, text } = partAt(parts, at);
    const own = at - start + lead;
    return { block, ...text.toOriginal(own, own + 1) };
  };
  return {
    folded,
    passageAt(start, end) {
      const [first, last] = [unitAt(start), unitAt(end - 1)];
      return {
        start: { block: first.block, offset: first.start },
        end: { block: last.block, offset: last.end },
      };
    },
    positionOf: ({ block, offset }) => (positions[block] ?? 0) + offset,
  };
}

/** The part that holds an offset of the folded text. */
function partAt(parts: readonly Part[], at: number): Part {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as Part).start <= at) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  if (!part) throw new RangeError(`no text at ${at}`);
  return part;
}
