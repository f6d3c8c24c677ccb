/**
 * What the extension did to a page, told from loads with it and loads without. Pages are restless: they fail and change of
 * themselves, and not each time alike. So something is ours only if every load with the extension shows it and none without.
 */

/** One load, as the sweep saw it. */
export interface SweepLoad {
  readonly html: string;
  /** Errors of the page and its console, without what differs from load to load. */
  readonly errors: readonly string[];
  readonly layoutShift: number;
  /** Our longest task and all our time on the main thread, in ms; 0 without the extension. */
  readonly longestOwnMs: number;
  readonly ownMs: number;
  /** Bytes; null where the browser does not tell. */
  readonly heap: number | null;
  readonly marks: number;
  /** Whether our script came to its end, or was not needed. */
  readonly isDone: boolean;
}

export interface Complaint {
  readonly kind: 'error' | 'changed' | 'restless' | 'shift' | 'task' | 'unfinished';
  readonly reason: string;
}

/** A shift smaller than this is one of rounding. */
const SHIFT = 0.001;
const LONGEST_TASK_MS = 50;

/** What every load with the extension has and no load without. `restless`: the page cannot be compared. */
export function judgeLoads(withUs: readonly SweepLoad[], without: readonly SweepLoad[]): Complaint[] {
  const complaints: Complaint[] = [];
  const elsewhere = new Set(without.flatMap(({ errors }) => errors));
  const [first, ...others] = withUs;
  for (const error of new Set(first?.errors)) {
    if (!elsewhere.has(error) && others.every(({ errors }) => errors.includes(error)))
      complaints.push({ kind: 'error', reason: error });
  }
  const changed = compareHtml(withUs, without);
  if (changed) complaints.push(changed);
  const shift =
    least(withUs, ({ layoutShift }) => layoutShift) - most(without, ({ layoutShift }) => layoutShift);
  if (shift > SHIFT) complaints.push({ kind: 'shift', reason: `layout shift of ${shift.toFixed(4)} added` });
  const longest = least(withUs, ({ longestOwnMs }) => longestOwnMs);
  if (longest > LONGEST_TASK_MS)
    complaints.push({ kind: 'task', reason: `a task of ours took ${longest.toFixed(0)} ms` });
  if (withUs.every(({ isDone }) => !isDone))
    complaints.push({ kind: 'unfinished', reason: 'our script began and did not come to its end' });
  return complaints;
}

function compareHtml(withUs: readonly SweepLoad[], without: readonly SweepLoad[]): Complaint | null {
  const known = new Set(without.map(({ html }) => html));
  if (withUs.some(({ html }) => known.has(html))) return null;
  const [ours, theirs] = [withUs[0]?.html ?? '', without[0]?.html ?? ''];
  if (without.length > 1 && known.size > 1)
    return { kind: 'restless', reason: 'the page differs of itself from load to load' };
  return { kind: 'changed', reason: firstDifference(ours, theirs) };
}

/** The place where two texts part, with what stands there in each. */
export function firstDifference(ours: string, theirs: string): string {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `the page's nodes are changed: ${around(ours)} in place of ${around(theirs)}`;
}

function least(loads: readonly SweepLoad[], read: (load: SweepLoad) => number): number {
  return Math.min(...loads.map(read));
}

function most(loads: readonly SweepLoad[], read: (load: SweepLoad) => number): number {
  return Math.max(...loads.map(read));
}
