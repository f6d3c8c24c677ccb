/** A run of text being gathered, and the block that comes of it. */
import type { Span, TextBlock } from '../../core/model.ts';
import type { Context, PageBlock, Piece, WalkState } from './blocks.ts';
import { LINK_SHARE, PROSE_LENGTH } from './region.ts';

export type Run = ReturnType<typeof createRun>;

/** An empty run. A function and no class, as marks are: every page carries it. */
export function createRun() {
  let text: string;
  let pieces: Piece[];
  let links: Span[];
  let breaks: number[];
  /** Characters in links, and in spans of furniture. */
  let linked: number;
  let furniture: number;
  let lastLink: Element | null;

  function empty(): void {
    text = '';
    pieces = [];
    links = [];
    breaks = [];
    linked = furniture = 0;
    lastLink = null;
  }

  function add(node: Text, context: Context): void {
    const { data } = node;
    if (data.length === 0) return;
    const start = text.length;
    pieces.push({ node, start });
    text += data;
    const { length } = data.trim();
    if (context.inChrome) furniture += length;
    if (!context.link) return;
    linked += length;
    const end = text.length;
    const from = lastLink === context.link ? links.pop()?.start : undefined;
    links.push({ start: from ?? start, end });
    lastLink = context.link;
  }

  /** A line break of the markup: it stands in the text, but in no node. */
  function breakLine(): void {
    breaks.push(text.length);
    text += '\n';
  }

  function separate(): void {
    if (text !== '') text += ' ';
  }

  /** The block that the run makes, or null where it holds no word; the run is empty then. */
  function close(element: Element, context: Context, state: WalkState): PageBlock | null {
    if (text === '') return null;
    const page = blockOf(element, context, state);
    empty();
    return page;
  }

  function blockOf(element: Element, context: Context, state: WalkState): PageBlock | null {
    if (pieces.length === 0 || !/[\p{L}\p{N}]{2}/u.test(text)) return null;
    const { kind, level, lang } = context;
    const { length } = text.trim();
    const short = length < PROSE_LENGTH;
    let region = kind;
    // Most of it in a span of furniture: a byline, a credit.
    if (context.inChrome || furniture * 2 > length) region = 'chrome';
    // A slogan, a kicker, a path of links; a picture above the title has its caption there.
    else if (short && state.masthead && !/heading|caption/.test(kind)) region = 'chrome';
    else if (short && (context.teaser || linked >= length * LINK_SHARE)) region = 'link-list';
    else if (!short && kind === 'prose') state.masthead = false;
    const block: TextBlock = {
      id: state.nextId++,
      text,
      lang,
      region,
      section: state.section,
      ...(level > 0 ? { headingLevel: level } : {}),
      links,
      breaks,
    };
    return { block, element, pieces };
  }

  empty();
  return {
    add,
    breakLine,
    separate,
    close,
    /** Characters so far. */
    get length() {
      return text.length;
    },
  };
}
