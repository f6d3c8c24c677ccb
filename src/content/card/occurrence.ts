/**
 * A mention as a card knows it: what it says, where it stands now, and the way to the entity's other mentions. The card
 * asks nothing else of the page, so it may speak of a mention that stands in another document.
 */
import type { Mention, NoteTarget } from '../../core/model.ts';
import { flash } from '../marks/flash.ts';
import type { Mark } from '../marks/marks.ts';
import { rangeIn } from '../page/blocks.ts';
import type { PageView } from './bridge.ts';
import { type Flow, flowOf } from './place.ts';

export interface Occurrence {
  /** What tells it from others: the same mention is the same object. */
  readonly mark: object;
  readonly mention: Pick<Mention, 'entity' | 'name' | 'surface' | 'reasons'>;
  /** The page's language. */
  readonly lang: string;
  /** How often the page names the entity. */
  readonly count: number;
  /** The address that its notes go by. */
  readonly url: string;
  /** What a note on it is about, where it stands in another document; else `mark` tells. */
  readonly target?: NoteTarget;
  readonly flow: Flow;
  /** Its line boxes as they stand now, in this viewport; none once the page has dropped it. */
  rects(): readonly DOMRect[];
  /** Brings the entity's next mention (1) or the one before (-1) into view, round the page's end; null where there is none. */
  step(by: 1 | -1): Occurrence | null | Promise<Occurrence | null>;
  /** Told when its card has closed. */
  left?(): void;
}

/** A mark of this document. */
export function occurrenceOf(mark: Mark, page: PageView): Occurrence {
  const { entity, mention } = mark;
  return {
    mark,
    mention,
    lang: document.documentElement.lang,
    count: page.marks.counts().find((count) => count.entity === entity)?.count ?? 1,
    // What a page has written into a frame goes by the page's address.
    url: location.protocol === 'about:' ? document.baseURI : location.href,
    flow: flowOf(mark.page.element),
    rects: () => page.rectsOf(mark),
    step(by) {
      const all = page.text
        .blocks()
        .flatMap((block) => page.marks.in(block))
        .filter((one) => one.entity === entity && (one === mark || page.rectsOf(one).length > 0));
      const next = all.at((all.indexOf(mark) + by) % all.length);
      if (!next || next === mark) return null;
      reveal(next);
      return occurrenceOf(next, page);
    },
  };
}

/** Scrolls a mark's line to the middle of the window, and lights it up for a moment. */
export function reveal({ page, mention: { start, end } }: Mark): void {
  const range = rangeIn(page, start, end);
  if (!range) return;
  // First whatever scrolls inside the page, then the page itself.
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { top, height } = range.getBoundingClientRect();
  const far = top + height / 2 - innerHeight / 2;
  const isCalm = Math.abs(far) > 2 * innerHeight || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: far, behavior: isCalm ? 'instant' : 'smooth' });
  flash(range);
}
