/**
 * What a fresh machine lacks: packages and browsers. Plain Node without dependencies, since it runs when nothing is
 * installed yet. It asks nothing; it says what it is going to install, and why, before it does; and when it cannot, it
 * says what a person can do. Usable browsers only: a snap cannot read our folders, and branded Chrome and Edge ignore
 * `--load-extension` since version 137.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MINIMUM_NODE = 20;
const MINUTE = 60_000;
const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const PLAYWRIGHT_CACHE =
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  (process.platform === 'darwin'
    ? join(homedir(), 'Library/Caches/ms-playwright')
    : join(CACHE, 'ms-playwright'));
const PUPPETEER_CACHE = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer');

/**
 * How each browser is called, looked for and installed. `downloads` are [cache folder, the browser's folder in it, names
 * of the executable]; `refuses` says why a found one will not do.
 */
const BROWSERS = {
  chromium: {
    name: 'Chromium',
    variable: 'GLOSSATOR_CHROMIUM',
    minimum: 128, // manifest: minimum_chrome_version
    commands: ['chromium', 'chromium-browser', 'chrome-for-testing'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    downloads: [
      [PLAYWRIGHT_CACHE, /^chromium-\d+$/, ['chrome', 'Chromium', 'Google Chrome for Testing']],
      [join(PUPPETEER_CACHE, 'chrome'), /./, ['chrome', 'Google Chrome for Testing']],
    ],
    refuses: (version) =>
      /Google Chrome(?! for Testing)|Edge/.test(version)
        ? 'it is branded and ignores --load-extension'
        : null,
    debian: 'chromium',
    elsewhere: [['playwright', 'install', '--with-deps', 'chromium']],
  },
  firefox: {
    name: 'Firefox',
    variable: 'GLOSSATOR_FIREFOX',
    minimum: 140, // manifest: strict_min_version
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    // Playwright's own Firefox is patched and speaks another protocol: its download is no use here.
    downloads: [[join(PUPPETEER_CACHE, 'firefox'), /./, ['firefox']]],
    refuses: () => null,
    debian: 'firefox-esr',
    elsewhere: [
      ['@puppeteer/browsers', 'install', 'firefox@esr', '--path', PUPPETEER_CACHE],
      ['playwright', 'install-deps', 'firefox'],
    ],
  },
};

/** Throws with the remedy if this Node is too old. */
export function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MINIMUM_NODE)
    throw new Error(
      `Glossator needs Node ${MINIMUM_NODE} or later; this is ${process.versions.node}. ` +
        'Install a current one from https://nodejs.org or with your package manager.',
    );
}

/** Runs `npm ci` if the packages are missing or older than the lock file. */
export function ensurePackages() {
  const installed = modified(join(ROOT, 'node_modules/.package-lock.json'));
  if (installed !== null && installed >= (modified(join(ROOT, 'package-lock.json')) ?? 0)) return;
  const why = installed === null ? 'they are missing' : 'package-lock.json is newer than what is installed';
  say(`Installing the project's packages into node_modules (npm ci): ${why}.`);
  if (!run('npm', ['ci'], 10 * MINUTE))
    throw new Error(
      'npm ci failed (its own words are above). Check the connection to the package registry and disk space, then run it by hand.',
    );
}

/**
 * The path of a usable browser; installs one, after saying so, where there is none.
 * @param {'chromium' | 'firefox'} kind
 * @returns {string}
 */
export function ensureBrowser(kind) {
  const browser = BROWSERS[kind];
  const named = process.env[browser.variable];
  if (named !== undefined && named !== '') {
    const reason = unfit(browser, named);
    if (reason !== null) throw new Error(`${browser.variable} names ${named}, which will not do: ${reason}.`);
    return named;
  }
  const refused = [];
  const found = find(browser, refused);
  if (found !== null) return found;

  const isDebian = distribution() === 'debian';
  const seen = refused.length === 0 ? 'none is installed' : refused.join('; ');
  const asRoot = rootPrefix();
  const remedy = `Install it by hand, or name an executable in ${browser.variable}.`;
  say(
    `Glossator is tested in a real ${browser.name} ${browser.minimum} or later, and there is none to use (${seen}).`,
  );
  if (isDebian) {
    if (asRoot === null)
      throw new Error(
        `Installing the package ${browser.debian} needs root. Run: sudo apt-get install ${browser.debian}`,
      );
    say(`Installing the Debian package ${browser.debian} with apt-get.`);
    const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    // A stale mirror in the list makes update fail although the package can be had: let install decide.
    run(apt[0], [...apt.slice(1), 'update'], 5 * MINUTE);
    const install = [...apt.slice(1), 'install', '-y', '--no-install-recommends', browser.debian];
    if (!run(apt[0], install, 15 * MINUTE))
      throw new Error(`apt-get could not install ${browser.debian} (its own words are above). ${remedy}`);
  } else {
    for (const command of browser.elsewhere) {
      say(`Running npx ${command.join(' ')}.`);
      if (!run('npx', ['--yes', ...command], 15 * MINUTE))
        throw new Error(`npx ${command.join(' ')} failed (its own words are above). ${remedy}`);
    }
  }
  const installed = find(browser, refused);
  if (installed === null)
    throw new Error(
      `${browser.name} was installed and still none is usable (${refused.join('; ')}). ${remedy}`,
    );
  return installed;
}

/** The first usable executable; why others were passed over goes to `refused`. */
function find(browser, refused) {
  refused.length = 0;
  for (const path of [...candidates(browser)]) {
    const reason = unfit(browser, path);
    if (reason === null) return path;
    refused.push(`${path}: ${reason}`);
  }
  return null;
}

function* candidates(browser) {
  for (const command of browser.commands)
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      if (folder !== '' && isExecutable(join(folder, command))) yield join(folder, command);
  for (const place of browser.places) if (isExecutable(place)) yield place;
  for (const [cache, pattern, names] of browser.downloads)
    for (const entry of list(cache)
      .filter((name) => pattern.test(name))
      .sort()
      .reverse())
      yield* executablesUnder(join(cache, entry), names, 5);
}

/** Downloads nest the executable a few folders deep, differently on each platform. */
function* executablesUnder(folder, names, depth) {
  for (const name of names) if (isExecutable(join(folder, name))) yield join(folder, name);
  if (depth === 0) return;
  for (const entry of list(folder))
    if (statSync(join(folder, entry), { throwIfNoEntry: false })?.isDirectory())
      yield* executablesUnder(join(folder, entry), names, depth - 1);
}

/** Why an executable will not do, or null if it will. */
function unfit(browser, path) {
  if (!isExecutable(path)) return 'it is not an executable file';
  if (isSnap(path)) return 'it is a snap, which cannot read the folders that the tests make';
  const { stdout, error } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: MINUTE });
  if (error !== undefined) return `--version failed (${error.message})`;
  const version = stdout.trim();
  const major = Number(/(\d+)\.\d/.exec(version)?.[1] ?? Number.NaN);
  if (Number.isNaN(major)) return `--version says ${JSON.stringify(version)}`;
  if (major < browser.minimum) return `version ${major} is older than ${browser.minimum}`;
  return browser.refuses(version);
}

/** Ubuntu's commands are small scripts or links that start a snap. */
function isSnap(path) {
  const real = realpathSync(path);
  if (real.includes('/snap/') || real.endsWith('/snap')) return true;
  const { size } = statSync(real);
  return size < 20_000 && readFileSync(real, 'utf8').includes('/snap/bin/');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run
  }
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not there
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function distribution() {
  try {
    return /^ID="?([\w-]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform; // no Linux
  }
}

/** What to put before a command that needs root: nothing as root, sudo where it asks no password, else null. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Everything goes to the error stream: the standard one belongs to the command that called us. */
function run(command, args, timeout) {
  const shell = process.platform === 'win32'; // npm and npx are .cmd files there
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], timeout, shell }).status === 0;
}

function say(line) {
  console.error(`setup: ${line}`);
}
