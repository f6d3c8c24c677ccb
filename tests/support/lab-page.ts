/**
 * The half of the DOM tests that runs in the page: it shows a piece of HTML, makes it hostile, and asks the content parts
 * under test about it. Answers are plain data, so that the other half can compare them with its rows.
 */
// First: from here on the page is read by the tree that knows shadow roots.
// biome-ignore assist/source/organizeImports: the order is the point
import { attachRoot } from './lab-roots.ts';
import { hitTest } from '../../src/content/hover/hit-test.ts';
import { type Mark, createMarks } from '../../src/content/marks/marks.ts';
import { type PageBlock, rangeIn } from '../../src/content/page/blocks.ts';
import { PageText } from '../../src/content/page/page-text.ts';
import { startReading } from '../../src/content/page/reading.ts';
import type { EntityId, Mention } from '../../src/core/model.ts';
import { PAGE_NAMES } from '../../src/core/page/page-names.ts';
import { marksNow, nodesOf, settled, visibleText } from './lab-dom.ts';

/** A block as a row writes it: `prose 0 | text`, `heading2 1 | text`, white space made one. */
function written({ block }: PageBlock): string {
  const text = block.text.replace(/\s+/g, ' ').trim();
  return `${block.region}${block.headingLevel ?? ''} ${block.section} | ${text}`;
}

/** Ways to write the same text with other nodes. Each takes one text node, alone in its place. */
const HOSTILE = {
  plain: () => {},
  'split text nodes': (text) => {
    for (let node = text; node.length > 2; ) node = node.splitText(2);
  },
  'empty text nodes': (text) => {
    const after = text.splitText(text.length >> 1);
    for (const node of [text, after]) node.before(document.createTextNode(''));
    after.after(document.createTextNode(''), document.createTextNode(''));
  },
  'comments between': (text) => {
    const after = text.splitText(text.length >> 1);
    after.before(document.createComment(' ITU '));
    after.after(document.createComment('ad'));
  },
  'nested inline elements': (text) => {
    const after = text.splitText(text.length >> 1);
    const outer = document.createElement('span');
    const inner = document.createElement('em');
    after.replaceWith(outer);
    outer.append(inner);
    inner.append(after);
  },
  'hidden children': (text) => {
    const after = text.splitText(text.length >> 1);
    const secret = document.createElement('span');
    secret.hidden = true;
    secret.textContent = 'ITU';
    const style = document.createElement('style');
    style.textContent = 'i{}';
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '0';
    after.before(secret, style, script, document.createElement('template'));
  },
  'open shadow roots': (text) => inShadow(text, 'open'),
  'closed shadow roots': (text) => inShadow(text, 'closed'),
  'all in a closed shadow root': () => {},
} satisfies Readonly<Record<string, (text: Text) => void>>;
type Variant = keyof typeof HOSTILE;

/** The second half becomes the slotted child of an inline host. */
function inShadow(text: Text, mode: ShadowRootMode): void {
  const after = text.splitText(text.length >> 1);
  const host = document.createElement('span');
  attachRoot(host, mode).append(document.createElement('slot'));
  after.replaceWith(host);
  host.append(after);
}

/** The page's content as that of a closed root, itself in another's slot. */
function moveIntoRoot(body: HTMLElement): void {
  const [outer, inner] = [document.createElement('div'), document.createElement('div')];
  const root = attachRoot(inner, 'closed');
  root.append(...body.childNodes);
  attachRoot(outer, 'open').append(document.createElement('slot'));
  outer.append(inner);
  body.append(outer);
}

/** What is written otherwise in a variant: text that is read. */
function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text; // SHOW_TEXT
    if (/\S/.test(text.data) && !text.parentElement?.closest('script, style, textarea, select, svg, pre'))
      found.push(text);
  }
  return found;
}

let clearLast = () => {};

/** A page of the lab: shown, made hostile, read. */
class Exhibit {
  readonly text = new PageText(PAGE_NAMES);
  readonly marks = createMarks({ density: 'every', silenced: [], style: 'dotted' });
  readonly fresh: PageBlock[];

  constructor(html: string, variant: Variant) {
    clearLast();
    clearLast = () => this.marks.clear();
    scrollTo(0, 0);
    document.body.setHTMLUnsafe(html);
    for (const text of textNodes(document.body)) HOSTILE[variant](text);
    if (variant === 'all in a closed shadow root') moveIntoRoot(document.body);
    this.fresh = [...this.text.gather(document.body, () => {})].filter((page) => page !== null);
  }

  /** Marks every occurrence of some names, as the background would answer. */
  mark(names: readonly string[]): Mark[] {
    return this.fresh.flatMap((page) => {
      const mentions = names.flatMap((name) => occurrences(page, name));
      this.marks.add(
        page,
        mentions.toSorted((a, b) => a.start - b.start),
      );
      return this.marks.in(page);
    });
  }
}

function occurrences({ block }: PageBlock, name: string): Mention[] {
  const found: Mention[] = [];
  for (let at = block.text.indexOf(name); at >= 0; at = block.text.indexOf(name, at + name.length)) {
    const span = { start: at, end: at + name.length };
    found.push({
      ...span,
      block: block.id,
      surface: name,
      entity: `test:${name}` as EntityId,
      name,
      score: 9,
      reasons: [],
    });
  }
  return found;
}

/** The blocks of a page, each as a row writes it. */
function blocks(html: string, variant: Variant): string[] {
  return new Exhibit(html, variant).fresh.map(written);
}

/** Places at which the map from offsets to nodes is wrong, found with a search of its own; none where all is well. */
function wrongPlaces(html: string, variant: Variant): string[] {
  return new Exhibit(html, variant).fresh.flatMap((page) => {
    const { block, pieces } = page;
    const wrong: string[] = [];
    for (let offset = 0; offset < block.text.length; offset++) {
      const char = block.text[offset] ?? '';
      const piece = pieces.findLast(({ start }) => start <= offset);
      const inNode = piece?.node.data[offset - piece.start];
      // Breaks and the space round a raised number stand in no node.
      if (inNode === undefined && /[\n ]/.test(char)) continue;
      const range = rangeIn(page, offset, offset + 1);
      const inRange = range?.startContainer === piece?.node ? range?.toString() : undefined;
      if (inNode !== char || inRange !== char)
        wrong.push(`${offset} of "${block.text}" is "${inNode}" in its node, "${inRange}" in its range`);
    }
    return wrong;
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const centre = (rect: DOMRect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

/** How many line boxes were tried, and what was hit that should not be, or missed. */
function hits(html: string, variant: Variant, names: readonly string[]): { tried: number; wrong: string[] } {
  const exhibit = new Exhibit(html, variant);
  const hitAt = ({ x, y }: Point) => hitTest(x, y, exhibit.text, exhibit.marks)?.mark;
  const wrong: string[] = [];
  let tried = 0;
  for (const mark of exhibit.mark(names)) {
    const { start, end, surface } = mark.mention;
    for (const rect of rectsOf(mark.page, start, end)) {
      tried++;
      if (hitAt(centre(rect)) !== mark) wrong.push(`"${surface}" at ${start} is missed`);
    }
    for (const [from, to] of [
      [start - 1, start],
      [end, end + 1],
    ] as const) {
      for (const rect of rectsOf(mark.page, from, to))
        if (hitAt(centre(rect)) === mark) wrong.push(`"${surface}" is hit at its neighbour ${from}`);
    }
  }
  for (const [y, x] of [
    [innerHeight - 2, 2],
    [2, innerWidth - 2],
    [innerHeight / 2, innerWidth - 2],
  ] as const)
    if (hitAt({ x, y })) wrong.push(`something is hit in the empty margin at ${x}, ${y}`);
  return { tried, wrong };
}

/** The line boxes of a stretch of a block; none where it is outside, or stands in no node. */
function rectsOf(page: PageBlock, start: number, end: number): DOMRect[] {
  if (start < 0 || end > page.block.text.length) return [];
  const range = rangeIn(page, start, end);
  if (!range || range.collapsed) return [];
  return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
}

/** What is painted, and whether the page is as it was, node by node and byte by byte. */
async function painted(html: string, variant: Variant, names: readonly string[]) {
  const exhibit = new Exhibit(html, variant);
  const [before, bytes] = [nodesOf(document), document.documentElement.outerHTML];
  exhibit.mark(names);
  await settled();
  const seen = marksNow().map(({ range }) => visibleText(range));
  const after = nodesOf(document);
  const untouched =
    document.documentElement.outerHTML === bytes &&
    after.length === before.length &&
    after.every((node, i) => node === before[i]);
  exhibit.marks.clear();
  const left = [...CSS.highlights.keys()].filter((name) => name.startsWith('glossator-'));
  return { seen, untouched, left };
}

/** The tone of each mark, in the order of the page; and again when the body has another class, at the next look. */
async function tones(html: string, name: string, className: string) {
  const exhibit = new Exhibit(html, 'plain');
  exhibit.mark([name]);
  await settled();
  const now = () =>
    marksNow()
      .toSorted((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ tone }) => tone);
  const first = now();
  document.body.className = className;
  let later = first;
  for (let frames = 0; className && frames < 100 && `${later}` === `${first}`; frames++) {
    await new Promise(requestAnimationFrame);
    exhibit.marks.refresh();
    later = now();
  }
  document.body.className = '';
  return { first, later };
}

/** The blocks in the order `PageText` lists them, after some HTML was put before or into an element and read anew. */
function reread(html: string, selector: string, more: string): string[] {
  const { text } = new Exhibit(html, 'plain');
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.insertAdjacentHTML('afterbegin', more);
  for (const _ of text.gather(element, () => {}));
  return [...text.blocks()].map(({ block }) => block.text.trim());
}

/** Text nodes of blocks that are not found again by their block. */
function strays(html: string): string[] {
  const { text, fresh } = new Exhibit(html, 'plain');
  return fresh.flatMap((page) =>
    page.pieces.flatMap(({ node }) => (text.of(node)?.page === page ? [] : node.data)),
  );
}

/** A reading of a page of many paragraphs that was opened at one of them: its batches, each by the paragraphs' numbers. */
async function batches(count: number, openedAt: number, scrolledTo: number): Promise<number[][]> {
  const filler = ' and so on'.repeat(30);
  const html = Array.from({ length: count }, (_, n) => `<p>${n}${filler}</p>`).join('');
  new Exhibit(html, 'plain');
  const show = (n: number) =>
    document.querySelectorAll('p')[n]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  show(openedAt);
  const { signal } = new AbortController();
  const reading = startReading(new PageText(PAGE_NAMES), [document.body], () => {}, signal);
  const read: number[][] = [];
  for (let batch = await reading.next(); batch.length > 0; batch = await reading.next()) {
    read.push(batch.map(({ block }) => Number.parseInt(block.text, 10)));
    if (read.length === 1) show(scrolledTo);
  }
  return read;
}

/** Asks a question of a page in every variant, one after the other: a call into the page costs more than the answer. */
function inEach<A extends readonly unknown[], R>(
  ask: (html: string, variant: Variant, ...more: A) => R | Promise<R>,
) {
  return async (html: string, ...more: A): Promise<[variant: Variant, answer: R][]> => {
    const answers: [Variant, R][] = [];
    for (const variant of Object.keys(HOSTILE) as Variant[]) // its type says so
      answers.push([variant, await ask(html, variant, ...more)]);
    return answers;
  };
}

export const lab = {
  blocks: inEach(blocks),
  wrongPlaces: inEach(wrongPlaces),
  hits: inEach(hits),
  painted: inEach(painted),
  tones,
  reread,
  strays,
  batches,
};
export type LabPage = typeof lab;

(globalThis as { lab?: LabPage }).lab = lab;
