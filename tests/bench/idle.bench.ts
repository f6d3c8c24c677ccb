/// <reference lib="dom" />
/**
 * What goes on in a page on which nothing happens: timers of ours that wait, and calls that the browser makes into our script,
 * in ten seconds, in both browsers. The build is the one that readers have, with a counter put before its content script.
 *
 *     npm run bench -- idle [--seconds 10]
 *
 * The rows without a promise are the counter's own proof: what it tells while a page is read, and while the pointer moves. It fails
 * where anything goes on in stillness.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launchBrowser,
  type ReaderPage,
} from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { hover, htmlPage, marked, ROOT } from '../support/reading.ts';
import { row } from './pages/figures.ts';

/** After this time a page with nothing left to do is at rest: longer than any pause of ours. */
const REST_MS = 4000;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const seconds = Number(values.seconds);

interface Work {
  /** What was called, in order, since it was asked last. */
  readonly fired: readonly string[];
  /** Kinds of timers that wait. */
  readonly pending: readonly string[];
}

function work(page: ReaderPage): Promise<Work> {
  return page.evaluate(
    () =>
      new Promise<Work>((resolve) => {
        addEventListener(
          'bench-answer',
          (event) => resolve(JSON.parse((event as CustomEvent<string>).detail)),
          {
            once: true,
          },
        );
        dispatchEvent(new Event('bench-ask'));
      }),
  );
}

/** The build with the counter before its content script. */
async function countingBuild(kind: BrowserKind): Promise<string> {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-idle-'));
  cpSync(path.join(ROOT, 'dist', kind), dir, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'idle/count-work.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const script = path.join(dir, 'content/spotter.js');
  writeFileSync(script, `${outputFiles[0]?.text}${readFileSync(script, 'utf8')}`);
  return dir;
}

function tell(kind: BrowserKind, state: string, { fired, pending }: Work, isPromised = true): void {
  const isMet = fired.length === 0 && pending.length === 0;
  console.log(
    row([
      kind,
      state,
      pending.length,
      fired.length,
      ...(isPromised ? [0, isMet ? 'yes' : 'no'] : ['–', '–']),
      [...new Set([...pending, ...fired])].join(', ') || '–',
    ]),
  );
  if (isPromised && !isMet) process.exitCode = 1;
}

async function measure(kind: BrowserKind): Promise<void> {
  const extensionDir = await countingBuild(kind);
  const site = await startSite();
  const reader = await launchBrowser(kind, { extensionDir, proxy: site.proxy });
  const stillness = async (page: ReaderPage) => {
    await sleep(REST_MS);
    await work(page);
    await sleep(seconds * 1000);
    return work(page);
  };
  try {
    site.page(
      'http://still.test/',
      htmlPage(
        'Still',
        `${'<p>Much was said of cyber sovereignty, and of the Great Firewall.</p>'.repeat(200)}`,
      ),
    );
    const page = await reader.openPage('http://still.test/');
    await marked(page, 'cyber sovereignty');
    tell(kind, 'while it is read', await work(page), false);
    tell(kind, 'marked, never pointed at', await stillness(page));
    await hover(page, 'cyber sovereignty');
    await page.press('Escape');
    await page.pointer.move(3, 3);
    tell(kind, 'after a card was opened and closed', await stillness(page));
    await work(page);
    await page.pointer.move(300, 300, { steps: 20 });
    tell(kind, 'while the pointer moves', await work(page), false);
  } finally {
    await reader.close();
    await site.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

const { status } = spawnSync(process.execPath, ['build.mjs'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) throw new Error('node build.mjs failed.');
console.log(`\n## A page on which nothing happens, ${seconds} s\n`);
console.log(
  row(['browser', 'state', 'timers waiting', 'calls into our script', 'promised', 'met', 'called']),
);
console.log(row(['---', '---', '--:', '--:', '--:', '--:', '---']));
for (const kind of BROWSER_KINDS) await measure(kind);
