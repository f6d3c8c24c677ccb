/**
 * Builds the gallery: one page with every component in every state, for eyes and for axe (which sees nothing in closed roots).
 *
 *     node tests/gallery/build.mjs     out/gallery/index.html
 *     npm run shots                    the same, and a contact sheet of it (see shots.mjs)
 *
 * Address parameters: `show=a,b` (only these), `theme=light|dark`, `lang=ar`, `tall` (nothing scrolls inside).
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const pack = path.join(root, 'assets/packs/internet-governance');
const out = path.join(root, 'out/gallery');

const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

/** The pack as it lies there; an entity that does not parse (someone may be writing it) is left out. */
async function readPack() {
  const folder = path.join(pack, 'entities');
  const entities = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
    const entity = await readJson(path.join(folder, name)).catch(() => null);
    if (entity) entities.push(entity);
  }
  return {
    info: await readJson(path.join(pack, 'pack.json')),
    sources: await readJson(path.join(pack, 'sources.json')),
    entities,
  };
}

async function readWords() {
  const folder = path.join(root, 'assets/_locales');
  const locales = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(
      locales.map(async (name) => [name, await readJson(path.join(folder, name, 'messages.json'))]),
    ),
  );
}

await mkdir(out, { recursive: true });
const data = {
  __PACK__: JSON.stringify(await readPack()),
  __WORDS__: JSON.stringify(await readWords()),
};
await build({
  absWorkingDir: root,
  entryPoints: [path.join(here, 'gallery.tsx')],
  outfile: path.join(out, 'gallery.js'),
  bundle: true,
  format: 'iife',
  target: ['chrome128', 'firefox140'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  charset: 'utf8',
  define: data,
});
await writeFile(
  path.join(out, 'index.html'),
  '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Glossator: gallery of components</title>' +
    '<meta name="viewport" content="width=device-width"><body><script src="gallery.js"></script></body></html>\n',
);
console.log(path.relative(process.cwd(), path.join(out, 'index.html')));
