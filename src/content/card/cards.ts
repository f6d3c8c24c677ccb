/**
 * From the pointer to the card: fetches what a card needs while the pointer rests, opens it when it has rested long enough,
 * and tells the open card whether the pointer is still at it.
 */
import type { Entry } from '../../core/card/entry.ts';
import { DELAYS, type EntityId, type Note, type Opening } from '../../core/model.ts';
import { words } from '../../platform/i18n.ts';
import { callBackground } from '../../protocol/call.ts';
import type { CardAnswer, CardWord } from '../../protocol/card-words.ts';
import { serveTab } from '../../protocol/serve.ts';
import { hoverIntent } from '../hover/intent.ts';
import { watchLongPress } from '../hover/long-press.ts';
import { isOnPlainText } from '../hover/plain-text.ts';
import type { Mark } from '../marks/marks.ts';
import { began, ended } from '../page/spans.ts';
import {
  cardOf,
  closeCards,
  closedAt,
  closeOne,
  notesChanged,
  openCard,
  retireCards,
  showCard,
} from './board.ts';
import { bridge, type Cards, type Sight } from './bridge.ts';
import { fetchNotes } from './card-notes.tsx';
import type { FarCard } from './far-card.ts';
import { type Occurrence, occurrenceOf, reveal } from './occurrence.ts';
import type { OpenCard } from './open-card.tsx';
import { me } from './other-documents.ts';
import type { Spot } from './place.ts';

/** Until the spotter has told. */
const USUAL: Opening = { trigger: 'hover', delay: DELAYS.usual };
/** A reader who has just looked at a card and goes on to the next, or who holds a key, need not show patience. */
const SHORT_MS = DELAYS.least;
const NEXT_WITHIN_MS = 500;
/** What the reader does instead of resting, and for how long that goes on after its last sign, in ms. */
const BUSY: Readonly<Record<string, number>> = {
  pointerdown: 0,
  scroll: 100,
  keydown: 500,
  selectionchange: 500,
};
/** Keys that write nothing. */
const NOT_TYPING: ReadonlySet<string> = new Set(['Escape', 'Shift', 'Control', 'Alt', 'Meta']);
/** What was fetched and not shown is stale after so many ms. */
const FRESH_MS = 2000;

/** What a card shows, as it is being fetched. */
export interface Fetched {
  readonly details: Promise<Entry | null>;
  readonly notes: Promise<readonly Note[]>;
}

let fetched: { readonly mark: Mark; readonly data: Fetched } | null = null;
let seen: Sight | null = null;
const intent = hoverIntent<Mark>({
  prefetch: (mark) => {
    if (!shows(mark)) prepare(mark);
  },
  open: openPointed,
});

export function startCards(): Cards {
  const life = new AbortController();
  for (const needed of ['cardUpdated', 'unpin', 'moveByArrows']) words(needed); // later there may be nobody to ask
  for (const [type, ms] of Object.entries(BUSY)) {
    const isBusy = (event: Event) =>
      event instanceof KeyboardEvent
        ? !NOT_TYPING.has(event.key)
        : type !== 'selectionchange' || !getSelection()?.isCollapsed;
    const options = { signal: life.signal, passive: true, capture: true };
    addEventListener(type, (event) => isBusy(event) && busy(ms), options);
  }
  document.documentElement.addEventListener('pointerleave', left, { signal: life.signal });
  const onKey = ({ key }: KeyboardEvent) => key === 'Shift' && asked();
  addEventListener('keydown', onKey, { signal: life.signal, capture: true });
  serveTab('card', { hear: ({ word, from, zoom }) => hear(word, from, zoom) }, life.signal);
  // The pointer has rested, or clicked, while this script was on its way.
  const { sight } = bridge();
  if (sight && (sight.event.pointerType === 'touch' || document.querySelector(':hover'))) pointed(sight);
  return {
    pointed,
    close() {
      bridge().endWalk?.();
      busy(0);
      closeCards();
      far()?.close();
    },
    notesChanged,
    retire() {
      life.abort();
      busy(0);
      retireCards();
      far()?.close();
      bridge().cards = bridge().far = bridge().noteParts = undefined;
    },
    life: life.signal,
    leadTo,
    open: openCard,
    show,
    reveal,
  };
}

/** Of a mention here that has its card in another document. */
function far(): FarCard | undefined {
  return bridge().far?.own;
}

function pointed(sight: Sight): void {
  const { event, hit } = sight;
  const { trigger, delay } = bridge().opening ?? USUAL;
  const isTouch = event.pointerType === 'touch';
  const openNow = (mark: Mark) => {
    seen = sight;
    // A finger leaves nothing to follow from the tab's own document: its card stands where the mention is.
    if (isTouch) open(mark)?.stay();
    else openPointed(mark);
  };
  if (event.type === 'click' && (isTouch || trigger === 'click') && hit && isOnPlainText(event))
    openNow(hit.mark);
  if (event.type === 'pointerdown' && isTouch && hit) watchLongPress(sight, () => openNow(hit.mark));
  if (event.type !== 'pointermove') return;
  if (isTouch || event.buttons !== 0) {
    busy(0);
    return;
  }
  seen = sight;
  const mark = hit?.mark ?? null;
  const isWanted = trigger === 'hover' || (trigger === 'modifier' && event.shiftKey);
  const isShort =
    trigger === 'modifier' || sight.at - Math.max(closedAt(), far()?.closedAt ?? closedAt()) < NEXT_WITHIN_MS;
  const { clientX: x, clientY: y } = event;
  intent.move(isWanted ? mark : null, x, y, sight.at, isShort ? SHORT_MS : delay);
  openCard()?.pointerAt({ x, y }, mark);
  far()?.pointerAt({ x, y }, mark);
}

/** The key is down that some readers want held: the pointer may have rested before. */
function asked(): void {
  const { event, hit } = seen ?? {};
  if (bridge().opening?.trigger === 'modifier' && event && hit)
    intent.move(hit.mark, event.clientX, event.clientY, performance.now(), SHORT_MS);
}

/** The reader does something else, for so many ms: what was about to open does not. */
function busy(ms: number): void {
  if (ms > 0) seen = null; // what is under the pointer now was not seen
  intent.busy(ms);
}

/** The pointer has left the page. */
function left(): void {
  busy(0);
  openCard()?.pointerAt(null);
  far()?.pointerAt(null);
}

/** The keyboard has come to a mark: its card is opened and gets the focus, or whatever card is open goes. */
function leadTo(mark: Mark, opens: boolean): void {
  busy(0);
  if (!opens) openCard()?.close();
  else (cardOf(mark) ?? open(mark))?.takeFocus();
}

/** Answers what another document of the tab says. What is said of mentions in frames is for `far.ts`, where it is needed. */
function hear(word: CardWord, from: number, zoom: number): CardAnswer {
  if (word.kind === 'escape') closeOne();
  else if (word.kind === 'pressed' || (word.kind === 'opened' && word.by !== me())) openCard()?.close();
  else return bridge().far?.hear(word, from, zoom) ?? null;
  return null;
}

function open(mark: Mark): OpenCard | null {
  const { page } = bridge();
  if (!page || cardOf(mark)) return null;
  const { clientX: x = 0, clientY: y = 0 } = seen?.event ?? {};
  const data = prepare(mark);
  fetched = null; // a card that is opened again soon must know the note written in this one
  began('open');
  const card = showCard(occurrenceOf(mark, page), data, { x, y });
  ended('open');
  return card;
}

function show(occurrence: Occurrence, pointer: Spot): void {
  showCard(occurrence, fetchFor(occurrence.mention.entity, occurrence.url), pointer);
}

/** By the pointer: in the tab's own document where that can be, so that a tab has one card; else in this one. */
async function openPointed(mark: Mark): Promise<void> {
  const { page } = bridge();
  const sight = seen;
  const elsewhere = far();
  if (shows(mark)) return;
  if (elsewhere && window !== top && page && sight) {
    const isShown = await elsewhere.show(occurrenceOf(mark, page), sight);
    if (isShown || seen?.hit?.mark !== mark) return;
  }
  open(mark);
}

function shows(mark: Mark): boolean {
  return cardOf(mark) !== undefined || far()?.shows(mark) === true;
}

function prepare(mark: Mark): Fetched {
  if (fetched?.mark === mark) return fetched.data;
  const data = fetchFor(mark.entity, location.href);
  for (const promise of Object.values(data)) promise.catch(() => {}); // the card says so when it is opened
  fetched = { mark, data };
  setTimeout(() => {
    if (fetched?.data === data) fetched = null;
  }, FRESH_MS);
  return data;
}

/** What the card of an entity shows on a page, by its address. */
function fetchFor(id: EntityId, page: string): Fetched {
  return { details: callBackground('getEntity', { id }), notes: fetchNotes(page) };
}
