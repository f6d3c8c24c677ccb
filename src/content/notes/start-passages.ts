/**
 * Notes on passages: what a page has of them is shown, a passage that the pointer rests on opens its card, and what the reader
 * selects can be noted, by a button, a menu or a key.
 */
import { DELAYS } from '../../core/model.ts';
import { report } from '../../platform/report.ts';
import { callBackground, isOrphaned } from '../../protocol/call.ts';
import { serveTab } from '../../protocol/serve.ts';
import { bridge } from '../card/bridge.ts';
import { type Noted, type NotedOrPage, targetOf, watchPassages } from './page-passages.ts';
import type { OpenPassage } from './passage-card.tsx';
import { directionAt, offerNotes, selectedRange } from './selection-button.ts';

export interface Passages {
  /** Reads the page's notes anew. False where this copy of us is no more: it has ended then. */
  refresh(): boolean;
}

export function startPassages(): Passages {
  const life = new AbortController();
  const { signal } = life;
  let card: OpenPassage | null = null;
  let open: NotedOrPage | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let over: Noted | null = null;
  let frame = 0;
  let latest: PointerEvent | null = null;
  let isOn = true;

  const page = watchPassages(() => {
    if (!open || !card || card.isClosed) return;
    const { range, notes } = open;
    const isOpen = (noted: Noted) =>
      isSameRange(noted.range, range) || noted.notes.some(({ id }) => id === notes[0]?.id);
    const now = range ? page.all().find(isOpen) : page.ofPage();
    if (now) card.update(now.notes);
  }, signal);

  /** Neither the end of our extension nor its update has an event. */
  const goesOn = () => {
    if (!isOrphaned()) return true;
    card?.retire();
    life.abort();
    return false;
  };
  const show = async (noted: NotedOrPage, writes: boolean, { x, y } = { x: 0, y: 0 }) => {
    const target = noted.notes[0]?.target ?? targetOf(noted.range);
    if (!target) return;
    try {
      if (!bridge().openPassage) await callBackground('loadPassageCard', {});
    } catch (error) {
      report('loading the card of a passage', error);
      return;
    }
    card?.close();
    bridge().cards?.close();
    open = noted;
    page.mark(noted.notes.length === 0 ? noted.range : null);
    card =
      bridge().openPassage?.({
        ...noted,
        target,
        writes,
        pointer: { x, y },
        onNews: () => page.refresh(),
        onColour: (colour) => page.mark(noted.range, colour),
        onClosed: () => page.mark(null),
      }) ?? null;
  };
  const noteSelection = (range = selectedRange()?.cloneRange()) => {
    if (!range) return false;
    const known = page.all().find((noted) => isSameRange(noted.range, range));
    const { left, right, bottom } = range.getBoundingClientRect();
    const x = directionAt(range) === 'rtl' ? right : left;
    show(known ?? { range, notes: [] }, true, { x, y: bottom });
    return true;
  };
  const notePage = async () => {
    await page.refresh();
    await show(page.ofPage(), true, { x: innerWidth, y: 0 });
    return null;
  };
  const look = () => {
    frame = 0;
    const event = latest;
    if (!event || !goesOn()) return;
    page.restore();
    const noted = event.buttons === 0 ? notedAt(page.all(), event) : null;
    const isOverOpen = isSameRange(noted?.range ?? null, open?.range ?? null);
    if (card && !card.isClosed) card.pointerAt(event, isOverOpen);
    if (noted?.range === over?.range) return;
    over = noted;
    clearTimeout(rest);
    if (!noted) return;
    const { trigger, delay } = bridge().opening ?? { trigger: 'hover', delay: DELAYS.usual };
    const { clientX: x, clientY: y } = event;
    if (trigger === 'hover') rest = setTimeout(() => rested(noted, { x, y }), delay);
  };
  const rested = (noted: Noted, place: { readonly x: number; readonly y: number }) => {
    // A name in the passage has a card of its own there, and what is selected is being read or copied.
    const isTaken = bridge().sight?.hit || bridge().cards?.open() || getSelection()?.type === 'Range';
    if (over === noted && !isTaken && (!card || card.isClosed)) show(noted, false, place);
  };
  addEventListener(
    'pointermove',
    (event) => {
      latest = event;
      frame ||= requestAnimationFrame(look);
    },
    { signal, passive: true, capture: true },
  );
  addEventListener(
    'click',
    (event) => {
      const noted = getSelection()?.type === 'Range' ? null : notedAt(page.all(), event);
      const isLink = event
        .composedPath()
        .some((node) => node instanceof Element && node.matches('a, button, input'));
      const opening = bridge().opening?.trigger ?? 'hover';
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      if (noted && !isLink && !bridge().sight?.hit && (isTouch || opening === 'click'))
        show(noted, false, { x: event.clientX, y: event.clientY });
    },
    { signal, passive: true, capture: true },
  );
  offerNotes(() => !isOn || !goesOn() || (card !== null && !card.isClosed), noteSelection, signal);
  serveTab(
    'passages',
    {
      notesChanged() {
        page.refresh();
        return null;
      },
      noteSelection: () => noteSelection(),
      notePage,
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    isOn = false;
  });
  page.refresh();
  return {
    refresh() {
      if (goesOn()) page.refresh();
      return !signal.aborted;
    },
  };
}

/** The passage under a point: its ranges know whether they hold the caret position there, and their boxes whether it is on them. */
function notedAt(all: readonly Noted[], { clientX: x, clientY: y }: MouseEvent): Noted | null {
  const isOn = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom;
  return (
    all.findLast(
      ({ range }) => isOn(range.getBoundingClientRect()) && [...range.getClientRects()].some(isOn),
    ) ?? null
  );
}

function isSameRange(a: Range | null, b: Range | null): boolean {
  if (!a || !b) return false;
  try {
    return (
      a.compareBoundaryPoints(Range.START_TO_START, b) === 0 &&
      a.compareBoundaryPoints(Range.END_TO_END, b) === 0
    );
  } catch {
    return false; // in two trees
  }
}
