/**
 * Density: which of an entity's mentions are marked. A mark that is shown stays: a mention found later, though it stands
 * earlier on the page, does not take its place. Mentions that are not marked still answer to the pointer.
 */
import type { Density, EntityId } from '../../core/model.ts';

/** What claims a place: an entity, somewhere. */
export interface Claim {
  readonly entity: EntityId;
  readonly section: number;
}

/** Keeps who holds which place. */
export class Places<T extends Claim> {
  readonly #holders = new Map<string, T>();
  readonly #density: Density;

  constructor(density: Density) {
    this.#density = density;
  }

  /** Whether the claim is marked: it holds its place, or takes a free one. */
  take(claim: T): boolean {
    const key = this.#keyOf(claim);
    if (key === null) return true;
    if (!this.#holders.has(key)) this.#holders.set(key, claim);
    return this.#holders.get(key) === claim;
  }

  /** Frees the place that a claim holds. True where another may now take it. */
  free(claim: T): boolean {
    const key = this.#keyOf(claim);
    return key !== null && this.#holders.get(key) === claim && this.#holders.delete(key);
  }

  /** Null where nothing is claimed: every mention is marked. */
  #keyOf({ section, entity }: T): string | null {
    return { every: null, page: entity, section: `${section} ${entity}` }[this.#density];
  }
}
