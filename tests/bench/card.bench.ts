/// <reference lib="dom" />
/**
 * The card: how long after the intent it stands there, whether anything in it moves then, and which frames come late while it
 * opens, in both browsers, by a real pointer.
 *
 *     npm run bench -- card [--openings 200] [--asleep 30] [--seconds 60] [--browser chromium] [--way asleep]
 *
 * The time runs from the end of the delay that the reader has chosen to the end of the frame that shows the card with all that it has
 * room for.
 * A frame is late when it comes half a frame or more after its time; it is ours when it would have come in time without our
 * scripts and without what its layout and paint took beyond those of a bare page. At the end many cards are opened by script, to see
 * what is left of them; with `--seconds 0` none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launchBrowser,
  type Reader,
} from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { ROOT } from '../support/reading.ts';
import { lateness, ownLateness } from './card/late-frames.ts';
import { manyCards, manyHead } from './card/many.ts';
import { cardPage, openCards, PAGE, passOver, type Way } from './card/openings.ts';
import { quantile, row, shown, sum } from './pages/figures.ts';

/** Firefox rounds its clock to a millisecond otherwise. */
const EXACT_CLOCK = { 'privacy.reduceTimerPrecision': false };

const WAYS: readonly Way[] = [
  { name: 'rested on', promised: 50 },
  { name: 'rested on, right after another', promised: 50, isNext: true },
  { name: 'the first on a page', promised: 50, isFirst: true },
  { name: 'worker asleep', promised: 300, isAsleep: true },
  { name: 'the first on a page, worker asleep', promised: 300, isFirst: true, isAsleep: true },
];

const { values } = parseArgs({
  options: {
    openings: { type: 'string', default: '200' },
    asleep: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '60' },
    browser: { type: 'string' },
    way: { type: 'string' },
  },
});

async function recorder(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'card/record-openings.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

/** The build for the bench with the recorder before its content script. */
function recordingBuild(kind: BrowserKind, script: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-card-'));
  cpSync(path.join(ROOT, `dist/bench-${kind}`), dir, { recursive: true });
  const spotter = path.join(dir, 'content/spotter.js');
  writeFileSync(spotter, `${script}${readFileSync(spotter, 'utf8')}`);
  const card = path.join(dir, 'content/card.js');
  const span = `performance.measure('glossator:script',{start:__began,end:performance.now()})`;
  writeFileSync(card, `{const __began=performance.now();${readFileSync(card, 'utf8')};${span}}`);
  return dir;
}

/** An extension with the recorder alone. */
function bareBuild(script: string): string {
  const dir = writeEmptyExtension();
  const file = path.join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.content_scripts = [{ matches: ['<all_urls>'], js: ['recorder.js'], run_at: 'document_idle' }];
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(path.join(dir, 'recorder.js'), script);
  return dir;
}

async function inBrowser<T>(
  kind: BrowserKind,
  extensionDir: string,
  use: (reader: Reader) => Promise<T>,
): Promise<T> {
  const site = await startSite();
  site.page(PAGE, cardPage());
  const reader = await launchBrowser(kind, { extensionDir, proxy: site.proxy, extraPrefs: EXACT_CLOCK });
  try {
    return await use(reader);
  } finally {
    await reader.close();
    await site.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

async function measure(kind: BrowserKind): Promise<void> {
  const script = await recorder();
  const bare = await inBrowser(kind, bareBuild(script), (reader) =>
    passOver(reader, Math.min(50, Number(values.openings))),
  );
  const bareLate = lateness(bare);
  await inBrowser(kind, recordingBuild(kind, script), async (reader) => {
    for (const way of WAYS) {
      if (values.way && !way.name.includes(values.way)) continue;
      const isMany = !way.isAsleep && !way.isFirst;
      const openings = await openCards(reader, way, Number(isMany ? values.openings : values.asleep));
      const times = openings.map(({ after }) => after);
      const moved = openings.flatMap((opening) => opening.moved);
      const { frames, late, ours, work } = ownLateness(openings, bare);
      const high = quantile(times, 0.95);
      console.log(
        row([
          kind,
          way.name,
          openings.length,
          ...[0.5, 0.95, 1].map((share) => shown(quantile(times, share))),
          way.promised,
          high <= way.promised ? 'yes' : 'no',
          `${moved.length} in ${sum(openings.map(({ looks }) => looks))}`,
          `${late} of ${frames}`,
          `${bareLate.late} of ${bareLate.frames}`,
          ours,
          ...[0.5, 0.95, 1].map((share) => shown(quantile(work, share))),
        ]),
      );
      for (const part of new Set(moved.slice(0, 5))) console.error(`moved: ${part}`);
      if (moved.length > 0) process.exitCode = 1;
    }
  });
}

for (const flags of [[], ['--bench']]) {
  const { status } = spawnSync(process.execPath, ['build.mjs', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('node build.mjs failed.');
}
const kinds = BROWSER_KINDS.filter((kind) => !values.browser || values.browser === kind);
console.log('\n## A card, from the intent to the frame that shows it\n');
const cells = ['browser', 'card', 'opened', 'ms after intent, median', '95th', 'most', 'promised', 'met'];
console.log(
  row([
    ...cells,
    'parts that moved, in looks',
    'late frames',
    'late on the bare page',
    'late by us',
    'our work in a frame: ms, median',
    '95th',
    'most',
  ]),
);
console.log(row(['---', '---', ...Array.from({ length: 13 }, () => '--:')]));
for (const kind of kinds) await measure(kind);
const seconds = Number(values.seconds);
if (seconds > 0) {
  console.log(manyHead(seconds));
  for (const kind of kinds) if (!(await manyCards(kind, seconds))) process.exitCode = 1;
}
