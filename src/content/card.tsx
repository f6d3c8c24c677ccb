/**
 * The card's script, sent into the page with the first hover. It opens one card at a time, keeps it at its line, closes it, and
 * asks the background for what the card needs next.
 */
import { render } from 'preact';
import type { Entry } from '../core/card/entry.ts';
import type { EntityId, Note, NoteId } from '../core/model.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground, isOrphaned } from '../protocol/call.ts';
import { Card, type CardState } from '../ui/Card.tsx';
import type { Copying, Correcting } from '../ui/Foot.tsx';
import type { Drafts } from '../ui/NoteEditor.tsx';
import { CARD_STYLES } from '../ui/styles.ts';
import { bridge, type CardRequest, type Cards } from './card/bridge.ts';
import { copyingOf } from './card/copying.ts';
import { correctingOf } from './card/correcting.ts';
import { type CardHost, createHost } from './card/host.ts';
import { listenForCard } from './card/open-host.ts';
import { placeCard } from './card/place.ts';

/** How long a card waits for the pointer to come back, in ms. */
const GRACE_MS = 300;
/** Waiting is shown only when it is noticed, in ms. */
const LOADING_AFTER_MS = 150;

/** Half-written notes by page, since a document can change its address: a card that closes loses none. */
const drafts = new Map<string, Drafts>();

class OpenCard {
  readonly #host: CardHost;
  readonly #life = new AbortController();
  readonly #request: CardRequest;
  readonly #onClosed: () => void;
  /** The entries that the card has turned from, and those it has been turned back from. */
  readonly #trail: Entry[] = [];
  readonly #ahead: Entry[] = [];
  #state: CardState | null = null;
  /** All notes of the page: the card may turn to another entity that has some. */
  #notes: readonly Note[] = [];
  #removed: Note | null = null;
  #status = '';
  readonly #notesRead: Promise<void>;
  readonly #correcting: () => Correcting;
  readonly #copying: Copying;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #onMention = true;
  #onCard = false;

  constructor(request: CardRequest, onClosed: () => void) {
    this.#request = request;
    this.#correcting = correctingOf(request.mention, (isDone) => {
      this.#status = isDone ? '' : words('correctionFailed');
      this.#draw();
    });
    this.#onClosed = onClosed;
    this.#host = createHost(CARD_STYLES, () => this.close());
    listenForCard(
      this.#host.element,
      {
        onClose: () => this.close(),
        onMoved: () => this.#place(),
        onPointer: (isOn) => {
          this.#onCard = isOn;
          this.#waitForPointer();
        },
      },
      this.#life.signal,
    );
    setTimeout(() => {
      if (!this.#state) this.#show({ kind: 'loading' });
    }, LOADING_AFTER_MS);
    this.#notesRead = this.#loadNotes(request.notes);
    this.#load(request.details);
    this.#copying = copyingOf(
      () => this.#about(),
      this.#host.root,
      (isDone) => {
        this.#status = words(isDone ? 'copied' : 'notCopied');
        this.#draw();
      },
    );
  }

  pointerOnMention(isOn: boolean): void {
    this.#onMention = isOn;
    this.#waitForPointer();
  }

  notesChanged(): void {
    this.#loadNotes(callBackground('getNotes', { url: location.href }));
  }

  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    clearTimeout(this.#leaving);
    render(null, this.#host.root);
    this.#host.remove();
    this.#onClosed();
  }

  /** Leaving closes, after a grace in which the pointer may come back; a note being written keeps the card. */
  #waitForPointer(): void {
    if (this.#onMention || this.#onCard) {
      clearTimeout(this.#leaving);
      this.#leaving = undefined;
      return;
    }
    // Begun once: a pointer that goes on moving has left all the same.
    this.#leaving ??= setTimeout(() => {
      this.#leaving = undefined;
      if (this.#host.root.activeElement?.localName !== 'textarea') this.close();
    }, GRACE_MS);
  }

  async #load(entry: Promise<Entry | null>, turned = false): Promise<void> {
    try {
      // The notes come from the same place at the same time: what is shown at once does not move later.
      const [found] = await Promise.all([entry, this.#notesRead]);
      const before = this.#state;
      if (turned && before?.kind === 'ready') {
        this.#trail.push(before.entry);
        this.#ahead.length = 0;
      }
      this.#show(found ? { kind: 'ready', entry: found } : { kind: 'gone' });
    } catch (error) {
      report('fetching a card', error);
      this.#show({ kind: isOrphaned() ? 'updated' : 'failed' });
    }
  }

  async #loadNotes(notes: Promise<readonly Note[]>): Promise<void> {
    try {
      this.#notes = await notes;
      this.#draw();
    } catch (error) {
      report('reading notes', error);
    }
  }

  #show(state: CardState): void {
    this.#state = state;
    this.#status = '';
    this.#draw();
  }

  #draw(): void {
    const state = this.#state;
    const request = this.#request;
    if (!state || this.#life.signal.aborted) return;
    const atHome = this.#trail.length === 0;
    const { surface, reasons } = request.mention;
    const here = { surface, lang: document.documentElement.lang, count: request.count };
    const shown = this.#about();
    const isShown = (note: Note) => note.target.entity === shown;
    render(
      <Card
        state={state}
        {...(atHome ? { here, reasons, correcting: this.#correcting() } : {})}
        notes={this.#notes.filter(isShown)}
        removedNote={this.#removed && isShown(this.#removed) ? this.#removed : null}
        drafts={draftsOf(request.target.url)}
        status={this.#status}
        copying={this.#copying}
        lang={readerLanguage()}
        t={words}
        onBack={atHome ? undefined : () => this.#go(this.#trail, this.#ahead)}
        onForward={this.#ahead.length > 0 ? () => this.#go(this.#ahead, this.#trail) : undefined}
        onClose={() => this.close()}
        onRelation={(id) => this.#turnTo(id)}
        onSaveNote={(body) => this.#saveNote(body)}
        onEditNote={(id, body) => this.#saveNote(body, id)}
        onDeleteNote={(id) => this.#deleteNote(id)}
        onUndoDelete={() => this.#undoDelete()}
      />,
      this.#host.root,
    );
    this.#place();
  }

  /** The entity that is shown now: the mention's, or one that the card has turned to. */
  #about(): EntityId | undefined {
    return this.#state?.kind === 'ready' ? this.#state.entry.id : this.#request.target.entity;
  }

  #place(): void {
    const rects = this.#request.anchor();
    if (rects.length === 0 || rects.every((rect) => rect.bottom < 0 || rect.top > innerHeight)) {
      if (!this.#onCard) this.close();
      return;
    }
    placeCard(this.#host.element, rects, this.#request.pointer, (pixels) =>
      this.#host.element.style.setProperty('--g-room', `${pixels}px`, 'important'),
    ).catch((error) => report('placing the card', error));
  }

  #turnTo(id: EntityId): void {
    this.#load(callBackground('getEntity', { id }), true);
  }

  /** To the entry shown before, or again to the one after it. */
  #go(from: Entry[], to: Entry[]): void {
    const entry = from.pop();
    if (!entry) return;
    if (this.#state?.kind === 'ready') to.push(this.#state.entry);
    this.#show({ kind: 'ready', entry });
  }

  async #saveNote(body: string, id?: NoteId): Promise<boolean> {
    try {
      const { entity: _, ...target } = this.#request.target;
      const about = this.#about();
      const draft = {
        target: { ...target, ...(about ? { entity: about } : {}) },
        body,
        ...(id ? { id } : {}),
      };
      await callBackground('saveNote', { draft });
      this.#status = words('noteSaved');
      this.notesChanged();
      return true;
    } catch (error) {
      report('saving a note', error);
      return false;
    }
  }

  #deleteNote(id: NoteId): void {
    callBackground('deleteNote', { id }).then(
      (note) => {
        this.#removed = note;
        this.notesChanged();
      },
      (error) => report('deleting a note', error),
    );
  }

  #undoDelete(): void {
    const note = this.#removed;
    if (!note) return;
    callBackground('restoreNote', { note }).then(
      () => {
        this.#removed = null;
        this.notesChanged();
      },
      (error) => report('restoring a note', error),
    );
  }
}

function draftsOf(url: string): Drafts {
  const page = url.split('#', 1)[0] ?? '';
  const known = drafts.get(page) ?? new Map();
  drafts.set(page, known);
  return known;
}

class OneCard implements Cards {
  #card: OpenCard | null = null;

  get isOpen(): boolean {
    return this.#card !== null;
  }

  open(request: CardRequest): void {
    this.close();
    const card = new OpenCard(request, () => {
      if (this.#card === card) this.#card = null;
    });
    this.#card = card;
  }

  close(): void {
    this.#card?.close();
    this.#card = null;
  }

  pointerOnMention(isOn: boolean): void {
    this.#card?.pointerOnMention(isOn);
  }

  notesChanged(): void {
    this.#card?.notesChanged();
  }
}

bridge().cards ??= new OneCard();
