/**
 * Walking from mark to mark without a pointer: which is next, and the light on the one that the reader has come to. It stays
 * lit until the reader does something else, and no node of the page, nor its focus or selection, is touched.
 */
import type { EntityId } from '../../core/model.ts';
import type { Lead } from '../../protocol/messages.ts';
import type { Mark } from '../marks/marks.ts';
import { rangeIn } from '../page/blocks.ts';
import { bridge, type Cards, type PageView } from './bridge.ts';

const NAME = 'glossator-current';
/** A mark nearer than so many pixels to the edge of the window is brought to its middle. */
const MARGIN = 40;
/** The way to a mark may be scrolled smoothly, for so many ms; meanwhile the reader is there already. */
const WAY_MS = 1000;

/** Lets the reader be led, until the cards end. */
export function startWalk(cards: Cards): void {
  const shared = bridge();
  const walk = new Walk(cards);
  shared.lead = (to) => {
    const mark = shared.page ? walk.to(to, shared.page) : null;
    if (mark) cards.leadTo(mark, to.kind !== 'step');
    return mark !== null;
  };
  shared.endWalk = () => walk.end();
  cards.life.addEventListener('abort', () => {
    shared.lead = shared.endWalk = undefined;
  });
}

class Walk {
  #current: Mark | null = null;
  #ledAt = 0;
  readonly #reveal: Cards['reveal'];

  /** Listens, until the cards end, for what ends a walk. */
  constructor({ life: signal, reveal }: Cards) {
    this.#reveal = reveal;
    const end = () => this.end();
    const options = { signal, passive: true, capture: true };
    addEventListener('pointerdown', end, options);
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(), options);
    signal.addEventListener('abort', end);
  }

  /** The mark that the reader is led to, lit and in view; null where there is none. */
  to(lead: Lead, page: PageView): Mark | null {
    const mark = this.#find(lead, page);
    if (!mark) return null;
    this.#current = mark;
    this.#ledAt = performance.now();
    const rects = page.rectsOf(mark);
    const isNear = rects.every(({ top, bottom }) => top >= MARGIN && bottom <= innerHeight - MARGIN);
    if (!isNear || lead.kind === 'reveal') this.#reveal(mark);
    const range = rangeIn(mark.page, mark.mention.start, mark.mention.end);
    if (range) CSS.highlights.set(NAME, new Highlight(range));
    return mark;
  }

  end(): void {
    this.#current = null;
    CSS.highlights.delete(NAME);
  }

  #find(lead: Lead, page: PageView): Mark | null {
    const current = this.#current;
    const isHere = current !== null && (performance.now() - this.#ledAt < WAY_MS || isInView(current, page));
    if (lead.kind === 'reveal') return firstOf(lead.entity, page);
    if (lead.kind === 'open' && isHere) return current;
    const by = lead.kind === 'step' ? lead.by : 1;
    const marks = marksOf(page).filter((mark) => page.marks.isMarked(mark) || mark === current);
    const start = isHere ? marks.indexOf(current) + by : firstInView(marks, by, page);
    // Text that is folded away has marks, and no place.
    for (let i = 0; i < marks.length; i += 1) {
      const mark = marks.at((start + i * by) % marks.length);
      if (mark && page.rectsOf(mark).length > 0) return mark;
    }
    return null;
  }
}

function marksOf({ text, marks }: PageView): Mark[] {
  return text.blocks().flatMap((block) => marks.in(block));
}

/** An entity's first mention that has a place: a marked one, if there is. */
function firstOf(entity: EntityId, page: PageView): Mark | null {
  const all = marksOf(page).filter((mark) => mark.entity === entity && page.rectsOf(mark).length > 0);
  return all.find((mark) => page.marks.isMarked(mark)) ?? all[0] ?? null;
}

function isInView(mark: Mark, page: PageView): boolean {
  return page.rectsOf(mark).some(({ top, bottom }) => bottom > 0 && top < innerHeight);
}

/** Where a walk begins: at the first mark that is not above the window, or backwards at the last that is not below it. */
function firstInView(marks: readonly Mark[], by: 1 | -1, page: PageView): number {
  const isPast = (top: number, bottom: number) => (by === 1 ? bottom > 0 : top < innerHeight);
  const isStart = (mark: Mark) => {
    // Elements are asked first: there are many marks, and their lines are dear.
    const { top, bottom } = mark.page.element.getBoundingClientRect();
    return isPast(top, bottom) && page.rectsOf(mark).some((rect) => isPast(rect.top, rect.bottom));
  };
  const start = by === 1 ? marks.findIndex(isStart) : marks.findLastIndex(isStart);
  return start >= 0 ? start : by === 1 ? 0 : -1;
}
