/**
 * Which rows of a long list stand in the window, and how much room the others take. Heights are guessed until a row has been seen,
 * and measured from then on.
 *
 *     gap │ row that has the focus │ gap │ rows in and near the window │ gap
 */

/** Something that stands in the list: a row, or room for those that are not there. */
export type Piece =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly place: 'first' | 'middle' | 'last'; readonly height: number };

export class RowHeights {
  /** Where each row begins; one more for the end of the last. */
  readonly #tops: Float64Array;
  /** Tops after this index are not right any more. */
  #rightUntil = 0;
  readonly #heights: Float64Array;

  constructor(heights: ArrayLike<number>) {
    this.#heights = Float64Array.from(heights);
    this.#tops = new Float64Array(heights.length + 1);
  }

  get count(): number {
    return this.#heights.length;
  }

  /** Answers whether this is news. */
  measured(index: number, height: number): boolean {
    if (index >= this.count || Math.abs((this.#heights[index] ?? 0) - height) < 0.5) return false;
    this.#heights[index] = height;
    this.#rightUntil = Math.min(this.#rightUntil, index);
    return true;
  }

  /** Where a row begins, in pixels from the beginning of the list; of `count`, where the list ends. */
  top(index: number): number {
    for (let i = this.#rightUntil; i < index; i++)
      this.#tops[i + 1] = (this.#tops[i] ?? 0) + (this.#heights[i] ?? 0);
    this.#rightUntil = Math.max(this.#rightUntil, index);
    return this.#tops[index] ?? 0;
  }

  /** The row that a place in the list is on; the nearest one for places outside. */
  at(place: number): number {
    this.top(this.count);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tops[middle + 1] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, Math.min(low, this.count - 1));
  }

  /** What stands in the list when rows from place `from` to place `to` are wanted, and row `kept` (-1 for none) wherever it is. */
  pieces(from: number, to: number, kept: number): readonly Piece[] {
    if (this.count === 0) return [];
    const first = this.at(from);
    const last = this.at(to);
    const indexes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    if (kept >= 0 && kept < first) indexes.unshift(kept);
    if (kept > last && kept < this.count) indexes.push(kept);
    const pieces: Piece[] = [];
    let end = 0;
    for (const index of indexes) {
      if (index > end)
        pieces.push({
          kind: 'gap',
          place: end === 0 ? 'first' : 'middle',
          height: this.top(index) - this.top(end),
        });
      pieces.push({ kind: 'row', index });
      end = index + 1;
    }
    if (end < this.count)
      pieces.push({ kind: 'gap', place: 'last', height: this.top(this.count) - this.top(end) });
    return pieces;
  }
}
