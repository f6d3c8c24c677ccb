/** What is looked for, as the selectors of a note tell it, and what speaks for a place that may be it. */
import type { Selector } from '../note.ts';
import { fold } from '../text/fold.ts';

export interface Wanted {
  /** Folded, as the page's text is; never empty. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it began in the page's text, or null. */
  readonly position: number | null;
  /** What one character says, in letters: a Chinese one says as much as three of an alphabet. */
  readonly weight: number;
}

/** A stretch of folded text that may be what is wanted. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Characters in which its words differ. */
  readonly errors: number;
  /** Characters of the surroundings that it has. */
  readonly kept: number;
}

const DENSE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/g;

/** Null where the selectors hold no words. */
export function wantedOf(selectors: readonly Selector[]): Wanted | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote) return null;
  const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map((text) =>
    fold(text).text.replace(/\s+/g, ' ').trim(),
  ) as [string, string, string];
  if (exact === '') return null;
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector')?.start ?? null;
  return { exact, prefix, suffix, position, weight: weightOf(exact + prefix + suffix) };
}

/** How much of all that is wanted a candidate has, 0 to 1. */
export function scoreOf({ exact, prefix, suffix }: Wanted, { errors, kept }: Candidate): number {
  return (exact.length - errors + kept) / (exact.length + prefix.length + suffix.length);
}

function weightOf(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return 1 + (2 * dense) / text.length;
}
