/**
 * Scores the marks of one document against its labels.
 *
 *     label    right entity       other entity       no mark
 *     mark     found              wrong entity       missed
 *     reject   -- a false mark, whatever the entity --    (right)
 *     either   counts nowhere     strict only        counts nowhere
 *
 * A mark on no label at all is `unlabelled`: labels were gathered mechanically, so it is nearly always a false one, but
 * nobody has looked; it counts in the strict precision only.
 */
import { align, plain } from './align.ts';
import { type Label, namesTheSame, type Prediction, rightEntities, type Spotted } from './labels.ts';

export const COUNTED = [
  'marks',
  'marksListed',
  'rejects',
  'eithers',
  'predictions',
  'found',
  'foundListed',
  'exact',
  'wrongEntity',
  'falseMarks',
  'wrongOnEither',
  'unlabelled',
  'ignored',
  'duplicates',
] as const;
export type Counts = Record<(typeof COUNTED)[number], number>;

export type ErrorKind = 'false mark' | 'wrong entity' | 'missed' | 'wrong on either' | 'unlabelled';

export interface Mistake {
  readonly kind: ErrorKind;
  readonly label: Label | null;
  readonly mark: Prediction | null;
  /** For what was missed: the likeliest sense of the candidate that stayed silent there; undefined where nobody knows. */
  readonly silent?: Prediction | null;
}

export interface DocumentScore {
  readonly doc: string;
  readonly lang: string;
  readonly kind: string;
  readonly counts: Counts;
  readonly errors: readonly Mistake[];
  /** Every mark with what became of it, for the table by reason. */
  readonly judged: readonly { readonly mark: Prediction; readonly right: boolean }[];
}

export function noCounts(): Counts {
  return Object.fromEntries(COUNTED.map((name) => [name, 0])) as Counts; // every name of the list
}

export function addCounts(parts: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const part of parts) for (const name of COUNTED) sum[name] += part[name];
  return sum;
}

export function scoreDocument(labels: readonly Label[], spotted: Spotted): DocumentScore {
  const sorted = labels.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const marks = spotted.marks.toSorted((a, b) => a.start - b.start);
  const by = sorted[0]?.page === undefined ? 'offset' : 'context';
  const { matched, touched } = align(sorted, marks, by);
  const counts = noCounts();
  const errors: Mistake[] = [];
  const judged: { mark: Prediction; right: boolean }[] = [];
  const found = new Set<Label>();
  for (const label of sorted) countLabel(label, counts);
  counts.predictions = marks.length;
  for (const [i, mark] of marks.entries()) {
    const label = sorted[matched.get(i) ?? -1];
    const touches = (touched.get(i) ?? []).flatMap((j) => sorted[j] ?? []);
    const verdict = label ? verdictOf(mark, label) : verdictOfExtra(mark, touches);
    counts[COUNT_OF[verdict]] += 1;
    if (verdict === 'found' && label) {
      found.add(label);
      if (!label.alias_missing) counts.foundListed += 1;
      counts.exact += isExact(mark, label, by) ? 1 : 0;
    }
    if (verdict in IS_ERROR) {
      errors.push({ kind: verdict as ErrorKind, label: label ?? touches[0] ?? null, mark });
    }
    if (verdict === 'found') judged.push({ mark, right: true });
    if (verdict === 'wrong entity' || verdict === 'false mark') judged.push({ mark, right: false });
  }
  for (const label of sorted) {
    if (label.verdict !== 'mark' || found.has(label)) continue;
    const silent = spotted.silent && silentAt(label, spotted.silent, by);
    errors.push({ kind: 'missed', label, mark: null, ...(spotted.silent ? { silent } : {}) });
  }
  const [{ doc, lang, kind } = { doc: '', lang: '', kind: '' }] = sorted;
  return { doc, lang, kind: kind ?? '', counts, errors, judged };
}

type MarkVerdict = Exclude<ErrorKind, 'missed'> | 'found' | 'ignored' | 'duplicate';

const COUNT_OF: Readonly<Record<MarkVerdict, keyof Counts>> = {
  found: 'found',
  'wrong entity': 'wrongEntity',
  'false mark': 'falseMarks',
  'wrong on either': 'wrongOnEither',
  unlabelled: 'unlabelled',
  ignored: 'ignored',
  duplicate: 'duplicates',
};
const IS_ERROR = { 'wrong entity': 1, 'false mark': 1, 'wrong on either': 1, unlabelled: 1 };

function countLabel(label: Label, counts: Counts): void {
  counts[`${label.verdict}s`] += 1;
  if (label.verdict === 'mark' && !label.alias_missing) counts.marksListed += 1;
}

function verdictOf(mark: Prediction, label: Label): MarkVerdict {
  if (label.verdict === 'reject') return 'false mark';
  if (namesTheSame(mark, label)) return label.verdict === 'mark' ? 'found' : 'ignored';
  return label.verdict === 'mark' ? 'wrong entity' : 'wrong on either';
}

/** A mark beside those that answer labels: the same entity again, or one more wrong mark. */
function verdictOfExtra(mark: Prediction, touches: readonly Label[]): MarkVerdict {
  if (touches.some((label) => rightEntities(label).includes(mark.entity) && label.verdict !== 'reject'))
    return 'duplicate';
  switch (touches[0]?.verdict) {
    case 'reject':
      return 'false mark';
    case 'either':
      return 'wrong on either';
    default:
      return 'unlabelled';
  }
}

function isExact(mark: Prediction, label: Label, by: 'offset' | 'context'): boolean {
  if (by === 'context') return plain(mark.surface) === plain(label.surface);
  return mark.start === label.start && mark.end === label.end;
}

/** The silent candidate that stands where the label does. */
function silentAt(label: Label, silent: readonly Prediction[], by: 'offset' | 'context'): Prediction | null {
  const [there] = align([label], silent, by).matched.keys();
  return there === undefined ? null : (silent[there] ?? null);
}
