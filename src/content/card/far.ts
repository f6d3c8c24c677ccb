/** Both ends of a card that stands in another document than its mention: asked for in a frame, shown in the tab's own document. */
import type { CardAnswer, CardWord } from '../../protocol/card-words.ts';
import { bridge } from './bridge.ts';
import { FarCard } from './far-card.ts';
import { FarOccurrence, type Word } from './far-occurrence.ts';

export interface Far {
  /** The card of a mention here. */
  readonly own: FarCard;
  /** Answers what another document says; `zoom` is the tab's, for `show`. */
  hear(word: CardWord, from: number, zoom: number): CardAnswer;
}

export function startFar(): Far {
  const own = new FarCard();
  return {
    own,
    hear(word, from, zoom) {
      if (word.kind === 'show') return show(word, from, zoom);
      if (word.kind !== 'stands') return own.hear(word);
      follow(word, from);
      return null;
    },
  };
}

function show(word: Word<'show'>, from: number, zoom: number): boolean {
  const { cards } = bridge();
  const far = document.body?.localName === 'body' ? FarOccurrence.of(word, from, zoom) : null;
  if (!far || !cards) return false;
  cards.show(far.describe(word.far), far.here(word.view.client));
  return true;
}

/** The mention of the open card has moved, or the pointer has. */
function follow({ id, boxes, at, isOn }: Word<'stands'>, from: number): void {
  const open = bridge().cards?.open();
  const far = open?.mark;
  if (!open || !(far instanceof FarOccurrence) || far.id !== id || far.from !== from) return;
  far.moved(boxes);
  open.pointerAt(at && far.here(at), isOn ? far : null);
  open.place();
}
