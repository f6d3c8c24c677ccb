/**
 * Every page of a folder, with the extension and without, in both browsers:
 *
 *     npm run sweep -- DIR [--only PATTERN] [--browser chromium|firefox] [--json OUT]
 *
 * The pages' own scripts run, with dice and a clock that are the same each time; nothing they ask for is there. Where
 * something seems to be ours the page is loaded twice more each way; where it differs of itself, or does not stay when what it
 * asks for is gone, it is compared with its scripts blocked. A table, and a list of failures with their reasons; exit 1 where there is one.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launchBrowser,
  type Reader,
} from '../../src/tools/browser/driver.ts';
import { type Site, startSite } from '../../src/tools/browser/site.ts';
import { quantile, row, shown } from '../bench/pages/figures.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { listPages, type SavedPage, servePages } from '../support/saved-pages.ts';
import { type Complaint, judgeLoads, type SweepLoad } from './sweep/judge-loads.ts';
import { sweepLoad } from './sweep/sweep-load.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VIEWPORT = { width: 1280, height: 900 };
/** Loads each way before something is called ours. */
const LOADS = 3;
/** The same where only time is against us: another program's turn in the middle of ours makes ours look long, and late pictures move a page. */
const TIMED_LOADS = 9;

/** Browsers begin anew after so many pages: none is to slow down, or to fall, over what the ones before have left. */
const PAGES_A_BROWSER = 25;

interface Browsers {
  readonly withUs: Reader;
  readonly without: Reader;
}
interface Swept {
  readonly page: string;
  readonly browser: BrowserKind;
  readonly load: SweepLoad | null;
  readonly bare: SweepLoad | null;
  /** Whether its nodes were compared with its own scripts blocked. */
  readonly isStill: boolean;
  readonly complaints: readonly Complaint[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, browser: { type: 'string' }, json: { type: 'string' } },
});
const [dir] = positionals;
if (dir === undefined) {
  console.error('Usage: npm run sweep -- DIR [--only PATTERN] [--browser chromium|firefox] [--json OUT]');
  process.exit(2);
}
const pages = listPages(dir, values.only);
if (pages.length === 0) {
  console.error(`No HTML page in ${dir} whose path holds "${values.only}".`);
  process.exit(2);
}

interface Compared {
  readonly withUs: SweepLoad;
  readonly without: SweepLoad;
  readonly complaints: readonly Complaint[];
}

async function sweepPage(
  page: SavedPage,
  browser: BrowserKind,
  browsers: Browsers,
  addresses: { readonly lively: string; readonly still: string },
): Promise<Swept> {
  const lively = await compare(browsers, addresses.lively).catch(async (error) => {
    // Some pages go elsewhere, or never come to an end of loading, when what they ask for is gone; if they do so without us.
    if (await staysAlone(browsers.without, addresses.lively)) throw error;
    return null;
  });
  const isRestless = lively?.complaints.some(({ kind }) => kind === 'restless') ?? true;
  const still = isRestless ? await compare(browsers, addresses.still) : null;
  const { withUs, without } = lively ?? (still as Compared); // one of them there is
  const complaints = [
    ...(lively?.complaints ?? []).filter(({ kind }) => kind !== 'restless'),
    ...(still?.complaints ?? []),
  ];
  return { page: page.name, browser, load: withUs, bare: without, isStill: isRestless, complaints };
}

/** Loads a page by turns without us and with us, until nothing seems to be ours or it has been seen often enough. */
async function compare(browsers: Browsers, url: string): Promise<Compared> {
  const [withUs, without]: [SweepLoad[], SweepLoad[]] = [[], []];
  for (;;) {
    const bare = await sweepLoad(browsers.without, url, false);
    const ours = await sweepLoad(browsers.withUs, url, true);
    without.push(bare);
    withUs.push(ours);
    const complaints = judgeLoads(withUs, without);
    const enough = complaints.every(({ kind }) => /^(task|shift)$/.test(kind)) ? TIMED_LOADS : LOADS;
    if (complaints.length === 0 || withUs.length >= enough)
      return { withUs: ours, without: bare, complaints };
  }
}

async function staysAlone(without: Reader, url: string): Promise<boolean> {
  for (let load = 0; load < LOADS; load++) {
    const stays = await sweepLoad(without, url, false).then(
      () => true,
      () => false,
    );
    if (!stays) return false;
  }
  return true;
}

async function sweepBrowser(kind: BrowserKind, site: Site): Promise<Swept[]> {
  const lively = servePages(site, pages, 'lively');
  const still = servePages(site, pages, 'still');
  const launch = (extensionDir: string) =>
    launchBrowser(kind, { extensionDir, proxy: site.proxy, viewport: VIEWPORT });
  const without = await launch(writeEmptyExtension());
  const withUs = await launch(path.join(ROOT, `dist/bench-${kind}`)).catch(async (error) => {
    await without.close();
    throw error;
  });
  const swept: Swept[] = [];
  try {
    for (const page of pages) {
      // Both maps have all pages: `servePages` has just put them there.
      const addresses = { lively: lively.get(page) as string, still: still.get(page) as string };
      const sweep = () => sweepPage(page, kind, { withUs, without }, addresses);
      const anew = () => Promise.all([withUs.restart(), without.restart()]);
      if (swept.length > 0 && swept.length % PAGES_A_BROWSER === 0) await anew();
      // A browser that has fallen over is no fault of the page: it has a second turn in a fresh one.
      const again = () => anew().then(sweep);
      swept.push(
        await sweep()
          .catch(again)
          .catch((error) => failedPage(page, kind, error)),
      );
      process.stderr.write(`\r${kind}: ${swept.length} of ${pages.length} pages`);
    }
  } finally {
    process.stderr.write('\n');
    await withUs.close();
    await without.close();
  }
  return swept;
}

/** A page that could not be loaded or read at all: the sweep says nothing good of it. */
function failedPage(page: SavedPage, browser: BrowserKind, error: unknown): Swept {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    page: page.name,
    browser,
    load: null,
    bare: null,
    isStill: false,
    complaints: [{ kind: 'unfinished', reason }],
  };
}

function printTable(swept: readonly Swept[]): void {
  console.log(
    row(['page', 'browser', 'marks', 'own ms', 'longest', 'heap MB', 'layout shift', 'page errors', 'nodes']),
  );
  console.log(row(['---', '---', '--:', '--:', '--:', '--:', '--:', '--:', '---']));
  for (const { page, browser, load, bare, isStill, complaints } of swept) {
    const heap = load?.heap && bare?.heap ? (load.heap - bare.heap) / 1e6 : null;
    const isChanged = complaints.some(({ kind }) => kind === 'changed');
    console.log(
      row([
        page.length > 48 ? `…${page.slice(-47)}` : page,
        browser,
        load?.marks ?? '–',
        shown(load?.ownMs),
        shown(load?.longestOwnMs),
        shown(heap, 2),
        shown(load && bare ? Math.max(0, load.layoutShift - bare.layoutShift) : null, 3),
        load?.errors.length ?? '–',
        isChanged ? 'CHANGED' : isStill ? 'as they were, scripts blocked' : 'as they were',
      ]),
    );
  }
}

function printSummary(swept: readonly Swept[]): void {
  for (const kind of new Set(swept.map(({ browser }) => browser))) {
    const own = swept.filter(({ browser }) => browser === kind).flatMap(({ load }) => load?.ownMs ?? []);
    const marks = swept.filter(({ browser }) => browser === kind).map(({ load }) => load?.marks ?? 0);
    console.log(
      `\n${kind}: ${own.length} pages, own time ${shown(quantile(own, 0.5))} ms in the median and ${shown(quantile(own, 0.95))} ms at the 95th percentile, ${marks.reduce((a, b) => a + b, 0)} marks.`,
    );
  }
  const failures = swept.filter(({ complaints }) => complaints.length > 0);
  console.log(failures.length === 0 ? '\nNo failure.' : `\n## ${failures.length} failures\n`);
  for (const { page, browser, complaints } of failures)
    for (const { kind, reason } of complaints) console.log(`- ${page} (${browser}): ${kind}: ${reason}`);
}

const { status } = spawnSync(process.execPath, ['build.mjs', '--bench'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) throw new Error('node build.mjs --bench failed.');
const site = await startSite();
const swept: Swept[] = [];
try {
  for (const kind of BROWSER_KINDS)
    if (values.browser === undefined || values.browser === kind)
      swept.push(...(await sweepBrowser(kind, site)));
} finally {
  await site.close();
}
printTable(swept);
const asked = site.outside.filter(({ from }) => /^(chrome|moz)-extension:/.test(from));
for (const { url } of asked) console.error(`The extension asked the network for ${url}`);
printSummary(swept);
if (values.json !== undefined)
  writeFileSync(
    values.json,
    JSON.stringify(swept, (key, value) => (key === 'html' ? undefined : value), 1),
  );
if (asked.length > 0 || swept.some(({ complaints }) => complaints.length > 0)) process.exitCode = 1;
