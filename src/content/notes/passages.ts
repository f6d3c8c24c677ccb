/**
 * Between ranges of the document and passages of its text: a passage is told by blocks, which know nothing of nodes, and shown by
 * a range. Shadow roots are in the tree that is walked, so a passage may stand in one.
 */
import type { PathSelector } from '../../core/model.ts';
import type { Passage, Place } from '../../core/quote/quote-text.ts';
import { type PageBlock, type Piece, pieceAt } from '../page/blocks.ts';

/** A live range over a passage, or null where its text is gone; empty where its ends are in two trees. */
export function rangeOf(blocks: readonly PageBlock[], { start, end }: Passage): Range | null {
  const first = pieceAt(blocks[start.block]?.pieces ?? [], start.offset);
  const last = pieceAt(blocks[end.block]?.pieces ?? [], end.offset - 1);
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  const [from, to] = [start.offset - first.start, end.offset - last.start];
  if (from > first.node.length || to > last.node.length) return null;
  const range = new Range();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}

/** The passage that a range covers, without the white space at its ends; null where there is no word of a block in it. */
export function passageOf(blocks: readonly PageBlock[], range: AbstractRange): Passage | null {
  let [start, end]: [Place | null, Place | null] = [null, null];
  for (const [
    block,
    {
      pieces,
      block: { text },
    },
  ] of blocks.entries()) {
    for (const piece of pieces) {
      const [from, to] = covered(piece, range);
      const words = text.slice(piece.start + from, piece.start + to);
      if (words.trim() === '') continue;
      start ??= { block, offset: piece.start + from + words.search(/\S/) };
      end = { block, offset: piece.start + from + words.trimEnd().length };
    }
  }
  return start && end ? { start, end } : null;
}

/** What of a text node a range covers, as offsets in it; nothing where the two do not meet. */
function covered({ node }: Piece, range: AbstractRange): readonly [number, number] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const from =
    startContainer === node ? startOffset : isBefore(node, startContainer, startOffset) ? node.length : 0;
  const to = endContainer === node ? endOffset : isBefore(node, endContainer, endOffset) ? node.length : 0;
  return [from, Math.max(from, to)];
}

/** Whether a node stands before a boundary point of a range that is not in it. */
function isBefore(node: Node, container: Node, offset: number): boolean {
  const at = container.childNodes[offset];
  if (at) return (at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const place = container.compareDocumentPosition(node);
  return (place & (Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0;
}

/** A place as the element it is in, by its path from the document's own, and the offset in that element's text; null in a shadow root. */
export function pathTo(blocks: readonly PageBlock[], { block, offset }: Place): PathSelector | null {
  const piece = pieceAt(blocks[block]?.pieces ?? [], offset);
  const element = piece?.node.parentElement;
  if (!piece || !element || element.getRootNode() !== element.ownerDocument) return null;
  const walk = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (walk.nextNode() && walk.currentNode !== piece.node) before += (walk.currentNode as Text).length;
  const at = before + offset - piece.start;
  return {
    type: 'XPathSelector',
    value: xpathOf(element),
    refinedBy: { type: 'TextPositionSelector', start: at, end: at },
  };
}

function xpathOf(element: Element): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) {
    let place = 1;
    for (let before = one.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === one.localName) place += 1;
    steps.unshift(`${one.localName}[${place}]`);
  }
  return `/${steps.join('/')}`;
}
