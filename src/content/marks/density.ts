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

export interface Places<T extends Claim> {
  /** Whether the claim is marked: it holds its place, or takes a free one. */
  take(claim: T): boolean;
  /** Frees the place that a claim holds. True where another may now take it. */
  free(claim: T): boolean;
}

/** Keeps who holds which place. */
export function newPlaces<T extends Claim>(density: Density): Places<T> {
  const holders = new Map<string, T>();
  /** Null where nothing is claimed: every mention is marked. */
  const keyOf = ({ section, entity }: T) =>
    ({ every: null, page: entity, section: `${section} ${entity}` })[density];
  return {
    take(claim) {
      const key = keyOf(claim);
      if (key === null) return true;
      if (!holders.has(key)) holders.set(key, claim);
      return holders.get(key) === claim;
    },
    free(claim) {
      const key = keyOf(claim);
      return key !== null && holders.get(key) === claim && holders.delete(key);
    },
  };
}
