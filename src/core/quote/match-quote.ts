/**
 * Finds noted passages again: the very words first, told apart by their surroundings; then, where these are gone or in doubt,
 * the likeliest stretch of text around what is left of them. What is not sure is not found: a note on the wrong words is worse
 * than one without.
 */
import type { OrphanReason, Selector } from '../note.ts';
import { changedPlaces, partsOf } from './changed.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Passage, QuoteText } from './quote-text.ts';
import { MOST_PLACES, seedsOf } from './seeds.ts';
import { keptAfter, keptBefore, keptClosely } from './surroundings.ts';
import { type Candidate, scoreOf, type Wanted, wantedOf } from './wanted.ts';

export interface Found {
  readonly passage: Passage;
  /** `exact`: its words stand there; `changed`: they have been edited. */
  readonly by: 'exact' | 'changed';
  /** 0 to 1: how much of the words and their surroundings is left. */
  readonly score: number;
}

/** Characters of a passage that are looked for before the rest is. */
const HEAD = 16;
/** Of places with the very words, so many of the likeliest are looked at closely. */
const MOST_CLOSE = 8;
/** Letters of surroundings, and of words and surroundings together, that make the very words sure. */
const LEAST_KEPT = 12;
const LEAST_EXACT = 40;
/** Words so long stand nowhere by accident. */
const SURE_LENGTH = 48;
/** Changed words: so much of all must be left, and so many letters. */
const LEAST_SCORE = 0.6;
const LEAST_CHANGED = 32;
/** So much better than the next must the best place be, in score and in letters of surroundings. */
const MARGIN = 0.08;
const KEPT_MARGIN = 8;

/**
 * Where passages are now, or why they were not found, in the order of `all`: the text is gone over for all of them together. Yields
 * null wherever its caller may want to pause.
 */
export function* findQuotes(
  text: QuoteText,
  all: readonly (readonly Selector[])[],
): Generator<null, readonly (Found | OrphanReason)[]> {
  const wanted = all.map(wantedOf);
  const headsOf = yield* occurrencesOf(text.folded, wanted.filter((one) => one !== null).map(headOf));
  const sought = wanted.map((one) => {
    const exact = one ? exactPlaces(text.folded, one, headsOf(headOf(one))) : [];
    const [best] = exact;
    const isWhole = one && best !== undefined && scoreOf(one, best) > 1 - MARGIN;
    return { wanted: one, exact, parts: one && !isWhole ? partsOf(one) : null };
  });
  yield null;
  const parts = sought.flatMap((one) => [one.parts?.whole ?? [], one.parts?.ends ?? []].flat());
  const seeds = parts.flatMap(seedsOf).map((seed) => seed.text);
  const placesOf = yield* occurrencesOf(text.folded, seeds, MOST_PLACES);
  const answers: (Found | OrphanReason)[] = [];
  for (const { wanted, exact, parts } of sought) {
    const changed = wanted && parts ? yield* changedPlaces(text.folded, wanted, parts, placesOf) : [];
    answers.push(wanted ? answerOf(text, wanted, [...exact, ...changed]) : 'gone');
    yield null;
  }
  return answers;
}

function answerOf(text: QuoteText, wanted: Wanted, candidates: readonly Candidate[]): Found | OrphanReason {
  const sure = surest(text, wanted, apart(candidates, wanted));
  if (typeof sure === 'string') return sure;
  return {
    passage: text.passageAt(sure.start, sure.end),
    by: sure.errors === 0 ? 'exact' : 'changed',
    score: scoreOf(wanted, sure),
  };
}

/** What is looked for at first, of all words alike. */
const headOf = ({ exact }: Wanted) => exact.slice(0, HEAD);

/** Where the very words stand, the place with the most of their surroundings first; `heads` is where their beginning does. */
function exactPlaces(text: string, wanted: Wanted, heads: readonly number[]): readonly Candidate[] {
  const { exact, prefix, suffix } = wanted;
  const places = heads
    .filter((start) => text.startsWith(exact, start))
    .map((start): Candidate => {
      const kept = keptClosely(text, [start, start + exact.length], prefix, suffix);
      return { start, end: start + exact.length, errors: 0, kept };
    });
  if (places.length > 1) places.sort((a, b) => b.kept - a.kept);
  return places
    .slice(0, MOST_CLOSE)
    .map((place) => {
      if (place.kept === prefix.length + suffix.length) return place;
      return { ...place, kept: keptBefore(text, place.start, prefix) + keptAfter(text, place.end, suffix) };
    })
    .sort((a, b) => b.kept - a.kept);
}

/** The best first, and of those that overlap only the best. */
function apart(candidates: readonly Candidate[], wanted: Wanted): readonly Candidate[] {
  const ranked = [...candidates].sort((a, b) => scoreOf(wanted, b) - scoreOf(wanted, a));
  return ranked.filter(
    ({ start, end }, i) => !ranked.slice(0, i).some((better) => start < better.end && better.start < end),
  );
}

function surest(text: QuoteText, wanted: Wanted, ranked: readonly Candidate[]): Candidate | OrphanReason {
  const sure = ranked.filter((candidate) => isSure(wanted, candidate));
  const [best] = sure;
  if (!best) return 'gone';
  const rival = ranked[ranked[0] === best ? 1 : 0];
  if (!rival || isBetter(wanted, best, rival)) return best;
  // Nothing but the place tells them apart: enough where it is the very place.
  const stands = ({ start, end }: Candidate) =>
    text.positionOf(text.passageAt(start, end).start) === wanted.position;
  return (
    sure.find((candidate) => scoreOf(wanted, candidate) === scoreOf(wanted, best) && stands(candidate)) ??
    'ambiguous'
  );
}

function isSure(wanted: Wanted, candidate: Candidate): boolean {
  const { exact, prefix, suffix, weight } = wanted;
  const { errors, kept } = candidate;
  const around = prefix.length + suffix.length;
  if (errors === 0) {
    const isLong = exact.length * weight >= SURE_LENGTH;
    const isKept = kept * weight >= Math.min(LEAST_KEPT, around * weight);
    return (
      isLong || (isKept && (exact.length + kept * 2) * weight >= Math.min(LEAST_EXACT, exact.length + around))
    );
  }
  const left = exact.length - errors + kept;
  return scoreOf(wanted, candidate) >= LEAST_SCORE && left * weight >= LEAST_CHANGED;
}

function isBetter(wanted: Wanted, best: Candidate, rival: Candidate): boolean {
  if (best.errors === 0 && rival.errors === 0) return (best.kept - rival.kept) * wanted.weight >= KEPT_MARGIN;
  return scoreOf(wanted, best) - scoreOf(wanted, rival) >= MARGIN;
}
