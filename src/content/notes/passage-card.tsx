/**
 * The card of a noted passage, or of one that is to be: its words, the notes on them, and a place to write. It stands as cards of
 * names do, in a host of its own; one at a time. Notes on the whole page have one too, in the page's upper corner.
 */
import { render } from 'preact';
import type { Note, NoteColour, NoteId, NoteTarget } from '../../core/model.ts';
import { NOTE_COLOURS } from '../../core/note.ts';
import { browser } from '../../platform/browser.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import colours from '../../ui/colours.css';
import hues from '../../ui/note-tokens.css';
import { PassageCard } from '../../ui/PassageCard.tsx';
import passage from '../../ui/passage.css';
import { CARD_STYLES } from '../../ui/styles.ts';
import written from '../../ui/written.css';
import { draftsOf } from '../card/drafts.ts';
import { createHost } from '../card/host.ts';
import { dropNote, keepNote, putBack } from '../card/keep-notes.ts';
import { listenForCards } from '../card/open-host.ts';
import { type Flow, flowOf, placeCard, type Spot } from '../card/place.ts';

/** What is opened: a passage with its notes, or one without any yet. */
export interface OpenedPassage {
  /** None: the notes are on the page. */
  readonly range: Range | null;
  readonly notes: readonly Note[];
  readonly target: NoteTarget;
  readonly pointer: Spot;
  /** Opened to write at once. */
  readonly writes: boolean;
  readonly onNews: () => void;
  /** Another colour has been chosen for a note that is yet to be written. */
  readonly onColour: (colour: NoteColour) => void;
  readonly onClosed: () => void;
}

export interface OpenPassage {
  /** Shows the notes as they are by now. */
  update(notes: readonly Note[]): void;
  /** The pointer is over the passage, over the card, or elsewhere. */
  pointerAt(event: PointerEvent, isOver: boolean): void;
  close(): void;
  /** The extension is gone from under it: it closes, or stays with what is half-written and says so. */
  retire(): void;
  readonly isClosed: boolean;
}

/** A pointer that has left passage and card for so long has left them, in ms. */
const LEFT_MS = 350;
/** Room above or below a passage that a card with a note can be read and written in, in pixels. */
const ENOUGH = 320;

// When they are needed there may be nobody to ask.
for (const name of ['cardUpdated', 'noteNotSaved', 'changeFailed']) words(name);

export function openPassage(opened: OpenedPassage): OpenPassage {
  const { range, target, pointer, writes, onNews, onColour, onClosed } = opened;
  const life = new AbortController();
  const quote = target.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';
  const about = aboutOf(target, quote);
  const drafts = draftsOf(target.url);
  let notes = opened.notes;
  let removed: Note | null = null;
  let status = '';
  let left: ReturnType<typeof setTimeout> | undefined;
  let colour: NoteColour = NOTE_COLOURS[0];

  const host = createHost([...CARD_STYLES, hues, written, colours, passage], () => close());
  const slot = document.createElement('div');
  slot.className = 'slot';
  host.root.append(slot);
  const flow = range ? flowAt(range) : 'ltr';
  const lines = { flow, rects: () => (range ? boxesOf(range, flow) : [new DOMRect(innerWidth, 0)]) };
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
  const change = (now: readonly Note[]) => {
    notes = now;
    onNews();
  };
  const without = (id: NoteId) => notes.filter((one) => one.id !== id);
  const save = async (body: string, id?: NoteId): Promise<boolean> => {
    const note = await keepNote({ target, body, ...(id ? {} : { colour }) }, about, id);
    if (!note) return false;
    change([...without(note.id), note]);
    say(words('noteSaved'));
    return true;
  };
  const remove = async (id: NoteId) => {
    const note = notes.find((one) => one.id === id);
    const was = note && (await dropNote(note));
    if (!was) return say(words('changeFailed'));
    removed = was;
    change(without(id));
    draw();
  };
  const undo = async () => {
    const note = removed;
    if (!note) return;
    if (!(await putBack(note))) return say(words('changeFailed'));
    removed = null;
    change([...without(note.id), note]);
    draw();
  };
  /** Of a passage that has notes all take the colour. */
  const paint = async (now: NoteColour) => {
    colour = now;
    if (notes.length === 0) onColour(now);
    const painted = await Promise.all(
      notes.map(({ id, body }) => keepNote({ target, body, colour: now }, about, id)),
    );
    if (painted.includes(null)) say(words('changeFailed'));
    else if (painted.length > 0) change(painted.filter((note) => note !== null));
    draw();
  };
  const draw = () => {
    if (life.signal.aborted) return;
    render(
      <PassageCard
        quote={quote}
        notes={notes}
        removed={removed}
        drafts={drafts}
        about={about}
        colour={notes.at(-1)?.colour ?? colour}
        notice={browser.extension?.inIncognitoContext ? words('privateNote') : undefined}
        status={status}
        lang={readerLanguage()}
        t={words}
        onAdd={save}
        onColour={paint}
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
      const isBusy = host.root.activeElement !== null || (drafts.get(about) ?? '') !== '';
      clearTimeout(left);
      left = undefined;
      if (!isInside && !isBusy && !writes) left = setTimeout(close, LEFT_MS);
    },
    close,
    retire() {
      if (drafts.size === 0) return close();
      say(words('cardUpdated'));
    },
    get isClosed() {
      return life.signal.aborted;
    },
  };
}

/** What a half-written note is kept under: the same words may stand on a page twice. */
function aboutOf({ selectors }: NoteTarget, quote: string): string {
  const at = selectors.find((selector) => selector.type === 'TextPositionSelector')?.start ?? '';
  return `${at} ${quote}`;
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
