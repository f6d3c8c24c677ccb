/**
 * Spotting one document: its text is gathered in slices, judged by the background, and marked; what is in view first. The
 * background keeps nothing of a page: what is pending, and the page's evidence, are held here and sent along.
 */

import type { Mention } from '../core/model.ts';
import { NO_EVIDENCE, type PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention } from '../core/spotting/spot.ts';
import { callBackground } from '../protocol/call.ts';
import type { Marks } from './marks/marks.ts';
import type { PageBlock } from './page/blocks.ts';
import type { PageText } from './page/page-text.ts';
import { Reading } from './page/reading.ts';
import { breathe, inSlices } from './page/slices.ts';
import { measured, noted } from './page/spans.ts';

export class PageSpotter {
  #evidence: PageEvidence = NO_EVIDENCE;
  #pending: readonly PendingMention[] = [];
  /** Readings run one after the other: each builds on the evidence of the one before. */
  #queue: Promise<void> = Promise.resolve();
  readonly #text: PageText;
  readonly #marks: Marks;
  readonly #onMarked: () => void;
  readonly #signal: AbortSignal;

  constructor(text: PageText, marks: Marks, onMarked: () => void, signal: AbortSignal) {
    this.#text = text;
    this.#marks = marks;
    this.#onMarked = onMarked;
    this.#signal = signal;
  }

  /** Reads elements, for the first time or anew. Resolves when their mentions are marked; rejects with a CallError. */
  read(elements: readonly Element[]): Promise<void> {
    const turn = this.#queue.then(() => this.#readNow(elements));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #readNow(elements: readonly Element[]): Promise<void> {
    const reading = new Reading(this.#text, elements, (gone) => this.#marks.remove(gone), this.#signal);
    let waiting: readonly Mention[] = [];
    let batch = await reading.next();
    while (batch.length > 0 && !this.#signal.aborted) {
      // The last batch waits for what it leaves open: most pages are one batch, and there the first mention of an entity in the
      // text has the mark, be it certain or not.
      const isLast = !reading.hasMore;
      const answer = this.#spot(batch);
      const marked = isLast ? answer : answer.then((mentions) => this.#mark(mentions));
      // Read on while the background judges. What fails there is told below.
      marked.catch(() => {});
      batch = await reading.next();
      waiting = (await marked) ?? [];
    }
    if (this.#signal.aborted) return;
    await this.#mark([...waiting, ...(await this.#settle())]);
    this.#onMarked();
    noted('done');
  }

  async #spot(batch: readonly PageBlock[]): Promise<readonly Mention[]> {
    const blocks = batch.map(({ block }) => block);
    const answer = await measured('send', () => callBackground('spot', { blocks, evidence: this.#evidence }));
    this.#evidence = answer.evidence;
    this.#pending = [...this.#pending, ...answer.pending];
    return answer.mentions;
  }

  /** Decides what was left open. What stays undecided is asked again when more of the page is known. */
  async #settle(): Promise<readonly Mention[]> {
    this.#pending = this.#pending.filter(({ block }) => this.#text.get(block));
    if (this.#pending.length === 0) return [];
    const ask = { pending: this.#pending, evidence: this.#evidence };
    const { mentions } = await measured('send', () => callBackground('settle', ask));
    const decided = new Set(mentions.map(keyOf));
    this.#pending = this.#pending.filter((mention) => !decided.has(keyOf(mention)));
    return mentions;
  }

  async #mark(mentions: readonly Mention[]): Promise<void> {
    if (mentions.length === 0 || this.#signal.aborted) return;
    const byBlock = Map.groupBy(mentions, ({ block }) => block);
    await inSlices(this.#markBlocks(byBlock), 'mark', this.#signal);
    noted('marks');
    await breathe();
  }

  *#markBlocks(byBlock: ReadonlyMap<number, readonly Mention[]>): Generator<void> {
    for (const [id, mentions] of byBlock) {
      const page = this.#text.get(id);
      if (page) this.#marks.add(page, mentions);
      yield;
    }
  }
}

function keyOf({
  block,
  start,
  end,
}: {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}): string {
  return `${block} ${start} ${end}`;
}
