/**
 * The notes of one card, as the card's own script knows them: read with the entry, and a place to write. What is drawn of notes and
 * done with them is a script of its own (`note-parts.tsx`): where the page has notes it is waited for, else it comes when the
 * card stands.
 */
import type { EntityId, Note } from '../../core/model.ts';
import { words } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { NoteParts } from '../../ui/Card.tsx';
import type { Drafts } from '../../ui/NoteEditor.tsx';
import { NotePlace } from '../../ui/NotePlace.tsx';
import { bridge } from './bridge.ts';
import { draftsOf } from './drafts.ts';
import type { Occurrence } from './occurrence.ts';

let isComing: Promise<unknown> | null = null;

export class CardNotes {
  /** All of the page's: the card may turn to another entity. */
  all: readonly Note[] = [];
  /** The one removed last, which can be had back. */
  removed: Note | null = null;
  /** To be called with what is to be said of a change. */
  readonly onChange: (status?: string) => void;
  readonly drafts: Drafts;
  readonly #page: string;
  #isPlace = false;
  /** Kept here too: when the extension is gone, the bridge is cleared for a newer one. */
  #drawn = bridge().noteParts;

  /** `page`: its address. */
  constructor(page: string, onChange: (status?: string) => void) {
    this.#page = page;
    this.onChange = onChange;
    this.drafts = draftsOf(page);
  }

  async load(notes = fetchNotes(this.#page)): Promise<void> {
    try {
      this.all = await notes;
      this.onChange();
    } catch (error) {
      report('reading notes', error);
    }
  }

  /** What the card in `slot` shows of the notes on one entity. */
  parts(occurrence: Occurrence, entity: EntityId, slot: HTMLElement): NoteParts {
    const isWriting = this.#isPlace && slot.querySelector('textarea:focus') !== null;
    this.#drawn = bridge().noteParts ?? this.#drawn;
    this.#isPlace = !this.#drawn;
    const parts = this.#drawn?.(this, occurrence, entity, slot, isWriting);
    if (parts) return parts;
    const come = () => scriptForNotes().then(() => bridge().noteParts && this.onChange());
    requestIdleCallback(come);
    return {
      editor: <NotePlace key={entity} about={entity} drafts={this.drafts} t={words} onWrite={come} />,
    };
  }
}

/** Reads the notes of a page, by its address, and sees to it that they can be shown. */
export async function fetchNotes(page: string): Promise<readonly Note[]> {
  const facts = bridge().facts?.();
  const notes = await callBackground('getNotes', {
    url: page,
    ...(facts?.url === page ? { page: facts } : {}),
  });
  if (notes.length > 0) await scriptForNotes();
  return notes;
}

/** Resolves when the script is here, or cannot come now. */
async function scriptForNotes(): Promise<void> {
  if (bridge().noteParts) return;
  isComing ??= callBackground('loadNotes', {}).catch((error) => report('fetching notes.js', error));
  await isComing;
  isComing = null;
}
