/**
 * A reading of some elements: their text in batches, as the caller asks for them. What is in view comes first; of a long page
 * no more is read before that than it takes to find it, and the rest while the background judges.
 */
import type { PageBlock } from './blocks.ts';
import type { PageText } from './page-text.ts';
import { inSlices } from './slices.ts';
import { measured } from './spans.ts';
import { afterFrame, sideOf } from './viewport.ts';

/** Characters in one message: a millisecond on the wire, a few in the background. */
const BATCH = 60_000;
/** Characters read before the layout is asked what is in view: some screens of text. */
const VIEW = 20_000;

export class Reading {
  readonly #walk: Generator<PageBlock | null>;
  readonly #signal: AbortSignal;
  /** Read, and not yet handed out. */
  #ready: PageBlock[] = [];
  #hasBegun = false;
  #hasEnded = false;

  constructor(
    text: PageText,
    elements: readonly Element[],
    onGone: (block: PageBlock) => void,
    signal: AbortSignal,
  ) {
    this.#walk = walkAll(text, elements, onGone);
    this.#signal = signal;
  }

  /** Whether there may be more. */
  get hasMore(): boolean {
    return this.#ready.length > 0 || !this.#hasEnded;
  }

  /** The next blocks of reading text; none at the end. */
  async next(): Promise<readonly PageBlock[]> {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      const inView = await this.#readView();
      if (inView.length > 0) return inView;
    }
    let [length, count] = [0, 0];
    while (length < BATCH && count < this.#ready.length) length += lengthOf(this.#ready[count++]);
    if (length < BATCH) {
      await this.#readUntil((block) => {
        length += lengthOf(block);
        return length >= BATCH;
      });
      count = this.#ready.length;
    }
    return this.#ready.splice(0, count);
  }

  /** Reads until what is in view has been passed, and answers that. */
  async #readView(): Promise<readonly PageBlock[]> {
    const frame = afterFrame();
    let length = 0;
    await this.#readUntil((block) => {
      length += lengthOf(block);
      return length > VIEW;
    });
    await frame;
    const inView = new Set<PageBlock>();
    let isPassed = false;
    const look = (block: PageBlock): boolean => {
      const side = sideOf(block.element);
      if (side === 0) inView.add(block);
      isPassed ||= side > 0;
      return isPassed;
    };
    measured('view', () => this.#ready.forEach(look));
    // A page that was opened farther down.
    if (!isPassed) await this.#readUntil(look);
    this.#ready = this.#ready.filter((block) => !inView.has(block));
    return [...inView].filter(isReadable);
  }

  async #readUntil(isEnough: (block: PageBlock) => boolean): Promise<void> {
    if (this.#hasEnded) return;
    const blocks = await inSlices(this.#some(isEnough), 'gather', this.#signal);
    for (const block of blocks) if (isReadable(block)) this.#ready.push(block);
  }

  /** A part of the walk, which goes on after it. */
  *#some(isEnough: (block: PageBlock) => boolean): Generator<PageBlock | null> {
    for (;;) {
      const { done, value } = this.#walk.next();
      if (done) {
        this.#hasEnded = true;
        return;
      }
      yield value;
      if (value && isEnough(value)) return;
    }
  }
}

function* walkAll(
  text: PageText,
  elements: readonly Element[],
  onGone: (block: PageBlock) => void,
): Generator<PageBlock | null> {
  for (const element of elements) if (element.isConnected) yield* text.gather(element, onGone);
}

function isReadable({ block }: PageBlock): boolean {
  return block.region !== 'chrome';
}

function lengthOf(page: PageBlock | undefined): number {
  return page?.block.text.length ?? 0;
}
