/**
 * Marks: what is known of the page's mentions, painted by CSS Custom Highlights. No node of the page is touched.
 *
 * A live range costs every later change of the document a little, so only marks near the viewport have one; the others
 * are offsets in their block until they come near. Two highlights at most, one a tone, whatever the number of marks.
 */
import type { EntityId, Mention } from '../../core/model.ts';
import { silencedKey } from '../../core/spotting/corrections.ts';
import type { MentionCount, PageSettings } from '../../protocol/messages.ts';
import { type PageBlock, rangeIn } from '../page/blocks.ts';
import { measured, noted } from '../page/spans.ts';
import { Places } from './density.ts';
import { type Tone, toneOf } from './tone.ts';

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
  readonly tone: Tone;
}

/** How far outside the viewport marks are kept ready, as IntersectionObserver writes it. */
const NEAR = '60% 0px 120% 0px';
/** Below selection, find-in-page and whatever else paints highlights. */
const PRIORITY = -1;

export class Marks {
  readonly #byBlock = new Map<PageBlock, Mark[]>();
  readonly #blocksOf = new Map<Element, Set<PageBlock>>();
  readonly #painted = new Map<Mark, Painted>();
  readonly #highlights: Readonly<Record<Tone, Highlight>> = {
    'on-light': new Highlight(),
    'on-dark': new Highlight(),
  };
  readonly #near: IntersectionObserver;
  readonly #nearElements = new Set<Element>();
  // All are set by `choose`, from the constructor on.
  /** What our highlights' names begin with: the style that the reader chose. */
  #name!: string;
  #places!: Places<Mark>;
  /** What the reader has called wrong: known, so that it can be taken back at once, and otherwise not there. */
  #silenced!: ReadonlySet<string>;

  constructor(settings: Choice) {
    this.choose(settings);
    this.#near = new IntersectionObserver((entries) => measured('near', () => this.#onNear(entries)), {
      rootMargin: NEAR,
    });
    for (const highlight of Object.values(this.#highlights)) highlight.priority = PRIORITY;
  }

  /** Takes up mentions of one block. */
  add(page: PageBlock, mentions: readonly Mention[]): void {
    if (mentions.length === 0) return;
    const marks = this.#byBlock.get(page) ?? [];
    for (const mention of mentions) {
      marks.push({ mention, entity: mention.entity, section: page.block.section, page });
    }
    marks.sort((a, b) => a.mention.start - b.mention.start);
    this.#byBlock.set(page, marks);
    const blocks = this.#blocksOf.get(page.element);
    if (blocks) blocks.add(page);
    else this.#blocksOf.set(page.element, new Set([page]));
    // What is near already is painted now; the observer's first word comes a frame later.
    if (this.#nearElements.has(page.element)) this.#paint(page);
    else this.#near.observe(page.element);
  }

  /** Forgets a block that is gone from the page, and gives the places of its marks to others. */
  remove(page: PageBlock): void {
    const marks = this.#byBlock.get(page);
    if (!marks) return;
    this.#byBlock.delete(page);
    const blocks = this.#blocksOf.get(page.element);
    blocks?.delete(page);
    if (blocks?.size === 0) {
      this.#blocksOf.delete(page.element);
      this.#nearElements.delete(page.element);
      this.#near.unobserve(page.element);
    }
    const freed = marks.filter((mark) => {
      this.#unpaint(mark);
      return this.#places.free(mark);
    });
    if (freed.length === 0) return;
    for (const other of this.#byBlock.keys()) if (this.#nearElements.has(other.element)) this.#paint(other);
  }

  /** All mentions of a block, in the order of its text. */
  in(page: PageBlock): readonly Mark[] {
    const marks = this.#byBlock.get(page) ?? [];
    return this.#silenced.size === 0
      ? marks
      : marks.filter(({ mention }) => !this.#silenced.has(silencedKey(mention)));
  }

  /** Whether there is anything to point at. */
  get isEmpty(): boolean {
    return this.#byBlock.size === 0;
  }

  /** How often the page shows each entity, marked or not; text that is hidden does not count. */
  counts(): MentionCount[] {
    const counts = new Map<EntityId, number>();
    for (const page of this.#byBlock.keys()) {
      if (!isShown(page.element)) continue;
      for (const { entity } of this.in(page)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return [...counts].map(([entity, count]) => ({ entity, count }));
  }

  /** Puts our highlights back where the page has cleared the registry. Cheap: to be called often. */
  restore(): void {
    for (const [tone, highlight] of Object.entries(this.#highlights)) {
      const name = this.#name + tone;
      if (highlight.size > 0 && CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  /** Chooses anew which mentions are marked. Those far away take their places too: what is near stays as it was. */
  choose({ density, silenced, style }: Choice): void {
    for (const mark of [...this.#painted.keys()]) this.#unpaint(mark);
    this.#unregister();
    this.#name = `glossator-${style}-`;
    this.#places = new Places(density);
    this.#silenced = new Set(silenced);
    for (const page of this.#byBlock.keys()) this.#paint(page, this.#nearElements.has(page.element));
  }

  /** Takes everything off the page, for good. */
  clear(): void {
    this.#near.disconnect();
    this.#painted.clear();
    this.#unregister();
  }

  #unregister(): void {
    for (const [tone, highlight] of Object.entries(this.#highlights)) {
      highlight.clear();
      const name = this.#name + tone;
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  #onNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#nearElements.add(target);
      else this.#nearElements.delete(target);
      for (const page of this.#blocksOf.get(target) ?? []) {
        if (isIntersecting) this.#paint(page);
        else for (const mark of this.in(page)) this.#unpaint(mark);
      }
    }
  }

  #paint(page: PageBlock, isNear = true): void {
    if (!isShown(page.element)) return;
    let tone: Tone | null = null;
    for (const mark of this.in(page)) {
      if (this.#painted.has(mark) || !this.#places.take(mark) || !isNear) continue;
      const range = rangeIn(page, mark.mention.start, mark.mention.end);
      if (!range) continue;
      tone ??= toneOf(page.element);
      this.#highlights[tone].add(range);
      this.#painted.set(mark, { range, tone });
      noted('painted');
    }
    this.restore();
  }

  #unpaint(mark: Mark): void {
    const painted = this.#painted.get(mark);
    if (!painted) return;
    this.#highlights[painted.tone].delete(painted.range);
    this.#painted.delete(mark);
  }
}

/** Whether a reader can see an element's text, as far as styles say. */
function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
