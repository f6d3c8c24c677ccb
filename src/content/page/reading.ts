/**
 * A reading of some elements: their text in batches, as the caller asks for them. What is in view comes first; of a long page
 * no more is read before that than it takes to find it. Then what is near, and the rest while the page is idle; what the reader
 * has scrolled to in the meantime comes before it.
 */
import type { PageBlock } from './blocks.ts';
import type { PageText } from './page-text.ts';
import { idle, inSlices } from './slices.ts';
import { afterFrame, screensAway } from './viewport.ts';

/** Characters in one message: a millisecond on the wire, a few in the background. */
const BATCH = 60_000;
/** Characters read before the layout is asked what is in view: some screens of text. */
const VIEW = 20_000;

export interface Reading {
  /** The next blocks of reading text; none at the end. */
  readonly next: () => Promise<readonly PageBlock[]>;
  /** Whether there may be more. */
  readonly hasMore: () => boolean;
}

/** `onGone` is called with blocks that were known and are not there any more. */
export function startReading(
  text: PageText,
  elements: readonly Element[],
  onGone: (block: PageBlock) => void,
  signal: AbortSignal,
): Reading {
  const walk = walkAll(text, elements, onGone);
  /** Read, and not yet handed out. */
  let ready: PageBlock[] = [];
  let hasEnded = false;
  let hasNear = false;
  /** What was in view when the layout was asked last; null before. */
  let seenLast: PageBlock | null | undefined = null;

  /** A part of the walk, which goes on after it. */
  function* some(isEnough: (block: PageBlock) => boolean): Generator<PageBlock | null> {
    for (;;) {
      const { done, value } = walk.next();
      if (done) {
        hasEnded = true;
        return;
      }
      yield value;
      if (value && isEnough(value)) return;
    }
  }

  const readUntil = async (isEnough: (block: PageBlock) => boolean) => {
    if (!hasEnded) ready.push(...(await inSlices(some(isEnough), 'gather', signal)));
  };

  /** Reads until what is near has been passed, and answers what is in view; what is near is handed out next. */
  const readView = async (): Promise<readonly PageBlock[]> => {
    if (seenLast === null) {
      const frame = afterFrame();
      let length = 0;
      await readUntil((block) => {
        length += lengthOf(block);
        return length > VIEW;
      });
      // Not worth a question: a short page, or a change.
      if (hasEnded) return ready.splice(0);
      await frame;
    }
    const [inView, near, far]: PageBlock[][] = [[], [], []];
    const look = (block: PageBlock): boolean => {
      const screens = screensAway(block.element);
      (screens === 0 ? inView : Math.abs(screens) < 1 ? near : far)?.push(block);
      return screens >= 1;
    };
    let isPassed = false;
    function* lookAtAll() {
      for (const block of ready) {
        isPassed = look(block) || isPassed;
        yield null;
      }
    }
    await inSlices(lookAtAll(), 'view', signal);
    // A page that was opened farther down, or has been scrolled.
    if (!isPassed) await readUntil(look);
    ready = [...(near ?? []), ...(far ?? [])];
    seenLast = inView?.[0];
    hasNear = true;
    return inView ?? [];
  };

  const hasMore = () => ready.length > 0 || !hasEnded;
  const next = async () => {
    if (!hasMore()) return [];
    if (seenLast === null || (seenLast && screensAway(seenLast.element) !== 0)) {
      const inView = await readView();
      if (inView.length > 0) return inView;
    }
    if (!hasNear) await idle();
    hasNear = false;
    let [length, count] = [0, 0];
    while (length < BATCH && count < ready.length) length += lengthOf(ready[count++]);
    if (length < BATCH) {
      await readUntil((block) => {
        length += lengthOf(block);
        return length >= BATCH;
      });
      count = ready.length;
    }
    return ready.splice(0, count);
  };
  return { next, hasMore };
}

function* walkAll(
  text: PageText,
  elements: readonly Element[],
  onGone: (block: PageBlock) => void,
): Generator<PageBlock | null> {
  for (const element of elements) {
    if (!element.isConnected) continue;
    for (const page of text.gather(element, onGone)) yield page?.block.region === 'chrome' ? null : page;
  }
}

function lengthOf(page: PageBlock | undefined): number {
  return page?.block.text.length ?? 0;
}
