/** The tables of the page bench: a row a page, then what is promised beside what was measured, then the peers as ratios. */
import { longestOwnTask, quantile, row, shown, sum } from './figures.ts';
import type { Load } from './load-page.ts';

export interface Contestant {
  readonly name: string;
  readonly kind: 'bare' | 'ours' | 'peer';
  readonly extensionDir: string;
}

export interface PageLoads {
  readonly name: string;
  /** A page of this project: kept out of the median of the saved ones. */
  readonly isOwn: boolean;
  readonly loads: ReadonlyMap<Contestant, readonly Load[]>;
  /** Loads of ours whose worker was stopped before. */
  readonly asleep: readonly Load[];
}

interface PageFigures {
  readonly page: PageLoads;
  /** Time of our own spans, and of all tasks beyond the bare page's, in ms. */
  readonly ownMs: number;
  readonly taskMs: number;
  readonly longestMs: number;
  /** Null where no mark stands in view. */
  readonly firstMs: number | null;
  readonly firstAsleepMs: number | null;
  readonly doneMs: number;
  readonly heapMb: number;
  readonly layoutShift: number;
  readonly isUnchanged: boolean;
  readonly marks: number;
  readonly elements: number;
}

/** Prints all; false where a page's nodes were changed. */
export function printResults(pages: readonly PageLoads[], runs: number): boolean {
  const figures = pages.map(figuresOf);
  console.log(
    `\n## What the extension adds to a page: least of ${runs} loads each, by turns with the bare page\n`,
  );
  console.log(
    row([
      'page',
      'elements',
      'own ms',
      'task ms',
      'longest own task',
      'first marks ms',
      'asleep',
      'all done',
      'heap MB',
      'nodes',
      'marks',
    ]),
  );
  console.log(row(['---', ...Array.from({ length: 10 }, () => '--:')]));
  for (const one of figures) console.log(pageRow(one));
  const saved = figures.filter(({ page }) => !page.isOwn);
  if (saved.length > 0) printPromises(saved);
  printPeers(pages);
  const changed = figures.filter(({ isUnchanged }) => !isUnchanged);
  for (const { page } of changed) console.error(`${page.name}: ${firstDifference(page)}`);
  return changed.length === 0;
}

function figuresOf(page: PageLoads): PageFigures {
  const ours = loadsOf(page, 'ours');
  const bare = loadsOf(page, 'bare');
  const last = ours.at(-1) as Load; // a page whose loads failed is not among the results
  const difference = (read: (load: Load) => number) => least(ours, read) - least(bare, read);
  return {
    page,
    ownMs: least(ours, ownTime),
    taskMs: difference(({ taskMs }) => taskMs),
    longestMs: least(ours, ({ spans, longTasks }) => longestOwnTask(spans, longTasks)),
    firstMs: firstMarks(ours),
    firstAsleepMs: firstMarks(page.asleep),
    doneMs: quantile(
      ours.flatMap(({ doneMs }) => doneMs ?? []),
      0.5,
    ),
    heapMb: difference(({ heap }) => heap) / 1e6,
    layoutShift: Math.max(
      0,
      difference(({ layoutShift }) => layoutShift),
    ),
    isUnchanged: firstDifference(page) === null,
    marks: last.marks,
    elements: last.elements,
  };
}

function loadsOf(page: PageLoads, kind: Contestant['kind']): readonly Load[] {
  return [...page.loads].find(([contestant]) => contestant.kind === kind)?.[1] ?? [];
}

function least(loads: readonly Load[], read: (load: Load) => number): number {
  return Math.min(...loads.map(read));
}

function ownTime({ spans }: Load): number {
  return sum(spans.map(({ duration }) => duration));
}

function firstMarks(loads: readonly Load[]): number | null {
  const times = loads.flatMap(({ marksInView, firstMarksMs }) =>
    marksInView > 0 ? (firstMarksMs ?? []) : [],
  );
  return times.length > 0 ? quantile(times, 0.5) : null;
}

/** Where ours first differs from the bare page, or null: compared with every bare load, since a page may differ of itself. */
function firstDifference(page: PageLoads): string | null {
  const bare = loadsOf(page, 'bare').map(({ html }) => html);
  for (const { html } of [...loadsOf(page, 'ours'), ...page.asleep]) {
    if (bare.includes(html)) continue;
    const other = bare[0] ?? '';
    let at = 0;
    while (at < html.length && html[at] === other[at]) at++;
    return `the page is changed: "${html.slice(Math.max(0, at - 40), at + 80)}" in place of "${other.slice(Math.max(0, at - 40), at + 80)}"`;
  }
  return null;
}

function pageRow(one: PageFigures): string {
  return row([
    one.page.name.length > 48 ? `…${one.page.name.slice(-47)}` : one.page.name,
    one.elements,
    shown(one.ownMs),
    shown(one.taskMs),
    shown(one.longestMs),
    shown(one.firstMs, 0),
    shown(one.firstAsleepMs, 0),
    shown(one.doneMs, 0),
    shown(one.heapMb, 2),
    one.isUnchanged ? 0 : 'CHANGED',
    one.marks,
  ]);
}

interface Measure {
  readonly name: string;
  readonly read: (one: PageFigures) => number | null;
  /** What is promised for the median and for the 95th percentile. */
  readonly median?: number;
  readonly high?: number;
  readonly most?: number;
}

const MEASURES: readonly Measure[] = [
  { name: 'main-thread time, own spans, ms', read: ({ ownMs }) => ownMs, median: 25, high: 150 },
  {
    name: 'main-thread time, TaskDuration over the bare page, ms',
    read: ({ taskMs }) => taskMs,
    median: 25,
    high: 150,
  },
  { name: 'longest own task, ms', read: ({ longestMs }) => longestMs, median: 16, most: 50 },
  {
    name: 'first marks in view after document_idle, ms',
    read: ({ firstMs }) => firstMs,
    median: 100,
    high: 250,
  },
  { name: 'the same with a sleeping worker, ms', read: ({ firstAsleepMs }) => firstAsleepMs },
  { name: 'heap added, MB', read: ({ heapMb }) => heapMb, median: 2 },
  { name: 'layout shift added', read: ({ layoutShift }) => layoutShift, most: 0 },
  { name: 'marks', read: ({ marks }) => marks },
];

function printPromises(figures: readonly PageFigures[]): void {
  console.log(`\n${figures.length} saved pages\n`);
  console.log(row(['measure', 'pages', 'median', '95th percentile', 'most', 'promised', 'met']));
  console.log(row(['---', '--:', '--:', '--:', '--:', '---', '---']));
  for (const measure of MEASURES) {
    const values = figures.flatMap((one) => measure.read(one) ?? []);
    const found = [0.5, 0.95, 1].map((share) => quantile(values, share));
    const limits = [
      ['median', measure.median],
      ['95th', measure.high],
      ['most', measure.most],
    ] as const;
    const asked = limits.filter(([, limit]) => limit !== undefined);
    console.log(
      row([
        measure.name,
        values.length,
        ...found.map((value) => shown(value)),
        asked.map(([label, limit]) => `${label} ${limit}`).join(', ') || '–',
        asked.length === 0 || values.length === 0 ? '–' : verdict(limits, found),
      ]),
    );
  }
}

/** `yes`, or which of the limits are missed. */
function verdict(
  limits: readonly (readonly [string, number | undefined])[],
  found: readonly number[],
): string {
  const missed = limits.filter(([, limit], i) => limit !== undefined && !((found[i] as number) <= limit));
  return missed.length === 0 ? 'yes' : `no: ${missed.map(([label]) => label).join(', ')}`;
}

/** Each contestant's cost over the bare page, and the peers' as a multiple of ours. */
function printPeers(pages: readonly PageLoads[]): void {
  const peers = [...(pages[0]?.loads.keys() ?? [])].filter(({ kind }) => kind === 'peer');
  if (peers.length === 0) return;
  const saved = pages.filter(({ isOwn }) => !isOwn);
  const costs = (kind: Contestant, read: (load: Load) => number) =>
    saved.map((page) => least(page.loads.get(kind) ?? [], read) - least(loadsOf(page, 'bare'), read));
  const ours = [...(pages[0]?.loads.keys() ?? [])].find(({ kind }) => kind === 'ours') as Contestant;
  console.log('\n## Beside other extensions, over the bare page\n');
  console.log(
    row([
      'extension',
      'task ms, median',
      '95th',
      'heap MB, median',
      '95th',
      'task, times ours',
      '95th',
      'heap, times ours',
      '95th',
    ]),
  );
  console.log(row(['---', ...Array.from({ length: 8 }, () => '--:')]));
  const summary = (kind: Contestant) =>
    [({ taskMs }: Load) => taskMs, ({ heap }: Load) => heap / 1e6].flatMap((read) =>
      [0.5, 0.95].map((share) => quantile(costs(kind, read), share)),
    );
  const own = summary(ours);
  for (const contestant of [ours, ...peers]) {
    const theirs = summary(contestant);
    const ratios = theirs.map((value, i) => value / (own[i] as number));
    console.log(
      row([contestant.name, ...theirs.map((value) => shown(value)), ...ratios.map((value) => shown(value))]),
    );
  }
}
