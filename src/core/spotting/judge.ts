/**
 * Judging: is this stretch of text my entity, or not? Reasons are gathered, each with a weight in log-odds, and summed.
 *
 * A distinctive name is decided at once. An ambiguous one waits for the page: what its own block says is fixed when it
 * is found (`local`), what the page says is added when the page is known (`decide`).
 */

import type { Lexicon, Name } from '../gazetteer/lexicon.ts';
import type { AliasClass, EntityId, Reason, ReasonCode } from '../model.ts';
import type { Candidate, CueHit } from './find-candidates.ts';
import type { PageView } from './page-view.ts';
import * as weights from './weights.ts';

/** One entity that a candidate may be, with the reasons its own block gives. */
export interface Sense {
  readonly entity: EntityId;
  readonly class: AliasClass;
  readonly local: readonly Reason[];
}

/** How far around a candidate its neighbourhood reaches, in folded characters: a few sentences. */
const NEIGHBOURHOOD = 400;
/** And how many candidates or cue words of it are looked at, on each side. */
const NEAREST = 24;

/** What stands around a candidate: the other candidates and the cue words of its block. */
export interface Neighbours {
  readonly lang: string;
  readonly candidates: readonly Candidate[];
  readonly cues: readonly CueHit[];
}

/** The senses of a candidate with the evidence of its block. */
export function localSenses(
  candidate: Candidate,
  block: {
    readonly lang: string;
    readonly candidates: readonly Candidate[];
    readonly cues: readonly CueHit[];
  },
  lexicons: readonly Lexicon[],
): Sense[] {
  const best = new Map<EntityId, Name>();
  for (const name of candidate.names) {
    if (!name.entity) continue;
    const known = best.get(name.entity);
    if (!known || languageDiffers(known.lang, block.lang)) best.set(name.entity, name);
  }
  return [...best].map(([entity, name]) => ({
    entity,
    class: name.class,
    local: [
      reason('alias-class', weights.PRIOR[name.class], { class: name.class }),
      ...(name.class === 'distinctive' && best.size === 1
        ? []
        : neighbourhood(entity, candidate, block, lexicons)),
      ...(languageDiffers(name.lang, block.lang)
        ? [reason('language', weights.LANGUAGE_DIFFERS, { name: name.lang, text: block.lang })]
        : []),
    ],
  }));
}

/** A sense with all its reasons and their sum. */
export interface WeighedSense {
  readonly entity: EntityId;
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
  return senses.map((sense) => weigh(sense, surface, page, without)).toSorted((a, b) => b.score - a.score);
}

/** The sense to show, or null for silence: the best one is taken if it is likely and leads clearly. */
export function decide([best, next]: readonly WeighedSense[]): WeighedSense | null {
  if (!best || best.score < weights.THRESHOLD) return null;
  if (next && best.score - next.score < weights.MARGIN) return null;
  return best;
}

function weigh(sense: Sense, surface: string, page: PageView, without?: ReasonCode): WeighedSense {
  const reasons = [...sense.local, ...pageReasons(sense, surface, page)].filter(
    ({ code }) => code !== without,
  );
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { entity: sense.entity, score, reasons };
}

function reason(code: Reason['code'], weight: number, params: Reason['params']): Reason {
  return { code, weight, params };
}

/** English names travel, acronyms above all; the others keep to their language. An undeclared language says nothing. */
function languageDiffers(name: string, text: string): boolean {
  const [own, other] = [name.split('-')[0], text.split('-')[0]?.toLowerCase()];
  return other !== '' && own !== 'en' && own !== other;
}

/** A name that is certain has no need of its neighbours. */
function neighbourhood(
  entity: EntityId,
  candidate: Candidate,
  { candidates, cues }: Neighbours,
  lexicons: readonly Lexicon[],
): Reason[] {
  return [...relatedNearby(entity, candidate, candidates, lexicons), ...cuesNearby(entity, candidate, cues)];
}

function relatedNearby(
  entity: EntityId,
  candidate: Candidate,
  neighbours: readonly Candidate[],
  lexicons: readonly Lexicon[],
): Reason[] {
  const related = new Set(lexicons.flatMap((lexicon) => lexicon.relatedTo(entity)));
  const near = new Set<EntityId>();
  for (const neighbour of around(candidate.start, neighbours)) {
    for (const name of neighbour === candidate ? [] : neighbour.names) {
      if (name.entity && name.class === 'distinctive' && related.has(name.entity)) near.add(name.entity);
    }
  }
  return relatedReason(weights.RELATED_IN_BLOCK, [...near]);
}

function cuesNearby(entity: EntityId, candidate: Candidate, cues: readonly CueHit[]): Reason[] {
  const own = new Set<string>();
  const rival = new Set<string>();
  for (const cue of around(candidate.start, cues)) {
    if (cue.start >= candidate.start && cue.start < candidate.end) continue; // a name is no evidence for itself
    for (const { entity: owner, sign } of cue.lexicon.cuesOf(cue.key)) {
      if (owner === entity) (sign > 0 ? own : rival).add(cue.lexicon.gazetteer.keyOf(cue.key));
    }
  }
  return [
    ...cueReason('cue-words', weights.CUE_IN_BLOCK, [...own]),
    ...cueReason('rival-cue-words', weights.RIVAL_CUE_IN_BLOCK, [...rival]),
  ];
}

function pageReasons(sense: Sense, surface: string, page: PageView): Reason[] {
  // A distinctive name needs no page to be itself, and no definition can take it away.
  if (sense.class === 'distinctive') return [];
  const reasons: Reason[] = [];
  const defined = page.definitionOf(surface);
  if (defined?.entities.includes(sense.entity)) {
    reasons.push(reason('definition-confirms', weights.DEFINITION_CONFIRMS, { surface }));
  }
  const foreign = defined?.foreign[0];
  if (foreign !== undefined) {
    reasons.push(
      reason('definition-contradicts', weights.DEFINITION_CONTRADICTS, { surface, long: foreign }),
    );
  }
  const count = page.mentionsOf(sense.entity);
  if (count > 0) reasons.push(reason('full-form-on-page', weights.FULL_FORM_ON_PAGE, { count }));
  return [
    ...reasons,
    ...relatedReason(weights.RELATED_ON_PAGE, page.relatedNamed(sense.entity)),
    ...cueReason('cue-words', weights.CUE_ON_PAGE, page.cuesOf(sense.entity, 1)),
    ...cueReason('rival-cue-words', weights.RIVAL_CUE_ON_PAGE, page.cuesOf(sense.entity, -1)),
  ];
}

/**
 * The items that begin within the neighbourhood of a place, and of those the nearest; `items` are sorted by their start.
 * Bounded, so that a text of one name repeated takes no longer than any other.
 */
function* around<T extends { readonly start: number }>(place: number, items: readonly T[]): Generator<T> {
  const here = firstFrom(place, items);
  for (let i = here; i < items.length && i < here + NEAREST; i++) {
    const item = items[i] as T; // i is inside
    if (item.start > place + NEIGHBOURHOOD) break;
    yield item;
  }
  for (let i = here - 1; i >= 0 && i >= here - NEAREST; i--) {
    const item = items[i] as T; // i is inside
    if (item.start < place - NEIGHBOURHOOD) break;
    yield item;
  }
}

/** Index of the first item that begins at a place or after it. */
function firstFrom(place: number, items: readonly { readonly start: number }[]): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function relatedReason(weight: weights.Capped, entities: readonly EntityId[]): Reason[] {
  const [first] = entities;
  if (first === undefined) return [];
  const params = { entity: first, count: entities.length };
  return [reason('related-nearby', weights.capped(weight, entities.length), params)];
}

function cueReason(code: Reason['code'], weight: weights.Capped, words: readonly string[]): Reason[] {
  if (words.length === 0) return [];
  return [reason(code, weights.capped(weight, words.length), { words: words.slice(0, 4).join(', ') })];
}
