/**
 * `npm test`: everything, on a fresh machine too. Installs what is missing (and says so), then format, lint, types, build, unit,
 * content parts and the whole in both browsers, the manifest's lint, and a second build that must give the same bytes.
 *
 *     npm test                 all of it
 *     npm test -- PATTERN…     only the steps whose name holds one of the patterns
 *
 * A file of browser tests that fails is run once more, and this is said: a machine that stood still for a moment is no fault of
 * the product, and a fault of the product fails again.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureNode, ensurePackages } from './setup.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bin = (name) => path.join('node_modules/.bin', name);
const node = (...args) => [process.execPath, ...args];
/** Where the reporter beside this file leaves the names of test files that failed, a line each. */
const FAILED_FILES = '.cache/failed-test-files';
/** Files that drive a browser run one after the other: two browsers at once on two cores wait for each other. */
const nodeTest = (...files) =>
  node(
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=1',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./src/tools/failed-files.mjs',
    `--test-reporter-destination=${FAILED_FILES}`,
    ...files,
  );

const testsIn = (folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);

let built = '';

/** Steps in order: what they are called, and what they run. */
const STEPS = [
  ['format and lint', () => [bin('biome'), 'check', '--error-on-warnings']],
  ...['src/core', '.', 'src/background', 'src/tools', 'tests'].map((project) => [
    `types ${project}`,
    () => [bin('tsc'), '-p', project],
  ]),
  ['build', () => node('build.mjs')],
  ['unit', () => nodeTest(...testsIn('tests/unit'))],
  ['dom', () => nodeTest(...testsIn('tests/dom'))],
  ['end to end', () => nodeTest(...testsIn('tests/e2e'))],
  ['manifest lint', () => [bin('addons-linter'), '--warnings-as-errors', 'dist/firefox']],
  [
    'second build',
    () => {
      built = hashOfZips();
      return node('build.mjs');
    },
  ],
];

const IN_BROWSERS = new Set(['dom', 'end to end']);

/** Hash of what a reader would load. */
function hashOfZips() {
  const hash = createHash('sha256');
  for (const name of readdirSync(path.join(root, 'dist'))
    .filter((file) => file.endsWith('.zip'))
    .sort()) {
    hash.update(name).update(readFileSync(path.join(root, 'dist', name)));
  }
  return hash.digest('hex');
}

function run(name, command) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const [file, ...args] = command;
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : `failed (exit ${status})`}, ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

ensureNode();
ensurePackages();
const wanted = process.argv.slice(2);
const steps = STEPS.filter(
  ([name]) => wanted.length === 0 || wanted.some((pattern) => name.includes(pattern)),
);
if (steps.some(([name]) => IN_BROWSERS.has(name))) {
  ensureBrowser('chromium');
  ensureBrowser('firefox');
}
mkdirSync(path.join(root, '.cache'), { recursive: true });
/** Whether the browser tests that failed pass when they run once more. */
function passesAgain(name) {
  const files = readFileSync(path.join(root, FAILED_FILES), 'utf8').split('\n').filter(Boolean);
  if (files.length === 0) return false;
  const passes = run(`${name}, once more`, nodeTest(...files));
  if (passes)
    console.log(`NOT STEADY: ${files.join(', ')} failed at first (above) and passed the second time.`);
  return passes;
}

const failed = [];
for (const [name, command] of steps) {
  const passes = run(name, command()) || (IN_BROWSERS.has(name) && passesAgain(name));
  if (!passes) failed.push(name);
  if (name === 'build' && failed.includes('build')) break; // nothing after it could mean anything
}
if (
  steps.some(([name]) => name === 'second build') &&
  !failed.includes('second build') &&
  built !== hashOfZips()
) {
  console.error('The second build has other bytes than the first.');
  failed.push('equal bytes');
}
console.log(failed.length > 0 ? `\nFAILED: ${failed.join(', ')}` : '\nAll steps passed.');
process.exit(failed.length > 0 ? 1 : 0);
