/**
 * Marks: what is known of the page's mentions, painted by CSS Custom Highlights. No node of the page is touched.
 *
 * A live range costs every later change of the document a little, so only marks near the viewport have one; the others
 * are offsets in their block until they come near. Three highlights at most, one a tone, whatever the number of marks.
 */
import type { EntityId, Mention } from '../../core/model.ts';
import { silencedKey } from '../../core/spotting/corrections.ts';
import type { MentionCount, PageSettings } from '../../protocol/messages.ts';
import { type PageBlock, pieceAt, rangeIn } from '../page/blocks.ts';
import { began, ended, noted } from '../page/spans.ts';
import { tree } from '../page/tree.ts';
import { newPlaces, type Places } from './density.ts';
import { createTones } from './ground.ts';
import type { Tone } from './tone.ts';

/** What the reader's settings say of the choice of marks. */
type Choice = Pick<PageSettings, 'density' | 'silenced' | 'style'>;

/** A mention on the page. */
export interface Mark {
  readonly mention: Mention;
  readonly entity: EntityId;
  readonly section: number;
  readonly page: PageBlock;
}

interface Painted {
  readonly range: Range;
  /** Where it is: that of its tone. */
  highlight: Highlight;
}

/**
 * How far outside the viewport marks are kept ready, and how often that is looked at, in ms, where the browser knows `delay`
 * (Chromium): thousands that are watched cost each look, and each change of a highlight costs a painting.
 */
const NEAR = { rootMargin: '60% 0px 120% 0px', delay: 200 };
/** Below selection, find-in-page and whatever else paints highlights. */
const PRIORITY = -1;
/** A page that has moved by so many pixels since it was last looked at, so many ms ago, is not being read. */
const FAST = 150;
const LOOK_MS = 150;
/** How often a page's colours are looked at, at most. */
const RETONE_MS = 250;

/** What is known of an element with marked text. */
interface Place {
  readonly marksOf: Map<PageBlock, Mark[]>;
  isNear: boolean;
  /** By styles, when it was looked at last. */
  isHidden: boolean;
}

export type Marks = ReturnType<typeof createMarks>;

/**
 * Marks of one document. `onShown` is called when marked text has been shown or hidden, so that there is something else to count.
 * A function and no class: every page carries it, and `this.` before each of its words would make it a sixth longer.
 */
export function createMarks(settings: Choice, onShown?: () => void) {
  const places = new Map<Element, Place>();
  const painted = new Map<Mark, Painted>();
  const highlights: Readonly<Record<Tone, Highlight>> = {
    'on-light': newHighlight(),
    'on-mid': newHighlight(),
    'on-dark': newHighlight(),
  };
  const toneOf = createTones();
  let tonedAt = 0;
  let hasShown = false;
  let hasFreed = false;
  /** What has come near or gone, and is not painted accordingly yet. */
  const moved = new Set<Element>();
  let lookedAt = scrollY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // All are set by `choose`, before anything else is done.
  /** What our highlights' names begin with: the style that the reader chose. */
  let prefix: string;
  let holders: Places<Mark>;
  /** What the reader has called wrong: known, so that it can be taken back at once, and otherwise not there. */
  let silencedKeys: ReadonlySet<string>;

  /** Takes up mentions of one block, one at least. */
  function add(page: PageBlock, mentions: readonly Mention[]): void {
    const { element, block } = page;
    const place = places.get(element) ?? {
      marksOf: new Map(),
      isNear: false,
      isHidden: !isShown(element),
    };
    const marks = place.marksOf.get(page) ?? [];
    for (const mention of mentions)
      marks.push({ mention, entity: mention.entity, section: block.section, page });
    marks.sort((a: Mark, b: Mark) => a.mention.start - b.mention.start);
    place.marksOf.set(page, marks);
    places.set(element, place);
    // What is near already is painted now; the observer's first word comes a frame later.
    if (place.isNear) update(element, place);
    else near.observe(element);
  }

  /** Forgets a block that is gone from the page. The places of its marks are free. */
  function remove(page: PageBlock): void {
    const place = places.get(page.element);
    for (const mark of place?.marksOf.get(page) ?? []) release(mark);
    if (!place?.marksOf.delete(page) || place.marksOf.size > 0) return;
    places.delete(page.element);
    near.unobserve(page.element);
  }

  /** All mentions of a block, in the order of its text. */
  function marksIn(page: PageBlock): readonly Mark[] {
    const marks = places.get(page.element)?.marksOf.get(page) ?? [];
    return silencedKeys.size === 0
      ? marks
      : marks.filter(({ mention }) => !silencedKeys.has(silencedKey(mention)));
  }

  /** Whether a mention is marked, or will be when it comes near. */
  function isMarked(mark: Mark): boolean {
    return holders.take(mark);
  }

  /** How often the page shows each entity, marked or not; text that is hidden does not count. */
  function counts(): MentionCount[] {
    const counts = new Map<EntityId, number>();
    for (const [element, { marksOf }] of places) {
      if (!isShown(element)) continue;
      for (const page of marksOf.keys())
        for (const { entity } of marksIn(page)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return [...counts].map(([entity, count]) => ({ entity, count }));
  }

  /** Puts our highlights and styles back where the page has taken them off. Cheap: to be called often. */
  function restore(): void {
    for (const [tone, highlight] of Object.entries(highlights)) {
      const name = prefix + tone;
      if (highlight.size > 0 && CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
    tree.styleRoots(painted);
  }

  /** The page has changed: ranges whose text has gone are let go, and made anew where it stands elsewhere by now. */
  function mend(): void {
    for (const [mark, { range }] of painted) {
      if (!range.collapsed && range.startContainer.isConnected) continue;
      unpaint(mark);
      update(mark.page.element);
    }
    restore();
  }

  /** Takes up what styles show by now, and the page's colours (only now and then), and puts highlights back. */
  function refresh(): void {
    const now = performance.now();
    const isDue = now - tonedAt > RETONE_MS;
    if (isDue) {
      tonedAt = now;
      for (const one of painted.values()) {
        const highlight = highlightFor(one.range);
        if (highlight === one.highlight) continue;
        one.highlight.delete(one.range);
        one.highlight = highlight.add(one.range);
      }
    }
    if (isDue || hasFreed)
      for (const [element, place] of places)
        if (place.isNear && (hasFreed || place.isHidden)) update(element, place);
    if (hasShown) onShown?.();
    hasFreed = hasShown = false;
    restore();
  }

  /** Chooses anew which mentions are marked. Those far away take their places too: what is near stays as it was. */
  function choose({ density, silenced, style }: Choice): void {
    for (const mark of [...painted.keys()]) unpaint(mark);
    unregister();
    prefix = `glossator-${style}-`;
    holders = newPlaces(density);
    silencedKeys = new Set(silenced);
    for (const [element, place] of places) update(element, place, true);
  }

  /** Takes everything off the page, for good. */
  function clear(): void {
    near.disconnect();
    clearTimeout(timer);
    painted.clear();
    tree.styleRoots(painted);
    unregister();
  }

  function unregister(): void {
    for (const [tone, highlight] of Object.entries(highlights)) {
      highlight.clear();
      const name = prefix + tone;
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  function onNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const place = places.get(target);
      // The first word on thousands is that they are far, which they were.
      if (!place || place.isNear === isIntersecting) continue;
      place.isNear = isIntersecting;
      moved.add(target);
    }
    if (!timer) keepUp();
  }

  /** Paints what has come near. A page that goes by faster than anyone reads has its marks when it slows down. */
  function keepUp(): void {
    const isFast = Math.abs(scrollY - lookedAt) > FAST;
    lookedAt = scrollY;
    timer = isFast ? setTimeout(keepUp, LOOK_MS) : undefined;
    if (!isFast) {
      began('near');
      for (const element of moved) update(element);
      moved.clear();
      refresh();
      ended('near');
    }
  }

  /** Paints what of an element is near and shown, and no more. */
  function update(element: Element, place = places.get(element), isClaiming = place?.isNear): void {
    if (!place) return;
    const isHidden = !isShown(element);
    hasShown ||= isHidden !== place.isHidden;
    place.isHidden = isHidden;
    for (const page of place.marksOf.keys()) {
      for (const mark of marksIn(page)) {
        // A name may stand in a hidden part of a line.
        if (isHidden || (isClaiming && !isShown(elementOf(mark)))) release(mark);
        else if (!isClaiming) unpaint(mark);
        else if (holders.take(mark) && place.isNear && !painted.has(mark)) paint(mark);
      }
    }
    restore();
  }

  function highlightFor({ startContainer }: Range): Highlight {
    return highlights[toneOf(startContainer)];
  }

  function paint(mark: Mark): void {
    const range = rangeIn(mark.page, mark.mention.start, mark.mention.end);
    if (!range) return;
    painted.set(mark, { range, highlight: highlightFor(range).add(range) });
    noted('painted');
  }

  function release(mark: Mark): void {
    unpaint(mark);
    hasFreed = holders.free(mark) || hasFreed;
  }

  function unpaint(mark: Mark): void {
    const one = painted.get(mark);
    if (!one) return;
    one.highlight.delete(one.range);
    painted.delete(mark);
  }

  const near = new IntersectionObserver(onNear, NEAR);
  choose(settings);
  return {
    add,
    remove,
    in: marksIn,
    isMarked,
    /** Whether there is nothing to point at. */
    get isEmpty() {
      return places.size === 0;
    },
    counts,
    restore,
    mend,
    refresh,
    choose,
    clear,
  };
}

const newHighlight = () => Object.assign(new Highlight(), { priority: PRIORITY });

function elementOf({ page: { element, pieces }, mention }: Mark): Element {
  return pieceAt(pieces, mention.start)?.node.parentElement ?? element;
}

/** Whether a reader can see an element's text, as far as styles say. */
function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
