/**
 * The one element of ours on a page, and only while a card is open: a popover of no size in the top layer (no z-index war is fought
 * there), with a closed shadow root. It stands outside the body; while a modal dialog of the page is open, which makes all
 * else inert, it stands inside the topmost one; an element that fills the screen is one too.
 */

import type { Opened } from '../page/opened.ts';
import { bridge } from './bridge.ts';

/** A page that removes our element gets it back so many times in so many ms; after that it has its way. */
const RESTORES = 10;
const RESTORE_WINDOW_MS = 10_000;
/** When it was given back, for all cards together: a card opened anew is not a new fight. */
let restored: readonly number[] = [];
/** The style sheets of the last host, for the next. */
let made: { readonly of: Document; readonly sheets: CSSStyleSheet[] } | null = null;

export interface CardHost {
  readonly element: HTMLElement;
  /** Where cards are rendered. */
  readonly root: ShadowRoot;
  /** Brings the element above whatever has come over it since, into the dialog that is on top now. */
  raise(): void;
  /** Takes the element away and stops watching. */
  remove(): void;
}

/** Styles that keep the page's own off the element itself (`all` resets what is not named); inside, the shadow root sees to it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  left: '0',
  top: '0',
  width: '0',
  height: '0',
  overflow: 'visible',
  'color-scheme': 'light dark',
};

/** Puts the element on the page. `onLost`: the page would not have it. */
export function createHost(styles: readonly string[], onLost: () => void): CardHost {
  const element = document.createElement('div');
  const { theme = 'system' } = bridge().opening ?? {};
  const schemes = theme === 'system' ? {} : { 'color-scheme': theme };
  for (const [name, value] of Object.entries({ ...HOST_STYLE, ...schemes }))
    element.style.setProperty(name, value, 'important');
  element.popover = 'manual';
  (element as Opened).isOurs = true;
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = sheetsOf(styles);
  let observer: MutationObserver | null = null;
  const attach = () => {
    observer?.disconnect();
    const parent = hostParent();
    if (element.parentNode !== parent) parent.append(element);
    else element.hidePopover();
    // A page that is magnified by its own styles magnifies all in it, and would our coordinates.
    element.style.setProperty('zoom', `${1 / parent.currentCSSZoom}`, 'important');
    element.showPopover();
    observer = new MutationObserver(() => {
      if (element.parentNode === hostParent()) return;
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
  // What fills the screen has come over all that was there.
  document.addEventListener('fullscreenchange', attach);
  return {
    element,
    root,
    raise() {
      if (element.parentNode !== hostParent()) attach();
    },
    remove() {
      document.removeEventListener('fullscreenchange', attach);
      observer?.disconnect();
      element.remove();
    },
  };
}

/** Read once in a document: other documents would not have them. */
function sheetsOf(styles: readonly string[]): CSSStyleSheet[] {
  if (made?.of !== document) {
    const sheets = styles.map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    made = { of: document, sheets };
  }
  return made.sheets;
}

function hostParent(): Element {
  return [...document.querySelectorAll(':modal')].at(-1) ?? document.documentElement;
}
