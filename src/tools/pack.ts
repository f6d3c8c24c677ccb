/**
 * The pack compiler on the command line:
 *
 *     npm run pack -- check DIR        all problems, with place and remedy
 *     npm run pack -- build DIR OUT    the three files that the extension carries
 *     npm run pack -- report DIR       counts, alias hygiene, and a page of the whole pack to proof-read, in out/
 *
 * `--verbose` lists every alias that is not trusted alone, or only by the editor's word.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CompiledPack } from '../core/pack/compile-pack.ts';
import { hygieneLines, hygieneSummary } from './pack/hygiene.ts';
import { loadPack, problemLine } from './pack/load-pack.ts';
import { countPack, reportLines } from './pack/report.ts';
import { writePack } from './pack/write-pack.ts';
import { endWithPipe } from './terminal.ts';

const USAGE = 'usage: npm run pack -- check DIR | build DIR OUT | report DIR [OUT] [--verbose]';

type Command = (compiled: CompiledPack, folder: string, out: string | undefined) => Promise<string>;

/** Each answers what to print. */
const COMMANDS: Readonly<Record<string, Command>> = {
  async check({ reference }, folder) {
    return `${folder}: ${reference.entities.length} entities, ${reference.sources.length} sources, no error.`;
  },
  async build(compiled, _folder, out) {
    const written = await writePack(compiled, out as string); // asked for below
    return `${written.id} ${written.version}: ${written.bytes} bytes, ${written.hash.slice(0, 12)}`;
  },
  async report(compiled, _folder, out) {
    // Only here: it needs a bundler, which the other commands should not wait for.
    const { writeProof } = await import('./pack/write-proof.ts');
    const file = path.join(out ?? 'out', `pack-${compiled.reference.info.id}.html`);
    await writeProof(compiled, file);
    return [...reportLines(countPack(compiled)), '', `To proof-read: ${file}`].join('\n');
  },
};

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { verbose: { type: 'boolean', default: false } },
    });
    const [name = '', folder, out] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command || !folder || (name === 'build' && !out)) return null;
    return { command, folder, out, verbose: values.verbose || name === 'report' };
  } catch {
    return null;
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const { compiled, problems } = await loadPack(asked.folder);
  for (const problem of problems) console.error(problemLine(problem));
  if (!compiled) {
    console.error(`${asked.folder}: ${problems.length} problem(s); nothing was written.`);
    return 1;
  }
  console.log(await asked.command(compiled, asked.folder, asked.out));
  console.log(hygieneSummary(compiled.aliasReport));
  if (asked.verbose) for (const line of hygieneLines(compiled.aliasReport)) console.log(`  ${line}`);
  return 0;
}

endWithPipe();
process.exitCode = await main(process.argv.slice(2));
