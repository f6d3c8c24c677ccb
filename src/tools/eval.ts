/**
 * Scoring the spotter against labels:
 *
 *     npm run eval -- --gold FILE… [--docs DIR] [--pages DIR] [--predictions OUT] [--pack DIR]…
 *                     [--declare-language] [--pooled N] [--max-errors N] [--ablate]
 *     npm run eval -- --own [--record] [--ablate] [--max-errors N]
 *
 * `--gold` is labels with offsets, cases, or acronyms in sentences (see eval/read-gold.ts). `--pages` is where saved pages
 * lie: they are opened in a headless Chromium with the built extension and its own packs (`npm run build` first).
 * `--declare-language` tells the spotter the language of each row, as a page would. `--pooled N` gives each acronym a page
 * made of N other sentences of the same sense: rows that carry no page of their own can only be given one of this kind.
 * `--own` scores the project's cases, `--record` keeps that score as the one to hold; `--ablate` leaves each kind of
 * reason out in turn.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Lexicon, openLexicon } from '../core/gazetteer/lexicon.ts';
import type { ReasonCode } from '../core/model.ts';
import { ablationOf } from './eval/ablate.ts';
import type { Prediction } from './eval/labels.ts';
import { OWN_CASES, recordOf, scoreOwnCases, writeRecord } from './eval/own-cases.ts';
import { type Gold, readGold } from './eval/read-gold.ts';
import { reportOf } from './eval/report.ts';
import { type DocumentScore, scoreDocument } from './eval/score.ts';
import { spotDocument } from './eval/spot-document.ts';
import { spotPages } from './eval/spot-pages.ts';
import { loadPack, problemLine } from './pack/load-pack.ts';
import { isPackOfNames } from './pack/read-pack.ts';

const BUNDLED = ['assets/packs/internet-governance'];

async function loadLexicon(folder: string): Promise<Lexicon> {
  const { compiled, problems } = await loadPack(folder, { namesOnly: await isPackOfNames(folder) });
  if (compiled) return openLexicon(compiled.gazetteer, compiled.tables);
  throw new Error(`${folder}: the pack cannot be used.\n${problems.map(problemLine).join('\n')}`);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string', multiple: true },
      docs: { type: 'string' },
      pages: { type: 'string' },
      predictions: { type: 'string' },
      pack: { type: 'string', multiple: true },
      'declare-language': { type: 'boolean', default: false },
      pooled: { type: 'string', default: '0' },
      own: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      'max-errors': { type: 'string', default: '1000' },
    },
  });
  return {
    gold: values.gold ?? [],
    docs: values.docs,
    pages: values.pages,
    predictions: values.predictions,
    packs: values.pack ?? BUNDLED,
    declareLanguage: values['declare-language'],
    pooled: Number(values.pooled),
    own: values.own,
    record: values.record,
    ablate: values.ablate,
    mostErrors: Number(values['max-errors']),
  };
}

const options = readArguments();
const bundled = await Promise.all(options.packs.map(loadLexicon));

const predictions: Prediction[] = [];

function scoreDocuments(gold: Gold, without?: ReasonCode): DocumentScore[] {
  const lexicons = gold.lexicon ? [gold.lexicon] : bundled;
  return gold.documents.map((document) => {
    const spotted = spotDocument(document, lexicons, without);
    if (!without) predictions.push(...spotted.marks);
    return scoreDocument(document.labels, spotted);
  });
}

async function scorePages({ pages }: Gold): Promise<DocumentScore[]> {
  if (pages.size === 0) return [];
  if (!options.pages) {
    console.log(`${pages.size} saved page(s) left out: give --pages DIR.`);
    return [];
  }
  const tell = (page: string, count: number) => console.error(`  ${page}: ${count} mention(s)`);
  const found = await spotPages('dist/chromium', options.pages, [...pages.keys()], tell);
  return [...pages].map(([page, labels]) => {
    const marks = found.get(page) ?? [];
    predictions.push(...marks);
    return scoreDocument(labels, { marks, silent: null });
  });
}

async function evaluateFile(file: string): Promise<void> {
  const gold = await readGold(file, options);
  if (options.ablate) {
    console.log(`\n${file}\n${await ablationOf(async (code) => scoreDocuments(gold, code))}`);
    return;
  }
  const scores = [...scoreDocuments(gold), ...(await scorePages(gold))];
  if (scores.length > 0) console.log(`\n${file}\n${reportOf(scores, options.mostErrors)}`);
}

async function evaluateOwn(): Promise<void> {
  const scoresWithout = (code?: ReasonCode) => scoreOwnCases(OWN_CASES, bundled, code);
  if (options.ablate) {
    console.log(await ablationOf(async (code) => [...(await scoresWithout(code)).values()].flat()));
    return;
  }
  const sets = await scoresWithout();
  console.log(reportOf([...sets.values()].flat(), options.mostErrors));
  if (options.record) await writeRecord(OWN_CASES, recordOf(sets));
}

if (options.gold.length === 0 && !options.own) {
  console.error('Nothing to score: give --gold FILE, or --own for the cases of the project.');
  process.exitCode = 2;
}
for (const file of options.gold) await evaluateFile(file);
if (options.own) await evaluateOwn();
if (options.predictions) {
  await writeFile(options.predictions, predictions.map((mark) => `${JSON.stringify(mark)}\n`).join(''));
}
