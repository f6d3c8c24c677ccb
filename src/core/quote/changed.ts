/** Places where a passage may stand whose words have been edited. */
import search from 'approx-string-match';
import type { PlacesOf } from './occurrences.ts';
import { likelyPlaces } from './seeds.ts';
import { alikeAtEnd, alikeAtStart, keptAfter, keptBefore } from './surroundings.ts';
import type { Candidate, Wanted } from './wanted.ts';

/** Of its characters so many may differ. */
const MOST_DIFFERENT = 0.4;
/** A window reaches so far beyond the passage on each side, and by this share of its length. */
const SLACK = 96;
const SLACK_SHARE = 0.3;
/** Longer passages are found by their two ends, each of so many characters. */
const LONGEST_WHOLE = 600;
const AN_END = 200;
/** Characters that tell an end. */
const LEAST_HELD = 5;
/** Shorter ones are not found by halves. */
const SHORTEST_HALVES = 60;
/** What lies between the ends may have grown or shrunk by so much, or by half of it. */
const GROWN = 600;

/** What is looked for of a passage: the whole of one that is not too long, and two ends, each with what stands beside it. */
export interface Parts {
  readonly whole: Wanted | null;
  readonly ends: readonly [head: Wanted, tail: Wanted] | null;
}

export function partsOf(wanted: Wanted): Parts {
  const { exact } = wanted;
  const isLong = exact.length > LONGEST_WHOLE;
  const hasEnds = exact.length >= SHORTEST_HALVES;
  return {
    whole: isLong ? null : wanted,
    ends: hasEnds ? endsOf(wanted, isLong ? AN_END : exact.length >> 1) : null,
  };
}

/** The beginning and the end of a passage, of `length` characters each. */
function endsOf(wanted: Wanted, length: number): readonly [Wanted, Wanted] {
  const { exact } = wanted;
  const part = (from: number, to: number) => exact.slice(Math.max(0, from), to).trim();
  const before = part(exact.length - length - 64, exact.length - length);
  return [
    { ...wanted, exact: part(0, length), suffix: part(length, length + 64) },
    { ...wanted, exact: part(exact.length - length, exact.length), prefix: before },
  ];
}

/** `placesOf` knows the seeds of all parts. */
export function* changedPlaces(
  text: string,
  wanted: Wanted,
  { whole, ends }: Parts,
  placesOf: PlacesOf,
): Generator<null, readonly Candidate[]> {
  const places = whole ? yield* wholePlaces(text, whole, placesOf) : [];
  return places.length > 0 || !ends ? places : yield* placesByEnds(text, wanted, ends, placesOf);
}

function* wholePlaces(
  text: string,
  wanted: Wanted,
  placesOf: PlacesOf,
): Generator<null, readonly Candidate[]> {
  const { exact, prefix, suffix } = wanted;
  const slack = SLACK + Math.floor(exact.length * SLACK_SHARE);
  const candidates: Candidate[] = [];
  for (const place of likelyPlaces(wanted, placesOf)) {
    const from = Math.max(0, place - slack);
    const near = text.slice(from, place + exact.length + slack);
    for (const match of search(near, exact, Math.floor(exact.length * MOST_DIFFERENT)).slice(0, 4)) {
      const [start, end] = withinSurroundings(text, from + match.start, from + match.end, wanted);
      const kept = keptBefore(text, start, prefix) + keptAfter(text, end, suffix);
      const candidate = { start, end, errors: match.errors, kept };
      if (start < end && areHeld(text, candidate, wanted)) candidates.push(candidate);
    }
    yield null;
  }
  return candidates;
}

/** Where a passage's beginning and its end are both found, in their order and about as far apart as they were. */
function* placesByEnds(
  text: string,
  { exact, prefix, suffix }: Wanted,
  [head, tail]: readonly [Wanted, Wanted],
  placesOf: PlacesOf,
): Generator<null, readonly Candidate[]> {
  const heads = yield* wholePlaces(text, head, placesOf);
  const tails = yield* wholePlaces(text, tail, placesOf);
  const between = exact.length - head.exact.length - tail.exact.length;
  return heads.flatMap((first) =>
    tails
      .filter(({ start }) => {
        const now = start - first.end;
        return now >= 0 && now >= between / 2 - GROWN && now <= between * 1.5 + GROWN;
      })
      .map((last) => ({
        start: first.start,
        end: last.end,
        // What lies between was not looked at: taken to be as much edited as the ends are.
        errors: Math.min(
          exact.length,
          Math.ceil(
            ((first.errors + last.errors + 1) * exact.length) / (head.exact.length + tail.exact.length),
          ),
        ),
        kept: keptBefore(text, first.start, prefix) + keptAfter(text, last.end, suffix),
      })),
  );
}

/** Whether each end of a place is told by something: by the words there as they were, or by what stands beyond. */
function areHeld(text: string, { start, end }: Candidate, { exact, prefix, suffix }: Wanted): boolean {
  const words = text.slice(start, end);
  return (
    (alikeAtStart(words, exact) >= LEAST_HELD || keptBefore(text, start, prefix) >= LEAST_HELD) &&
    (alikeAtEnd(words, exact) >= LEAST_HELD || keptAfter(text, end, suffix) >= LEAST_HELD)
  );
}

/** A passage whose first or last word was changed ends where its surroundings begin, if these stand beside it. */
function withinSurroundings(
  text: string,
  start: number,
  end: number,
  { exact, prefix, suffix }: Wanted,
): readonly [number, number] {
  const reach = Math.min(SLACK, exact.length);
  let [from, to] = [start, end];
  const [left, right] = [prefix.slice(-20), suffix.slice(0, 20)];
  if (left.length >= 8 && !text.startsWith(exact.slice(0, 8), start)) {
    const at = text.lastIndexOf(left, start + reach);
    if (at >= 0 && Math.abs(at + left.length - start) <= reach) from = at + left.length;
  }
  if (right.length >= 8 && !text.slice(start, end).endsWith(exact.slice(-8))) {
    const at = text.indexOf(right, Math.max(from, end - reach - right.length));
    if (at >= 0 && Math.abs(at - end) <= reach) to = at;
  }
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return [from, to];
}
