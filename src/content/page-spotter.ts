/**
 * Spotting one document: its text is gathered in slices, judged by the background, and marked; what is in view first. The
 * background keeps nothing of a page: what is pending, and the page's evidence, are held here and sent along.
 */

import type { Mention } from '../core/model.ts';
import type { PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention } from '../core/spotting/spot.ts';
import { callBackground } from '../protocol/call.ts';
import type { Marks } from './marks/marks.ts';
import type { PageBlock } from './page/blocks.ts';
import type { PageText } from './page/page-text.ts';
import { startReading } from './page/reading.ts';
import { breathe, inSlices } from './page/slices.ts';
import { began, ended, noted } from './page/spans.ts';

export interface SpottingCallbacks {
  /** There are new marks. */
  readonly marked: () => void;
  /** A reading has ended. */
  readonly read: () => void;
}

export interface Spotting {
  /** Reads elements, for the first time or anew. Resolves when their mentions are marked; rejects with a CallError. */
  readonly read: (elements: readonly Element[]) => Promise<void>;
  /** The address is another page's: what is read from now on is judged without what was known of the page before. */
  readonly turnPage: () => void;
}

export function startSpotting(
  text: PageText,
  marks: Marks,
  nothingKnown: PageEvidence,
  callbacks: SpottingCallbacks,
  signal: AbortSignal,
): Spotting {
  let evidence = nothingKnown;
  let pending: readonly PendingMention[] = [];
  /** Readings run one after the other: each builds on the evidence of the one before. */
  let queue: Promise<void> = Promise.resolve();

  const turnPage = () => {
    queue = queue.then(() => {
      evidence = nothingKnown;
      pending = [];
    });
  };
  const read = (elements: readonly Element[]) => {
    const turn = queue.then(() => readNow(elements));
    queue = turn.catch(() => {});
    return turn;
  };

  const readNow = async (elements: readonly Element[]) => {
    const reading = startReading(text, elements, (gone) => marks.remove(gone), signal);
    let waiting: readonly Mention[] = [];
    let batch = await reading.next();
    while (batch.length > 0 && !signal.aborted) {
      // The last batch waits for what it leaves open: most pages are one batch, and there the first mention of an entity in the
      // text has the mark, be it certain or not.
      const isLast = !reading.hasMore();
      const answer = spot(batch);
      const marked = isLast ? answer : answer.then(mark);
      // Read on while the background judges. What fails there is told below.
      marked.catch(() => {});
      batch = await reading.next();
      waiting = (await marked) ?? [];
    }
    if (signal.aborted) return;
    marks.refresh();
    await mark([...waiting, ...(await settle())]);
    callbacks.read();
    noted('done');
  };

  const spot = async (batch: readonly PageBlock[]): Promise<readonly Mention[]> => {
    began('send');
    const asked = callBackground('spot', { blocks: batch.map(({ block }) => block), evidence });
    ended('send');
    const answer = await asked;
    evidence = answer.evidence;
    pending = [...pending, ...answer.pending];
    return answer.mentions;
  };

  /** Decides what was left open. What stays undecided is asked again when more of the page is known. */
  const settle = async (): Promise<readonly Mention[]> => {
    pending = pending.filter(({ block }) => text.get(block));
    if (pending.length === 0) return [];
    began('send');
    const asked = callBackground('settle', { pending, evidence });
    ended('send');
    const { mentions } = await asked;
    const decided = new Set(mentions.map(keyOf));
    pending = pending.filter((mention) => !decided.has(keyOf(mention)));
    return mentions;
  };

  const mark = async (mentions: readonly Mention[]): Promise<void> => {
    if (mentions.length === 0 || signal.aborted) return;
    const byBlock = Map.groupBy(mentions, ({ block }) => block);
    await inSlices(markBlocks(byBlock), 'mark', signal);
    noted('marks');
    callbacks.marked();
    await breathe();
  };

  function* markBlocks(byBlock: ReadonlyMap<number, readonly Mention[]>): Generator<void> {
    for (const [id, mentions] of byBlock) {
      const page = text.get(id);
      if (page) marks.add(page, mentions);
      yield;
    }
  }

  return { read, turnPage };
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
