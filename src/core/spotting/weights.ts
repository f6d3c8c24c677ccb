/**
 * Every weight of the judgement, in log-odds (natural logarithm): 3 is "twenty times likelier". One table, so that a
 * change of judgement is a change of one line.
 */
import type { AliasClass } from '../model.ts';

/** What a name is worth before anything else is known. */
export const PRIOR: Readonly<Record<AliasClass, number>> = {
  distinctive: 4,
  ambiguous: -1.5,
  common: -3,
};

/** At or above: a mention. Below: silence. */
export const THRESHOLD = 0.5;
/** How far the best sense must lead the next one of the same name. */
export const MARGIN = 1;

/** The page spells the name out as this entity, or as something else. */
export const DEFINITION_CONFIRMS = 6;
export const DEFINITION_CONTRADICTS = -12;
/** Another, distinctive name of the entity stands on the page. */
export const FULL_FORM_ON_PAGE = 3.5;
/** Each related entity named on the page, and more where it stands in the same block. */
export const RELATED_ON_PAGE = { each: 0.6, most: 2.4 } as const;
export const RELATED_IN_BLOCK = { each: 1, most: 3 } as const;
/** Each different cue word in the same block, and elsewhere on the page. */
export const CUE_IN_BLOCK = { each: 1.4, most: 4.2 } as const;
export const CUE_ON_PAGE = { each: 0.4, most: 1.6 } as const;
/** Each different word of a rival sense. */
export const RIVAL_CUE_IN_BLOCK = { each: -1.6, most: -6 } as const;
export const RIVAL_CUE_ON_PAGE = { each: -0.4, most: -1.6 } as const;
/** A name of one language in a text of another. English names travel: acronyms above all. */
export const LANGUAGE_DIFFERS = -2;

/** A weight that grows with a count, to a limit. */
export interface Capped {
  readonly each: number;
  readonly most: number;
}

/** `each` for every one of `count`, up to `most`. */
export function capped(weight: Capped, count: number): number {
  const sum = weight.each * count;
  return weight.most < 0 ? Math.max(sum, weight.most) : Math.min(sum, weight.most);
}
