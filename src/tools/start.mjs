/**
 * `npm start`: on a fresh machine, installs what is missing (and says what and why first), builds, and opens a browser with
 * the extension on the sample article. Without a display it runs headless and prints what it found.
 *
 *     npm start -- [--page FILE|URL] [--firefox]
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureNode, ensurePackages } from './setup.mjs';
import { askedPage } from './start/asked-page.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

ensureNode();
const { problem, kind } = askedPage(process.argv.slice(2));
if (problem) {
  console.error(problem);
  process.exit(2);
}
ensurePackages();
ensureBrowser(kind);
const built = run('build.mjs');
process.exit(built || run('--import', 'tsx', 'src/tools/start.ts', ...process.argv.slice(2)));
