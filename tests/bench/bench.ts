/**
 * `npm run bench`: what is measured, beside what else there is.
 *
 *     npm run bench                    the gazetteer, then how to run the rest
 *     npm run bench -- gazetteer       speed and size of the index beside npm's matchers
 *     npm run bench -- pages DIR       what the extension costs the pages of a folder (also: --pages DIR)
 *     npm run bench -- hit             what it takes to find the mention under the pointer, among 10,000
 *     npm run bench -- idle            what goes on in a page on which nothing happens
 *     npm run bench -- card            how soon a card stands there, and what many leave behind
 *     npm run bench -- search          a letter typed on the page of notes, over 50,000 notes
 *     npm run bench -- save            a note saved, over none and over 50,000
 *     npm run bench -- desk            popup, panel and settings over a page that names every entry
 *     npm run bench -- scroll          frames lost on a page of 7 MB that is scrolled
 *     npm run bench -- anchors DIR     noted passages found again after edits of their page
 *
 * Each bench is a program of its own, in a process of its own: one that leaves garbage behind slows no other.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Name, file, and flags of Node. */
const BENCHES: Readonly<Record<string, { readonly file: string; readonly flags?: readonly string[] }>> = {
  gazetteer: { file: 'gazetteer.bench.ts', flags: ['--expose-gc'] },
  pages: { file: 'pages.bench.ts' },
  hit: { file: 'hit.bench.ts' },
  card: { file: 'card.bench.ts' },
  idle: { file: 'idle.bench.ts' },
  scroll: { file: 'scroll.bench.ts' },
  search: { file: 'search.bench.ts' },
  save: { file: 'save.bench.ts' },
  desk: { file: 'desk.bench.ts' },
  anchors: { file: 'anchors.bench.ts' },
};

function run(name: string, args: readonly string[]): void {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`No bench is called "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const file = fileURLToPath(new URL(bench.file, import.meta.url));
  const { status, signal, error } = spawnSync(
    process.execPath,
    [...(bench.flags ?? []), '--import', 'tsx', file, ...args],
    { stdio: 'inherit' },
  );
  if (error) throw error;
  if (signal) console.error(`\nThe bench was ended by ${signal}.`);
  if (status !== 0) process.exitCode = 1;
}

const [first, ...rest] = process.argv.slice(2);
if (first === undefined) {
  run('gazetteer', []);
  console.log(
    '\nWhat the extension costs real pages: npm run bench -- pages DIR, with a folder of saved pages, as -- anchors DIR; and: -- hit, -- card, -- idle, -- scroll, -- search, -- save, -- desk.',
  );
} else if (first === '--pages') run('pages', rest);
else if (first.startsWith('--pages=')) run('pages', [first.slice('--pages='.length), ...rest]);
else if (first.startsWith('-')) run('gazetteer', [first, ...rest]);
else run(first, rest);
