/** The listeners that belong to one open card: Escape, a click elsewhere, scrolling, and the pointer on the card. */

export interface CardListeners {
  readonly onClose: () => void;
  readonly onMoved: () => void;
  readonly onPointer: (isOn: boolean) => void;
}

/** Listens until `signal` aborts. `Escape` is ours while a card is open, wherever the focus is; no other key is. */
export function listenForCard(element: HTMLElement, listeners: CardListeners, signal: AbortSignal): void {
  const capture = { capture: true, signal };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      listeners.onClose();
    },
    capture,
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(element)) listeners.onClose();
    },
    { ...capture, passive: true },
  );
  for (const type of ['scroll', 'resize'] as const) {
    addEventListener(type, () => listeners.onMoved(), { ...capture, passive: true });
  }
  element.addEventListener('pointerenter', () => listeners.onPointer(true), { signal });
  element.addEventListener('pointerleave', () => listeners.onPointer(false), { signal });
  // What is typed in the card is the card's: no page shortcut hears it.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    element.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}
