/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the driver asks of a document. Each function here is sent into the browser as source, so it may use the document
 * and its own arguments and nothing else, and it answers in plain data. They change nothing on the page. They read
 * `innerText` on purpose: a card's text is what is rendered, with its line breaks, and costs of layout do not matter here.
 */

/** In CSS pixels of the viewport. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HighlightView {
  /** The registered name. */
  readonly name: string;
  readonly text: string;
  /** The rect around the whole range; see `rects` for its lines. */
  readonly rect: Rect;
  /** One rect for each line box, the place to aim a pointer at. */
  readonly rects: readonly Rect[];
}

export interface CardView {
  /** What is to be read, without style sheets. */
  readonly text: string;
  /** Role of the outermost element that has one, and its name by aria-label or aria-labelledby. */
  readonly role: string | null;
  readonly label: string | null;
  /** Where that element stands. */
  readonly rect: Rect;
  /** The shadow root's inner HTML. */
  readonly html: string;
}

export interface CardElement {
  readonly rect: Rect;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in a field; null for other elements. */
  readonly value: string | null;
  /** Whether the focus is on it. */
  readonly focused: boolean;
}

/** The document as it is now. */
export function readHtml(): string {
  return document.documentElement.outerHTML;
}

/** Custom highlights by prefix. A StaticRange cannot measure or spell itself: a range that is thrown away does. */
export function readHighlights(prefix: string): HighlightView[] {
  const plain = (r: DOMRect): Rect => ({ x: r.x, y: r.y, width: r.width, height: r.height });
  const found: HighlightView[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith(prefix)) continue;
    for (const part of highlight) {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      found.push({
        name,
        text: range.toString(),
        rect: plain(range.getBoundingClientRect()),
        rects: Array.from(range.getClientRects(), plain),
      });
    }
  }
  return found;
}

/** The nth place where `text` is painted. Nodes are joined, so a name split by inline elements is found too. */
export function findTextRect(text: string, occurrence: number): Rect | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; start: number }[] = [];
  let whole = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('script, style, noscript, template') !== null) continue;
    nodes.push({ node, start: whole.length });
    whole += node.nodeValue ?? '';
  }
  const nodeAt = (offset: number) => nodes.findLast((entry) => entry.start <= offset);
  let seen = 0;
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + 1)) {
    const first = nodeAt(at);
    const last = nodeAt(at + text.length - 1);
    if (first === undefined || last === undefined) return null;
    const range = document.createRange();
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + text.length - last.start);
    // The first line box is where a pointer can go; the middle of a broken line's bounding box is not on the text.
    const box = range.getClientRects()[0];
    if (box === undefined || box.width === 0) continue; // not painted
    if (seen === occurrence) return { x: box.x, y: box.y, width: box.width, height: box.height };
    seen++;
  }
  return null;
}

/** Elements that may carry the card: outside body, or at the top of an open modal dialog. */
export function listHosts(): Element[] {
  const outside = Array.from(document.documentElement.children).filter(
    (element) => element !== document.head && element !== document.body,
  );
  const inModals = Array.from(document.querySelectorAll(':modal')).flatMap((modal) =>
    Array.from(modal.children),
  );
  return [...inModals.reverse(), ...outside.reverse()];
}

/** The card as a reader has it before them. */
export function readCard(root: ShadowRoot): CardView | null {
  const visible = Array.from(root.children).filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element.localName !== 'style',
  );
  const first = visible[0];
  if (first === undefined) return null;
  const named = root.querySelector<HTMLElement>('[role], dialog') ?? first;
  const labelledBy = named.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const label =
    named.getAttribute('aria-label') ??
    labelledBy.map((id) => root.getElementById(id)?.textContent?.trim() ?? '').join(' ');
  const rect = named.getBoundingClientRect();
  return {
    text: visible
      // biome-ignore lint/performance/useDomNodeTextContent: as rendered, see above
      .map((element) => element.innerText)
      .join('\n')
      .trim(),
    role: named.getAttribute('role') ?? (named.localName === 'dialog' ? 'dialog' : null),
    label: label === '' ? null : label,
    rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    html: root.innerHTML,
  };
}

/** One element of the card. */
export function readCardElement(root: ShadowRoot, selector: string): CardElement | null {
  const element = root.querySelector(selector);
  if (element === null) return null;
  const rect = element.getBoundingClientRect();
  return {
    rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
    // biome-ignore lint/performance/useDomNodeTextContent: as rendered, see above
    text: element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    value: 'value' in element && typeof element.value === 'string' ? element.value : null,
    focused: root.activeElement === element,
  };
}
