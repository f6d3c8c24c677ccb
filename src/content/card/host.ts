/**
 * The one element of ours on a page, and only while a card is open: a popover in the top layer (no z-index war is fought
 * there), with a closed shadow root. It stands outside the body; while a modal dialog of the page is open, which makes all
 * else inert, it stands inside the topmost one.
 */

/** A page that removes our element gets it back so many times in so many ms; after that it has its way. */
const RESTORES = 10;
const RESTORE_WINDOW_MS = 10_000;
/** When it was given back, for all cards together: a card opened anew is not a new fight. */
let restored: readonly number[] = [];

export interface CardHost {
  readonly element: HTMLElement;
  /** Where the card is rendered. */
  readonly root: ShadowRoot;
  /** Takes the element away and stops watching. */
  remove(): void;
}

/** Styles that keep the page's own off the element itself (`all` resets what is not named); inside, the shadow root sees to it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  left: '0',
  top: '0',
  width: 'max-content',
  'color-scheme': 'light dark',
};

/** Puts the element on the page. `onLost`: the page would not have it. */
export function createHost(styles: readonly string[], onLost: () => void): CardHost {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = styles.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  let observer: MutationObserver | null = null;
  const attach = () => {
    observer?.disconnect();
    const parent = hostParent();
    parent.append(element);
    element.showPopover();
    observer = new MutationObserver(() => {
      if (element.isConnected && element.parentNode === parent) return;
      const now = performance.now();
      restored = restored.filter((time) => now - time < RESTORE_WINDOW_MS);
      if (restored.length < RESTORES) {
        restored = [...restored, now];
        attach();
      } else {
        observer?.disconnect();
        onLost();
      }
    });
    observer.observe(parent, { childList: true });
    // A dialog that closes hides all it holds.
    if (parent !== document.documentElement)
      observer.observe(parent, { attributeFilter: ['open'], childList: true });
  };
  attach();
  return {
    element,
    root,
    remove() {
      observer?.disconnect();
      element.remove();
    },
  };
}

function hostParent(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}
