/** Opens cards: fetches what a card needs while the pointer rests, and the card's own code the first time. */

import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { type Hit, rectsOf } from '../hover/hit-test.ts';
import type { HoverCallbacks } from '../hover/watch-pointer.ts';
import type { Mark, Marks } from '../marks/marks.ts';
import { noteTargetOf } from '../note-target.ts';
import { bridge, type CardRequest } from './bridge.ts';

type Fetched = Pick<CardRequest, 'details' | 'notes'>;

export class CardOpener implements HoverCallbacks {
  readonly #marks: Marks;
  #fetched: { readonly mark: Mark; readonly data: Fetched } | null = null;
  #shown: Mark | null = null;
  #code: Promise<unknown> | null = null;
  /** Late answers for an earlier intent are dropped. */
  #latest: Mark | null = null;

  constructor(marks: Marks, signal: AbortSignal) {
    this.#marks = marks;
    signal.addEventListener('abort', () => bridge().cards?.close());
  }

  prefetch({ mark }: Hit): void {
    if (this.#shown === mark && bridge().cards?.isOpen) return;
    this.#prepare(mark);
  }

  open(hit: Hit, x: number, y: number): void {
    const { mark } = hit;
    if (this.#shown === mark && bridge().cards?.isOpen) return;
    this.#latest = mark;
    const data = this.#prepare(mark);
    this.#loadCode()
      .then(() => {
        if (this.#latest !== mark) return;
        this.#shown = mark;
        this.#fetched = null; // a card that is opened again soon must know the note written in this one
        bridge().cards?.open({
          ...data,
          mention: mark.mention,
          count: this.#marks.counts().find(({ entity }) => entity === mark.entity)?.count ?? 1,
          anchor: () => rectsOf(mark),
          pointer: { x, y },
          target: noteTargetOf(mark),
        });
      })
      .catch((error) => report('opening the card', error));
  }

  over(mark: Mark | null): void {
    if (mark !== this.#latest) this.#latest = null;
    bridge().cards?.pointerOnMention(mark !== null && mark === this.#shown);
  }

  #prepare(mark: Mark): Fetched {
    if (this.#fetched?.mark === mark) return this.#fetched.data;
    this.#loadCode().catch(() => {}); // said when it is opened
    const data: Fetched = {
      details: callBackground('getEntity', { id: mark.entity }),
      notes: callBackground('getNotes', { url: location.href }),
    };
    for (const promise of Object.values(data)) promise.catch(() => {}); // the card says so when it is opened
    this.#fetched = { mark, data };
    // What was fetched for a card that is opened much later would be stale.
    setTimeout(() => {
      if (this.#fetched?.data === data) this.#fetched = null;
    }, 2000);
    return data;
  }

  #loadCode(): Promise<unknown> {
    if (bridge().cards) return Promise.resolve();
    this.#code ??= callBackground('loadCard', {}).catch((error) => {
      this.#code = null;
      throw error;
    });
    return this.#code;
  }
}
