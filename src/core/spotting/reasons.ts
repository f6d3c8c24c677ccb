/** Making reasons, and sums of what several of a kind are worth. */
import type { Reason } from '../model.ts';

export function reason(code: Reason['code'], weight: number, params: Reason['params']): Reason {
  return { code, weight, params };
}

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
