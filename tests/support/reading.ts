/// <reference lib="dom" />
/**
 * What the end-to-end sentences share: a browser with the built extension behind the recording proxy, launched once for all
 * sentences of a file, and what a reader does on any page: find a mark, rest on it, read the card.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import {
  BROWSER_KINDS,
  type BrowserKind,
  type CardView,
  type HighlightView,
  type LaunchOptions,
  launchBrowser,
  type Place,
  type Reader,
  type ReaderPage,
} from '../../src/tools/browser/driver.ts';
import { type Site, startSite } from '../../src/tools/browser/site.ts';

export const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');

/** One browser with its site; both are there from `before` on. */
export interface Reading {
  readonly kind: BrowserKind;
  readonly site: Site;
  readonly reader: Reader;
}

export interface ReadingOptions {
  /** Changes a copy of the build before the browser loads it. */
  readonly alter?: (extensionDir: string) => void | Promise<void>;
  /** What the reader brings along. */
  readonly launch?: Partial<LaunchOptions>;
}

/** The same sentences in both browsers, side by side: most of a sentence's time is a reader's patience, not work. */
export function inBothBrowsers(sentences: (reading: Reading) => void, options: ReadingOptions = {}): void {
  describe('in both browsers', { concurrency: BROWSER_KINDS.length }, () => {
    for (const kind of BROWSER_KINDS) inBrowser(kind, sentences, options);
  });
}

function inBrowser(
  kind: BrowserKind,
  sentences: (reading: Reading) => void,
  { alter, launch }: ReadingOptions,
): void {
  describe(kind, { concurrency: 1 }, () => {
    // Filled in by `before`, which runs before any sentence reads them.
    const reading = { kind } as { kind: BrowserKind; site: Site; reader: Reader };
    const built = path.join(ROOT, 'dist', kind);
    const copy = alter ? mkdtempSync(path.join(tmpdir(), 'glossator-altered-')) : null;
    before(async () => {
      if (copy) {
        cpSync(built, copy, { recursive: true });
        await alter?.(copy);
      }
      reading.site = await startSite();
      reading.reader = await launchBrowser(kind, {
        extensionDir: copy ?? built,
        proxy: reading.site.proxy,
        viewport: { width: 1100, height: 900 },
        ...launch,
      });
    });
    after(async () => {
      await reading.reader?.close();
      await reading.site?.close();
      if (copy) rmSync(copy, { recursive: true, force: true });
    });
    sentences(reading);
  });
}

/** A page of prose, as plain as can be. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><body><main>${body}</main>`;
}

/** Waits for a mark on these very words. */
export function marked(page: ReaderPage, text: string): Promise<HighlightView> {
  return page.waitFor(async () => (await page.highlights()).find((mark) => mark.text === text), {
    what: `a mark on "${text}"`,
  });
}

/** The middle of a mark's first line. */
export function middleOf({ rect, rects }: HighlightView): Place {
  const { x, y, width, height } = rects[0] ?? rect;
  return [x + width / 2, y + height / 2];
}

/** Moves the pointer from a corner to the middle of a mark's first line, and leaves it there. */
export async function restOn(page: ReaderPage, text: string): Promise<HighlightView> {
  const mark = await marked(page, text);
  await page.pointer.move(5, 5);
  await page.pointer.move(...middleOf(mark), { steps: 4 });
  return mark;
}

/** Rests the pointer on a mark until its card stands there, filled: its foot names the pack with a date, and nothing is still to come. */
export async function hover(page: ReaderPage, text: string): Promise<CardView> {
  await restOn(page, text);
  return filledCard(page, `the card of "${text}"`);
}

export function filledCard(page: ReaderPage, what: string): Promise<CardView> {
  return page.waitFor(
    async () => {
      const card = await page.card();
      return card?.text.includes('·') && !card.html.includes('aria-busy="true"') ? card : null;
    },
    { what },
  );
}

/** The open card's heading. */
export function cardTitle(page: ReaderPage): Promise<string | null> {
  return page.inCard((root) => root.querySelector('h2')?.textContent ?? '');
}

export function cardShows(page: ReaderPage, text: string): Promise<true> {
  return page.waitFor(async () => (await page.card())?.text.includes(text), {
    what: `"${text}" in the card`,
  });
}

export async function cardGone(page: ReaderPage): Promise<void> {
  await page.waitFor(async () => (await page.card()) === null, { what: 'the card to close' });
}

/** Closes the open card as a reader does. */
export async function closeCard(page: ReaderPage): Promise<void> {
  await page.press('Escape');
  await cardGone(page);
}

/** Clicks what a selector finds in the card, scrolled into its view first. */
export async function clickInCard(page: ReaderPage, selector: string): Promise<void> {
  await page.waitFor(() => page.cardElement(selector), { what: `${selector} in the card` });
  await page.inCard((root, wanted) => {
    const element = root.querySelector<HTMLElement>(wanted);
    for (let box = element?.parentElement; element && box; box = box.parentElement)
      box.scrollTop +=
        element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
  }, selector);
  const element = await page.cardElement(selector);
  assert.ok(element);
  const { rect } = element;
  await page.pointer.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 3 });
  await page.pointer.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/** Gives the focus to something in the card, once it stands there: a card is drawn in parts. */
export async function focusInCard(page: ReaderPage, selector: string): Promise<void> {
  await page.waitFor(
    () =>
      page.inCard((root, wanted) => {
        const element = root.querySelector<HTMLElement>(wanted);
        element?.focus();
        return element !== null && element === root.activeElement;
      }, selector),
    { what: `the focus on ${selector} in the card` },
  );
}

/** Writes into the card's own field, without saving. */
export async function writeInCard(page: ReaderPage, text: string): Promise<void> {
  await clickInCard(page, 'footer textarea');
  await page.type(text);
}

/** The tab's number, as the extension knows it. */
export function tabOf(reader: Reader, url: string): Promise<number> {
  return reader.evaluateInExtension(async (wanted) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
    const { tabs } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    return (await tabs.query({})).find((one: { url?: string }) => one.url === wanted).id as number;
  }, url);
}

/** What the toolbar button's badge says for a tab. */
export function badgeOf(reader: Reader, tab: number): Promise<string> {
  return reader.evaluateInExtension(async (tabId) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
    const { action } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    return (await action.getBadgeText({ tabId })) as string;
  }, tab);
}

/** What a page of ours says now. */
export function textOf(page: ReaderPage): Promise<string> {
  return page.evaluate(() => document.body.textContent ?? '');
}

/** The promise of no requests, as every file of sentences checks it at its end. */
export function assertNothingLeft(site: Site): void {
  assert.deepEqual(site.outside, []);
}

/** What a page of ours asks of the background. */
export function askBackground(page: ReaderPage, verb: string, params: unknown): Promise<unknown> {
  return page.evaluate(
    async (name, given) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a page of the extension
      const { runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
      const reply = await runtime.sendMessage({
        tag: 'glossator',
        version: 1,
        to: 'background',
        verb: name,
        params: given,
      });
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    },
    verb,
    params,
  );
}
