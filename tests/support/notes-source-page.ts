import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './reading.ts';

/** Puts the page of `notes-source.ts` into a copy of the build. */
export async function addNotesSource(extensionDir: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/support/notes-source.ts'],
    outfile: path.join(extensionDir, 'pages/notes-source.js'),
    bundle: true,
    format: 'iife',
    logLevel: 'warning',
    define: { __BENCH__: 'false' },
  });
  writeFileSync(
    path.join(extensionDir, 'pages/notes-source.html'),
    '<!doctype html><meta charset="utf-8"><title>Notes</title><script src="notes-source.js"></script>',
  );
}
