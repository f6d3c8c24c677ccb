/** How much of a quote's surroundings still stands beside a place: what tells one place from another with the same words. */
import search from 'approx-string-match';

/** Words that were put in or taken out shift the surroundings by so much at the most. */
const SLACK = 32;
/** Of its characters so many may differ; each that does counts twice. */
const MOST_DIFFERENT = 1 / 3;

/** Characters of `prefix` that stand before `at`. */
export function keptBefore(text: string, at: number, prefix: string): number {
  if (prefix === '') return 0;
  const before = text.slice(Math.max(0, at - prefix.length - SLACK), at).trimEnd();
  return Math.max(alikeAtEnd(before, prefix), alikeAnywhere(before, prefix));
}

/** Characters of `suffix` that stand after `at`. */
export function keptAfter(text: string, at: number, suffix: string): number {
  if (suffix === '') return 0;
  const after = text.slice(at, at + suffix.length + SLACK).trimStart();
  return Math.max(alikeAtStart(after, suffix), alikeAnywhere(after, suffix));
}

/** The same, without a look past the first difference: cheap, and never more. */
export function keptClosely(
  text: string,
  [start, end]: readonly [number, number],
  prefix: string,
  suffix: string,
): number {
  const before = text.slice(Math.max(0, start - prefix.length - 1), start).trimEnd();
  const after = text.slice(end, end + suffix.length + 1).trimStart();
  return alikeAtEnd(before, prefix) + alikeAtStart(after, suffix);
}

export function alikeAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

export function alikeAtEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1;
  return same;
}

function alikeAnywhere(text: string, pattern: string): number {
  const [best] = search(text, pattern, Math.floor(pattern.length * MOST_DIFFERENT));
  return best ? pattern.length - 2 * best.errors : 0;
}
