/**
 * In a frame: the card of a mention here that stands in the tab's own document. It is told where the mention is and whether the pointer is
 * on it, and asks for the entity's next mention.
 */
import { report } from '../../platform/report.ts';
import type { Box, CardAnswer, CardWord, FarMention, Point } from '../../protocol/card-words.ts';
import type { Mark } from '../marks/marks.ts';
import type { Sight } from './bridge.ts';
import { noteTargetOf } from './note-target.ts';
import type { Occurrence } from './occurrence.ts';
import { tell } from './other-documents.ts';

export class FarCard {
  #occurrence: Occurrence | null = null;
  #id = 0;
  #at: Point | null = null;
  #isOn = false;
  #frame = 0;
  #closedAt = Number.NEGATIVE_INFINITY;
  readonly #onMoved = () => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#tellStand();
    });
  };

  get closedAt(): number {
    return this.#closedAt;
  }

  shows(mark: Mark): boolean {
    return this.#occurrence?.mark === mark;
  }

  /** Asks for the card of a mention that the pointer is on; false where it cannot be shown there. */
  async show(occurrence: Occurrence, { event }: Sight): Promise<boolean> {
    this.#id += 1;
    const id = this.#id;
    this.#occurrence = occurrence;
    this.#isOn = true;
    this.#at = { x: event.clientX, y: event.clientY };
    const view = {
      client: this.#at,
      screen: { x: event.screenX, y: event.screenY },
      width: innerWidth,
      height: innerHeight,
      isNested: window.parent !== top,
    };
    const isShown = await tell('top', { kind: 'show', id, far: farOf(occurrence), view }).catch(() => false);
    if (id !== this.#id) return true; // another has been asked for since
    if (isShown !== true) {
      this.#forget();
      return false;
    }
    for (const type of ['scroll', 'resize'])
      addEventListener(type, this.#onMoved, { capture: true, passive: true });
    this.#tellStand(); // the pointer may have left meanwhile
    return true;
  }

  /** The pointer is somewhere in this frame, or has left it. */
  pointerAt(at: Point | null, mark: Mark | null = null): void {
    const wasOn = this.#isOn;
    this.#at = at;
    this.#isOn = mark !== null && this.shows(mark);
    if (this.#occurrence && !(wasOn && this.#isOn)) this.#tellStand();
  }

  /** Asks the card to close: the mention is gone. */
  close(): void {
    if (!this.#occurrence) return;
    this.#at = null;
    this.#isOn = false;
    this.#tellStand([]);
    this.#forget();
  }

  hear(word: CardWord): CardAnswer {
    if (!this.#occurrence || !('id' in word) || word.id !== this.#id) return null;
    if (word.kind === 'closed') this.#forget();
    if (word.kind !== 'step') return null;
    const next = this.#occurrence.step(word.step) as Occurrence | null; // one of this document
    if (next) this.#occurrence = next;
    return next && farOf(next);
  }

  #tellStand(boxes = boxesOf(this.#occurrence)): void {
    const word = { kind: 'stands', id: this.#id, boxes, at: this.#at, isOn: this.#isOn } as const;
    tell('top', word).catch((error) => report('telling of a mention', error));
  }

  #forget(): void {
    this.#occurrence = null;
    this.#closedAt = performance.now();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const type of ['scroll', 'resize']) removeEventListener(type, this.#onMoved, { capture: true });
  }
}

/** The line boxes that are in view. */
function boxesOf(occurrence: Occurrence | null): Box[] {
  return (occurrence?.rects() ?? [])
    .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
    .map(({ x, y, width, height }) => ({ x, y, width, height }));
}

function farOf(occurrence: Occurrence): FarMention {
  const { entity, name, surface, reasons } = occurrence.mention;
  const { lang, count, flow } = occurrence;
  const target = noteTargetOf(occurrence.mark as Mark, occurrence.url); // a mark of this document
  return { entity, name, surface, reasons, lang, count, target, flow, boxes: boxesOf(occurrence) };
}
