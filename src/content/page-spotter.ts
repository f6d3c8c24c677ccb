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
import { breathe, inSlices } from './page/slices.ts';
import { measured, noted } from './page/spans.ts';
import { viewFirst } from './page/viewport.ts';

/** Characters in one message: a millisecond on the wire, a few in the background. */
const BATCH = 60_000;

export class PageSpotter {
  private evidence: PageEvidence = NO_EVIDENCE;
  private pending: readonly PendingMention[] = [];
  /** Readings run one after the other: each builds on the evidence of the one before. */
  private queue: Promise<void> = Promise.resolve();
  private readonly text: PageText;
  private readonly marks: Marks;
  private readonly onMarked: () => void;
  private readonly signal: AbortSignal;

  constructor(text: PageText, marks: Marks, onMarked: () => void, signal: AbortSignal) {
    this.text = text;
    this.marks = marks;
    this.onMarked = onMarked;
    this.signal = signal;
  }

  /** Reads elements, for the first time or anew. Resolves when their mentions are marked; rejects with a CallError. */
  read(elements: readonly Element[]): Promise<void> {
    const turn = this.queue.then(() => this.readNow(elements));
    this.queue = turn.catch(() => {});
    return turn;
  }

  private async readNow(elements: readonly Element[]): Promise<void> {
    const found: PageBlock[] = [];
    for (const element of elements) {
      if (!element.isConnected) continue;
      const gathering = this.text.gather(element, (gone) => this.marks.remove(gone));
      found.push(...(await inSlices(gathering, 'gather', this.signal)));
    }
    if (this.signal.aborted) return;
    const readable = found.filter(({ block }) => block.region !== 'chrome');
    const { inView, rest } = measured('view', () => viewFirst(readable));
    // The last batch waits for what it leaves open: most pages are one batch, and there the first mention of an entity in the
    // text has the mark, be it certain or not.
    let waiting: readonly Mention[] = [];
    for (const batch of [...batches(inView), ...batches(rest)]) {
      await this.mark(waiting);
      waiting = await this.spot(batch);
      if (this.signal.aborted) return;
    }
    await this.mark([...waiting, ...(await this.settle())]);
    this.onMarked();
    noted('done');
  }

  private async spot(batch: readonly PageBlock[]): Promise<readonly Mention[]> {
    const blocks = batch.map(({ block }) => block);
    const answer = await measured('send', () => callBackground('spot', { blocks, evidence: this.evidence }));
    this.evidence = answer.evidence;
    this.pending = [...this.pending, ...answer.pending];
    return answer.mentions;
  }

  /** Decides what was left open. What stays undecided is asked again when more of the page is known. */
  private async settle(): Promise<readonly Mention[]> {
    this.pending = this.pending.filter(({ block }) => this.text.get(block));
    if (this.pending.length === 0) return [];
    const { pending, evidence } = this;
    const { mentions } = await measured('send', () => callBackground('settle', { pending, evidence }));
    const decided = new Set(mentions.map(keyOf));
    this.pending = this.pending.filter((mention) => !decided.has(keyOf(mention)));
    return mentions;
  }

  private async mark(mentions: readonly Mention[]): Promise<void> {
    if (mentions.length === 0 || this.signal.aborted) return;
    const byBlock = new Map<number, Mention[]>();
    for (const mention of mentions) {
      const known = byBlock.get(mention.block);
      if (known) known.push(mention);
      else byBlock.set(mention.block, [mention]);
    }
    await inSlices(this.markBlocks(byBlock), 'mark', this.signal);
    noted('marks');
    await breathe();
  }

  private *markBlocks(byBlock: ReadonlyMap<number, readonly Mention[]>): Generator<void> {
    for (const [id, mentions] of byBlock) {
      const page = this.text.get(id);
      if (page) this.marks.add(page, mentions);
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

function* batches(blocks: readonly PageBlock[]): Generator<readonly PageBlock[]> {
  let batch: PageBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    batch.push(block);
    length += block.block.text.length;
    if (length < BATCH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
