/**
 * The card of a noted passage, or of one that is to be: its words, the notes on them, and a place to write. It stands as cards of
 * names do, in a host of its own; one at a time.
 */
import { render } from 'preact';
import type { Note, NoteId, NoteTarget } from '../../core/model.ts';
import { browser } from '../../platform/browser.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { PassageCard } from '../../ui/PassageCard.tsx';
import passage from '../../ui/passage.css';
import { CARD_STYLES } from '../../ui/styles.ts';
import written from '../../ui/written.css';
import { draftsOf } from '../card/drafts.ts';
import { createHost } from '../card/host.ts';
import { newNoteId } from '../card/new-note-id.ts';
import { listenForCards } from '../card/open-host.ts';
import { type Flow, flowOf, placeCard, type Spot } from '../card/place.ts';

/** What is opened: a passage with its notes, or one without any yet. */
export interface OpenedPassage {
  readonly range: Range;
  readonly notes: readonly Note[];
  readonly target: NoteTarget;
  readonly pointer: Spot;
  /** Opened to write at once. */
  readonly writes: boolean;
  readonly onNews: () => void;
  readonly onClosed: () => void;
}

export interface OpenPassage {
  /** Shows the notes as they are by now. */
  update(notes: readonly Note[]): void;
  /** The pointer is over the passage, over the card, or elsewhere. */
  pointerAt(event: PointerEvent, isOver: boolean): void;
  close(): void;
  readonly isClosed: boolean;
}

/** A pointer that has left passage and card for so long has left them, in ms. */
const LEFT_MS = 350;
/** Room above or below a passage that a card with a note can be read and written in, in pixels. */
const ENOUGH = 320;

export function openPassage(opened: OpenedPassage): OpenPassage {
  const { range, target, pointer, writes, onNews, onClosed } = opened;
  const life = new AbortController();
  const quote = target.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';
  let notes = opened.notes;
  let removed: Note | null = null;
  let status = '';
  let left: ReturnType<typeof setTimeout> | undefined;
  let newId: NoteId | null = null;

  const host = createHost([...CARD_STYLES, written, passage], () => close());
  const slot = document.createElement('div');
  slot.className = 'slot';
  host.root.append(slot);
  const flow = flowAt(range);
  const lines = { flow, rects: () => boxesOf(range, flow) };
  const place = () => {
    placeCard(slot, lines, pointer);
  };
  const close = () => {
    if (life.signal.aborted) return;
    life.abort();
    clearTimeout(left);
    render(null, slot);
    host.remove();
    onClosed();
  };
  const say = (now: string) => {
    status = now;
    draw();
  };
  const save = async (body: string, id: NoteId): Promise<boolean> => {
    try {
      const note = await callBackground('saveNote', { draft: { id, target, body } });
      notes = [...notes.filter((one) => one.id !== id), note];
      say(words('noteSaved'));
      onNews();
      return true;
    } catch (error) {
      report('saving a note', error);
      return false;
    }
  };
  const add = async (body: string) => {
    newId ??= newNoteId();
    const kept = await save(body, newId);
    if (kept) newId = null;
    return kept;
  };
  const remove = (id: NoteId) => {
    const before = notes.find((note) => note.id === id) ?? null;
    callBackground('deleteNote', { id }).then(
      (note) => {
        removed = note ?? before;
        notes = notes.filter((one) => one.id !== id);
        draw();
        onNews();
      },
      (error) => report('deleting a note', error),
    );
  };
  const undo = () => {
    const note = removed;
    if (!note) return;
    callBackground('restoreNote', { note }).then(
      () => {
        notes = [...notes, note];
        removed = null;
        draw();
        onNews();
      },
      (error) => report('restoring a note', error),
    );
  };
  const draw = () => {
    if (life.signal.aborted) return;
    render(
      <PassageCard
        quote={quote}
        notes={notes}
        removed={removed}
        drafts={draftsOf(target.url)}
        about={quote}
        notice={browser.extension?.inIncognitoContext ? words('privateNote') : undefined}
        status={status}
        lang={readerLanguage()}
        t={words}
        onAdd={add}
        onEdit={save}
        onDelete={remove}
        onUndo={undo}
        onClose={close}
      />,
      slot,
    );
    place();
  };
  draw();
  listenForCards(host, { onEscape: close, onOutside: close, onMoved: place }, life.signal);
  const grown = new ResizeObserver(place);
  grown.observe(slot);
  life.signal.addEventListener('abort', () => grown.disconnect());
  if (writes) slot.querySelector<HTMLElement>('textarea.field')?.focus({ preventScroll: true });

  return {
    update(now) {
      notes = now;
      draw();
    },
    pointerAt(event, isOver) {
      const isInside = isOver || event.composedPath().includes(host.element);
      const isBusy = host.root.activeElement !== null || (draftsOf(target.url).get(quote) ?? '') !== '';
      clearTimeout(left);
      left = undefined;
      if (!isInside && !isBusy && !writes) left = setTimeout(close, LEFT_MS);
    },
    close,
    get isClosed() {
      return life.signal.aborted;
    },
  };
}

/** A short passage is kept free of its card; of a long one only the line at the pointer can be. */
function boxesOf(range: Range, flow: Flow): readonly DOMRect[] {
  const whole = range.getBoundingClientRect();
  const room = Math.max(whole.top, innerHeight - whole.bottom);
  return room < ENOUGH || flow.startsWith('next') ? [...range.getClientRects()] : [whole];
}

function flowAt({ startContainer }: Range): Flow {
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return element ? flowOf(element) : 'ltr';
}
