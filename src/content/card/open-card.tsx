/** One open card: it is drawn, kept at its line or where the reader wants it, closed, and turned to other entities. */
import { render } from 'preact';
import type { Entry } from '../../core/card/entry.ts';
import type { EntityId } from '../../core/model.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { callBackground, isOrphaned } from '../../protocol/call.ts';
import { Card, type CardProps, type CardState, STATE_WORDS } from '../../ui/Card.tsx';
import type { Copying, Correcting } from '../../ui/Foot.tsx';
import { began, ended } from '../page/spans.ts';
import { type CardFocus, cardFocus } from './card-focus.ts';
import { CardNotes } from './card-notes.tsx';
import type { Fetched } from './cards.ts';
import { copyingOf } from './copying.ts';
import { correctingOf } from './correcting.ts';
import { drag } from './drag.ts';
import type { Occurrence } from './occurrence.ts';
import type { Spot } from './place.ts';
import { type PointerWait, pointerWait } from './pointer-wait.ts';
import { dragSheet, isNarrow } from './sheet.ts';
import { type Standing, standingOf } from './standing.ts';

/** Waiting is shown only when it is noticed, in ms. */
const LOADING_AFTER_MS = 150;

/** No browser takes longer to scroll smoothly to where the card leads. */
const SCROLLS_MS = 1500;

/** Where a card is drawn, and what its board does for it. */
export interface CardPlace {
  /** The element that is moved, with the card alone in it. */
  readonly slot: HTMLElement;
  readonly root: ShadowRoot;
  /** Keeps the card beside the text. False where there are as many as there may be. */
  keep(): boolean;
  /** Lets it come and go with the pointer again. */
  letGo(): void;
  onClosed(): void;
}

/** A card that stood there for so long was read, in ms. */
const READ_MS = 1500;

export class OpenCard {
  #occurrence: Occurrence;
  readonly #at: CardPlace;
  readonly #life = new AbortController();
  readonly #focus: CardFocus;
  #pointer: Spot;
  readonly #standing: Standing;
  #isKept = false;
  /** The entries that the card has turned from, and those it has been turned back from. */
  readonly #trail: Entry[] = [];
  readonly #ahead: Entry[] = [];
  #state: CardState | null = null;
  readonly #notes: CardNotes;
  #status = '';
  readonly #notesRead: Promise<void>;
  #correcting: () => Correcting;
  readonly #copying: Copying;
  readonly #wait: PointerWait;
  /** Counts what was asked for: an answer that comes when something else has been asked since is dropped. */
  #asked = 0;
  readonly #since = performance.now();

  constructor(occurrence: Occurrence, fetched: Fetched, pointer: Spot, at: CardPlace) {
    this.#occurrence = occurrence;
    this.#pointer = pointer;
    this.#at = at;
    this.#standing = standingOf(at.slot);
    this.#correcting = this.#correctingHere();
    this.#focus = cardFocus(at.root, at.slot, () => this.#leave(), this.#life.signal);
    // A note being written keeps the card, and so does a reader who is at work in it by the keyboard.
    const onLeft = () => !this.#isKept && !this.#focus.isAtWork && this.close();
    this.#wait = pointerWait(at.slot, pointer, onLeft, this.#life.signal);
    const grown = new ResizeObserver(() => this.place()); // something in it was folded open, or shut
    grown.observe(at.slot);
    this.#life.signal.addEventListener('abort', () => grown.disconnect());
    this.#notes = new CardNotes(occurrence.url, (status = this.#status) => this.#say(status));
    this.#notesRead = this.#notes.load(fetched.notes);
    this.#load(fetched.details);
    this.#copying = copyingOf(
      () => this.#about(),
      at.root,
      (isDone) => this.#say(words(isDone ? 'copied' : 'notCopied')),
    );
  }

  /** The mention that the card stands at. */
  get mark(): object {
    return this.#occurrence.mark;
  }

  get hasFocus(): boolean {
    return this.#focus.isInside;
  }

  /** Opened by the keyboard: the card has the focus from the moment it is drawn, and waits for no pointer. */
  takeFocus(): void {
    this.stay();
    this.#focus.take();
  }

  /** Opened without a pointer that could leave it: it stays until it has met one. */
  stay(): void {
    this.#wait.lead();
  }

  /** The pointer is at a place outside of cards, and on this mark; or nowhere on the page. */
  pointerAt(place: Spot | null, mark: object | null = null): void {
    this.#wait.pointerAt(place, mark === this.#occurrence.mark);
  }

  notesChanged(): void {
    this.#notes.load();
  }

  /** The extension is gone from under it. A card that the reader keeps, or has begun to write in, is kept, and says so. */
  retire(): void {
    if (!this.#isKept && this.#notes.drafts.size > 0) this.#togglePin();
    if (this.#isKept) this.#tell('updated');
    else this.close();
  }

  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    if (performance.now() - this.#since > READ_MS)
      callBackground('tellRead', { id: this.#about() }).catch(() => {}); // of no weight to anybody
    this.#focus.giveBack();
    render(null, this.#at.slot);
    this.#occurrence.left?.();
    this.#at.onClosed();
  }

  async #load(entry: Promise<Entry | null>): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const tell = (kind: keyof typeof STATE_WORDS) => asked === this.#asked && this.#tell(kind);
    const waiting = setTimeout(tell, LOADING_AFTER_MS, 'loading');
    try {
      // The notes come from the same place at the same time: what is shown at once does not move later.
      const [found] = await Promise.all([entry, this.#notesRead]);
      if (!found) tell('gone');
      else if (asked === this.#asked) {
        if (this.#state?.kind === 'ready') {
          this.#trail.push(this.#state.entry);
          this.#ahead.length = 0;
        }
        this.#show({ kind: 'ready', entry: found });
      }
    } catch (error) {
      report('fetching a card', error);
      tell(isOrphaned() ? 'updated' : 'failed');
    }
    clearTimeout(waiting);
  }

  /** Says why what was asked for is not there. An entry that is shown stays. */
  #tell(kind: keyof typeof STATE_WORDS): void {
    if (this.#state?.kind === 'ready') this.#say(words(STATE_WORDS[kind]));
    else this.#show({ kind });
  }

  #show(state: CardState): void {
    this.#state = state;
    this.#say('');
  }

  #say(status: string): void {
    this.#status = status;
    this.#draw();
  }

  #draw(): void {
    const state = this.#state;
    if (!state || this.#life.signal.aborted) return;
    began('draw');
    const atHome = this.#trail.length === 0;
    const { mention, lang, count } = this.#occurrence;
    const { surface, reasons } = mention;
    const here = { surface, lang, count, onStep: (by: 1 | -1) => this.#step(by) };
    render(
      <Card
        state={state}
        {...(atHome ? { here, reasons, correcting: this.#correcting() } : {})}
        notes={this.#notes.parts(this.#occurrence, this.#about(), this.#at.slot)}
        status={this.#status}
        copying={this.#copying}
        {...this.#handles()}
        lang={readerLanguage()}
        t={words}
        onBack={atHome ? undefined : () => this.#go(this.#trail, this.#ahead)}
        onForward={this.#ahead.length > 0 ? () => this.#go(this.#ahead, this.#trail) : undefined}
        onClose={() => this.close()}
        onRelation={(id) => this.#turnTo(id)}
      />,
      this.#at.slot,
    );
    this.place();
    this.#focus.drawn();
    ended('draw');
  }

  /** How it is kept and moved. A sheet has no place beside it. */
  #handles(): Pick<CardProps, 'pin' | 'onGrab'> {
    const { slot } = this.#at;
    if (isNarrow() && !this.#isKept) return { onGrab: (event) => dragSheet(event, slot, () => this.close()) };
    const standing = this.#standing;
    const pin = {
      isPinned: this.#isKept,
      onToggle: () => this.#togglePin(),
      onMove: (x: number, y: number) => {
        const { spot } = standing;
        standing.moveTo({ x: spot.x + x, y: spot.y + y });
      },
    };
    const onGrab = (event: PointerEvent) => drag(event, standing.spot, (spot) => standing.moveTo(spot));
    return this.#isKept ? { pin, onGrab } : { pin };
  }

  /** Tab has gone past the card's edge: one that comes and goes is closed. */
  #leave(): boolean {
    if (!this.#isKept) this.close();
    return !this.#isKept;
  }

  /** The entity that is shown now: the mention's, or one that the card has turned to. */
  #about(): EntityId {
    return this.#state?.kind === 'ready' ? this.#state.entry.id : this.#occurrence.mention.entity;
  }

  /** To its line, or where the reader wants it. A line that has gone from view takes its card along. */
  place(): void {
    began('place');
    const isInView = this.#standing.renew(this.#occurrence, this.#pointer);
    ended('place');
    if (!isInView && !this.#wait.isFree) this.close();
  }

  /** Keeps the card where it stands, or lets it go with the pointer again, from where it has been moved to. */
  #togglePin(): void {
    if (this.#isKept) this.#at.letGo();
    else if (!this.#at.keep()) {
      this.#say(words('pinsFull'));
      return;
    }
    this.#isKept = !this.#isKept;
    this.#standing.stay();
    this.#say('');
  }

  #correctingHere(): () => Correcting {
    return correctingOf(this.#occurrence.mention, (isDone) =>
      this.#say(isDone ? '' : words('correctionFailed')),
    );
  }

  /** On to the entity's next mention on the page, or back to the one before. */
  async #step(by: 1 | -1): Promise<void> {
    const next = await this.#occurrence.step(by);
    if (!next || this.#life.signal.aborted) return;
    const { name } = this.#occurrence.mention;
    this.#occurrence = next;
    if (next.mention.name !== name) this.#correcting = this.#correctingHere();
    const { left = 0, top = 0 } = next.rects()[0] ?? {};
    this.#pointer = { x: left, y: top };
    this.#wait.lead();
    this.#draw();
    const makeWay = () => this.#standing.makeWay(next, this.#pointer);
    makeWay();
    const signal = AbortSignal.any([this.#life.signal, AbortSignal.timeout(SCROLLS_MS)]);
    addEventListener('scrollend', makeWay, { signal, capture: true });
  }

  #turnTo(id: EntityId): void {
    this.#load(callBackground('getEntity', { id }));
  }

  /** To the entry shown before, or again to the one after it. */
  #go(from: Entry[], to: Entry[]): void {
    const entry = from.pop();
    if (!entry) return;
    this.#asked += 1;
    if (this.#state?.kind === 'ready') to.push(this.#state.entry);
    this.#show({ kind: 'ready', entry });
  }
}
