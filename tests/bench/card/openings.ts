/// <reference lib="dom" />
/** Cards opened by the pointer of a driver, and what the recorder before our script (record-openings.ts) tells of each. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader, ReaderPage } from '../../../src/tools/browser/driver.ts';
import { marked } from '../../support/reading.ts';
import type { Stretch } from '../pages/figures.ts';
import type { Frame, Recording } from './record-openings.ts';

export const PAGE = 'http://card.test/';
/** Any of them has a card; each stands once in the window. */
export const NAMES = [
  'cyber sovereignty',
  'Great Firewall',
  'Internet Governance Forum',
  'World Internet Conference',
  'Tunis Agenda',
  'ICANN',
  'Belt and Road Initiative',
  'International Telecommunication Union',
];
/** A card is watched so long after it has come, in ms. */
const WATCHED_MS = 250;
/** Cards that are opened within half a second after another do not wait; later ones do. */
const FORGOTTEN_MS = 560;

/** How a series of cards is opened. */
export interface Way {
  readonly name: string;
  /** What is promised of the time between intent and card, at the 95th percentile, in ms. */
  readonly promised: number;
  /** On a page that has shown none, so that the card's script has to come first. */
  readonly isFirst?: boolean;
  /** Right after another card, so that nothing was fetched before. */
  readonly isNext?: boolean;
  /** The extension's worker has been stopped. */
  readonly isAsleep?: boolean;
}

/** One card that was opened; times in ms of the page's clock. */
export interface Opening {
  /** From the end of the delay to the end of the frame that shows the card. */
  readonly after: number;
  readonly moved: readonly string[];
  readonly looks: number;
  /** Frames from the intent until the card has been watched. */
  readonly frames: readonly Frame[];
  readonly spans: readonly Stretch[];
}

/** What stands on the page: names among a thousand paragraphs. */
export function cardPage(): string {
  const prose =
    '<p>Delegates spoke for hours about the rules of the road, and about who should write them.</p>';
  const named = NAMES.map((name) => `<p>Much was said that day of the ${name}, as it had been before.</p>`);
  return `<!doctype html><html lang="en"><title>Cards</title><body><main>${named.join('')}${prose.repeat(1000)}</main>`;
}

/** Opens cards in turn. */
export async function openCards(reader: Reader, way: Way, count: number): Promise<readonly Opening[]> {
  const page = await reader.openPage(PAGE);
  const openings: Opening[] = [];
  // The very first wakes and loads what any later one finds there.
  for (let n = way.isFirst ? 0 : -1; n < count; n++) {
    if (way.isFirst && n > 0) await page.reload();
    const name = NAMES[(n + 1) % NAMES.length] ?? '';
    const line = (await marked(page, name)).rects[0];
    if (!line) throw new Error(`"${name}" has no place.`);
    if (!way.isNext) await sleep(FORGOTTEN_MS);
    if (way.isAsleep) await reader.killWorker();
    await page.evaluate(forget);
    await page.pointer.move(5, line.y);
    await page.pointer.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 3 });
    const opening = await opened(page);
    if (n >= 0) openings.push(opening);
    await page.press('Escape');
  }
  await page.close();
  return openings;
}

/** Goes the same way over the same page where nothing opens, and gives its frames. */
export async function passOver(reader: Reader, count: number): Promise<readonly Frame[]> {
  const page = await reader.openPage(PAGE);
  const frames: Frame[] = [];
  for (let n = 0; n < count; n++) {
    const line = await page.rectOf(NAMES[n % NAMES.length] ?? '');
    if (!line) throw new Error('A name has no place.');
    await page.evaluate(forget);
    await page.pointer.move(5, line.y);
    await page.pointer.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 3 });
    await sleep(300 + WATCHED_MS);
    frames.push(...(await page.evaluate(recorded)).frames);
  }
  await page.close();
  return frames;
}

async function opened(page: ReaderPage): Promise<Opening> {
  const { shownAt } = await page.waitFor(
    async () => {
      const seen = await page.evaluate(recorded);
      return seen.shownAt !== null && { shownAt: seen.shownAt };
    },
    { what: 'the card to be painted' },
  );
  await sleep(WATCHED_MS);
  const { frames, moved, looks, intent, spans } = await page.evaluate(recorded);
  if (intent === undefined) throw new Error('No intent was noted: is this a bench build?');
  const isLate = ({ start }: Frame) => start >= intent - 50;
  return { after: shownAt - intent, moved, looks, frames: frames.filter(isLate), spans };
}

/** Evaluated in the page. */
function forget(): void {
  performance.clearMarks('glossator:intent');
  performance.clearMeasures();
  dispatchEvent(new Event('bench-forget'));
}

/** Evaluated in the page. */
function recorded(): Promise<Recording & { intent: number | undefined; spans: Stretch[] }> {
  return new Promise((resolve) => {
    addEventListener(
      'bench-answer',
      (event) => {
        const spans = performance
          .getEntriesByType('measure')
          .filter(({ name }) => name.startsWith('glossator:'))
          .map(({ startTime, duration }) => ({ start: startTime, duration }));
        const intent = performance.getEntriesByName('glossator:intent').at(-1)?.startTime;
        resolve({ ...JSON.parse((event as CustomEvent<string>).detail), intent, spans });
      },
      { once: true },
    );
    dispatchEvent(new Event('bench-ask'));
  });
}
