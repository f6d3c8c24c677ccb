/**
 * What is known of the page's text: its blocks, found by text node and by id. Blocks come and go as the page changes; an
 * element that is gathered again keeps the blocks whose text and nodes are as they were, with all that is known of them.
 */
import type { PageNames } from '../../core/page/page-names.ts';
import { type PageBlock, type Piece, type WalkState, walkBlocks } from './blocks.ts';
import { learnElements } from './elements.ts';
import { learnFurniture } from './region.ts';
import { tree } from './tree.ts';

export class PageText {
  readonly #byId = new Map<number, PageBlock>();
  /** By the element around them: a weak entry for each text node would cost more than the whole walk. */
  readonly #byElement = new WeakMap<Element, PageBlock[]>();
  readonly #state: WalkState = { section: 0, nextId: 0 };
  /** Whether the page as a whole is left alone, as of now: it has no block then. */
  isClosed = false;

  /** With the names of things, from the page's settings. */
  constructor(names: PageNames) {
    learnElements(names);
    learnFurniture(names.furniture);
  }

  get(id: number): PageBlock | undefined {
    return this.#byId.get(id);
  }

  /** The block that a text node belongs to, with its piece of it. */
  of(node: Text): { readonly page: PageBlock; readonly piece: Piece } | null {
    for (let element = tree.parentOf(node); element; element = tree.parentOf(element)) {
      for (const page of this.#byElement.get(element) ?? []) {
        const piece = page.pieces.find((candidate) => candidate.node === node);
        if (piece) return { page, piece };
      }
    }
    return null;
  }

  /** All blocks in the order of the page. What was read anew came last, so the order is that of another walk. */
  blocks(): PageBlock[] {
    const known = byFirstNode(this.#byId.values());
    const walk = [...walkBlocks(document.body, { ...this.#state })];
    return walk.flatMap((block) => known.get(block?.pieces[0]?.node) ?? []);
  }

  /** Gathers a root's blocks, one at a time or null. New ones are answered; those that are as they were stay silently. */
  *gather(root: Element, onGone: (block: PageBlock) => void): Generator<PageBlock | null> {
    const before = new Set(
      [...this.#byId.values()].filter(({ element }) => tree.holds(root, element) || !element.isConnected),
    );
    const known = byFirstNode(before);
    // A first gathering counts sections through; a later one keeps to the section it stands in.
    const sections = [...before].map(({ block }) => block.section);
    const section = sections.reduce((least, one) => Math.min(least, one), this.#state.section);
    const state = before.size > 0 ? { ...this.#state, section } : this.#state;
    for (const block of this.isClosed ? [] : walkBlocks(root, state)) {
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

function byFirstNode(blocks: Iterable<PageBlock>): Map<Text | undefined, PageBlock> {
  return new Map([...blocks].map((block) => [block.pieces[0]?.node, block]));
}

/** Whether a block reads as it did, from the same nodes in the same place. */
function isSame(old: PageBlock, now: PageBlock): boolean {
  return (
    old.block.text === now.block.text &&
    old.block.region === now.block.region &&
    old.element === now.element &&
    old.pieces.length === now.pieces.length &&
    old.pieces.every((piece, i) => piece.node === now.pieces[i]?.node)
  );
}
