/** Where dates stand on a line drawn to scale, and which of their years can be written under it without touching. */
import { yearsOf } from './dates.ts';
import type { Dot } from './entry.ts';

/** A year with air around it, in per cent of the narrowest strip: 32 of 260 px. */
const LABEL = 13;

/** Places dates on a strip from the first to the last. The first and last year are always written. */
export function scaleDates(dates: readonly string[]): readonly Dot[] {
  const years = dates.map(yearsOf);
  const first = Math.min(...years);
  const span = Math.max(...years) - first;
  // Half a dot of room at either end.
  const places = years.map((year) => 1 + (span > 0 ? (year - first) / span : 0) * 98);
  const taken: { readonly from: number; readonly to: number }[] = [];
  const written = new Set<number>();
  const labels = new Map<number, Dot['label']>();
  const write = (i: number, label: Dot['label'], from: number) => {
    const year = Math.floor(years[i] ?? 0);
    if (written.has(year) || taken.some((other) => from < other.to && other.from < from + LABEL)) return;
    written.add(year);
    taken.push({ from, to: from + LABEL });
    labels.set(i, label);
  };
  write(places.indexOf(Math.min(...places)), 'start', 0);
  write(places.lastIndexOf(Math.max(...places)), 'end', 100 - LABEL);
  places.forEach((place, i) => {
    write(i, 'middle', place - LABEL / 2);
  });
  return places.map((at, i) => ({ at, label: labels.get(i) ?? null }));
}
