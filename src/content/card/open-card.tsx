/** One open card: it is drawn, kept at its line, closed, and asks the background for what it needs next. */
import { render } from 'preact';
import type { Entry } from '../../core/card/entry.ts';
import type { EntityId, Note, NoteId, NoteTarget } from '../../core/model.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { callBackground, isOrphaned } from '../../protocol/call.ts';
import { Card, type CardState } from '../../ui/Card.tsx';
import type { Copying, Correcting } from '../../ui/Foot.tsx';
import type { Drafts } from '../../ui/NoteEditor.tsx';
import { CARD_STYLES } from '../../ui/styles.ts';
import type { Mark } from '../marks/marks.ts';
import { bridge } from './bridge.ts';
import type { Fetched } from './cards.ts';
import { copyingOf } from './copying.ts';
import { correctingOf } from './correcting.ts';
import { type CardHost, createHost } from './host.ts';
import { noteTargetOf } from './note-target.ts';
import { listenForCard } from './open-host.ts';
import { placeCard } from './place.ts';

/** How long a card waits for the pointer to come back, in ms. */
const GRACE_MS = 300;
/** Waiting is shown only when it is noticed, in ms. */
const LOADING_AFTER_MS = 150;

/** Half-written notes by page, since a document can change its address: a card that closes loses none. */
const drafts = new Map<string, Drafts>();

export class OpenCard {
  readonly mark: Mark;
  readonly #host: CardHost;
  readonly #life = new AbortController();
  readonly #count: number;
  readonly #pointer: { readonly x: number; readonly y: number };
  readonly #target: NoteTarget;
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

  /** `count`: how often the page names the entity. */
  constructor(
    mark: Mark,
    count: number,
    fetched: Fetched,
    pointer: { readonly x: number; readonly y: number },
    onClosed: () => void,
  ) {
    this.mark = mark;
    this.#count = count;
    this.#pointer = pointer;
    this.#target = noteTargetOf(mark);
    this.#correcting = correctingOf(mark.mention, (isDone) => {
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
    this.#notesRead = this.#loadNotes(fetched.notes);
    this.#load(fetched.details);
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
    if (!state || this.#life.signal.aborted) return;
    const atHome = this.#trail.length === 0;
    const { surface, reasons } = this.mark.mention;
    const here = { surface, lang: document.documentElement.lang, count: this.#count };
    const shown = this.#about();
    const isShown = (note: Note) => note.target.entity === shown;
    render(
      <Card
        state={state}
        {...(atHome ? { here, reasons, correcting: this.#correcting() } : {})}
        notes={this.#notes.filter(isShown)}
        removedNote={this.#removed && isShown(this.#removed) ? this.#removed : null}
        drafts={draftsOf(this.#target.url)}
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
    return this.#state?.kind === 'ready' ? this.#state.entry.id : this.#target.entity;
  }

  #place(): void {
    const rects = bridge().page?.rectsOf(this.mark) ?? [];
    if (rects.length === 0 || rects.every((rect) => rect.bottom < 0 || rect.top > innerHeight)) {
      if (!this.#onCard) this.close();
      return;
    }
    placeCard(this.#host.element, rects, this.#pointer, (pixels) =>
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
      const { entity: _, ...target } = this.#target;
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
