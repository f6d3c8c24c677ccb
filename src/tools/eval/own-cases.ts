/**
 * The project's own cases (tests/fixtures/spotting): scored by every `npm test` and held to a recorded score. The record
 * changes by a command of its own (`npm run eval -- --own --record`) and by review: it may rise, and a mark where none may
 * be is named in it one by one, so that none is added unseen.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lexicon } from '../../core/gazetteer/lexicon.ts';
import type { ReasonCode } from '../../core/model.ts';
import { readGold } from './read-gold.ts';
import { addCounts, type DocumentScore, scoreDocument } from './score.ts';
import { spotDocument } from './spot-document.ts';

export const OWN_CASES = 'tests/fixtures/spotting';
const RECORD = 'record.json';
/** A file of cases with a pack of its own, read as the command line reads a text: nobody tells the language. */
const WITH_PACK = 'cases-with-pack.json';

/** What is recorded of one set of cases. */
export interface SetRecord {
  readonly cases: number;
  readonly toMark: number;
  readonly found: number;
  readonly wrongEntity: number;
  readonly toLeave: number;
  /** Marks where none may be that are still made, as `case: surface`. To be emptied, never to grow. */
  readonly stillMarked: readonly string[];
}
export type OwnRecord = Readonly<Record<string, SetRecord>>;

/** The scores of the project's own cases, by set. */
export async function scoreOwnCases(
  folder: string,
  bundled: readonly Lexicon[],
  without?: ReasonCode,
): Promise<ReadonlyMap<string, readonly DocumentScore[]>> {
  const sets = new Map<string, DocumentScore[]>();
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl') || file === WITH_PACK);
  for (const file of files.sort()) {
    const declareLanguage = file !== WITH_PACK;
    const { documents, lexicon } = await readGold(path.join(folder, file), { declareLanguage, pooled: 0 });
    const lexicons = lexicon ? [lexicon] : bundled;
    const scores = documents.map((one) => scoreDocument(one.labels, spotDocument(one, lexicons, without)));
    sets.set(path.parse(file).name, scores);
  }
  return sets;
}

export function recordOf(sets: ReadonlyMap<string, readonly DocumentScore[]>): OwnRecord {
  return Object.fromEntries([...sets].map(([name, scores]) => [name, setRecordOf(scores)]));
}

function setRecordOf(scores: readonly DocumentScore[]): SetRecord {
  const counts = addCounts(scores.map((score) => score.counts));
  return {
    cases: scores.length,
    toMark: counts.marks,
    found: counts.found,
    wrongEntity: counts.wrongEntity,
    toLeave: counts.rejects,
    stillMarked: scores.flatMap(falseMarksOf).sort(),
  };
}

function falseMarksOf({ errors }: DocumentScore): string[] {
  return errors.flatMap(({ kind, mark, label }) =>
    kind === 'false mark' && mark && label ? [`${mark.doc}: ${label.surface} @${label.start}`] : [],
  );
}

export async function readRecord(folder: string): Promise<OwnRecord> {
  return JSON.parse(await readFile(path.join(folder, RECORD), 'utf8')) as OwnRecord; // written by writeRecord alone
}

export async function writeRecord(folder: string, record: OwnRecord): Promise<void> {
  await writeFile(path.join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}

/** Where a score is lower than the record, in words; empty where it is as good or better. */
export function fallsShort(now: SetRecord, recorded: SetRecord): string[] {
  const added = now.stillMarked.filter((mark) => !recorded.stillMarked.includes(mark));
  return [
    ...(now.cases < recorded.cases ? [`${recorded.cases - now.cases} case(s) are gone`] : []),
    ...(now.found < recorded.found ? [`${now.found} names found, ${recorded.found} recorded`] : []),
    ...(now.wrongEntity > recorded.wrongEntity
      ? [`${now.wrongEntity} wrong entities, ${recorded.wrongEntity} recorded`]
      : []),
    ...added.map((mark) => `marked, and must not be: ${mark}`),
  ];
}
