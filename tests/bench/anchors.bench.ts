/**
 * Are noted passages found again? On saved pages, passages are described, the page is edited, and they are looked for, by us and by
 * two libraries, in Chromium, in the same run.
 *
 *     npm run bench -- anchors DIR [--passages 20] [--seed 1] [--only PART] [--faults]
 *
 * DIR holds saved pages. A passage of which less than half is left need not be found, and is found wrong if it is. It fails where
 * a promised figure is missed.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { until } from '../../src/tools/browser/wait.ts';
import { openLab } from '../support/dom-lab.ts';
import { listPages } from '../support/saved-pages.ts';
import type { AnchorsPage, Tally, Tool } from './anchors/anchors-page.ts';
import { LEVELS, type Level } from './anchors/levels.ts';
import { quantile, row, shown } from './pages/figures.ts';

/** Least share found, and most found wrong. */
const PROMISED: Readonly<Partial<Record<Level, readonly [number, number]>>> = {
  unchanged: [1, 0],
  light: [0.98, 0],
  medium: [0.9, 0.005],
};
/** Characters of the long page, and passages on it. */
const LONG_PAGE = 150_000;
const MANY = 100;
const TOOLS: readonly Tool[] = ['glossator', 'apache', 'dom-anchor'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    faults: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
});
const dir = positionals[0];
if (dir === undefined) {
  console.error(
    'Usage: npm run bench -- anchors DIR [--passages 20] [--seed 1] [--only PART] [--faults] [--alone]',
  );
  process.exit(2);
}
const pages = listPages(dir, values.only);
const [passages, seed] = [Number(values.passages), Number(values.seed)];
const tools = values.alone ? TOOLS.slice(0, 1) : TOOLS;

/** A page's text, by the encoding that it names where it is not UTF-8. */
function decoded(body: Uint8Array | string): string {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    const named = /charset=["']?([\w-]+)/i.exec(Buffer.from(body).toString('latin1'))?.[1];
    return new TextDecoder(named ?? 'windows-1252').decode(body);
  }
}

interface Sum extends Tally {
  readonly times: number[];
}

const lab = await openLab<AnchorsPage>('chromium', {
  entry: path.join(import.meta.dirname, 'anchors/anchors-page.ts'),
});
try {
  console.log(`\n## ${passages} passages on each of ${pages.length} pages, found again\n`);
  console.log(
    row([
      'edit',
      'tool',
      'passages left',
      'found',
      'wrong',
      'ms a page, median',
      '95th',
      'longest step ms',
      'met',
    ]),
  );
  console.log(row(['---', '---', ...Array.from({ length: 7 }, () => '--:')]));
  for (const level of Object.keys(LEVELS) as Level[]) {
    const sums = new Map<Tool, Sum>();
    for (const [n, page] of pages.entries()) {
      const html = decoded(page.body());
      const tallies = await lab.ask('tryPage', html, level, seed + n, passages, tools);
      for (const tool of tools) add(sums, tool, tallies[tool], page.name);
    }
    for (const [tool, sum] of sums) tell(level, tool, sum, passages * pages.length);
  }
  await findInLongPage();
} finally {
  await lab.close();
}

/** A reader's hundred notes on one page as long as they come: saved pages together, as far as they are needed. */
async function findInLongPage(): Promise<void> {
  let html = '';
  let length = 0;
  for (const page of pages) {
    if (length >= LONG_PAGE) break;
    const more = decoded(page.body()).replace(/<(script|style)[\s\S]*?<\/\1>/gi, '');
    length += more.replace(/<[^>]*>|\s+/g, '').length;
    html += more;
  }
  console.log(`\n## ${MANY} passages on one page of ${length} characters\n`);
  for (const level of Object.keys(LEVELS) as Level[]) {
    const sums = new Map<Tool, Sum>();
    await lab.ask('beginPage', html, level, seed, MANY, ['glossator']);
    const tallies = await until(() => lab.ask('donePage'), { what: 'the long page', timeout: 300_000 });
    add(sums, 'glossator', tallies.glossator, 'the long page');
    for (const [tool, sum] of sums) tell(level, tool, sum, MANY);
  }
}

function add(sums: Map<Tool, Sum>, tool: Tool, tally: Tally | undefined, page: string): void {
  if (!tally) return;
  const sum = sums.get(tool) ?? { left: 0, found: 0, wrong: 0, ms: 0, longest: 0, faults: [], times: [] };
  sum.left += tally.left;
  sum.found += tally.found;
  sum.wrong += tally.wrong;
  sum.longest = Math.max(sum.longest, tally.longest);
  sum.times.push(tally.ms);
  sum.faults.push(...tally.faults.map((fault) => `${page}: ${fault}`));
  sums.set(tool, sum);
}

function tell(
  level: Level,
  tool: Tool,
  { left, found, wrong, longest, faults, times }: Sum,
  all: number,
): void {
  const promised = tool === 'glossator' ? PROMISED[level] : undefined;
  const isMet = promised && found / left >= promised[0] && wrong / all <= promised[1];
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(2)} %`;
  const met = promised ? (isMet ? 'yes' : 'no') : '';
  const cells = [level, tool, left, share(found, left), share(wrong, all)];
  const time = [quantile(times, 0.5), quantile(times, 0.95), tool === 'glossator' ? longest : null];
  console.log(row([...cells, ...time.map((ms) => shown(ms)), met]));
  if (values.faults && tool === 'glossator')
    for (const fault of faults) console.log(`    ${fault.slice(0, 400)}`);
  if (promised && !isMet) process.exitCode = 1;
}
