/** Puts a page of ours into a copy of the build: a script of tests/support that reaches the extension's own storage. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './reading.ts';

/** Bundles `tests/support/NAME.ts` into `pages/NAME.html` of the extension in `dir`. */
export async function addProofPage(dir: string, name: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`tests/support/${name}.ts`],
    outfile: path.join(dir, `pages/${name}.js`),
    bundle: true,
    format: 'iife',
    logLevel: 'warning',
    define: { __BENCH__: 'false' },
  });
  writeFileSync(
    path.join(dir, `pages/${name}.html`),
    `<!doctype html><title>Proof</title><script src="${name}.js"></script>`,
  );
}
