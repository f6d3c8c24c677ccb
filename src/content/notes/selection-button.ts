/**
 * A small button by the selection, to write a note on it. It never stands over what is selected, takes neither the selection nor
 * the focus, and goes with the selection.
 */
import { words } from '../../platform/i18n.ts';
import { bridge } from '../card/bridge.ts';
import { type CardHost, createHost } from '../card/host.ts';
import { openedRoot } from '../page/opened.ts';
import css from './selection-button.css';

/** Side of the button, and its distance from the selection and from the edge of the window, in pixels. */
const SIZE = 28;
const GAP = 6;
const EDGE = 4;
/** A selection that has not changed for so long is made, in ms. */
const SETTLED_MS = 250;
/** Less is selected by a double click on a word that was not meant, or on a sign. */
const LEAST_LETTERS = 2;
const PEN = 'M3 13.5h10M4 11l.6-2.4L10.2 3 12 4.8l-5.6 5.6z';

/** Where the reader types, what is selected elsewhere is not meant. */
const FIELDS = 'input, textarea, [contenteditable]:not([contenteditable=false i])';

/** The selection as a range that can be noted; null where there is none, or it stands where the reader types. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  if (selection?.type !== 'Range') return null;
  const range = rangeIn(selection);
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  if (!element || element.closest(FIELDS) || document.activeElement?.matches(FIELDS)) return null;
  const letters = selection.toString().match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length < LEAST_LETTERS ? null : range;
}

/** Chromium tells what is selected in a shadow root by that root alone; to the document it stands, without length, at the host. */
function rangeIn(selection: Selection): Range {
  const range = selection.getRangeAt(0);
  const host = range.collapsed ? range.startContainer.childNodes[range.startOffset] : null;
  const root = host instanceof Element ? (openedRoot(host, true) as WithSelection | null) : null;
  const inside = root?.getSelection?.();
  return inside?.rangeCount ? rangeIn(inside) : range;
}

interface WithSelection extends ShadowRoot {
  getSelection?(): Selection | null;
}

/** The way that letters run where a range ends. */
export function directionAt({ endContainer }: Range): string {
  const element = endContainer instanceof Element ? endContainer : endContainer.parentElement;
  return element ? getComputedStyle(element).direction : 'ltr';
}

/** Shows the button until `signal` aborts. `onPress` is given what is selected. */
export function offerNotes(
  isBusy: () => boolean,
  onPress: (range: Range) => void,
  signal: AbortSignal,
): void {
  let host: CardHost | null = null;
  let button: HTMLButtonElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // This script may come in the midst of a drag: what the spotter saw last tells.
  let isPressing = (bridge().sight?.event.buttons ?? 0) > 0;

  const hide = () => {
    clearTimeout(timer);
    host?.remove();
    host = button = null;
  };
  const show = () => {
    // A page whose reader has done nothing yet has selected that itself.
    const isIdle = !navigator.userActivation.hasBeenActive;
    const range = isIdle || isPressing || isBusy() ? null : selectedRange();
    const place = range && placeBeside(range);
    if (!place) return hide();
    if (!host) {
      host = createHost([css], hide);
      button = buttonFor(host);
      button.addEventListener('click', () => {
        const now = selectedRange()?.cloneRange();
        hide();
        if (now) onPress(now);
      });
      host.root.append(button);
    }
    if (button) Object.assign(button.style, { left: `${place.x}px`, top: `${place.y}px` });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, SETTLED_MS);
  };

  const options = { signal, passive: true, capture: true };
  document.addEventListener('selectionchange', () => (selectedRange() ? soon() : hide()), options);
  addEventListener('focusin', () => selectedRange() || hide(), options);
  const isOn = (event: Event) => host !== null && event.composedPath().includes(host.element);
  addEventListener(
    'pointerdown',
    (event) => {
      if (isOn(event)) return;
      isPressing = true;
      hide();
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel', 'dragend']) {
    addEventListener(
      type,
      (event) => {
        if (isOn(event)) return;
        isPressing = false;
        soon();
      },
      options,
    );
  }
  addEventListener(
    'pointermove',
    ({ buttons }) => {
      if (!isPressing || buttons > 0) return;
      isPressing = false;
      soon();
    },
    options,
  );
  for (const type of ['scroll', 'resize']) addEventListener(type, () => host && show(), options);
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), options);
  signal.addEventListener('abort', hide);
  soon();
}

function buttonFor({ root }: CardHost): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = words('writeNote');
  button.setAttribute('aria-label', button.title);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', PEN);
  svg.append(path);
  button.append(svg);
  // Pressed as other buttons are, it would take the selection away.
  for (const type of ['pointerdown', 'mousedown'])
    root.addEventListener(type, (event) => event.preventDefault());
  return button;
}

/** After the end of the selection, as its letters run, or wherever by it is free and in view; null where nothing is. */
function placeBeside(range: Range): { readonly x: number; readonly y: number } | null {
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return null;
  const [left, right] = [
    Math.min(...rects.map((rect) => rect.left)),
    Math.max(...rects.map((rect) => rect.right)),
  ];
  const [top, bottom] = [
    Math.min(...rects.map((rect) => rect.top)),
    Math.max(...rects.map((rect) => rect.bottom)),
  ];
  const middle = last.top + (last.height - SIZE) / 2;
  const [after, before] = [last.right + GAP, last.left - SIZE - GAP];
  const [end, start] = directionAt(range) === 'rtl' ? [before, after] : [after, before];
  const spots = [
    { x: end, y: last.bottom + GAP },
    { x: end, y: middle },
    { x: start, y: last.bottom + GAP },
    { x: right + GAP, y: middle },
    { x: last.right - SIZE, y: bottom + GAP },
    { x: first.left, y: top - SIZE - GAP },
    { x: left - SIZE - GAP, y: first.top },
  ];
  return spots.find(({ x, y }) => isFree(x, y, rects)) ?? null;
}

function isFree(x: number, y: number, rects: readonly DOMRect[]): boolean {
  const isInView =
    x >= EDGE &&
    y >= EDGE &&
    x + SIZE <= document.documentElement.clientWidth - EDGE &&
    y + SIZE <= innerHeight - EDGE;
  return (
    isInView &&
    rects.every(
      ({ left, right, top, bottom }) => left >= x + SIZE || right <= x || top >= y + SIZE || bottom <= y,
    )
  );
}
