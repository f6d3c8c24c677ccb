/**
 * A passage in W3C selectors, several together: its words with their surroundings, its position in the page's text, and its
 * elements. https://www.w3.org/TR/annotation-model/#selectors
 */
import type { PathSelector, Selector } from '../note.ts';
import type { Passage, Place } from './quote-text.ts';

/** Characters of the surroundings kept on each side: so many where the page has them, cut between words. */
export const LEAST_CONTEXT = 32;
export const MOST_CONTEXT = 64;

/** The element that a place is in, and the offset in its text; null where an element has no path. */
export type PathTo = (place: Place) => PathSelector | null;

/** Describes a passage of a page, of whose blocks the texts are given in their order. */
export function describeQuote(
  blocks: readonly string[],
  passage: Passage,
  pathTo: PathTo = () => null,
): readonly Selector[] {
  const { start, end } = passage;
  const [startSelector, endSelector] = [pathTo(start), pathTo(end)];
  return [
    {
      type: 'TextQuoteSelector',
      exact: wordsBetween(blocks, start, end),
      prefix: contextBefore(blocks, start),
      suffix: contextAfter(blocks, end),
    },
    { type: 'TextPositionSelector', start: positionIn(blocks, start), end: positionIn(blocks, end) },
    ...(startSelector && endSelector ? [{ type: 'RangeSelector' as const, startSelector, endSelector }] : []),
  ];
}

/** The text of a passage as it is read: one space for each run of white space, a line break between blocks. */
export function wordsBetween(blocks: readonly string[], start: Place, end: Place): string {
  const texts: string[] = [];
  for (let block = start.block; block <= end.block; block++) {
    const text = blocks[block] ?? '';
    const [from, to] = [
      block === start.block ? start.offset : 0,
      block === end.block ? end.offset : text.length,
    ];
    texts.push(plain(text.slice(from, to)).trim());
  }
  return texts.filter((text) => text !== '').join('\n');
}

function contextBefore(blocks: readonly string[], { block, offset }: Place): string {
  let context = plain((blocks[block] ?? '').slice(0, offset));
  for (let i = block - 1; i >= 0 && context.length <= MOST_CONTEXT; i--)
    context = `${plain(blocks[i] ?? '').trim()}\n${context.trimStart()}`;
  if (context.length <= MOST_CONTEXT) return context;
  const most = context.slice(-MOST_CONTEXT);
  const space = most.search(/\s/);
  const isKept = space >= 0 && MOST_CONTEXT - space > LEAST_CONTEXT;
  return isKept ? most.slice(space + 1) : most.replace(/^[\udc00-\udfff]/, '');
}

function contextAfter(blocks: readonly string[], { block, offset }: Place): string {
  let context = plain((blocks[block] ?? '').slice(offset));
  for (let i = block + 1; i < blocks.length && context.length <= MOST_CONTEXT; i++)
    context = `${context.trimEnd()}\n${plain(blocks[i] ?? '').trim()}`;
  if (context.length <= MOST_CONTEXT) return context;
  const most = context.slice(0, MOST_CONTEXT);
  const space = most.search(/\s\S*$/);
  return space >= LEAST_CONTEXT ? most.slice(0, space) : most.replace(/[\ud800-\udbff]$/, '');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function positionIn(blocks: readonly string[], { block, offset }: Place): number {
  let position = offset;
  for (let i = 0; i < block; i++) position += (blocks[i] ?? '').length + 1;
  return position;
}
