/** From counts to figures, each with its 95 % interval after Wilson, "Probable inference" (1927): honest for few cases. */
import type { Counts } from './score.ts';

/** A share of a total. */
export interface Share {
  readonly of: number;
  readonly total: number;
}

export interface Figures {
  /** Marks on a label that asks for one, with the right entity, of all marks on labels. */
  readonly precision: Share;
  /** The same, with marks on no label counted as wrong. */
  readonly strictPrecision: Share;
  readonly recall: Share;
  /** Recall over names that the pack lists. */
  readonly recallListed: Share;
  readonly entityAccuracy: Share;
  readonly exactSpan: Share;
}

export function figuresOf(counts: Counts): Figures {
  const onLabels = counts.found + counts.wrongEntity + counts.falseMarks;
  return {
    precision: { of: counts.found, total: onLabels },
    strictPrecision: { of: counts.found, total: onLabels + counts.wrongOnEither + counts.unlabelled },
    recall: { of: counts.found, total: counts.marks },
    recallListed: { of: counts.foundListed, total: counts.marksListed },
    entityAccuracy: { of: counts.found, total: counts.found + counts.wrongEntity },
    exactSpan: { of: counts.exact, total: counts.found },
  };
}

export function ratioOf({ of, total }: Share): number | null {
  return total === 0 ? null : of / total;
}

/** Wilson's score interval at 95 %. */
export function intervalOf({ of, total }: Share): readonly [low: number, high: number] | null {
  if (total === 0) return null;
  const z = 1.959964;
  const share = of / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

export function percent(value: number | null): string {
  return value === null ? '     -' : `${(100 * value).toFixed(1).padStart(5)}%`;
}
