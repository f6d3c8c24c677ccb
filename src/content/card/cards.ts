/**
 * From the pointer to the card: fetches what a card needs while the pointer rests, opens it when it has rested long enough,
 * and tells the open card whether the pointer is still at it. One card at a time.
 */
import type { Entry } from '../../core/card/entry.ts';
import type { Note } from '../../core/model.ts';
import { callBackground } from '../../protocol/call.ts';
import { HoverIntent } from '../hover/intent.ts';
import type { Mark } from '../marks/marks.ts';
import { bridge, type Cards, type PageView, type Sight } from './bridge.ts';
import { OpenCard } from './open-card.tsx';

const OPEN_MS = 300;
/** What was fetched and not shown is stale after so many ms. */
const FRESH_MS = 2000;

/** What a card shows, as it is being fetched. */
export interface Fetched {
  readonly details: Promise<Entry | null>;
  readonly notes: Promise<readonly Note[]>;
}

export function startCards(): Cards {
  const life = new AbortController();
  const cards = new OneCard();
  const listen = (type: keyof WindowEventMap, listener: () => void) =>
    addEventListener(type, listener, { signal: life.signal, passive: true, capture: true });
  for (const type of ['pointerdown', 'keydown', 'scroll'] as const) listen(type, () => cards.stop());
  document.documentElement.addEventListener('pointerleave', () => cards.left(), { signal: life.signal });
  // The pointer has rested while this script was on its way.
  const { sight } = bridge();
  if (sight?.event.type === 'pointermove' && document.querySelector(':hover')) cards.pointed(sight);
  return {
    pointed: (now) => cards.pointed(now),
    close: () => cards.close(),
    notesChanged: () => cards.notesChanged(),
    retire() {
      life.abort();
      cards.close();
      bridge().cards = undefined;
    },
  };
}

class OneCard {
  #card: OpenCard | null = null;
  #fetched: { readonly mark: Mark; readonly data: Fetched } | null = null;
  #sight: Sight | null = null;
  readonly #intent = new HoverIntent<Mark>({
    prefetch: (mark) => {
      if (this.#card?.mark !== mark) this.#prepare(mark);
    },
    open: (mark) => this.#open(mark),
  });

  pointed(sight: Sight): void {
    const { event, hit } = sight;
    if (event.type !== 'pointermove') return;
    if (event.pointerType === 'touch' || event.buttons !== 0) {
      this.stop();
      return;
    }
    this.#sight = sight;
    const mark = hit?.mark ?? null;
    this.#intent.move(mark, event.clientX, event.clientY, sight.at, OPEN_MS);
    this.#card?.pointerOnMention(mark !== null && mark === this.#card.mark);
  }

  /** The reader does something else: what was about to open does not. */
  stop(): void {
    this.#intent.cancel();
  }

  /** The pointer has left the page. */
  left(): void {
    this.stop();
    this.#card?.pointerOnMention(false);
  }

  close(): void {
    this.stop();
    this.#card?.close();
  }

  notesChanged(): void {
    this.#card?.notesChanged();
  }

  #open(mark: Mark): void {
    const { page } = bridge();
    if (!page || this.#card?.mark === mark) return;
    this.#card?.close();
    const { clientX: x = 0, clientY: y = 0 } = this.#sight?.event ?? {};
    const data = this.#prepare(mark);
    this.#fetched = null; // a card that is opened again soon must know the note written in this one
    const card = new OpenCard(mark, countOf(page, mark), data, { x, y }, () => {
      if (this.#card === card) this.#card = null;
    });
    this.#card = card;
  }

  #prepare(mark: Mark): Fetched {
    if (this.#fetched?.mark === mark) return this.#fetched.data;
    const data: Fetched = {
      details: callBackground('getEntity', { id: mark.entity }),
      notes: callBackground('getNotes', { url: location.href }),
    };
    for (const promise of Object.values(data)) promise.catch(() => {}); // the card says so when it is opened
    this.#fetched = { mark, data };
    setTimeout(() => {
      if (this.#fetched?.data === data) this.#fetched = null;
    }, FRESH_MS);
    return data;
  }
}

/** How often the page shows the mark's entity. */
function countOf({ marks }: PageView, { entity }: Mark): number {
  return marks.counts().find((count) => count.entity === entity)?.count ?? 1;
}
