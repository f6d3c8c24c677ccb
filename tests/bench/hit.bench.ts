/**
 * The hit test, among 10,000 mentions: what it takes beyond the browser's own answer to "which text is here?", at random points, in
 * both browsers, and whether it is right, by a twin that tries every line box.
 *
 *     npm run bench -- hit [--mentions 10000] [--points 1000] [--seed 1]
 *
 * It fails where a hit is wrong; times are judged by readers.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { openLab } from '../support/dom-lab.ts';
import type { HitPage } from './hit/hit-page.ts';
import { quantile, row, shown } from './pages/figures.ts';

/** What is promised over the bare call, at the 95th percentile, in ms. */
const PROMISED_MS = 0.3;
/** Firefox rounds its clock to a millisecond otherwise. */
const EXACT_CLOCK = { 'privacy.reduceTimerPrecision': false };

const { values } = parseArgs({
  options: {
    mentions: { type: 'string', default: '10000' },
    points: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [mentions, points, seed] = [values.mentions, values.points, values.seed].map(Number) as [
  number,
  number,
  number,
];

console.log(`\n## The mention under the pointer, ${points} random points\n`);
const cells = [
  'browser',
  'mentions',
  'laid out',
  'bare call ms, median',
  '95th',
  'ours over it, median',
  '95th',
];
console.log(row([...cells, 'promised', 'met', 'hits', 'wrong']));
console.log(row(['---', '--:', '---', ...Array.from({ length: 8 }, () => '--:')]));
for (const kind of BROWSER_KINDS) {
  const lab = await openLab<HitPage>(kind, {
    entry: path.join(import.meta.dirname, 'hit/hit-page.ts'),
    extraPrefs: EXACT_CLOCK,
  });
  try {
    for (const layout of await lab.ask('layouts')) {
      const { bare, more, hits, wrong, ...found } = await lab.ask(
        'hitPoints',
        layout,
        mentions,
        points,
        seed,
      );
      const high = quantile(more, 0.95);
      const times = [quantile(bare, 0.5), quantile(bare, 0.95), quantile(more, 0.5), high];
      const isMet = high <= PROMISED_MS ? 'yes' : 'no';
      const told = [PROMISED_MS, isMet, hits, wrong.length];
      console.log(row([kind, found.mentions, layout, ...times.map((time) => shown(time, 3)), ...told]));
      for (const place of wrong.slice(0, 5)) console.error(`wrong: ${place}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  } finally {
    await lab.close();
  }
}
