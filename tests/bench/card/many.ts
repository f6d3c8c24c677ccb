/// <reference lib="dom" />
/** Twenty cards a second for a minute, opened by script in the build that readers have, and what is held before and after. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../../../src/tools/browser/chromium-page.ts';
import { type BrowserKind, launchBrowser } from '../../../src/tools/browser/driver.ts';
import { startSite } from '../../../src/tools/browser/site.ts';
import { addManyCards, bringCards, type Kept, kept, openMany } from '../../support/many-cards.ts';
import { ROOT } from '../../support/reading.ts';
import { row, shown } from '../pages/figures.ts';
import { cardPage, NAMES, PAGE } from './openings.ts';

const A_SECOND = 20;
/** Compiled code and caches fill up to their bounds, which is no leak. */
const WARM_UP = 800;
/** What was fetched for a card is held for two seconds, in case it opens again. */
const REST_MS = 3500;
/** Growth that is allowed. */
const ALLOWED = 0.05;
const MEASURES = ['heap', 'nodes', 'listeners'] as const;

export function manyHead(seconds: number): string {
  const cells = [
    'browser',
    'asked for',
    'stood filled',
    'MB of heap before',
    'after',
    'nodes before',
    'after',
  ];
  return [
    `\n## ${A_SECOND} cards a second for ${seconds} s, garbage collected before and after\n`,
    row([
      ...cells,
      'listeners before',
      'after',
      'ours on window and document before',
      'after',
      'promised',
      'met',
    ]),
    row(['---', ...Array.from({ length: 12 }, () => '--:')]),
  ].join('\n');
}

/** One row; false where more is held than may be. Firefox tells of our own listeners alone. */
export async function manyCards(kind: BrowserKind, seconds: number): Promise<boolean> {
  const extensionDir = mkdtempSync(path.join(tmpdir(), 'glossator-many-'));
  cpSync(path.join(ROOT, 'dist', kind), extensionDir, { recursive: true });
  await addManyCards(extensionDir);
  const site = await startSite();
  site.page(PAGE, cardPage());
  const reader = await launchBrowser(kind, { extensionDir, proxy: site.proxy });
  try {
    const page = await reader.openPage(PAGE);
    const count = async (): Promise<Kept | null> => {
      await sleep(REST_MS);
      return kind === 'chromium' ? kept(page as ChromiumPage) : null;
    };
    await bringCards(page, NAMES[0] ?? '');
    const first = await openMany(page, WARM_UP);
    const before = await count();
    const then = await openMany(page, A_SECOND * seconds);
    const after = await count();
    const isKept = MEASURES.every((of) => (after?.[of] ?? 0) <= (before?.[of] ?? 0) * (1 + ALLOWED));
    const isMet = isKept && then.held === first.held;
    const pairs = MEASURES.flatMap((of) =>
      [before, after].map((at) => (of === 'heap' ? shown(at && at.heap / 1e6, 2) : (at?.[of] ?? '–'))),
    );
    const told = [first.held, then.held, '5 %', isMet ? 'yes' : 'no'];
    console.log(row([kind, then.asked, then.filled, ...pairs, ...told]));
    return isMet;
  } finally {
    await reader.close();
    await site.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}
