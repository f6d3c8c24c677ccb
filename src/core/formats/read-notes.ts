/**
 * Notes from a file: our own JSON-LD, another tool's, or an export of Hypothesis. Reading changes nothing; it answers the notes
 * and, with its place and reason, whatever could not be taken. A file that breaks off gives the notes before that place.
 */
import type { Note } from '../note.ts';
import type { RecordRead, Remark } from './note-parts.ts';
import { isAnnotation, readAnnotation } from './read-annotation.ts';
import { isHypothesis, readHypothesis } from './read-hypothesis.ts';
import { fieldsOf, listOf } from './read-selectors.ts';
import { salvageRecords } from './salvage-json.ts';

/** Something in the file that is not in the notes. */
export interface Problem extends Remark {
  /** Number of the record, from 1; of a file that breaks off, the line. */
  readonly number: number;
  /** Whether the record became a note all the same. */
  readonly taken: boolean;
}

export type NotesRead =
  | { readonly ok: true; readonly notes: readonly Note[]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: 'not-json' | 'no-notes' | 'pages-elsewhere' };

export function readNotes(text: string, now: Date): NotesRead {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const { records, line } = salvageRecords(text);
    if (!records.some((record) => isAnnotation(record) || isHypothesis(record)))
      return { ok: false, error: 'not-json' };
    const { notes, problems } = readRecords(records, now);
    return {
      ok: true,
      notes,
      problems: [...problems, { number: line, path: '', reason: 'cut-off', taken: false }],
    };
  }
  const records = recordsIn(value);
  if (records === 'pages-elsewhere') return { ok: false, error: records };
  // An empty export is one of ours all the same; a list of other things is not of notes.
  const isNotes =
    records !== null && (records.length === 0 || records.some((r) => isAnnotation(r) || isHypothesis(r)));
  return isNotes ? { ok: true, ...readRecords(records, now) } : { ok: false, error: 'no-notes' };
}

function readRecords(
  records: readonly unknown[],
  now: Date,
): { readonly notes: readonly Note[]; readonly problems: readonly Problem[] } {
  const notes: Note[] = [];
  const problems: Problem[] = [];
  for (const [i, record] of records.entries()) {
    const { note, remarks }: RecordRead = isHypothesis(record)
      ? readHypothesis(record, now)
      : readAnnotation(record, now);
    if (note) notes.push(note);
    for (const remark of remarks) problems.push({ ...remark, number: i + 1, taken: note !== null });
  }
  return { notes, problems };
}

function recordsIn(value: unknown): readonly unknown[] | null | 'pages-elsewhere' {
  if (Array.isArray(value)) return value;
  if (isAnnotation(value) || isHypothesis(value)) return [value];
  const { items, first, annotations, rows, ...rest } = fieldsOf(value);
  for (const list of [annotations, rows, items, rest['@graph']]) if (Array.isArray(list)) return list;
  if (typeof first === 'string') return 'pages-elsewhere';
  const { items: onPage, next } = fieldsOf(first);
  if (onPage === undefined) return null;
  // A collection of many pages names the next by its address; nothing is fetched.
  return typeof next === 'string' && listOf(onPage).length === 0 ? 'pages-elsewhere' : listOf(onPage);
}
