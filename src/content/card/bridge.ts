/**
 * Between the small script that every page gets and the card that comes with the first hover: both run in the same isolated
 * world, which no page can see into, and meet under one symbol there.
 */
import type { Entry } from '../../core/card/entry.ts';
import type { Mention, Note, NoteTarget } from '../../core/model.ts';

/** What a card is to be shown for. */
export interface CardRequest {
  readonly details: Promise<Entry | null>;
  readonly notes: Promise<readonly Note[]>;
  readonly mention: Mention;
  /** How often the page names the entity. */
  readonly count: number;
  /** The line boxes of the mention, asked again whenever the card is placed. */
  readonly anchor: () => readonly DOMRect[];
  /** Where the pointer was, in the viewport. */
  readonly pointer: { readonly x: number; readonly y: number };
  /** What a note written in this card is about. */
  readonly target: NoteTarget;
}

export interface Cards {
  /** Opens the card, in place of the one that is open. */
  open(request: CardRequest): void;
  /** Whether a card is open. */
  readonly isOpen: boolean;
  close(): void;
  /** The pointer is on the mention of the open card, or has left it: the card waits a little before it closes. */
  pointerOnMention(isOn: boolean): void;
  /** What the card shows of notes is stale. */
  notesChanged(): void;
}

interface Bridge {
  cards?: Cards;
  /** Ends the copy of us that ran here before. */
  retire?: () => void;
}

const KEY = Symbol.for('glossator');

export function bridge(): Bridge {
  const world = globalThis as { [KEY]?: Bridge };
  world[KEY] ??= {};
  return world[KEY];
}
