/**
 * Blocks of HTML, roughly, for the command line: tags are read as they come, without a tree. Every character of a block
 * knows its place in the file, so that a mention can be found there although markup stands inside it. The extension itself reads
 * the living page (`content/page`).
 */
import type { Span } from '../../core/model.ts';
import type { FileBlock } from './text-blocks.ts';

/** Elements that are not read. The first kind stands inside sentences and does not end them. */
const UNSEEN = new Set('script style noscript template svg'.split(' '));
const APART = new Set('textarea select pre code head nav footer'.split(' '));
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** What can begin at a place: a comment, a declaration, a tag, a character reference, text. */
const TOKEN =
  /(?<comment><!--)|(?<declaration><[!?])|<(?<close>\/?)(?<tag>[a-z][a-z0-9-]*)|&(?<reference>#x[\da-f]+|#\d+|[a-z]\w{0,30});|(?<text>[^<&]+|[<&])/iy;

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

/** A block being gathered. */
class Run {
  text = '';
  places: number[] = [];
  links: Span[] = [];
  breaks: number[] = [];

  add(text: string, place: number, linked: boolean): void {
    const start = this.text.length;
    for (let i = 0; i < text.length; i++) this.places.push(place + i);
    this.text += text;
    if (linked) this.links.push({ start, end: this.text.length });
  }
}

export function blocksOfHtml(html: string): FileBlock[] {
  const lang = /<html\b[^>]{0,1000}?\blang=["']?([\w-]+)/i.exec(html)?.[1] ?? '';
  const blocks: FileBlock[] = [];
  let [run, section, level, linked] = [new Run(), 0, 0, false];
  const flush = () => {
    const block = blockOf(run, { id: blocks.length, lang, section, level });
    if (block) blocks.push(block);
    run = new Run();
  };
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') run.add(token.text, token.at, linked);
    else if (token.name === 'br') {
      run.breaks.push(run.text.length);
      run.add('\n', token.at, false);
    } else if (token.name === 'a') linked = token.opens;
    else if (!INLINE.has(token.name)) {
      flush();
      const heading = /^h([1-6])$/.exec(token.name);
      level = heading && token.opens ? Number(heading[1]) : 0;
      if (level > 0) section += 1;
    }
  }
  flush();
  return blocks;
}

type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'tag'; readonly name: string; readonly opens: boolean; readonly at: number };

/** Text and tags; what is not read is left out, with a tag in its place where it ends a block. Linear, whatever is unclosed. */
function* tokensOf(html: string): Generator<Token> {
  const neverClosed = new Set<string>();
  for (let at = 0; at < html.length; ) {
    TOKEN.lastIndex = at;
    const { 0: whole = '', groups = {} } = TOKEN.exec(html) ?? {};
    const { comment, declaration, close, tag, reference } = groups;
    if (comment) at = endOf('-->', html, at);
    else if (declaration) at = endOf('>', html, at);
    else if (tag) {
      const name = tag.toLowerCase();
      const end = endOfTag(html, at + whole.length);
      const skips = !close && (UNSEEN.has(name) || APART.has(name)) && !neverClosed.has(name);
      const closed = skips ? endOfElement(name, html, end) : end;
      if (closed < 0) neverClosed.add(name);
      if (!UNSEEN.has(name)) yield { kind: 'tag', name, opens: close === '', at };
      at = closed < 0 ? end : closed;
    } else {
      const text = reference ? (readReference(reference) ?? whole) : whole;
      yield { kind: 'text', text, at };
      at += Math.max(1, whole.length);
    }
  }
}

function endOf(mark: string, html: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Behind the tag's ">", which may also stand in an attribute. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let i = from; i < html.length; i++) {
    const character = html[i] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '>') return i + 1;
    else if ((character === '"' || character === "'") && html[i - 1] === '=') quote = character;
  }
  return html.length;
}

/** Behind the closing tag; -1 where there is none. */
function endOfElement(name: string, html: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : -1;
}

function blockOf(
  { text, places, links, breaks }: Run,
  at: { readonly id: number; readonly lang: string; readonly section: number; readonly level: number },
): FileBlock | null {
  if (text.trim() === '') return null;
  return {
    offset: places[0] ?? 0,
    places,
    block: {
      id: at.id,
      text,
      lang: at.lang,
      region: at.level > 0 ? 'heading' : 'prose',
      section: at.section,
      ...(at.level > 0 ? { headingLevel: at.level } : {}),
      links,
      breaks,
    },
  };
}

/** The characters that a reference stands for; null where it is none that we know. */
function readReference(name: string): string | null {
  if (!name.startsWith('#')) return REFERENCES[name] ?? null;
  const hexadecimal = name[1]?.toLowerCase() === 'x';
  const code = hexadecimal ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
