/// <reference lib="dom" />
/** Many cards opened by script, one after the other, and what is held then. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { ChromiumPage } from '../../src/tools/browser/chromium-page.ts';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import { OWN_NAMES, SHORT_NAMES } from '../../src/tools/own-names.mjs';
import { hover } from './reading.ts';

export interface Opened {
  /** Cards that stood there, filled, when the next was opened. */
  readonly filled: number;
  readonly asked: number;
  /** Listeners of ours that the window and the document hold. */
  readonly held: number;
}

/** What Chromium tells of a page after a collection of its garbage; Firefox tells none of it. */
export interface Kept {
  /** In bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Puts the script that opens cards before the content script of a copy of the build. */
export async function addManyCards(extensionDir: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'open-many.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    // It speaks to the card's own script, so it has to know the short names.
    mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
    mangleCache: { ...SHORT_NAMES },
  });
  const file = path.join(extensionDir, 'content/spotter.js');
  writeFileSync(file, `${outputFiles[0]?.text}${readFileSync(file, 'utf8')}`);
}

/** A card has been opened and closed by hand before, so that its script is there. */
export async function bringCards(page: ReaderPage, name: string): Promise<void> {
  await hover(page, name);
  await page.press('Escape');
}

/** Opens so many cards, twenty a second, in turn on the marks in view, and closes the last. */
export async function openMany(page: ReaderPage, count: number): Promise<Opened> {
  // In parts: a driver does not wait for ever.
  let [filled, asked, held] = [0, 0, 0];
  while (asked < count) {
    const part = await page.evaluate(ask, Math.min(100, count - asked));
    filled += part.filled;
    asked += part.asked;
    held = part.held;
  }
  return { filled, asked, held };
}

/** Evaluated in the page. */
function ask(count: number): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const answered = (event: Event) => {
      const answer = JSON.parse((event as CustomEvent<string>).detail);
      if (answer.error) reject(new Error(answer.error));
      else resolve(answer);
    };
    addEventListener('many-cards-opened', answered, { once: true });
    dispatchEvent(new CustomEvent('many-cards', { detail: count }));
  });
}

export async function kept(page: ChromiumPage): Promise<Kept> {
  await page.command('Performance.enable', undefined);
  // Weak references are let go one collection later than what they point from.
  for (let n = 0; n < 3; n++) await page.command('HeapProfiler.collectGarbage', undefined);
  const { metrics } = await page.command('Performance.getMetrics', undefined);
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}
