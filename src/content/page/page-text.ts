/**
 * What is known of the page's text: its blocks, found by text node and by id. Blocks come and go as the page changes; an
 * element that is gathered again keeps the blocks whose text and nodes are as they were, with all that is known of them.
 */
import { type PageBlock, type WalkState, walkBlocks } from './blocks.ts';

export class PageText {
  private readonly byId = new Map<number, PageBlock>();
  private readonly byNode = new WeakMap<Text, PageBlock>();
  private readonly state: WalkState = { section: 0, nextId: 0 };

  get(id: number): PageBlock | undefined {
    return this.byId.get(id);
  }

  /** The block that a text node belongs to. */
  of(node: Text): PageBlock | undefined {
    const block = this.byNode.get(node);
    return block && this.byId.has(block.block.id) ? block : undefined;
  }

  /** All blocks in the order of the page. What was read anew came last, so the order is asked of the document. */
  blocks(): PageBlock[] {
    return [...this.byId.values()].sort((a, b) => (follows(a, b) ? 1 : -1));
  }

  /** Gathers a root's blocks, one at a time. New ones are answered; those that are as they were stay silently. */
  *gather(root: Element, onGone: (block: PageBlock) => void): Generator<PageBlock> {
    const before = new Set(
      [...this.byId.values()].filter(({ element }) => root.contains(element) || !element.isConnected),
    );
    // A first gathering counts sections through; a later one keeps to the section it stands in.
    const section = Math.min(...[...before].map(({ block }) => block.section));
    const state: WalkState = Number.isFinite(section) ? { section, nextId: this.state.nextId } : this.state;
    for (const block of walkBlocks(root, state)) {
      this.state.nextId = state.nextId;
      const known = this.sameAsBefore(block);
      if (known) {
        before.delete(known);
        continue;
      }
      this.add(block);
      yield block;
    }
    for (const gone of before) {
      this.byId.delete(gone.block.id);
      onGone(gone);
    }
  }

  private add(block: PageBlock): void {
    this.byId.set(block.block.id, block);
    for (const { node } of block.pieces) this.byNode.set(node, block);
  }

  private sameAsBefore(block: PageBlock): PageBlock | null {
    const [first] = block.pieces;
    const known = first && this.of(first.node);
    if (!known || known.block.text !== block.block.text || known.block.region !== block.block.region)
      return null;
    if (known.pieces.length !== block.pieces.length) return null;
    return known.pieces.every((piece, i) => piece.node === block.pieces[i]?.node) ? known : null;
  }
}

function follows(a: PageBlock, b: PageBlock): boolean {
  const [first, second] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (!first || !second) return false; // no block is without a piece
  return (second.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
