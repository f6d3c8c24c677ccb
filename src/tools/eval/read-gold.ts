/**
 * Reads a file of labels, whatever its format: labels with offsets (JSON lines) on documents or saved pages, cases (JSON
 * lines, or one JSON file with a small pack), or single sentences with one acronym each. All become documents with labels.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lexicon } from '../../core/gazetteer/lexicon.ts';
import { loadOrdinaryWords } from '../pack/ordinary-words.ts';
import { blocksOfText } from '../spot/text-blocks.ts';
import { type Case, documentOfCase, lexiconOfNames } from './cases.ts';
import { contextOf, type Label } from './labels.ts';
import type { EvalDocument } from './spot-document.ts';

export interface Gold {
  readonly documents: readonly EvalDocument[];
  /** Labels on saved pages, by the page's file. */
  readonly pages: ReadonlyMap<string, readonly Label[]>;
  /** The pack of names that the file brings along. */
  readonly lexicon: Lexicon | null;
}

export interface GoldOptions {
  /** Folder of the documents; `docs` beside the labels unless told. */
  readonly docs?: string | undefined;
  /** Tell the spotter the language that a row names, as a page would. */
  readonly declareLanguage: boolean;
  /** For acronyms: how many other sentences of the same sense make up the page around each. */
  readonly pooled: number;
}

/** A sentence with one acronym. */
interface AcronymRow {
  readonly text: string;
  readonly start: number;
  readonly surface: string;
  readonly entity: string | null;
  readonly sense: string;
}

export async function readGold(file: string, options: GoldOptions): Promise<Gold> {
  const text = await readFile(file, 'utf8');
  const none = { pages: new Map(), lexicon: null };
  if (file.endsWith('.json')) {
    const { pack, cases } = JSON.parse(text) as { pack: Record<string, string[]>; cases: Case[] };
    const documents = documentsOfCases(cases, options);
    return { ...none, documents, lexicon: lexiconOfNames(pack, await loadOrdinaryWords()) };
  }
  const rows: unknown[] = text
    .split('\n')
    .flatMap((line, i) => (line.trim() ? [parseRow(line, file, i)] : []));
  const [first] = rows;
  if (has(first, 'want')) return { ...none, documents: documentsOfCases(rows as Case[], options) };
  if (has(first, 'sense')) return { ...none, documents: documentsOfAcronyms(rows as AcronymRow[], options) };
  return { ...none, ...(await documentsOfLabels(rows as Label[], file, options)) };
}

function parseRow(line: string, file: string, i: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${file}:${i + 1}: ${(error as Error).message}`);
  }
}

function has(row: unknown, key: string): boolean {
  return typeof row === 'object' && row !== null && key in row;
}

function documentsOfCases(cases: readonly Case[], { declareLanguage }: GoldOptions): EvalDocument[] {
  return cases.map((one) => {
    const document = documentOfCase(one);
    return declareLanguage ? document : { ...document, blocks: document.blocks.map(undeclared) };
  });
}

function undeclared({ offset, block }: EvalDocument['blocks'][number]) {
  return { offset, block: { ...block, lang: '' } };
}

function documentsOfAcronyms(rows: readonly AcronymRow[], { pooled }: GoldOptions): EvalDocument[] {
  return rows.map((row, i): EvalDocument => {
    const others = rows.filter(
      (other) => other !== row && other.sense === row.sense && other.text !== row.text,
    );
    const page = [row.text, ...pickAround(others, i, pooled).map((other) => other.text)].join('\n\n');
    const [start, end] = [row.start, row.start + row.surface.length];
    const label: Label = {
      doc: String(i),
      lang: 'en',
      kind: row.surface,
      surface: row.surface,
      start,
      end,
      ...contextOf(page, start, end),
      entity: row.entity,
      verdict: row.entity === null ? 'reject' : 'mark',
      why: row.sense,
    };
    return { doc: label.doc, text: page, blocks: blocksOfText(page), labels: [label], partial: true };
  });
}

/** Some of a list, others for each place, always the same ones. */
function pickAround<T>(items: readonly T[], place: number, count: number): T[] {
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, i) => items[(place + i) % items.length] as T,
  ); // inside
}

async function documentsOfLabels(rows: readonly Label[], file: string, options: GoldOptions) {
  const folder = options.docs ?? path.join(path.dirname(file), 'docs');
  const pages = new Map<string, readonly Label[]>();
  const documents: EvalDocument[] = [];
  for (const [doc, labels] of groupByDocument(rows)) {
    if (labels[0]?.page !== undefined) {
      pages.set(doc, labels);
      continue;
    }
    const text = await readFile(path.join(folder, `${doc}.txt`), 'utf8');
    const lang = options.declareLanguage ? (labels[0]?.lang ?? '') : '';
    documents.push({ doc, text, blocks: blocksOfText(text, lang), labels });
  }
  return { documents, pages };
}

function groupByDocument(rows: readonly Label[]): Map<string, Label[]> {
  const groups = new Map<string, Label[]>();
  for (const row of rows) {
    const group = groups.get(row.doc);
    if (group) group.push(row);
    else groups.set(row.doc, [row]);
  }
  return groups;
}
