/**
 * Where in a page may a changed passage be? Pieces of it and of its surroundings are looked for, each to the letter, which is fast;
 * where several stand in the same order and distance as they did, it may be. A piece that is too frequent says nothing.
 */
import type { PlacesOf } from './occurrences.ts';
import type { Wanted } from './wanted.ts';

/** Letters in a piece, and from one piece's beginning to the next. */
const LENGTH = 14;
const STEP = 7;
/** A piece with more places than this says nothing. */
export const MOST_PLACES = 40;
/** Pieces that have moved against one another by so much still belong together. */
const DRIFT = 64;
/** Pieces of one passage: more are no better. */
const MOST_PIECES = 60;
/** Windows that are looked at. */
const MOST_WINDOWS = 4;
/** A window with less than this share of the best one's pieces is none. */
const LEAST_VOTES = 0.3;

export interface Seed {
  readonly text: string;
  /** Where it stands, counted from the beginning of the wanted words; before them it is negative. */
  readonly at: number;
}

export function seedsOf({ exact, prefix, suffix, weight }: Wanted): readonly Seed[] {
  const whole = [prefix, exact, suffix].filter((part) => part !== '').join(' ');
  const before = prefix === '' ? 0 : prefix.length + 1;
  const length = Math.max(4, Math.round(LENGTH / weight));
  const step = Math.max(STEP / weight, whole.length / MOST_PIECES);
  const seeds: Seed[] = [];
  for (let at = 0; at + length <= whole.length; at += step) {
    const from = Math.floor(at);
    seeds.push({ text: whole.slice(from, from + length), at: from - before });
  }
  return seeds;
}

/** Where the words themselves would begin, the likeliest place first. */
export function likelyPlaces(wanted: Wanted, placesOf: PlacesOf): readonly number[] {
  const votes = new Map<number, number>();
  for (const { text, at } of seedsOf(wanted))
    for (const place of placesOf(text)) {
      const bucket = Math.floor((place - at) / DRIFT);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  // A passage on the edge of two buckets has votes in both.
  const both = (bucket: number) => (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0);
  const places: number[] = [];
  let most = 0;
  for (const bucket of [...votes.keys()].sort((a, b) => both(b) - both(a) || a - b)) {
    most ||= both(bucket);
    if (places.length === MOST_WINDOWS || both(bucket) < most * LEAST_VOTES) break;
    if (!places.some((taken) => Math.abs(taken - bucket) <= 1)) places.push(bucket);
  }
  return places.map((bucket) => bucket * DRIFT);
}
