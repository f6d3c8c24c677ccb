/**
 * What is typed in the card is the card's: the page would hear each key, and each letter, as events of our host. They are
 * stopped where they enter the document, and what the card itself listens for is said again inside its closed root. A page that
 * listens on its window, and did so before us, hears them all the same: nothing can be before it.
 */

/** Events that tell of typing, or make a page that keeps focus to itself take it back. */
const PRIVATE = [
  ...[
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'compositionstart',
    'compositionupdate',
    'compositionend',
  ],
  ...['copy', 'cut', 'paste', 'focusin', 'focusout'],
];
const HEARD_INSIDE: ReadonlySet<string> = new Set(['keydown', 'input', 'focusin']);

/** Keeps them while the card stands, until `signal` aborts. */
export function keepKeys(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  for (const type of PRIVATE)
    addEventListener(
      type,
      (event) => {
        // What is said again below stays in the root, and never comes by here.
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        if (!HEARD_INSIDE.has(type)) return;
        // Not a KeyboardEvent: Firefox lets those out of a closed root, composed or not. Nor the event's own constructor, which in
        // Firefox is the page's, and cannot read what is ours.
        const inside = Object.assign(new Event(type, { bubbles: true, cancelable: true }), keysOf(event));
        if (!root.activeElement?.dispatchEvent(inside)) event.preventDefault();
      },
      { capture: true, signal },
    );
}

/** The key that has closed the card is not the page's when it is let go. */
export function swallowKeyUp(key: string): void {
  const onUp = (event: KeyboardEvent) => {
    if (event.key !== key) return;
    event.stopImmediatePropagation();
    removeEventListener('keyup', onUp, true);
  };
  addEventListener('keyup', onUp, true);
  // Let go in another window, it would be the page's next.
  setTimeout(() => removeEventListener('keyup', onUp, true), 2000);
}

function keysOf(event: Event): KeyboardEventInit {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
  return { key, code, altKey, ctrlKey, metaKey, shiftKey };
}
