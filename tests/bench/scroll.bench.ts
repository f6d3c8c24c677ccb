/// <reference lib="dom" />
/**
 * Scrolling a page of 7 MB and 208 thousand elements: frames that come late, with the extension and without, in both browsers, while
 * the page is still being read and when all of it is.
 *
 *     npm run bench -- scroll [--seconds 5] [--runs 3]
 *
 * The page scrolls itself by a reader's quick wheel, a step a frame. A frame is late when it comes half a frame or more after its
 * time; it is ours when it would have come in time without the spans of our script (bench builds only) that lie in it. The run with
 * the fewest late frames counts: what else the machine does makes frames late too.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind, launchBrowser } from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { ROOT } from '../support/reading.ts';
import { bigPage } from './pages/big-page.ts';
import { row, type Stretch, shown, sum } from './pages/figures.ts';
import { isDone } from './pages/load-page.ts';

const PAGE = 'http://long.test/';
/** Pixels a frame: two screens a second at 60 frames a second. */
const STEP = 30;
/** Frames come 60 times a second without a window. */
const LATE_MS = (1000 / 60) * 1.5;
/** Firefox rounds its clock to a millisecond otherwise. */
const EXACT_CLOCK = { 'privacy.reduceTimerPrecision': false };

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, runs: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);

/** What one stretch of scrolling was like, in ms of the page's clock. */
interface Scrolling {
  /** When each frame came. */
  readonly frames: readonly number[];
  readonly spans: readonly Stretch[];
}

/** Scrolls from the top for some time. Evaluated in the page. */
async function scroll(ms: number, step: number): Promise<Scrolling> {
  scrollTo({ top: 0, behavior: 'instant' });
  const frames: number[] = [];
  for (const end = performance.now() + ms; performance.now() < end; ) {
    await new Promise(requestAnimationFrame);
    frames.push(performance.now());
    scrollBy({ top: step, behavior: 'instant' });
  }
  const spans = performance
    .getEntriesByType('measure')
    .filter(({ name }) => name.startsWith('glossator:'))
    .map(({ startTime, duration }) => ({ start: startTime, duration }));
  return { frames, spans };
}

interface Lateness {
  readonly frames: number;
  readonly late: number;
  /** Late frames that would have come in time without us. */
  readonly ours: number;
  readonly longest: number;
  /** Our own time a frame, at the most. */
  readonly ownMost: number;
}

function lateness({ frames, spans }: Scrolling): Lateness {
  const gaps = frames.slice(1).map((time, i) => {
    const before = frames[i] ?? time;
    const within = spans.filter(({ start }) => start >= before && start < time);
    return { gap: time - before, own: sum(within.map(({ duration }) => duration)) };
  });
  const late = gaps.filter(({ gap }) => gap > LATE_MS);
  return {
    frames: frames.length,
    late: late.length,
    ours: late.filter(({ gap, own }) => gap - own <= LATE_MS).length,
    longest: Math.max(...gaps.map(({ gap }) => gap)),
    ownMost: Math.max(...gaps.map(({ own }) => own)),
  };
}

function buildForBench(kind: BrowserKind): string {
  const dir = path.join(ROOT, `dist/bench-${kind}`);
  const { status } = spawnSync(process.execPath, ['build.mjs', '--bench'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('node build.mjs --bench failed.');
  return dir;
}

/** Scrolls the page in a browser, right after its load and again when it rests. */
async function scrollIn(kind: BrowserKind, extensionDir: string, isOurs: boolean): Promise<Lateness[]> {
  const site = await startSite();
  site.page(PAGE, bigPage());
  const reader = await launchBrowser(kind, { extensionDir, proxy: site.proxy, extraPrefs: EXACT_CLOCK });
  try {
    const page = await reader.openPage(PAGE);
    const early = await page.evaluate(scroll, seconds * 1000, STEP);
    if (isOurs)
      await page.waitFor(() => page.evaluate(isDone, false), { what: 'all to be read', timeout: 60_000 });
    return [lateness(early), lateness(await page.evaluate(scroll, seconds * 1000, STEP))];
  } finally {
    await reader.close();
    await site.close();
  }
}

const empty = writeEmptyExtension();
const STATES = ['right after its load', 'when it rests'];
console.log(
  `\n## A page of 7 MB and 208 thousand elements, scrolled for ${seconds} s: best of ${values.runs}\n`,
);
const cells = [
  'browser',
  'scrolled',
  'frames',
  'late',
  'longest ms',
  'with us: frames',
  'late',
  'longest ms',
];
console.log(row([...cells, 'most of ours in a frame, ms', 'late by us', 'promised', 'met']));
console.log(row(['---', '---', ...Array.from({ length: 10 }, () => '--:')]));
for (const kind of BROWSER_KINDS) {
  const ours = buildForBench(kind);
  const runs: { bare: Lateness[]; own: Lateness[] }[] = [];
  for (let n = 0; n < Number(values.runs); n++)
    runs.push({ bare: await scrollIn(kind, empty, false), own: await scrollIn(kind, ours, true) });
  STATES.forEach((state, i) => {
    const best = (read: (run: (typeof runs)[number]) => readonly Lateness[]) =>
      runs.flatMap((run) => read(run)[i] ?? []).toSorted((a, b) => a.late - b.late || a.ours - b.ours)[0];
    const [bare, own] = [best((run) => run.bare), best((run) => run.own)];
    if (!bare || !own) return;
    const figures = [bare.frames, bare.late, shown(bare.longest), own.frames, own.late, shown(own.longest)];
    const isMet = own.ours === 0 ? 'yes' : 'no';
    console.log(row([kind, state, ...figures, shown(own.ownMost), own.ours, 0, isMet]));
  });
}
rmSync(empty, { recursive: true, force: true });
