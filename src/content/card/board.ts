/**
 * The cards on the page: one that comes and goes with the pointer, and a few that the reader keeps beside the text. All
 * stand in one host, which is there only while a card is: the newest first in the tree, and on top.
 */

import { CARD_STYLES } from '../../ui/styles.ts';
import { bridge } from './bridge.ts';
import type { Fetched } from './cards.ts';
import { type CardHost, createHost } from './host.ts';
import type { Occurrence } from './occurrence.ts';
import { OpenCard } from './open-card.tsx';
import { listenForCards } from './open-host.ts';
import { tellCardsStand } from './other-documents.ts';
import type { Spot } from './place.ts';

/** More cards kept would hide the text that they stand beside. */
const MOST_KEPT = 3;

let host: CardHost | null = null;
let life = new AbortController();
let open: OpenCard | null = null;
let kept: readonly OpenCard[] = [];
let raised = 0;
let closed = Number.NEGATIVE_INFINITY;

/** The card that comes and goes. */
export function openCard(): OpenCard | null {
  return open;
}

/** When a card was closed last, of `performance.now`. */
export function closedAt(): number {
  return closed;
}

/** The card that a mention has already. */
export function cardOf(mark: object): OpenCard | undefined {
  return all().find((card) => card.mark === mark);
}

/** Shows a card in place of the one that comes and goes. */
export function showCard(occurrence: Occurrence, fetched: Fetched, pointer: Spot): OpenCard {
  open?.close();
  const { root } = hostNow();
  const slot = document.createElement('div');
  slot.className = `slot ${bridge().opening?.width}`;
  const raise = () => slot.style.setProperty('z-index', `${++raised}`);
  raise();
  for (const type of ['pointerdown', 'focusin']) slot.addEventListener(type, raise);
  root.prepend(slot);
  const card = new OpenCard(occurrence, fetched, pointer, {
    slot,
    root,
    keep: () => {
      if (kept.length >= MOST_KEPT) return false;
      kept = [...kept, card];
      open = null;
      return true;
    },
    letGo: () => {
      open?.close();
      forget(card);
      open = card;
    },
    onClosed: () => {
      slot.remove();
      closed = performance.now();
      forget(card);
      if (all().length === 0) removeHost();
    },
  });
  open = card;
  tellCardsStand(true);
  return card;
}

export function notesChanged(): void {
  for (const card of all()) card.notesChanged();
}

/** Closes one card: first what would go by itself, then what has the focus, then the newest. */
export function closeOne(): void {
  (open ?? kept.find((card) => card.hasFocus) ?? kept.at(-1))?.close();
}

/** The extension is gone from under the cards. */
export function retireCards(): void {
  for (const card of all()) card.retire();
}

/** Closes every card, those that are kept too. */
export function closeCards(): void {
  for (const card of all()) card.close();
}

function all(): readonly OpenCard[] {
  return open ? [open, ...kept] : kept;
}

function forget(card: OpenCard): void {
  if (open === card) open = null;
  kept = kept.filter((other) => other !== card);
}

function hostNow(): CardHost {
  if (host) {
    host.raise();
    return host;
  }
  host = createHost(CARD_STYLES, closeCards);
  life = new AbortController();
  listenForCards(
    host,
    {
      onEscape: closeOne,
      onOutside: () => open?.close(),
      onMoved: () => {
        for (const card of all()) card.place();
      },
    },
    life.signal,
  );
  return host;
}

function removeHost(): void {
  life.abort();
  host?.remove();
  host = null;
  tellCardsStand(false);
}
