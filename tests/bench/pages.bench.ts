/**
 * What the extension costs real pages, beside the bare browser and beside other extensions:
 *
 *     npm run bench -- pages DIR [--peer NAME=EXT_DIR]… [--runs 5] [--only PATTERN] [--json OUT]
 *
 * Every page is loaded by turns in one Chromium for each contestant, so that a slow moment of the machine falls on all; of
 * the runs the least counts for time and memory, the median for the first marks. Scripts of the pages, and all that they would fetch, are
 * blocked by policy: saved pages ask for what is gone. Figures are printed beside what is promised, and judged by readers;
 * it fails where a page's nodes are not as they were.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser, type Reader } from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { listPages, type SavedPage, servePages } from '../support/saved-pages.ts';
import { bigPage } from './pages/big-page.ts';
import { type Load, loadPage } from './pages/load-page.ts';
import { type Contestant, type PageLoads, printResults } from './pages/results.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VIEWPORT = { width: 1280, height: 900 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5' },
    asleep: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const dir = values.pages ?? positionals[0];
if (dir === undefined) {
  console.error(
    'Usage: npm run bench -- pages DIR [--peer NAME=EXT_DIR]… [--runs 5] [--only PATTERN] [--json OUT]',
  );
  process.exit(2);
}
const runs = Math.max(1, Number(values.runs) || 1);
const asleepRuns = Math.max(0, Number(values.asleep) || 0);

/** Pages of our own, measured like the rest and kept out of its median. */
const OWN_PAGES: readonly SavedPage[] = [
  {
    name: 'sample article',
    body: () => readFileSync(path.join(ROOT, 'assets/welcome/article.html')),
  },
  { name: 'generated, 7 MB, 208 k elements', body: bigPage },
];

function buildForBench(): string {
  const { status } = spawnSync(process.execPath, ['build.mjs', '--bench'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('node build.mjs --bench failed.');
  return path.join(ROOT, 'dist/bench-chromium');
}

function contestants(): Contestant[] {
  const peers = values.peer.map((peer): Contestant => {
    const at = peer.indexOf('=');
    if (at < 1) throw new Error(`--peer ${peer}: NAME=EXT_DIR expected.`);
    return { name: peer.slice(0, at), kind: 'peer', extensionDir: path.resolve(peer.slice(at + 1)) };
  });
  return [
    { name: 'bare page', kind: 'bare', extensionDir: writeEmptyExtension() },
    { name: 'Glossator', kind: 'ours', extensionDir: buildForBench() },
    ...peers,
  ];
}

async function loadAll(
  page: SavedPage,
  url: string,
  readers: ReadonlyMap<Contestant, Reader>,
): Promise<PageLoads> {
  const loads = new Map<Contestant, Load[]>([...readers.keys()].map((contestant) => [contestant, []]));
  for (let run = 0; run < runs; run++) {
    for (const [contestant, reader] of readers)
      loads.get(contestant)?.push(await loadPage(reader, url, contestant.kind === 'ours'));
  }
  const asleep: Load[] = [];
  const ours = [...readers].find(([{ kind }]) => kind === 'ours')?.[1];
  for (let run = 0; ours && run < asleepRuns; run++) {
    await ours.killWorker();
    asleep.push(await loadPage(ours, url, true));
  }
  return { name: page.name, isOwn: OWN_PAGES.includes(page), loads, asleep };
}

const pages = [...listPages(dir, values.only), ...OWN_PAGES.filter(({ name }) => name.includes(values.only))];
const site = await startSite();
const addresses = servePages(site, pages, 'still');
const readers = new Map<Contestant, Reader>();
const results: PageLoads[] = [];
try {
  for (const contestant of contestants()) {
    const { extensionDir } = contestant;
    readers.set(
      contestant,
      await launchBrowser('chromium', { extensionDir, proxy: site.proxy, viewport: VIEWPORT }),
    );
  }
  for (const [page, url] of addresses) {
    try {
      results.push(await loadAll(page, url, readers));
    } catch (error) {
      console.error(`\n${page.name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
    // As it goes: a run takes long, and what it has measured outlives it.
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results.map(plain), null, 1));
    process.stderr.write(`\r${results.length} of ${pages.length} pages`);
  }
  process.stderr.write('\n');
} finally {
  for (const reader of readers.values()) await reader.close();
  await site.close();
}
if (!printResults(results, runs)) process.exitCode = 1;

/** Without the pages' text. */
function plain({ name, loads, asleep }: PageLoads) {
  const bare = ({ html, ...rest }: Load) => rest;
  return {
    name,
    loads: Object.fromEntries([...loads].map(([contestant, list]) => [contestant.name, list.map(bare)])),
    asleep: asleep.map(bare),
  };
}
