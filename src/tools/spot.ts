/**
 * Spotting on the command line, with the extension's own core:
 *
 *     npm run spot -- [--pack DIR]… [--json] [--density every|section|page] FILE…
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Lexicon, openLexicon } from '../core/gazetteer/lexicon.ts';
import { DENSITIES, splitEntityId } from '../core/model.ts';
import { loadPack, problemLine } from './pack/load-pack.ts';
import { reasonWords } from './spot/reason-words.ts';
import { type FileMention, spotText } from './spot/spot-file.ts';

const BUNDLED = ['assets/packs/internet-governance'];
const USAGE = 'usage: npm run spot -- [--pack DIR]… [--json] [--density every|section|page] FILE…';

class UsageError extends Error {}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pack: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        density: { type: 'string', default: 'every' },
      },
    });
    const density = DENSITIES.find((known) => known === values.density);
    if (!density) throw new UsageError(`--density ${values.density}: use one of ${DENSITIES.join(', ')}`);
    if (positionals.length === 0) throw new UsageError('no file');
    return { packs: values.pack ?? BUNDLED, json: values.json, density, files: positionals };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function loadLexicon(folder: string): Promise<Lexicon> {
  const whole = await loadPack(folder);
  const { compiled, problems } = whole.compiled ? whole : await loadPack(folder, { namesOnly: true });
  for (const problem of problems) console.error(problemLine(problem));
  if (!compiled) throw new UsageError(`${folder}: the pack cannot be used.`);
  if (!whole.compiled)
    console.error(
      `warning: ${folder} is a pack of names alone: no sources, no cards. It can be spotted with, and never ships.`,
    );
  return openLexicon(compiled.gazetteer, compiled.tables);
}

async function readDocument(file: string): Promise<{ text: string; html: boolean }> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file}: cannot be read. Check the path.`);
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, html: /\.x?html?$/i.test(file) };
  } catch {
    throw new UsageError(`${file}: not UTF-8. Save it as UTF-8.`);
  }
}

function jsonLine(doc: string, mention: FileMention): string {
  const { pack, local } = splitEntityId(mention.entity);
  const { start, end, surface, score, reasons, before, after } = mention;
  return JSON.stringify({ doc, start, end, surface, entity: local, pack, score, reasons, before, after });
}

function table(file: string, text: string, mentions: readonly FileMention[]): string {
  const rows = mentions.map((mention) => {
    const line = text.slice(0, mention.start).split('\n');
    const place = `${line.length}:${(line.at(-1)?.length ?? 0) + 1}`;
    const why = mention.reasons.map(reasonWords).join('; ');
    return [mention.surface.replace(/\s+/g, ' '), mention.entity, place, mention.score.toFixed(1), why];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(8, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${file}: ${mentions.length} mention(s)`, ...lines].join('\n');
}

async function main(argv: readonly string[]): Promise<void> {
  const { packs, json, density, files } = readArguments(argv);
  const lexicons = await Promise.all(packs.map(loadLexicon));
  for (const file of files) {
    const { text, html } = await readDocument(file);
    const mentions = spotText(text, lexicons, { html, density });
    if (json)
      for (const mention of mentions) console.log(jsonLine(path.basename(file, path.extname(file)), mention));
    else console.log(table(file, text, mentions));
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
