/**
 * Which mark answers which label. In plain text by their overlap; on pages by the same surface with the same context, as
 * two extractions of one page never agree on offsets. Greedy from the best pair on: each mark and each label is used once.
 */
import { type Label, namesTheSame, type Prediction } from './labels.ts';

export interface Alignment {
  /** Index of the label by index of the prediction. */
  readonly matched: ReadonlyMap<number, number>;
  /** All labels that a prediction touches, the best first. */
  readonly touched: ReadonlyMap<number, readonly number[]>;
}

interface Pair {
  readonly score: number;
  readonly prediction: number;
  readonly label: number;
}

export function align(
  labels: readonly Label[],
  predictions: readonly Prediction[],
  by: 'offset' | 'context',
): Alignment {
  const pairs = by === 'offset' ? pairsByOffset(labels, predictions) : pairsByContext(labels, predictions);
  pairs.sort((a, b) => b.score - a.score || a.prediction - b.prediction || a.label - b.label);
  const matched = new Map<number, number>();
  const touched = new Map<number, number[]>();
  const taken = new Set<number>();
  for (const { prediction, label } of pairs) {
    const list = touched.get(prediction);
    if (list) list.push(label);
    else touched.set(prediction, [label]);
    if (matched.has(prediction) || taken.has(label)) continue;
    matched.set(prediction, label);
    taken.add(label);
  }
  return { matched, touched };
}

function pairsByOffset(labels: readonly Label[], predictions: readonly Prediction[]): Pair[] {
  return allPairs(labels, predictions, (prediction, label) => {
    const shared = Math.min(prediction.end, label.end) - Math.max(prediction.start, label.start);
    if (shared <= 0) return null;
    return shared / (Math.max(prediction.end, label.end) - Math.min(prediction.start, label.start));
  });
}

function allPairs(
  labels: readonly Label[],
  predictions: readonly Prediction[],
  similarity: (prediction: Prediction, label: Label, i: number, j: number) => number | null,
): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, prediction] of predictions.entries()) {
    for (const [j, label] of labels.entries()) {
      const score = similarity(prediction, label, i, j);
      if (score === null) continue;
      pairs.push({ score: score + (namesTheSame(prediction, label) ? 0.5 : 0), prediction: i, label: j });
    }
  }
  return pairs;
}

interface Placed {
  readonly surface: string;
  readonly before: string;
  readonly after: string;
  /** How many of the same surface stand before it. */
  readonly rank: number;
}

const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'’‘ʼ'].map((mark) => [mark, "'"])),
  ...Object.fromEntries([...'“”«»'].map((mark) => [mark, '"'])),
  ...Object.fromEntries([...'‐‑–—'].map((mark) => [mark, '-'])),
};

/** White space, soft hyphens and the shape of quotation marks differ between extractions of one page. */
export function plain(text: string): string {
  return text
    .replace(/[’‘ʼ“”«»‐‑–—]/g, (mark) => PLAIN[mark] ?? mark)
    .toLowerCase()
    .replace(/[\s\u200b\u00ad]+/g, '');
}

function placed(items: readonly (Label | Prediction)[]): Placed[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const surface = plain(item.surface);
    const rank = seen.get(surface) ?? 0;
    seen.set(surface, rank + 1);
    return { surface, before: plain(item.before), after: plain(item.after), rank };
  });
}

function pairsByContext(labels: readonly Label[], predictions: readonly Prediction[]): Pair[] {
  const [theirs, ours] = [placed(labels), placed(predictions)];
  return allPairs(labels, predictions, (_, __, i, j) => {
    const [own, label] = [ours[i], theirs[j]];
    return own && label ? contextSimilarity(own, label) : null;
  });
}

function contextSimilarity(own: Placed, label: Placed): number | null {
  if (!own.surface || !label.surface) return null;
  const shared = sharedContext(own, label);
  if (!shared) return null;
  const lengths = [own.surface.length, label.surface.length];
  const nested = Math.min(...lengths) / Math.max(...lengths);
  if (!own.before && !own.after) return own.surface === label.surface ? 1 + rankBonus(own, label) : null;
  if (!isSamePlace(own, label, shared)) return null;
  return nested + (shared.before + shared.after) / 80 + rankBonus(own, label);
}

function rankBonus(own: Placed, label: Placed): number {
  return own.rank === label.rank && own.surface === label.surface ? 0.2 : 0;
}

interface Shared {
  readonly before: number;
  readonly after: number;
}

function isSamePlace(own: Placed, label: Placed, shared: Shared): boolean {
  const enough = (a: string, b: string, common: number) =>
    a !== '' && b !== '' && common >= Math.min(a.length, b.length, 12);
  const atAnEdge = (!own.before || !label.before) && (!own.after || !label.after);
  return (
    enough(own.before, label.before, shared.before) ||
    enough(own.after, label.after, shared.after) ||
    atAnEdge ||
    shared.before + shared.after >= 10
  );
}

/** Characters of context in common; where one surface lies in the other, at the place inside it that fits best. */
function sharedContext(own: Placed, label: Placed): Shared | null {
  if (own.surface === label.surface) {
    return {
      before: commonEnd(own.before, label.before),
      after: commonStart(own.after, label.after),
    };
  }
  const [outer, inner] = own.surface.length > label.surface.length ? [own, label] : [label, own];
  let best: Shared | null = null;
  for (
    let at = outer.surface.indexOf(inner.surface);
    at >= 0;
    at = outer.surface.indexOf(inner.surface, at + 1)
  ) {
    const before = commonEnd(outer.before + outer.surface.slice(0, at), inner.before);
    const after = commonStart(outer.surface.slice(at + inner.surface.length) + outer.after, inner.after);
    if (!best || before + after > best.before + best.after) best = { before, after };
  }
  // The rest of the longer surface must stand beside the shorter one.
  const rest = outer.surface.length - inner.surface.length;
  return best && best.before + best.after >= rest ? best : null;
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}
