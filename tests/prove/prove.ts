/**
 * `npm run prove`: the long proofs, which would make `npm test` too slow. Each is a program of its own that exits with 1 where
 * its sentence does not hold.
 *
 *     npm run prove                       all that can run here; what cannot is said aloud
 *     npm run prove -- --pages DIR        with the sweep over a folder of saved pages (or GLOSSATOR_PAGES=DIR)
 *     npm run prove -- NAME…              some of them
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Proof {
  readonly name: string;
  /** The sentence that it holds the software to. */
  readonly proves: string;
  /** From this folder. */
  readonly file: string;
  /** Takes the folder of saved pages as its argument, and cannot run without. */
  readonly wantsPages?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A new proof is a new row. */
const PROOFS: readonly Proof[] = [
  {
    name: 'sweep',
    proves: 'no saved page is broken, changed or held up by the extension, in either browser',
    file: 'sweep.ts',
    wantsPages: true,
  },
  {
    name: 'soak',
    proves: 'a thousand articles in one document and half an hour of a feed leave nothing behind',
    file: 'soak.ts',
  },
  {
    name: 'kills',
    proves: 'a browser killed a hundred times while it writes notes loses none that it acknowledged',
    file: '../e2e/notes-kills.test.ts',
    env: { GLOSSATOR_KILLS: '100' },
  },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pages: { type: 'string' } } });
const pages = values.pages ?? process.env['GLOSSATOR_PAGES'];
const unknown = positionals.filter((name) => !PROOFS.some((proof) => proof.name === name));
if (unknown.length > 0) {
  console.error(
    `No proof is called ${unknown.join(', ')}. There are: ${PROOFS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const failed: string[] = [];
for (const { name, proves, file, wantsPages, env } of PROOFS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n== ${name}: ${proves}`);
  if (wantsPages && pages === undefined) {
    console.log(`== ${name}: SKIPPED, it needs a folder of saved pages: npm run prove -- --pages DIR`);
    continue;
  }
  const path = fileURLToPath(new URL(file, import.meta.url));
  const start = Date.now();
  const { status, error } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path, ...(wantsPages && pages !== undefined ? [pages] : [])],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
  );
  if (error) throw error;
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`== ${name}: ${status === 0 ? 'holds' : `DOES NOT HOLD (exit ${status})`}, ${seconds} s`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`\nFAILED: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
