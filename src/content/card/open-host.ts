/** The listeners that belong to open cards: Escape, a click elsewhere, and scrolling. */
import { keepKeys, swallowKeyUp } from './card-keys.ts';
import type { CardHost } from './host.ts';

export interface CardListeners {
  readonly onEscape: () => void;
  /** The reader has pressed beside all cards. */
  readonly onOutside: () => void;
  readonly onMoved: () => void;
}

/** Listens until `signal` aborts. `Escape` is ours while a card is open, wherever the focus is; no other key is. */
export function listenForCards(
  { element, root }: CardHost,
  listeners: CardListeners,
  signal: AbortSignal,
): void {
  const capture = { capture: true, signal };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowKeyUp(event.key);
      listeners.onEscape();
    },
    capture,
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(element)) listeners.onOutside();
    },
    { ...capture, passive: true },
  );
  for (const target of [window, visualViewport])
    for (const type of ['scroll', 'resize'] as const)
      target?.addEventListener(type, () => listeners.onMoved(), { ...capture, passive: true });
  keepKeys(element, root, signal);
}
