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
  /**
   * Runs one of the extension's commands in the tab that is in front. Firefox is given the key itself; no key that a driver
   * presses reaches Chromium's own shortcuts, so there the event comes that the key would have made.
   */
  command(name: string): Promise<void>;
  /** Whether the background is running now. */
  isWorkerAwake(): Promise<boolean>;
  /** Stops the background as the browser does when it is idle, and waits until it is gone, unless it may be wanted again at once. */
  killWorker(options?: { readonly isWanted?: boolean }): Promise<void>;
  /** Does what a reader does at the browser's own page of extensions, and waits until it is done. */
  switchExtension(deed: ExtensionDeed): Promise<void>;
  /** Closes the browser and starts it again on the same profile; tabs are gone, what is stored stays. */
  restart(): Promise<void>;
  /** Kills the browser in the midst of what it does, unheard, and starts it again on the same profile. */
  crash(): Promise<void>;
  /** Closes the browser, all its processes, and the profile if it was temporary. */
  close(): Promise<void>;
}

/** Switched on or off, started anew as an update does, given or denied the right to read pages, allowed in private windows. */
export type ExtensionDeed = 'on' | 'off' | 'update' | 'permit' | 'deny' | 'allow-private';

export interface PointerOptions {
  /** Number of moves between the old place and the new. */
  readonly steps?: number;
}
export type MouseButton = 'left' | 'middle' | 'right';

export type Place = readonly [x: number, y: number];

/** The pointer, in CSS pixels of the tab's viewport. */
export interface Pointer {
  move(x: number, y: number, options?: PointerOptions): Promise<void>;
  /** Goes from one place to another in so many moves at an even pace, of `ms` in all: the machine may slow it, the tests do not. */
  stroll(from: Place, to: Place, moves: number, ms: number): Promise<void>;
  /** Moves there, presses and releases. */
  click(
    x: number,
    y: number,
    options?: { readonly button?: MouseButton; readonly count?: number },
  ): Promise<void>;
  down(button?: MouseButton): Promise<void>;
  up(button?: MouseButton): Promise<void>;
}

/**
 * A finger on the screen, in CSS pixels of the tab's viewport. What pages tell apart by time (a tap, a press, a way) is one
 * call each, so that no slow machine turns one into another.
 */
export interface Finger {
  /** Goes down and is lifted. */
  tap(x: number, y: number): Promise<void>;
  /** Goes down at the first place and on through the others without a pause, and stays down. */
  down(...places: readonly [Place, ...Place[]]): Promise<void>;
  /** The same, and is lifted at the last place. */
  swipe(...places: readonly [Place, ...Place[]]): Promise<void>;
  up(): Promise<void>;
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
  /** A key or a chord (`Escape`, `Shift+Tab`, `Control+a`), pressed while the focus is in this document. */
  press(key: string): Promise<void>;
  /** Where a piece of text stands, across inline elements; null if it is not on the page. */
  rectOf(text: string, occurrence?: number): Promise<Rect | null>;
}

export interface ReaderPage extends ReaderFrame {
  readonly url: string;
  readonly errors: string[];
  readonly pointer: Pointer;
  readonly finger: Finger;
  /** A pen that hovers; null in a browser whose driver has none. */
  readonly pen: Pick<Pointer, 'move'> | null;
  wheel(deltaX: number, deltaY: number): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string, options?: { readonly clip?: Rect }): Promise<void>;
  /** The page as a printer gets it: a PDF. */
  print(): Promise<Uint8Array>;
  setViewport(width: number, height: number): Promise<void>;
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  bringToFront(): Promise<void>;
  /** From now on the tab is hidden while another one is in front, as a reader's is. In Firefox every tab is, always. */
  letItHide(): Promise<void>;
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
  /** Every frame that is there now, at any depth. */
  frames(): Promise<readonly ReaderFrame[]>;
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
