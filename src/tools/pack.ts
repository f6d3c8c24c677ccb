/**
 * The pack compiler on the command line:
 *
 *     npm run pack -- check DIR        all problems, with place and remedy
 *     npm run pack -- build DIR OUT    the three files that the extension carries
 *     npm run pack -- aliases DIR      every alias with its class, and why
 */
import { loadPack, problemLine } from './pack/load-pack.ts';
import { writePack } from './pack/write-pack.ts';

const USAGE = 'usage: npm run pack -- check DIR | build DIR OUT | aliases DIR';

async function main([command, folder, out]: readonly string[]): Promise<number> {
  if (!command || !folder || (command === 'build' && !out)) {
    console.error(USAGE);
    return 2;
  }
  const { compiled, problems } = await loadPack(folder);
  for (const problem of problems) console.error(problemLine(problem));
  if (!compiled) {
    console.error(`${folder}: ${problems.length} problem(s); nothing was written.`);
    return 1;
  }
  const { entities, sources } = compiled.reference;
  switch (command) {
    case 'check':
      console.log(
        `${folder}: ${entities.length} entities, ${compiled.aliasReport.length} aliases, ${sources.length} sources, no error.`,
      );
      return 0;
    case 'build': {
      const written = await writePack(compiled, out as string); // checked above
      console.log(`${written.id} ${written.version}: ${written.bytes} bytes, ${written.hash.slice(0, 12)}`);
      return 0;
    }
    case 'aliases':
      for (const row of compiled.aliasReport)
        console.log(`${row.class}\t${row.why}\t${row.entity}\t${row.alias}`);
      return 0;
    default:
      console.error(USAGE);
      return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
