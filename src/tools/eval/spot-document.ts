/** Spots one document with the extension's own core at density `every`, and tells what stayed silent and why. */
import type { Lexicon } from '../../core/gazetteer/lexicon.ts';
import { type ReasonCode, splitEntityId } from '../../core/model.ts';
import { NO_EVIDENCE } from '../../core/spotting/evidence.ts';
import { explain, findNames, settle, spot } from '../../core/spotting/spot.ts';
import type { FileBlock } from '../spot/text-blocks.ts';
import { contextOf, type Label, type Prediction, type Spotted } from './labels.ts';

/** A document to be spotted, with its labels. */
export interface EvalDocument {
  readonly doc: string;
  readonly text: string;
  readonly blocks: readonly FileBlock[];
  readonly labels: readonly Label[];
  /** Only one stretch is labelled and nothing is said of the rest: other marks do not count. */
  readonly partial?: boolean;
}

interface Found {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly entity: Parameters<typeof splitEntityId>[0];
  readonly score: number;
  readonly reasons: Prediction['reasons'];
}

/** `without`: a kind of reason left out. */
export function spotDocument(
  document: EvalDocument,
  lexicons: readonly Lexicon[],
  without?: ReasonCode,
): Spotted {
  const blocks = document.blocks.map(({ block }) => block);
  const { mentions, pending, evidence } = spot(blocks, NO_EVIDENCE, lexicons, without);
  const settled = settle(pending, evidence, lexicons, without);
  const place = (found: Found) => placeInText(found, document);
  const isMarked = (start: number, block: number) =>
    [...mentions, ...settled].some((mention) => mention.start === start && mention.block === block);
  const { found } = findNames(blocks, NO_EVIDENCE, lexicons);
  const silent = explain(found, evidence, lexicons, without).flatMap(({ pending, weighed: [best] }) =>
    best && !isMarked(pending.start, pending.block) ? [{ ...pending, ...best }] : [],
  );
  const marks = [...mentions, ...settled].map(place).toSorted((a, b) => a.start - b.start);
  const counts = (mark: Prediction) =>
    document.labels.some((label) => mark.start < label.end && label.start < mark.end);
  return {
    marks: document.partial ? marks.filter(counts) : marks,
    silent: silent.map(place),
  };
}

function placeInText(found: Found, { doc, text, blocks }: EvalDocument): Prediction {
  const from = blocks.find(({ block }) => block.id === found.block)?.offset ?? 0;
  const [start, end] = [from + found.start, from + found.end];
  const { pack, local } = splitEntityId(found.entity);
  const { score, reasons } = found;
  const surface = text.slice(start, end);
  return { doc, start, end, surface, entity: local, pack, score, reasons, ...contextOf(text, start, end) };
}
