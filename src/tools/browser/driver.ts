/// <reference lib="dom" />
/**
 * Driving a real browser with the extension loaded, the same way in Chromium and Firefox: `npm start` and the end-to-end
 * tests are written against these interfaces and run in both. A `Reader` is a browser with its own profile; a `ReaderPage`
 * is one tab as its reader meets it: a pointer, a keyboard, what is marked, and the card. The card lives in a closed shadow
 * root that no page can enter, so it is read over the browser's debugging protocol; nothing in the extension helps.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowser } from '../setup.mjs';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { CardElement, CardView, HighlightView, Rect } from './probes.ts';

export type { CardElement, CardView, HighlightView, Rect } from './probes.ts';

export type BrowserKind = 'chromium' | 'firefox';
export const BROWSER_KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

export interface LaunchOptions {
  /** The unpacked extension: a folder with a manifest.json. */
  readonly extensionDir: string;
  /** Without a window; the default. */
  readonly headless?: boolean;
  /** Where the profile lives; without it a temporary folder that goes away with `close`. */
  readonly profileDir?: string;
  /** `host:port` that all requests go through, loopback included (see site.ts). */
  readonly proxy?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** BCP 47, for example `fr`. Interface words follow it in Chromium; Firefox needs a language pack for that. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /**
   * Chromium's back-forward cache, which readers have; Firefox always has it. Off unless asked for: Playwright loses sight
   * of the frames of a page that comes out of it.
   */
  readonly backForwardCache?: boolean;
  /** Firefox preferences on top of ours; Chromium has none and ignores them. */
  readonly extraPrefs?: Readonly<Record<string, string | number | boolean>>;
  /** An executable other than the one that `ensureBrowser` finds. */
  readonly executable?: string;
}

/** Evaluates a function in some world. It is sent as source: it sees its arguments (plain data) and nothing of its closure. */
export type Evaluate = <A extends readonly unknown[], R>(
  fn: (...args: A) => R | Promise<R>,
  ...args: A
) => Promise<R>;

/** One browser with one profile and the extension. */
export interface Reader {
  readonly kind: BrowserKind;
  /** The extension's id, and the origin of its pages without the closing slash. */
  readonly extensionId: string;
  readonly extensionOrigin: string;
  /** Errors of pages, consoles and, where the browser tells, of the extension's worker, as they came in. */
  readonly errors: string[];
  /** Opens a tab in front and waits for its load event. */
  openPage(url: string): Promise<ReaderPage>;
  /** All open tabs. */
  pages(): Promise<ReaderPage[]>;
  /** A page of the extension in a tab of its own; `path` without a leading slash, may hold a query. */
  extensionPage(path: string): Promise<ReaderPage>;
  /**
   * Evaluates in the extension's background (worker or event page), waking it if it sleeps. It may read the background's
   * globals and call its APIs; what it assigns to `globalThis` stays with it in Firefox, where it runs in a sandbox.
   */
  evaluateInExtension: Evaluate;
  /** Whether the background is running now. */
  isWorkerAwake(): Promise<boolean>;
  /** Stops the background as the browser does when it is idle, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** Closes the browser and starts it again on the same profile; tabs are gone, what is stored stays. */
  restart(): Promise<void>;
  /** Closes the browser, all its processes, and the profile if it was temporary. */
  close(): Promise<void>;
}

export interface PointerOptions {
  /** Number of moves between the old place and the new. */
  readonly steps?: number;
}
export type MouseButton = 'left' | 'middle' | 'right';

/** The pointer, in CSS pixels of the tab's viewport. */
export interface Pointer {
  move(x: number, y: number, options?: PointerOptions): Promise<void>;
  /** Moves there, presses and releases. */
  click(
    x: number,
    y: number,
    options?: { readonly button?: MouseButton; readonly count?: number },
  ): Promise<void>;
  down(button?: MouseButton): Promise<void>;
  up(button?: MouseButton): Promise<void>;
}

export interface WaitOptions {
  /** Milliseconds; 10,000 unless told. */
  readonly timeout?: number;
  /** What is waited for, in words: it is the failure's message. */
  readonly what: string;
}

/** What is left of a type once its falsy values are waited out. */
export type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

/** One document: a tab's, or a frame's inside it. Rects are in the document's own viewport. */
export interface ReaderFrame {
  /** Evaluates in the page's own world, under the page's own rules. */
  evaluate: Evaluate;
  /** The document element, serialised. */
  html(): Promise<string>;
  /** Custom highlights whose name starts with `prefix` (`glossator-`), in the order of registration. */
  highlights(prefix?: string): Promise<HighlightView[]>;
  /** Where a piece of text stands, across inline elements; null if it is not on the page. */
  rectOf(text: string, occurrence?: number): Promise<Rect | null>;
}

export interface ReaderPage extends ReaderFrame {
  readonly url: string;
  readonly errors: string[];
  readonly pointer: Pointer;
  wheel(deltaX: number, deltaY: number): Promise<void>;
  /** A key or a chord: `Escape`, `Shift+Tab`, `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string, options?: { readonly clip?: Rect }): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
  /** Calls `probe` (here, not in the page) until its answer is truthy, and gives that answer. */
  waitFor<T>(probe: () => T | Promise<T>, options: WaitOptions): Promise<Truthy<T>>;
  /** The open card, or null while no host of ours stands on the page. */
  card(): Promise<CardView | null>;
  /** An element inside the card, so that the pointer can go there; null if there is none. */
  cardElement(selector: string): Promise<CardElement | null>;
  /** Evaluates with the card's closed root as first argument; null while there is no card. */
  inCard<A extends readonly unknown[], R>(
    fn: (root: ShadowRoot, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R | null>;
  /** The frame whose address holds `urlPart`, of whatever origin; waits until it is there. */
  frame(urlPart: string): Promise<ReaderFrame>;
}

/** Starts a browser with the extension loaded and ready. A failure on the way leaves no process behind. */
export async function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<Reader> {
  const extensionDir = resolve(options.extensionDir);
  if (!existsSync(`${extensionDir}/manifest.json`))
    throw new Error(`No manifest.json in ${extensionDir}: build the extension first (npm run build).`);
  const executable = options.executable ?? ensureBrowser(kind);
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  return launch({ ...options, extensionDir, executable });
}
