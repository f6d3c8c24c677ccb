import type { Candidate } from './find-candidates.ts';

/**
 * Leftmost-longest: of overlapping candidates the one that begins first stays, of those the longest. It runs after
 * boundary and case checks, so that a longer name written wrongly does not hide a shorter one written right.
 * The same stretch found by two packs becomes one candidate with the names of both.
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    const last = kept.at(-1);
    if (last && candidate.start === last.start && candidate.end === last.end) {
      kept[kept.length - 1] = { ...last, names: [...last.names, ...candidate.names] };
    } else if (!last || candidate.start >= last.end) {
      kept.push(candidate);
    }
  }
  return kept;
}
