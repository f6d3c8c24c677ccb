/**
 * Between the small script that every page gets and the card that comes with the first hover: both run in the same isolated
 * world, which no page can see into, and meet under one symbol there. The spotter lends its knowledge of the page and tells
 * where the pointer is; all that follows from that is the card's.
 */
import type { Hit } from '../hover/hit-test.ts';
import type { Mark, Marks } from '../marks/marks.ts';
import type { PageText } from '../page/page-text.ts';

/** The page as the spotter knows it. */
export interface PageView {
  readonly text: PageText;
  readonly marks: Marks;
  /** The line boxes of a mention as it stands now, in the viewport. */
  readonly rectsOf: (mark: Mark) => readonly DOMRect[];
}

/** What the pointer did last, and the mention that it was over. */
export interface Sight {
  readonly event: PointerEvent;
  readonly hit: Hit | null;
  /** When it was seen, of `performance.now`. */
  readonly at: number;
}

export interface Cards {
  /** The pointer has moved, been pressed, or clicked. */
  pointed(sight: Sight): void;
  /** Closes whatever is open, and forgets what was about to open: the page's marks are gone. */
  close(): void;
  /** What the card shows of notes is stale. */
  notesChanged(): void;
  /** Ends the card's script, for a newer one. */
  retire(): void;
}

interface Bridge {
  /** Given while the page is spotted. */
  page?: PageView | undefined;
  sight?: Sight;
  cards?: Cards | undefined;
  /** Ends the copy of us that ran here before. */
  retire?: () => void;
}

const KEY = Symbol.for('glossator');

export function bridge(): Bridge {
  const world = globalThis as { [KEY]?: Bridge };
  world[KEY] ??= {};
  return world[KEY];
}
