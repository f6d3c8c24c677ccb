/**
 * The build, from top to bottom: constants, tools, packs, bundles, manifests, budgets, zips.
 *
 *     node build.mjs            dist/chromium, dist/firefox, dist/tools, zips
 *     node build.mjs --bench    the same with the spans that the bench reads (dist/bench-…)
 *     node build.mjs --watch    builds again on every change
 *
 * Same input, same bytes: no time, no path of this machine, files in sorted order.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context, transform } from 'esbuild';
import { zipSync } from 'fflate';
import { OWN_NAMES, SHORT_NAMES } from './src/tools/own-names.mjs';
import { cutPreact } from './src/tools/preact-cuts.mjs';
import { shortStyles } from './src/tools/short-styles.mjs';

// ---- constants ---------------------------------------------------------------------------------------------------------

const root = path.dirname(fileURLToPath(import.meta.url));
const bench = process.argv.includes('--bench');
const watch = process.argv.includes('--watch');
/** Only what is shipped has to keep to its budgets. */
const isBudgeted = !watch && !bench;
const at = (...parts) => path.join(root, ...parts);
const out = (target) => at('dist', bench ? `bench-${target}` : target);

const PACKS = ['internet-governance'];
const TARGETS = ['chromium', 'firefox'];
/** Minified bytes that a bundle may have at most. */
const BUDGETS = {
  'content/frame.js': 4_000,
  'content/spotter.js': 20_000,
  'content/shadow.js': 7_000,
  'content/card.js': 45_000,
  'content/far.js': 6_000,
  'content/notes.js': 8_000,
  'content/walk.js': 3_000,
  'content/passages.js': 37_000,
  'content/passage-card.js': 32_000,
};
/** Minified bytes that the scripts of all extension pages may have together: they are one desk. */
const PAGES_BUDGET = 164_000;
/** Bytes that a compiled pack's gazetteer, tables and reference may have together. */
const PACK_BUDGETS = { 'internet-governance': 600_000 };
/** Dates in zips are a part of their bytes; this one is the first that the format can hold everywhere. */
const ZIP_DATE = new Date('1980-01-02T00:00:00');

const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));

// ---- tools: what runs in Node --------------------------------------------------------------------------------------------

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
  define: { __BENCH__: String(bench) },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
};

async function buildTools() {
  await build({
    ...shared,
    minify: false,
    entryPoints: [
      'src/tools/pack.ts',
      'src/tools/spot.ts',
      'src/tools/pack/load-pack.ts',
      'src/tools/pack/hygiene.ts',
      'src/tools/pack/write-pack.ts',
    ],
    outbase: 'src/tools',
    outdir: at('dist/tools'),
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    splitting: true,
    packages: 'external',
  });
}

// ---- packs -----------------------------------------------------------------------------------------------------------------

async function buildPacks() {
  const tool = (name) => import(`${pathToFileURL(at('dist/tools/pack', name)).href}?${Date.now()}`);
  const [{ loadPack, problemLine }, { hygieneSummary }, { writePack }] = [
    await tool('load-pack.mjs'),
    await tool('hygiene.mjs'),
    await tool('write-pack.mjs'),
  ];
  const index = [];
  for (const id of PACKS) {
    const { compiled, problems } = await loadPack(at('assets/packs', id));
    for (const problem of problems) console.error(problemLine(problem));
    if (!compiled) throw new Error(`assets/packs/${id} does not compile`);
    const { bytes, ...entry } = await writePack(compiled, out('packs'));
    index.push(entry);
    console.log(
      `pack ${id} ${entry.version}: ${compiled.reference.entities.length} entities, ${hygieneSummary(compiled.aliasReport)}`,
    );
    reportBudget(`packs/${id}`, bytes, isBudgeted ? PACK_BUDGETS[id] : undefined);
  }
  await writeFile(path.join(out('packs'), 'index.json'), JSON.stringify(index));
  endBudgets();
}

// ---- bundles ---------------------------------------------------------------------------------------------------------------

/** Preact can write HTML strings; we never do, and a bundle that cannot is a bundle that nobody need audit for it. */
const withoutInnerHtml = {
  name: 'without-inner-html',
  setup({ onLoad }) {
    onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const assignment =
        /\w+\|\|\w+&&\(\w+\.__html==\w+\.__html\|\|\w+\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/;
      if (!assignment.test(source))
        throw new Error('Preact has changed: look for innerHTML in it, and mend build.mjs');
      return { contents: source.replace(assignment, '0'), loader: 'js' };
    });
  },
};

/** Of commonmark we take the syntax tree; what writes HTML of it is left out. */
const withoutRenderers = {
  name: 'without-renderers',
  setup({ onLoad }) {
    onLoad({ filter: /commonmark[\\/]lib[\\/]render[\\/]\w+\.js$/ }, () => ({
      contents: 'export default null',
    }));
  },
};

/** The card's script is weighed: it takes no more of Preact than it uses, which writes no HTML either. Pages have styles as objects, boxes to tick and long lists: they take it whole. */
const lessPreact = {
  name: 'less-preact',
  setup({ onLoad }) {
    onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path: file }) => ({
      contents: cutPreact(await readFile(file, 'utf8')),
      loader: 'js',
    }));
  },
};

/** What comes later than the script of all frames takes the ways to the background from there (src/content/card/borrowed-wire.ts). */
const borrowedWire = {
  name: 'borrowed-wire',
  setup({ onResolve }) {
    onResolve({ filter: /\/protocol\/(call|serve)\.ts$|\/platform\/report\.ts$/ }, () => ({
      path: at('src/content/card/borrowed-wire.ts'),
    }));
  },
};

/** What draws in the cards of another script takes Preact and the smallest components from there (src/content/card/borrowed.ts). */
const borrowedParts = {
  name: 'borrowed-parts',
  setup({ onResolve }) {
    onResolve({ filter: /^preact$|\/(hooks\.ts|Buttons\.tsx|Icon\.tsx)$/ }, () => ({
      path: at('src/content/card/borrowed.ts'),
    }));
  },
};

/** Style sheets travel in bundles as text, minified like everything else. */
const minifiedStyles = {
  name: 'minified-styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

/** Children as arguments of calls weigh less than as properties (src/ui/jsx.ts). All else is as in tsconfig.json. */
const SHORT_JSX = {
  jsx: 'react',
  jsxFactory: 'h',
  jsxFragmentFactory: 'Fragment',
  strict: true,
  verbatimModuleSyntax: true,
};

/** Content bundles and pages take the browser's own object; the polyfill (10 kB) is for the background. */
const nativeBrowser = { 'webextension-polyfill': at('src/platform/native-browser.ts') };

const bundles = (target) => {
  const browser = {
    ...shared,
    outdir: out(target),
    format: 'iife',
    platform: 'browser',
    target: ['chrome128', 'firefox140'],
    // All of these know them; without this word esbuild writes constructors, which it cannot leave out where they are not used.
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
    plugins: [minifiedStyles],
  };
  const content = {
    ...browser,
    outbase: 'src',
    alias: nativeBrowser,
    tsconfigRaw: { compilerOptions: SHORT_JSX },
    inject: [at('src/ui/jsx.ts')],
    mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
    mangleCache: SHORT_NAMES,
    plugins: [lessPreact, shortStyles(at('src/ui/tokens.css'))],
  };
  const late = { ...content, plugins: [borrowedWire, ...content.plugins] };
  return [
    {
      ...content,
      entryPoints: [
        'src/content/frame.ts',
        'src/content/spotter.ts',
        'src/content/list.ts',
        'src/content/shadow.ts',
        // Sent by the background by itself, it may come before the script of all frames.
        'src/content/passages.ts',
      ],
    },
    {
      ...late,
      entryPoints: [
        'src/content/card.tsx',
        'src/content/far.ts',
        'src/content/walk.ts',
        'src/content/passage-card.ts',
      ],
    },
    { ...late, entryPoints: ['src/content/notes.ts'], plugins: [borrowedParts, ...late.plugins] },
    { ...browser, entryPoints: { background: 'src/background/main.ts' } },
    {
      ...browser,
      entryPoints: ['src/pages/popup.tsx', 'src/pages/library.tsx', 'src/pages/panel.tsx'],
      outbase: 'src',
      // What they share is one file.
      format: 'esm',
      splitting: true,
      chunkNames: 'pages/shared-[hash]',
      alias: {
        ...nativeBrowser,
        entities: at('src/pages/library/named-characters.ts'),
      },
      tsconfigRaw: { compilerOptions: SHORT_JSX },
      inject: [at('src/ui/jsx.ts')],
      plugins: [withoutInnerHtml, withoutRenderers, minifiedStyles],
    },
  ];
};

async function copyAssets(target) {
  const copies = [
    ['assets/_locales', '_locales'],
    ['assets/icons', 'assets/icons'],
    ['src/pages/popup.html', 'pages/popup.html'],
    ['src/pages/library.html', 'pages/library.html'],
    ['src/pages/panel.html', 'pages/panel.html'],
    ['src/ui/tokens.css', 'pages/tokens.css'],
    ['src/ui/parts.css', 'pages/parts.css'],
    ['src/ui/written.css', 'pages/written.css'],
    ['src/ui/page-tokens.css', 'pages/page-tokens.css'],
    ['src/ui/note-tokens.css', 'pages/note-tokens.css'],
    ['src/ui/colours.css', 'pages/colours.css'],
    ['src/ui/pages.css', 'pages/pages.css'],
    ['src/ui/notes.css', 'pages/notes.css'],
    ['src/ui/packs.css', 'pages/packs.css'],
    ['src/ui/panel.css', 'pages/panel.css'],
    ['src/ui/card.css', 'pages/card.css'],
    ['LICENSE', 'LICENSE'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
  ];
  for (const [from, to] of copies) await cp(at(from), path.join(out(target), to), { recursive: true });
  await cp(out('packs'), path.join(out(target), 'packs'), { recursive: true });
  const marks = ['src/content/marks/marks.css', 'src/content/notes/note-marks.css'];
  const sheets = await Promise.all(marks.map((file) => readFile(at(file), 'utf8')));
  await writeFile(path.join(out(target), 'content/marks.css'), sheets.join(''));
}

// ---- manifests: each browser gets what it knows, and no warning --------------------------------------------------------

function manifestFor(target, source) {
  const manifest = { ...source, version };
  if (target === 'chromium') {
    manifest.background = { service_worker: source.background.service_worker };
    delete manifest.browser_specific_settings;
    delete manifest.sidebar_action;
  } else {
    manifest.background = { scripts: source.background.scripts };
    manifest.permissions = source.permissions.filter((permission) => permission !== 'sidePanel');
    delete manifest.minimum_chrome_version;
    delete manifest.side_panel;
  }
  return manifest;
}

async function writeManifest(target) {
  const source = JSON.parse(await readFile(at('manifest.json'), 'utf8'));
  await writeFile(
    path.join(out(target), 'manifest.json'),
    `${JSON.stringify(manifestFor(target, source), null, 2)}\n`,
  );
}

// ---- budgets and zips ------------------------------------------------------------------------------------------------------

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
}

let over = 0;

/** Prints a size beside its budget, where it has one, and counts those that are over. */
function reportBudget(name, bytes, budget) {
  if (budget && bytes > budget) over += 1;
  console.log(
    `${name}: ${bytes} bytes${budget ? ` of ${budget}` : ''}${budget && bytes > budget ? ', OVER' : ''}`,
  );
}

function endBudgets() {
  if (over > 0) throw new Error(`${over} over budget`);
}

async function reportSizes(target) {
  let pages = 0;
  for (const file of (await filesIn(out(target))).filter((name) => name.endsWith('.js'))) {
    const bytes = (await readFile(path.join(out(target), file))).length;
    if (file.startsWith('pages/')) pages += bytes;
    reportBudget(`${target}/${file}`, bytes, isBudgeted ? BUDGETS[file] : undefined);
  }
  reportBudget(`${target}/pages, together`, pages, isBudgeted ? PAGES_BUDGET : undefined);
  endBudgets();
}

async function writeZip(target) {
  const files = {};
  for (const file of await filesIn(out(target))) {
    files[file] = [await readFile(path.join(out(target), file)), { mtime: ZIP_DATE, level: 9 }];
  }
  await writeFile(at('dist', `glossator-${version}-${target}.zip`), zipSync(files));
}

// ---- all of it -------------------------------------------------------------------------------------------------------------

for (const folder of ['packs', ...TARGETS]) await rm(out(folder), { recursive: true, force: true });
await mkdir(out('packs'), { recursive: true });
await buildTools();
await buildPacks();
for (const target of TARGETS) {
  for (const bundle of bundles(target)) {
    if (watch) await (await context(bundle)).watch();
    else await build(bundle);
  }
  await copyAssets(target);
  await writeManifest(target);
  await reportSizes(target);
  if (!bench && !watch) await writeZip(target);
}
if (watch) console.log('watching; packs, styles and manifests need a new start');
