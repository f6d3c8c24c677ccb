/** The `spot` command: its options, its table, its lines of JSON. It touches no process, so that tests can run it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Lexicon, openLexicon } from '../../core/gazetteer/lexicon.ts';
import { DENSITIES, splitEntityId } from '../../core/model.ts';
import { loadPack, problemLine } from '../pack/load-pack.ts';
import { isPackOfNames } from '../pack/read-pack.ts';
import { tableLines } from '../terminal.ts';
import { readDocument } from './read-document.ts';
import { reasonWords } from './reason-words.ts';
import { type FileMention, silencesIn, spotText } from './spot-file.ts';

const BUNDLED = ['assets/packs/internet-governance'];
const USAGE =
  'usage: npm run spot -- [--pack DIR]… [--json] [--explain] [--density every|section|page] FILE…';

class UsageError extends Error {}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pack: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        density: { type: 'string', default: 'every' },
      },
    });
    const density = DENSITIES.find((known) => known === values.density);
    if (!density) throw new UsageError(`--density ${values.density}: use one of ${DENSITIES.join(', ')}`);
    if (positionals.length === 0)
      throw new UsageError('no file: name one, or "-" for what comes in by a pipe');
    const { json, explain } = values;
    return { packs: values.pack ?? BUNDLED, json, explain, density, files: positionals };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function loadLexicon(folder: string, complain: Terminal['complain']): Promise<Lexicon> {
  const namesOnly = await isPackOfNames(folder);
  const { compiled, problems } = await loadPack(folder, { namesOnly });
  for (const problem of problems) complain(problemLine(problem));
  if (!compiled) throw new UsageError(`${folder}: the pack cannot be used.`);
  if (namesOnly)
    complain(
      `warning: ${folder} is a pack of names alone: no sources, no cards. It can be spotted with, and never ships.`,
    );
  return openLexicon(compiled.gazetteer, compiled.tables);
}

function jsonLine(doc: string, mention: FileMention): string {
  const { pack, local } = splitEntityId(mention.entity);
  const { start, end, surface, score, reasons, before, after } = mention;
  return JSON.stringify({ doc, start, end, surface, entity: local, pack, score, reasons, before, after });
}

const HEAD = ['surface', 'entity', 'place', 'score', 'reasons'];

/** Place is line and column, both from 1. */
function table(name: string, text: string, mentions: readonly FileMention[], what: string): string {
  const rows = mentions.map((mention) => {
    const lines = text.slice(0, mention.start).split('\n');
    const place = `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    const why = mention.reasons.map(reasonWords).join('; ');
    return [mention.surface.replace(/\s+/g, ' '), mention.entity, place, mention.score.toFixed(1), why];
  });
  const title = `${name}: ${mentions.length} ${what}${mentions.length === 1 ? '' : 's'}`;
  return [title, ...(rows.length > 0 ? tableLines([HEAD, ...rows]) : [])].join('\n');
}

/** Where the command prints, where it complains, and what comes in by a pipe. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly input: AsyncIterable<Uint8Array | string>;
}

/** Answers the exit code: 0, or 2 where something could not be read or was not understood. */
export async function spotCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await spotFiles(argv, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(error.message);
    return 2;
  }
}

async function spotFiles(argv: readonly string[], { print, complain, input }: Terminal): Promise<number> {
  const { packs, json, explain, density, files } = readArguments(argv);
  const lexicons = await Promise.all(packs.map((folder) => loadLexicon(folder, complain)));
  let [unread, tables] = [0, 0];
  for (const file of files) {
    const document = await readDocument(file, input);
    if ('fault' in document) {
      complain(document.fault);
      unread += 1;
      continue;
    }
    const { name, text, html } = document;
    const mentions = spotText(text, lexicons, { html, density });
    if (json) for (const mention of mentions) print(jsonLine(path.parse(name).name, mention));
    else print(`${tables++ > 0 ? '\n' : ''}${table(name, text, mentions, 'mention')}`);
    if (explain && !json) print(`\n${table(name, text, silencesIn(text, lexicons, { html }), 'silence')}`);
  }
  return unread > 0 ? 2 : 0;
}
