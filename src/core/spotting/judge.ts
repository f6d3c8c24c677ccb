/**
 * Judging: is this stretch of text my entity, or not? Reasons are gathered, each with a weight in log-odds, and summed.
 *
 * A distinctive name is decided at once. An ambiguous one waits for the page: what its own block says is fixed when it
 * is found (`local`), what the page says is added when the page is known (`weighSenses`).
 */
import type { Name } from '../gazetteer/lexicon.ts';
import type { AliasClass, EntityId, Reason, ReasonCode } from '../model.ts';
import type { BlockContext } from './block-context.ts';
import { localReasons } from './local-reasons.ts';
import { pageReasons } from './page-reasons.ts';
import type { PageView } from './page-view.ts';
import * as weights from './weights.ts';

/** One entity that a candidate may be, with the reasons its own block gives. */
export interface Sense {
  readonly entity: EntityId;
  readonly name: string;
  readonly class: AliasClass;
  readonly local: readonly Reason[];
}

/** The senses of one of a block's candidates, with the evidence of the block. */
export function localSenses(index: number, block: BlockContext): Sense[] {
  const candidate = block.candidates[index];
  if (!candidate) return [];
  const best = new Map<EntityId, Name & { readonly entity: EntityId }>();
  for (const name of candidate.names) {
    if (!name.entity) continue;
    const known = best.get(name.entity);
    if (!known || CERTAINTY[name.class] > CERTAINTY[known.class]) {
      best.set(name.entity, { ...name, entity: name.entity });
    }
  }
  return [...best.values()].map((name) => ({
    entity: name.entity,
    // The first in the pack's order, whichever of them is weighed: one name has one correction.
    name: candidate.names.find(({ entity }) => entity === name.entity)?.listed ?? name.listed,
    class: name.class,
    local: localReasons(name, index, block),
  }));
}

/** Of two names of one entity that are written alike, the one that is trusted more says what the name is. */
const CERTAINTY: Readonly<Record<AliasClass, number>> = {
  distinctive: 4,
  familiar: 3,
  ambiguous: 2,
  common: 1,
  surname: 0,
};

/** A sense with all its reasons and their sum. */
export interface WeighedSense {
  readonly entity: EntityId;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Every sense weighed, the best first. `without`: a kind of reason left out of the sum, to measure what it is worth. */
export function weighSenses(
  senses: readonly Sense[],
  surface: string,
  page: PageView,
  without?: ReasonCode,
): WeighedSense[] {
  const weighed = senses.map((sense) => weigh(sense, surface, page, without));
  return weighed.length > 1 ? weighed.sort((a, b) => b.score - a.score) : weighed;
}

/** The sense to show, or null for silence: the best one is taken if it is likely and leads clearly. */
export function decide([best, next]: readonly WeighedSense[]): WeighedSense | null {
  if (!best || best.score < weights.THRESHOLD) return null;
  if (next && best.score - next.score < weights.MARGIN) return null;
  return best;
}

function weigh(sense: Sense, surface: string, page: PageView, without?: ReasonCode): WeighedSense {
  const ofPage = pageReasons(sense, surface, page);
  const all = ofPage.length > 0 ? [...sense.local, ...ofPage] : sense.local;
  const reasons = without ? all.filter(({ code }) => code !== without) : all;
  let score = 0;
  for (const { weight } of reasons) score += weight;
  return { entity: sense.entity, name: sense.name, score, reasons };
}

/** One sense only, and a name that means one thing wherever it stands: decided by its block alone. */
export function isCertain(senses: readonly Sense[]): boolean {
  return senses.length === 1 && senses[0]?.class === 'distinctive';
}

/** The entity that a candidate names beyond doubt, for the page's evidence; null where it does not. */
export function namedBeyondDoubt(senses: readonly Sense[]): EntityId | null {
  const [only] = senses;
  if (!only || !isCertain(senses)) return null;
  return only.local.reduce((sum, { weight }) => sum + weight, 0) >= weights.THRESHOLD ? only.entity : null;
}
