/** In the tab's own document: a mention that stands in a frame, as the card here knows it. */
import { report } from '../../platform/report.ts';
import type { Box, CardWord, FarMention } from '../../protocol/card-words.ts';
import { placeFrame } from './frame-place.ts';
import type { Occurrence } from './occurrence.ts';
import { tell } from './other-documents.ts';
import type { Flow, Spot } from './place.ts';

type Word<K extends CardWord['kind']> = Extract<CardWord, { readonly kind: K }>;

export class FarOccurrence {
  readonly id: number;
  readonly from: number;
  readonly #here: (box: Box) => DOMRect;
  #boxes: readonly Box[];

  /** Of what a frame asks for; null where that cannot be placed on this page. */
  static of({ id, far, view }: Word<'show'>, from: number, zoom: number): FarOccurrence | null {
    const here = placeFrame(view, zoom);
    return here && new FarOccurrence(id, from, far.boxes, here);
  }

  private constructor(id: number, from: number, boxes: readonly Box[], here: (box: Box) => DOMRect) {
    this.id = id;
    this.from = from;
    this.#boxes = boxes;
    this.#here = here;
  }

  /** A point of the frame, on this page. */
  here({ x, y }: Spot): Spot {
    return this.#here({ x, y, width: 0, height: 0 });
  }

  moved(boxes: readonly Box[]): void {
    this.#boxes = boxes;
  }

  /** What the card is told of a mention there. */
  describe({ lang, count, target, flow, ...mention }: FarMention): Occurrence {
    // A frame without an address of its own is a part of this page.
    const isOwn = /^(https?|file):/.test(target.url);
    const about = isOwn ? target : { ...target, url: location.href, title: document.title };
    return {
      mark: this,
      mention,
      lang,
      count,
      url: about.url,
      target: about,
      flow: flow as Flow, // the frame's copy of us said so; others mean the usual one
      rects: () => this.#boxes.map(this.#here),
      step: async (step) => {
        const next = await tell(this.from, { kind: 'step', id: this.id, step });
        if (typeof next !== 'object' || !next) return null;
        this.#boxes = next.boxes;
        const { top = 0, bottom = 0 } = this.#boxes.map(this.#here)[0] ?? {};
        if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
        return this.describe(next);
      },
      left: () => {
        tell(this.from, { kind: 'closed', id: this.id }).catch((error) => report('closing a card', error));
      },
    };
  }
}

export type { Word };
