/** What every kind of reason is worth: the figures with each left out in turn, against those with all. */
import { REASON_CODES, type ReasonCode } from '../../core/model.ts';
import { figuresOf, percent, ratioOf } from './figures.ts';
import { addCounts, type DocumentScore } from './score.ts';

/** `scoresWithout` scores everything anew, with a kind of reason left out. */
export async function ablationOf(
  scoresWithout: (code?: ReasonCode) => Promise<readonly DocumentScore[]>,
): Promise<string> {
  const all = await scoresWithout();
  const rows = [rowOf('all reasons', all, all)];
  for (const code of REASON_CODES) rows.push(rowOf(`without ${code}`, await scoresWithout(code), all));
  return ['each reason left out in turn (change in points)', ...rows].join('\n');
}

function rowOf(name: string, scores: readonly DocumentScore[], all: readonly DocumentScore[]): string {
  const [now, before] = [scores, all].map((some) => figuresOf(addCounts(some.map(({ counts }) => counts))));
  if (!now || !before) return '';
  const column = (key: 'precision' | 'recall') => {
    const [value, whole] = [ratioOf(now[key]), ratioOf(before[key])];
    const change = value === null || whole === null ? 0 : 100 * (value - whole);
    return `${percent(value)} ${`(${change < 0 ? '' : '+'}${change.toFixed(1)})`.padStart(8)}`;
  };
  const { falseMarks, wrongEntity, found } = addCounts(scores.map(({ counts }) => counts));
  return `  ${name.padEnd(34)} P ${column('precision')}  R ${column('recall')}  | found ${found}, false ${falseMarks}, wrong ${wrongEntity}`;
}
