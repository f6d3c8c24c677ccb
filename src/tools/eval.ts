/**
 * Scoring the spotter against labels:
 *
 *     npm run eval -- --gold FILE… [--docs DIR] [--predictions OUT] [--pack DIR]… [--declare-language]
 *                     [--pooled N] [--max-errors N]
 *
 * `--gold` is labels with offsets, cases, or acronyms in sentences (see eval/read-gold.ts). `--declare-language` tells the
 * spotter the language of each row, as a page would. `--pooled N` gives each acronym a page made of N other sentences
 * of the same sense: rows that carry no page of their own can only be given one of this kind.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Lexicon, openLexicon } from '../core/gazetteer/lexicon.ts';
import { type Gold, readGold } from './eval/read-gold.ts';
import { reportOf } from './eval/report.ts';
import { type DocumentScore, scoreDocument } from './eval/score.ts';
import { spotDocument } from './eval/spot-document.ts';
import { loadPack, problemLine } from './pack/load-pack.ts';

const BUNDLED = ['assets/packs/internet-governance'];

async function loadLexicon(folder: string): Promise<Lexicon> {
  const whole = await loadPack(folder);
  const { compiled, problems } = whole.compiled ? whole : await loadPack(folder, { namesOnly: true });
  if (compiled) return openLexicon(compiled.gazetteer, compiled.tables);
  throw new Error(`${folder}: the pack cannot be used.\n${problems.map(problemLine).join('\n')}`);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string', multiple: true },
      docs: { type: 'string' },
      predictions: { type: 'string' },
      pack: { type: 'string', multiple: true },
      'declare-language': { type: 'boolean', default: false },
      pooled: { type: 'string', default: '0' },
      'max-errors': { type: 'string', default: '1000' },
    },
  });
  return {
    gold: values.gold ?? [],
    docs: values.docs,
    predictions: values.predictions,
    packs: values.pack ?? BUNDLED,
    declareLanguage: values['declare-language'],
    pooled: Number(values.pooled),
    mostErrors: Number(values['max-errors']),
  };
}

const options = readArguments();
const bundled = await Promise.all(options.packs.map(loadLexicon));

function scoreDocuments(gold: Gold, lines: string[]): DocumentScore[] {
  const lexicons = gold.lexicon ? [gold.lexicon] : bundled;
  return gold.documents.map((document) => {
    const spotted = spotDocument(document, lexicons);
    lines.push(...spotted.marks.map((mark) => JSON.stringify(mark)));
    return scoreDocument(document.labels, spotted);
  });
}

const lines: string[] = [];
for (const file of options.gold) {
  const gold = await readGold(file, options);
  console.log(`\n${file}\n${reportOf(scoreDocuments(gold, lines), options.mostErrors)}`);
  if (gold.pages.size > 0) console.log(`${gold.pages.size} saved page(s) left out: give --pages DIR.`);
}
if (options.predictions) await writeFile(options.predictions, lines.map((line) => `${line}\n`).join(''));
