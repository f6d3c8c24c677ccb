/**
 * What stands near a place: the items of a sorted list within a few sentences, and never more than a few dozen, so that a
 * text of one name repeated takes no longer than any other.
 */
import { FAR } from './weights.ts';

/** How far a neighbourhood reaches, in folded characters: a few sentences. */
const REACH = 400;
/** What is nearer counts in full: a sentence or so. */
const NEAR = 150;
/** As many items are looked at on each side. */
const MOST = 24;

/** Calls `onItem` for the items that begin within reach of a place; `items` are sorted by their start. */
export function forEachNear<T extends { readonly start: number }>(
  place: number,
  items: readonly T[],
  onItem: (item: T, distance: number) => void,
): void {
  const here = firstFrom(place, items);
  for (let i = here; i < items.length && i < here + MOST; i++) {
    const item = items[i] as T; // i is inside
    if (item.start > place + REACH) break;
    onItem(item, item.start - place);
  }
  for (let i = here - 1; i >= 0 && i >= here - MOST; i--) {
    const item = items[i] as T; // i is inside
    if (item.start < place - REACH) break;
    onItem(item, place - item.start);
  }
}

/** Collects what is found, each once, at the worth of its nearest place. */
export class Found<K> {
  readonly #near: K[] = [];
  readonly #far: K[] = [];

  add(item: K, distance: number): void {
    if (this.#near.includes(item)) return;
    if (distance <= NEAR) this.#near.push(item);
    else if (!this.#far.includes(item)) this.#far.push(item);
  }

  /** How much was found: each item counts 1, or less where it stands further off. */
  get count(): number {
    let far = 0;
    for (const item of this.#far) if (!this.#near.includes(item)) far += 1;
    return this.#near.length + FAR * far;
  }

  /** The first items, the nearer before the further. */
  first(most: number): K[] {
    const items = this.#near.slice(0, most);
    for (const item of this.#far) if (items.length < most && !items.includes(item)) items.push(item);
    return items;
  }

  /** How many different items were found. */
  get size(): number {
    return this.#near.length + this.#far.filter((item) => !this.#near.includes(item)).length;
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
