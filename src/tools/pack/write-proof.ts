/**
 * The proof of a pack: one page that stands alone, with an index and every entity on the card that readers see (the same
 * components and style sheets, bundled), everything on it unfolded. For an editor's eyes, and for printing.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CompiledPack } from '../../core/pack/compile-pack.ts';
import { countPack, reportRows } from './report.ts';

/** What the page is given. */
export interface ProofData {
  readonly reference: CompiledPack['reference'];
  readonly aliases: CompiledPack['aliasReport'];
  readonly counts: readonly (readonly [name: string, value: string])[];
}

/** Writes the page; its folder is made where it is not there. */
export async function writeProof(compiled: CompiledPack, file: string): Promise<void> {
  const data: ProofData = {
    reference: compiled.reference,
    aliases: compiled.aliasReport,
    counts: reportRows(countPack(compiled)),
  };
  const title = `${compiled.reference.info.title['en'] ?? compiled.reference.info.id}: proof`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${inHtml(title)}</title>
<body>
<noscript>This page is drawn by its own script.</noscript>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${inScript(await bundlePage())}</script>
</body>
</html>
`,
  );
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot(),
    entryPoints: ['src/tools/pack/proof-page.tsx'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome128', 'firefox140'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** From the source or from a bundle of it: the nearest folder above that holds the page's source. */
function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'src/tools/pack/proof-page.tsx'))) {
    const above = path.dirname(folder);
    if (above === folder)
      throw new Error('the proof is made from the source of Glossator, which is not here');
    folder = above;
  }
  return folder;
}

/** A script's text ends at "</script" and is confused by "<!--"; in both places only strings of ours hold them. */
function inScript(text: string): string {
  return text.replaceAll('</', '<\\/').replaceAll('<!--', '\\x3c!--');
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
