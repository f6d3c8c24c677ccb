/**
 * Focus, for a dialog that is not modal: it comes into the card only when the keyboard has opened it, is never held there, and
 * goes back to where it was. The card is the last thing in its document: past its edges the page goes on where it was left.
 */

const FOCUSABLE = 'button, a[href], textarea, summary, [tabindex="0"]';

export interface CardFocus {
  /** Takes the focus, now or as soon as there is something to be read. */
  take(): void;
  /** To be called whenever the card has been drawn. */
  drawn(): void;
  /** Whether the reader is at work in the card: writing, or by the keyboard. */
  readonly isAtWork: boolean;
  readonly isInside: boolean;
  /** Gives the focus back, if the card has it. */
  giveBack(): void;
}

/** `card`: what holds one card in the root. `onLeft`: Tab goes past an edge of the card; answers whether it closes. */
export function cardFocus(
  root: ShadowRoot,
  card: HTMLElement,
  onLeft: () => boolean,
  signal: AbortSignal,
): CardFocus {
  /** What had the focus when the card was opened. */
  const before = document.activeElement;
  let isWanted = false;
  let isTaken = false;

  const activeNow = () => (card.contains(root.activeElement) ? root.activeElement : null);
  /** The element of the page to go back to; null where nothing special had the focus. */
  const backTo = () =>
    before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
  const isAtEdge = (backwards: boolean) => {
    const all = [...card.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
    const active = activeNow();
    if (!backwards) return active === all.at(-1);
    return active === all[0] || (active !== null && !active.matches(FOCUSABLE) && !follows(active, all[0]));
  };
  const drawn = () => {
    const title = card.querySelector('h2');
    if (!isWanted || !title) return;
    isWanted = false;
    isTaken = true;
    // The pointer may have been used last; the reader must see it all the same.
    const options: FocusOptions & { focusVisible?: boolean } = { preventScroll: true, focusVisible: true };
    title.focus(options);
  };
  const onKey = (event: KeyboardEvent) => {
    // Onwards from where the focus was is the browser's own step; back is there.
    if (event.key === 'Tab' && isAtEdge(event.shiftKey) && onLeft() && event.shiftKey && backTo())
      event.preventDefault();
  };
  card.addEventListener('keydown', onKey, { signal });
  return {
    take() {
      isWanted = true;
      drawn();
    },
    drawn,
    get isAtWork() {
      const active = activeNow();
      return isWanted || (active !== null && (isTaken || active.matches(':focus-visible')));
    },
    get isInside() {
      return activeNow() !== null;
    },
    giveBack() {
      if (activeNow()) backTo()?.focus({ preventScroll: true });
    },
  };
}

/** Whether `element` comes after `other` in the tree. */
function follows(element: Element, other: Element | undefined): boolean {
  return Boolean(other && other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}
