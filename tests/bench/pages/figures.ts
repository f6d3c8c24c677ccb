/** Arithmetic of the page bench: from several loads of a page to one figure, and from many pages to two. */

/** A stretch of time, in ms of the page's clock. */
export interface Stretch {
  readonly start: number;
  readonly duration: number;
}

/** The value at a share of the sorted list, nearest rank: `quantile(values, 0.5)` is the median. NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The longest time that we held the main thread without a pause. One span is one call of ours, and a task may have several;
 * where the browser tells of a long task, what we had of it is added up.
 */
export function longestOwnTask(spans: readonly Stretch[], longTasks: readonly Stretch[]): number {
  const within = longTasks.map((task) =>
    sum(
      spans
        .filter((span) => span.start >= task.start - 1 && span.start < task.start + task.duration)
        .map((span) => span.duration),
    ),
  );
  return Math.max(0, ...spans.map((span) => span.duration), ...within);
}

/** Milliseconds, or megabytes, for a table. */
export function shown(value: number | null | undefined, digits = 1): string {
  return value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}

export function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}
