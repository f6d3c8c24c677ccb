/**
 * The pipeline on one screen:
 *
 *     block -> fold -> candidates -> overlaps -> evidence -> judgement -> mentions, and what is pending
 *
 * Pure: text and lexicons in, plain data out. Nothing is kept between calls: whoever calls holds `pending` and
 * `evidence` and brings them along, so a worker that sleeps between two calls loses nothing.
 */
import { isFurniture } from '../furniture/furniture-texts.ts';
import type { Lexicon } from '../gazetteer/lexicon.ts';
import type { EntityId, Mention, ReasonCode, TextBlock } from '../model.ts';
import { type FoldedText, fold } from '../text/fold.ts';
import { BlockContext } from './block-context.ts';
import { type BlockFindings, mergeEvidence, observeBlocks, type PageEvidence } from './evidence.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import {
  decide,
  isCertain,
  localSenses,
  namedBeyondDoubt,
  type Sense,
  type WeighedSense,
  weighSenses,
} from './judge.ts';
import { viewOfPage } from './page-view.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

/** A mention-to-be that waits until more of its page is known. */
export interface PendingMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** The surface form folded with its case: what definitions are looked up by. */
  readonly cased: string;
  readonly senses: readonly Sense[];
}

export interface SpotAnswer {
  readonly mentions: readonly Mention[];
  readonly pending: readonly PendingMention[];
  /** What is known of the page so far, these blocks included. */
  readonly evidence: PageEvidence;
}

/** Finds every mention in some blocks, and decides those whose name is distinctive. */
export function spot(
  blocks: readonly TextBlock[],
  before: PageEvidence,
  lexicons: readonly Lexicon[],
  without?: ReasonCode,
): SpotAnswer {
  const { found, evidence } = findNames(blocks, before, lexicons);
  const certain = found.filter(({ senses }) => isCertain(senses));
  return {
    mentions: settle(certain, evidence, lexicons, without),
    pending: found.filter(({ senses }) => !isCertain(senses)),
    evidence,
  };
}

/** Every name in some blocks, none decided yet; with `explain` it tells of each silence, too. */
export function findNames(
  blocks: readonly TextBlock[],
  before: PageEvidence,
  lexicons: readonly Lexicon[],
): { readonly found: readonly PendingMention[]; readonly evidence: PageEvidence } {
  const observed: BlockFindings[] = [];
  const found: PendingMention[] = [];
  /** Link lists name again and again what the page has named: once is enough. */
  const known = new Set<EntityId>(Object.keys(before.entities) as EntityId[]); // its keys are
  for (const block of blocks) {
    if (block.region === 'chrome' || isFurniture(block)) continue;
    const folded = fold(block.text);
    const { candidates, cues } = findCandidates(folded, lexicons);
    const resolved = resolveOverlaps(candidates);
    const context = new BlockContext({ lang: block.lang, folded, candidates: resolved, cues, lexicons });
    const named: EntityId[] = [];
    for (const [i, candidate] of resolved.entries()) {
      const senses = localSenses(i, context);
      if (senses.length === 0) continue;
      const certain = namedBeyondDoubt(senses);
      const isFirst = certain !== null && !known.has(certain);
      if (certain) {
        named.push(certain);
        known.add(certain);
      }
      if (block.region === 'link-list' && !isFirst) continue;
      found.push(pendingMention(block, folded, candidate, senses));
    }
    // A list of links tells what else the site has, not what the page is about.
    if (block.region === 'link-list') continue;
    const { definitions } = context;
    observed.push({
      lang: block.lang,
      length: folded.text.length,
      definitions,
      named,
      cues,
      words: context.domainWords,
    });
  }
  return { found, evidence: mergeEvidence([before, observeBlocks(observed)]) };
}

/** Decides what was left open, now that more of the page is known. What stays below the threshold is left out. */
export function settle(
  pending: readonly PendingMention[],
  evidence: PageEvidence,
  lexicons: readonly Lexicon[],
  without?: ReasonCode,
): Mention[] {
  return explain(pending, evidence, lexicons, without).flatMap(({ pending, weighed }): Mention[] => {
    const { block, start, end, surface } = pending;
    const verdict = decide(weighed);
    return verdict ? [{ block, start, end, surface, ...verdict }] : [];
  });
}

/** Every sense of what was left open with all its reasons: also of what stays silent. */
export function explain(
  pending: readonly PendingMention[],
  evidence: PageEvidence,
  lexicons: readonly Lexicon[],
  without?: ReasonCode,
): { readonly pending: PendingMention; readonly weighed: readonly WeighedSense[] }[] {
  const page = viewOfPage(evidence, lexicons);
  return pending.map((mention) => ({
    pending: mention,
    weighed: weighSenses(mention.senses, mention.cased, page, without),
  }));
}

function pendingMention(
  block: TextBlock,
  folded: FoldedText,
  candidate: Candidate,
  senses: readonly Sense[],
): PendingMention {
  const { start, end } = folded.toOriginal(candidate.start, candidate.end);
  return {
    block: block.id,
    start,
    end,
    surface: block.text.slice(start, end),
    cased: folded.cased.slice(candidate.start, candidate.end),
    senses,
  };
}
