/**
 * Frames: read where they show enough text on enough room. Most hold advertisements, buttons and counters, and get no more
 * than this. A frame that is not worth reading is looked at again when its size or its text has changed.
 */
import type { FrameFacts } from '../../core/furniture/advert-frames.ts';

/** CSS pixels, and characters: one sentence. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 150;
const LEAST_PROSE = 50;
/** Of addresses and names this many characters tell enough: a `data:` address holds its whole page. */
const ADDRESS = 500;
/** Ms from a change to the next look, and how far they grow in a frame that never rests. */
const PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4000;

/** What tells whether this frame is an advertisement; null where it is not worth reading, as far as itself can see. */
export function frameFacts(): FrameFacts | null {
  const { innerWidth: width, innerHeight: height } = window;
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return null;
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, and scripts do not
  const prose = document.body?.innerText?.length ?? 0;
  if (prose < LEAST_PROSE) return null;
  const { id, className } = (frameElement as HTMLElement | null) ?? { id: '', className: '' };
  return {
    url: location.href.slice(0, ADDRESS),
    name: `${window.name} ${id} ${className}`.slice(0, ADDRESS),
    width,
    height,
    prose,
  };
}

/**
 * Calls `look` when the frame has changed, and once now; a look that answers true is the last one until the page writes the
 * document anew (`document.open`), which takes all our listeners away.
 */
export function watchFrame(look: () => Promise<boolean>, onError: (error: unknown) => void): () => void {
  let pause = PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRead = false;
  let root: Element | null = null;
  const lookNow = () => {
    timer = undefined;
    root = document.documentElement;
    look().then(
      (now) => {
        isRead = now;
        watch();
      },
      (error) => {
        lookSoon();
        onError(error);
      },
    );
  };
  const lookSoon = () => {
    if (isRead && document.documentElement === root) return;
    timer ??= setTimeout(lookNow, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const observer = new MutationObserver(lookSoon);
  const watch = () => {
    observer.disconnect();
    // A frame that is read is watched for a new document element alone.
    observer.observe(document, { childList: true, characterData: !isRead, subtree: !isRead });
    addEventListener('resize', lookSoon);
  };
  // A frame in a process of its own may have no size yet when we come, and gets its first one without an event.
  const sizes = new ResizeObserver(lookSoon);
  sizes.observe(document.documentElement);
  watch();
  lookNow();
  return () => {
    observer.disconnect();
    sizes.disconnect();
    removeEventListener('resize', lookSoon);
    clearTimeout(timer);
  };
}
