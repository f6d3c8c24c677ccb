/**
 * From the page to blocks: runs of text that read as one piece, each with a map from its offsets to text nodes.
 *
 *     <p>The <a>International Telecom­munication</a> Union<br>met</p>
 *        "The International Telecom­munication Union\nmet"
 *         [The ] [International …]         [ Union]  [met]       pieces: text nodes with their offsets
 *
 * The walk asks the document for nothing but its nodes: no style, no layout. It is a generator, so that its caller can
 * stop it at any block and let the page breathe; one generator with a stack of its own, since `yield*` through a tree as deep as
 * pages are costs more than the walk.
 */
import type { Region, TextBlock } from '../../core/model.ts';
import { headingLevel, isInline, isSkipped } from './elements.ts';
import { isChrome, isLink, isTeaser } from './region.ts';
import { createRun, type Run } from './run.ts';
import { tree } from './tree.ts';

/** A text node in a block: its text begins at `start`. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
}

export interface PageBlock {
  readonly block: TextBlock;
  /** The nearest element around the whole run. */
  readonly element: Element;
  readonly pieces: readonly Piece[];
}

/** What a walk inherits from above its root, and hands on from one element to the next. */
export interface WalkState {
  /** Number of the section that comes next in document order. */
  section: number;
  /** Id of the next block. */
  nextId: number;
  /** Whether the page's title is still to come, and no text of length has: short texts here are a masthead's. */
  masthead?: boolean;
}

export interface Context {
  readonly inChrome: boolean;
  readonly article: boolean;
  readonly lang: string;
  /** What a block here is, links and furniture aside. */
  readonly kind: Region;
  readonly level: number;
  /** Part of what announces another page. */
  readonly teaser: boolean;
  readonly link: Element | null;
}

// https://dom.spec.whatwg.org/#interface-node: numbers, since their names are long and asked of `Node` each time.
const ELEMENT = 1;
export const TEXT = 3;
/** What `compareDocumentPosition` says of what is in another tree, and of what comes after, or inside. */
const DISCONNECTED = 1;
const FOLLOWING = 4;

/** Longer runs are cut at a text node: what one message and one slice of work can carry. */
const LONGEST_BLOCK = 100_000;

/** After so many nodes the caller gets its turn, block or not. */
const NODES_A_TURN = 128;

/** An element that the walk is inside of. */
interface Level {
  readonly element: Element;
  readonly context: Context;
  /** The child that comes next. */
  next: Node | null;
}

/** All blocks under a root, in document order; null where there is none yet, but the caller may want its turn. */
export function* walkBlocks(root: Element, state: WalkState): Generator<PageBlock | null> {
  const run = createRun();
  const title = document.querySelector('h1');
  state.masthead =
    title !== null && (root.compareDocumentPosition(title) & (FOLLOWING | DISCONNECTED)) === FOLLOWING;
  const above = contextAbove(root);
  if (!above) return;
  const levels: Level[] = [];
  const enterInto = (element: Element, outer: Context): PageBlock | null => {
    if (isSkipped(element)) return null;
    const context = enter(element, outer);
    levels.push({ element, context, next: tree.firstIn(element) });
    return begin(element, outer, context, run, state);
  };
  yield enterInto(root, above);
  let nodes = 0;
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { element, context, next: node } = level;
    let block: PageBlock | null = null;
    if (!node) {
      block = end(element, context, run, state);
      levels.pop();
    } else {
      level.next = tree.nextOf(node);
      if (node.nodeType === TEXT) {
        if (run.length > LONGEST_BLOCK) {
          // The run began outside of what is inline here.
          const around = levels.findLast((outer) => !isInline(outer.element)) ?? level;
          block = run.close(around.element, around.context, state);
        }
        run.add(node as Text, context);
      } else if (node.nodeType === ELEMENT) {
        if ((node as Element).localName === 'br') run.breakLine();
        else block = enterInto(node as Element, context);
      }
    }
    nodes += 1;
    if (block || nodes % NODES_A_TURN === 0) yield block;
  }
  yield run.close(root, above, state);
}

/** An element begins. A block ends the run before it, and that run's block is the answer. */
function begin(
  element: Element,
  outer: Context,
  context: Context,
  run: Run,
  state: WalkState,
): PageBlock | null {
  if (isInline(element)) {
    if (isRaised(element)) run.separate();
    return null;
  }
  const before = run.close(tree.parentOf(element) ?? element, outer, state);
  if (element.localName === 'h1') state.masthead = false;
  // What stands inside a heading is in the heading's own section.
  if (context.level > 0 && outer.level === 0) state.section += 1;
  return before;
}

/** An element ends, and with a block its run. */
function end(element: Element, context: Context, run: Run, state: WalkState): PageBlock | null {
  if (!isInline(element)) return run.close(element, context, state);
  if (isRaised(element)) run.separate();
  return null;
}

/** Footnote numbers and their like: "Huawei¹" in markup. They must not join the word before. */
function isRaised(element: Element): boolean {
  return /^su[bp]$/.test(element.localName);
}

function enter(element: Element, above: Context): Context {
  const name = element.localName;
  // Most inline elements say nothing: they share the context above them.
  if (isInline(element) && !element.hasAttributes()) return above;
  const article = above.article || /^(article|main)$/.test(name) || element.getAttribute('role') === 'main';
  const level = isInline(element) ? 0 : headingLevel(element);
  const inChrome = above.inChrome || isChrome(element, article);
  return {
    article,
    inChrome,
    lang: element.getAttribute('lang') ?? above.lang,
    kind: level > 0 ? 'heading' : (KINDS[name] ?? above.kind),
    level: level || above.level,
    teaser: above.teaser || (!inChrome && isTeaser(element)),
    link: isLink(element, above.level > 0) ? element : above.link,
  };
}

const KINDS: Readonly<Record<string, Context['kind']>> = {
  figcaption: 'caption',
  caption: 'caption',
  li: 'list',
};

const TOP: Context = {
  inChrome: false,
  article: false,
  lang: '',
  kind: 'prose',
  level: 0,
  teaser: false,
  link: null,
};

/** The context that an element's ancestors give it, since a walk may begin anywhere; null where one of them is not read. */
function contextAbove(element: Element): Context | null {
  const parent = tree.parentOf(element);
  if (!parent) return TOP;
  const above = isSkipped(parent) ? null : contextAbove(parent);
  return above && enter(parent, above);
}

/** The piece that holds an offset of the block's text; an offset between two pieces belongs to the one before. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/**
 * A live range over a stretch of a block, or null where the page has changed under it. It is empty where its ends are in two
 * trees, or in another order than they are shown.
 */
export function rangeIn({ block, pieces }: PageBlock, start: number, end: number): Range | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  const stands = ({ node, start }: Piece) => node.isConnected && block.text.startsWith(node.data, start);
  if (!first || !last || !stands(first) || !stands(last)) return null;
  if (start - first.start > first.node.length || end - last.start > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
