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
    const holder = this.#holders.get(key);
    if (holder === undefined) this.#holders.set(key, claim);
    return holder === undefined || holder === claim;
  }

  /** Frees the place that a claim holds. True where another may now take it. */
  free(claim: T): boolean {
    const key = this.#keyOf(claim);
    if (key === null || this.#holders.get(key) !== claim) return false;
    return this.#holders.delete(key);
  }

  #keyOf(claim: T): string | null {
    switch (this.#density) {
      case 'every':
        return null;
      case 'page':
        return claim.entity;
      case 'section':
        return `${claim.section} ${claim.entity}`;
    }
  }
}
