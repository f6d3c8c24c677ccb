/**
 * Where each of many strings stands in a text: one pass over the text for each length among them, by a hash that rolls along
 * (Karp and Rabin 1987, https://doi.org/10.1147/rd.312.0249). A hundred notes on a long page have thousands of pieces to look for.
 */

/** Where a string begins, in the order of the text; none where there are more than were asked for. */
export type PlacesOf = (sought: string) => readonly number[];

/** The sums are taken to this base, modulo 2 to the 32. */
const BASE = 0x01000193;
/** Bits of a sum that are looked up first: nearly all places of a text fail there. */
const FILTER_BITS = 18;
/** Units of text in a turn. */
const A_TURN = 100_000;

/** Looks for all of `sought`, none of them empty; one that stands at more than `most` places is taken to stand nowhere. */
export function* occurrencesOf(
  text: string,
  sought: Iterable<string>,
  most = Number.POSITIVE_INFINITY,
): Generator<null, PlacesOf> {
  const places = new Map([...sought].map((one) => [one, [] as number[]]));
  for (const [length, together] of grouped(places.keys(), (one) => one.length))
    yield* pass(text, length, together, (one, at) => {
      const own = places.get(one);
      if (own && own.length <= most) own.push(at);
    });
  return (one) => {
    const own = places.get(one);
    if (!own) throw new RangeError(`"${one}" was not looked for`);
    return own.length > most ? [] : own;
  };
}

function* pass(
  text: string,
  length: number,
  sought: readonly string[],
  tell: (one: string, at: number) => void,
): Generator<null, void> {
  const bySum = grouped(sought, (one) => sumOf(one, 0, length));
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const sum of bySum.keys()) filter[sum >>> (32 - FILTER_BITS)] = 1;
  const look = (sum: number, at: number) => {
    for (const one of bySum.get(sum) ?? []) if (text.startsWith(one, at)) tell(one, at);
  };
  const end = text.length - length + 1;
  for (let from = 0; from < end; from += A_TURN) {
    scan(text, length, [from, Math.min(end, from + A_TURN)], filter, look);
    yield null;
  }
}

/** Calls `look` with every place from one to another, and its sum, that the filter lets through. */
function scan(
  text: string,
  length: number,
  [from, end]: readonly [number, number],
  filter: Uint8Array,
  look: (sum: number, at: number) => void,
): void {
  let leaving = 1;
  for (let i = 0; i < length; i++) leaving = Math.imul(leaving, BASE);
  let sum = sumOf(text, from, length);
  for (let at = from; at < end; at++) {
    if (filter[sum >>> (32 - FILTER_BITS)]) look(sum, at);
    sum = (Math.imul(sum, BASE) + text.charCodeAt(at + length) - Math.imul(leaving, text.charCodeAt(at))) | 0;
  }
}

/** Of `length` units from `at` on. */
function sumOf(text: string, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum = (Math.imul(sum, BASE) + text.charCodeAt(i)) | 0;
  return sum;
}

function grouped(
  all: Iterable<string>,
  keyOf: (one: string) => number,
): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
