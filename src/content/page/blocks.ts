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
import type { Region, Span, TextBlock } from '../../core/model.ts';
import { headingLevel, isInline, isSkipped } from './elements.ts';
import { isChrome, regionOf } from './region.ts';

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
}

interface Context {
  readonly chrome: boolean;
  readonly article: boolean;
  readonly lang: string;
  readonly kind: 'heading' | 'caption' | 'list' | 'text';
  readonly level: number;
  readonly linked: boolean;
}

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
  const run = new Run();
  const above = contextAbove(root);
  const levels: Level[] = [];
  const enterInto = (element: Element, outer: Context): PageBlock | null => {
    if (isSkipped(element)) return null;
    const context = enter(element, outer);
    levels.push({ element, context, next: element.firstChild });
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
      level.next = node.nextSibling;
      if (node.nodeType === Node.TEXT_NODE) {
        if (run.length > LONGEST_BLOCK) block = run.close(element, context, state);
        run.add(node as Text, context);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
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
  const before = run.close(element.parentElement ?? element, outer, state);
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
  return element.localName === 'sup' || element.localName === 'sub';
}

function enter(element: Element, above: Context): Context {
  const name = element.localName;
  // Most inline elements say nothing: they share the context above them.
  if (isInline(element) && !element.hasAttributes()) return above;
  const article =
    above.article || name === 'article' || name === 'main' || element.getAttribute('role') === 'main';
  const level = isInline(element) ? 0 : headingLevel(element);
  return {
    article,
    chrome: above.chrome || isChrome(element, article),
    lang: element.getAttribute('lang') ?? above.lang,
    kind: level > 0 ? 'heading' : (KINDS[name] ?? above.kind),
    level: level || above.level,
    linked: above.linked || (name === 'a' && element.hasAttribute('href')),
  };
}

const KINDS: Readonly<Record<string, Context['kind']>> = {
  figcaption: 'caption',
  caption: 'caption',
  li: 'list',
};

/** The context that an element's ancestors give it: a walk may begin anywhere. */
function contextAbove(root: Element): Context {
  const ancestors: Element[] = [];
  for (let element = root.parentElement; element; element = element.parentElement) ancestors.unshift(element);
  const top: Context = { chrome: false, article: false, lang: '', kind: 'text', level: 0, linked: false };
  return ancestors.reduce((context, element) => enter(element, context), top);
}

/** A run of text being gathered. */
class Run {
  #text = '';
  #pieces: Piece[] = [];
  #links: Span[] = [];
  #breaks: number[] = [];
  #linked = 0;

  get length(): number {
    return this.#text.length;
  }

  add(node: Text, context: Context): void {
    const { data } = node;
    if (data.length === 0) return;
    const start = this.#text.length;
    this.#pieces.push({ node, start });
    this.#text += data;
    if (!context.linked) return;
    this.#linked += data.trim().length;
    const last = this.#links.at(-1);
    if (last && last.end === start)
      this.#links[this.#links.length - 1] = { start: last.start, end: this.#text.length };
    else this.#links.push({ start, end: this.#text.length });
  }

  /** A line break of the markup: it stands in the text, but in no node. */
  breakLine(): void {
    this.#breaks.push(this.#text.length);
    this.#text += '\n';
  }

  separate(): void {
    if (this.#text.length > 0) this.#text += ' ';
  }

  /** The block that the run makes, or null where it holds no word; the run is empty then. */
  close(element: Element, context: Context, state: WalkState): PageBlock | null {
    const text = this.#text;
    const pieces = this.#pieces;
    const links = this.#links;
    const breaks = this.#breaks;
    const linked = this.#linked;
    if (text.length === 0) return null;
    this.#text = '';
    this.#pieces = [];
    this.#links = [];
    this.#breaks = [];
    this.#linked = 0;
    if (pieces.length === 0 || !/[\p{L}\p{N}]{2}/u.test(text)) return null;
    const region: Region = context.chrome ? 'chrome' : regionOf(context.kind, text.trim().length, linked);
    const block: TextBlock = {
      id: state.nextId++,
      text,
      lang: context.lang,
      region,
      section: state.section,
      ...(context.level > 0 ? { headingLevel: context.level } : {}),
      links,
      breaks,
    };
    return { block, element, pieces };
  }
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

/** A live range over a stretch of a block, or null where the page has changed under it. */
export function rangeIn({ pieces }: PageBlock, start: number, end: number): Range | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  if (start - first.start > first.node.length || end - last.start > last.node.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
