/** The evaluation in words: figures with intervals, tables by language, kind and reason, and every error in its context. */
import { reasonWords } from '../spot/reason-words.ts';
import { figuresOf, intervalOf, percent, ratioOf, type Share } from './figures.ts';
import type { Prediction } from './labels.ts';
import { addCounts, type Counts, type DocumentScore, type ErrorKind, type Mistake } from './score.ts';

const ERROR_ORDER: readonly ErrorKind[] = [
  'false mark',
  'wrong entity',
  'missed',
  'wrong on either',
  'unlabelled',
];

export function reportOf(scores: readonly DocumentScore[], mostErrors: number): string {
  return [
    summaryOf(scores),
    groupTable('by language', scores, ({ lang }) => lang),
    groupTable('by kind', scores, ({ kind }) => kind),
    reasonTable(scores),
    ...ERROR_ORDER.map((kind) => mistakeList(kind, scores, mostErrors)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function summaryOf(scores: readonly DocumentScore[]): string {
  const counts = addCounts(scores.map((score) => score.counts));
  const figures = figuresOf(counts);
  const line = (name: string, share: Share) => {
    const interval = intervalOf(share);
    const range = interval ? `   95 % ${percent(interval[0])} to ${percent(interval[1])}` : '';
    return `  ${name.padEnd(26)}${percent(ratioOf(share))}  ${`${share.of}/${share.total}`.padStart(9)}${range}`;
  };
  return [
    `${scores.length} document(s): ${counts.marks} to mark, ${counts.rejects} to leave, ${counts.eithers} either way; ${counts.predictions} mark(s) made`,
    line('precision', figures.precision),
    line('precision, strict', figures.strictPrecision),
    line('recall, all names', figures.recall),
    line('recall, names of the pack', figures.recallListed),
    line('entity accuracy', figures.entityAccuracy),
    line('exact span', figures.exactSpan),
    `  found ${counts.found}, missed ${counts.marks - counts.found}, wrong entity ${counts.wrongEntity}, false mark ${counts.falseMarks}, ` +
      `unlabelled ${counts.unlabelled}, wrong on either ${counts.wrongOnEither}, ignored ${counts.ignored}, duplicate ${counts.duplicates}`,
  ].join('\n');
}

function groupTable(
  title: string,
  scores: readonly DocumentScore[],
  groupOf: (score: DocumentScore) => string,
): string {
  const groups = [...new Set(scores.map(groupOf))].sort();
  if (groups.length < 2) return '';
  const rows = groups.map((group) => {
    const members = scores.filter((score) => groupOf(score) === group);
    return groupRow(group || '(none)', members.length, addCounts(members.map(({ counts }) => counts)));
  });
  return [title, ...rows].join('\n');
}

function groupRow(name: string, documents: number, counts: Counts): string {
  const { precision, recall, recallListed, entityAccuracy } = figuresOf(counts);
  return (
    `  ${name.padEnd(22)} P ${percent(ratioOf(precision))}  R ${percent(ratioOf(recall))}  R listed ${percent(ratioOf(recallListed))}` +
    `  entity ${percent(ratioOf(entityAccuracy))}  | ${documents} doc(s), to mark ${counts.marks}, found ${counts.found}, ` +
    `wrong ${counts.wrongEntity}, false ${counts.falseMarks}, unlabelled ${counts.unlabelled}`
  );
}

/** Of the marks that each kind of reason had a part in, for and against: how many were right. */
function reasonTable(scores: readonly DocumentScore[]): string {
  const table = new Map<string, { right: number; wrong: number; missed: number }>();
  const rowOf = (code: string) => {
    const row = table.get(code) ?? { right: 0, wrong: 0, missed: 0 };
    table.set(code, row);
    return row;
  };
  for (const { judged, errors } of scores) {
    for (const { mark, right } of judged) {
      for (const code of codesOf(mark)) rowOf(code)[right ? 'right' : 'wrong'] += 1;
    }
    for (const { silent } of errors)
      for (const code of silent ? codesOf(silent) : []) rowOf(code).missed += 1;
  }
  const rows = [...table]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { right, wrong, missed }]) => {
      const share = { of: right, total: right + wrong };
      const interval = intervalOf(share);
      const range = interval ? ` (${percent(interval[0])} to ${percent(interval[1])})` : '';
      return `  ${code.padEnd(32)} right ${String(right).padStart(4)}  wrong ${String(wrong).padStart(3)}  P ${percent(ratioOf(share))}${range}  among the missed ${missed}`;
    });
  return rows.length === 0 ? '' : ['by reason (+ for the entity, - against it)', ...rows].join('\n');
}

function codesOf({ reasons }: Prediction): Set<string> {
  return new Set(
    reasons.map(({ code, weight, params }) => {
      const name = code === 'alias-class' ? `${code} ${params['class']}` : code;
      return `${weight < 0 ? '-' : '+'} ${name}`;
    }),
  );
}

function mistakeList(kind: ErrorKind, scores: readonly DocumentScore[], most: number): string {
  const errors = scores.flatMap((score) => score.errors.filter((error) => error.kind === kind));
  if (errors.length === 0 || most === 0) return '';
  const rest = errors.length > most ? [`  … and ${errors.length - most} more (--max-errors)`] : [];
  return [`${kind}: ${errors.length}`, ...errors.slice(0, most).flatMap(mistakeLines), ...rest].join('\n');
}

function mistakeLines({ label, mark, silent, kind }: Mistake): string[] {
  const shown = mark ?? label;
  if (!shown) return [];
  const place = `${shown.before}⟦${shown.surface}⟧${shown.after}`.replace(/\s+/g, ' ');
  const wanted = label?.entity ?? (label?.verdict === 'reject' ? 'nothing' : '-');
  const head = `  ${shown.doc} @${shown.start} ${place} | wanted ${wanted}${mark ? `, got ${mark.entity}` : ''}${label?.why ? ` | ${label.why}` : ''}`;
  if (mark) return [head, `      ${whyOf(mark)}`];
  if (kind !== 'missed' || silent === undefined) return [head];
  const why = silent ? `silent: ${silent.entity} ${whyOf(silent)}` : 'no candidate here';
  return [head, `      ${why}${label?.alias_missing ? ' (the pack does not list this name)' : ''}`];
}

function whyOf({ score, reasons }: Prediction): string {
  return `${score.toFixed(1)}: ${reasons.map(reasonWords).join('; ')}`;
}
