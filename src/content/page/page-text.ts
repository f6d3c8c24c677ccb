/**
 * What is known of the page's text: its blocks, found by text node and by id. Blocks come and go as the page changes; an
 * element that is gathered again keeps the blocks whose text and nodes are as they were, with all that is known of them.
 */
import { type PageBlock, type Piece, type WalkState, walkBlocks } from './blocks.ts';

export class PageText {
  readonly #byId = new Map<number, PageBlock>();
  /** By the element around them: a weak entry for each text node would cost more than the whole walk. */
  readonly #byElement = new WeakMap<Element, PageBlock[]>();
  readonly #state: WalkState = { section: 0, nextId: 0 };

  get(id: number): PageBlock | undefined {
    return this.#byId.get(id);
  }

  /** The block that a text node belongs to, with its piece of it. */
  of(node: Text): { readonly page: PageBlock; readonly piece: Piece } | null {
    for (let element = node.parentElement; element; element = element.parentElement) {
      for (const page of this.#byElement.get(element) ?? []) {
        const piece = page.pieces.find((candidate) => candidate.node === node);
        if (piece) return { page, piece };
      }
    }
    return null;
  }

  /** All blocks in the order of the page. What was read anew came last, so the order is asked of the document. */
  blocks(): PageBlock[] {
    return [...this.#byId.values()].sort((a, b) => (follows(a, b) ? 1 : -1));
  }

  /** Gathers a root's blocks, one at a time or null. New ones are answered; those that are as they were stay silently. */
  *gather(root: Element, onGone: (block: PageBlock) => void): Generator<PageBlock | null> {
    const before = new Set(
      [...this.#byId.values()].filter(({ element }) => root.contains(element) || !element.isConnected),
    );
    const known = new Map([...before].map((block) => [block.pieces[0]?.node, block]));
    // A first gathering counts sections through; a later one keeps to the section it stands in.
    let section = Number.POSITIVE_INFINITY;
    for (const { block } of before) section = Math.min(section, block.section);
    const state: WalkState = Number.isFinite(section) ? { section, nextId: this.#state.nextId } : this.#state;
    for (const block of walkBlocks(root, state)) {
      if (!block) {
        yield null;
        continue;
      }
      this.#state.nextId = state.nextId;
      const old = known.get(block.pieces[0]?.node);
      if (old && isSame(old, block)) {
        before.delete(old);
        yield null;
        continue;
      }
      this.#add(block);
      yield block;
    }
    for (const gone of before) {
      this.#byId.delete(gone.block.id);
      const beside = this.#byElement.get(gone.element);
      beside?.splice(beside.indexOf(gone), 1);
      onGone(gone);
    }
  }

  #add(block: PageBlock): void {
    this.#byId.set(block.block.id, block);
    const beside = this.#byElement.get(block.element);
    if (beside) beside.push(block);
    else this.#byElement.set(block.element, [block]);
  }
}

function follows(a: PageBlock, b: PageBlock): boolean {
  const [first, second] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (!first || !second) return false; // no block is without a piece
  return (second.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether a block reads as it did, from the same nodes. */
function isSame(old: PageBlock, now: PageBlock): boolean {
  return (
    old.block.text === now.block.text &&
    old.block.region === now.block.region &&
    old.pieces.length === now.pieces.length &&
    old.pieces.every((piece, i) => piece.node === now.pieces[i]?.node)
  );
}
