/**
 * Firefox with the extension as a temporary add-on. Puppeteer starts it, makes the profile and opens WebDriver BiDi; what
 * BiDi cannot do, the browser's own window does (firefox-inside.ts). Nothing in the shipped extension helps the tests.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { Bidi, type LogEntry } from './bidi.ts';
import type { Evaluate, ExtensionDeed, Reader } from './driver.ts';
import {
  backgroundState,
  doDeed,
  evaluateInBackground,
  isolateSites,
  openTab,
  pressInWindow,
  terminateBackground,
} from './firefox-inside.ts';
import { FirefoxPage } from './firefox-page.ts';
import { FIREFOX_ENV, firefoxPrefs } from './firefox-prefs.ts';
import { IS_GUARDED } from './profile.ts';
import { ReaderLife, type ReadyOptions, started } from './reader-life.ts';
import { callSource } from './source.ts';
import { STEP_MS, until, untilStopped, within } from './wait.ts';

/** Starts Firefox, installs the extension and waits until its event page has run once. */
export function launchFirefox(options: ReadyOptions): Promise<Reader> {
  return started(new FirefoxReader(options));
}

type Commands = Readonly<Record<string, { readonly suggested_key?: { readonly default?: string } }>>;

class FirefoxReader extends ReaderLife implements Reader {
  readonly kind = 'firefox';
  readonly extensionId: string;
  readonly extensionOrigin: string;
  readonly #uuid: string;
  readonly #hasBackground: boolean;
  readonly #commands: Commands;
  readonly #pages = new Map<string, FirefoxPage>();
  #running: { readonly browser: Browser; readonly bidi: Bidi } | null = null;

  constructor(options: ReadyOptions) {
    super('firefox', options);
    const manifest: {
      background?: unknown;
      commands?: Commands;
      browser_specific_settings?: { gecko?: { id?: string } };
    } = JSON.parse(readFileSync(`${options.extensionDir}/manifest.json`, 'utf8'));
    const id = manifest.browser_specific_settings?.gecko?.id;
    if (id === undefined)
      throw new Error(
        `${options.extensionDir}/manifest.json names no browser_specific_settings.gecko.id: is it the build for Firefox?`,
      );
    this.#commands = manifest.commands ?? {};
    this.#hasBackground = manifest.background !== undefined;
    this.extensionId = id;
    this.#uuid = uuidOf(id);
    this.extensionOrigin = `moz-extension://${this.#uuid}`;
  }

  async start(): Promise<void> {
    const { extensionDir, executable, headless = true } = this.options;
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable,
      headless,
      userDataDir: this.profile.dir,
      args: ['--remote-allow-system-access', ...windowAround(this.#viewport)],
      extraPrefsFirefox: firefoxPrefs(this.options, this.extensionId, this.#uuid),
      env: { ...process.env, ...FIREFOX_ENV },
      defaultViewport: null,
      waitForInitialPage: false,
      // Signals end us at once, and the guard ends Firefox.
      handleSIGINT: !IS_GUARDED,
      handleSIGTERM: !IS_GUARDED,
      handleSIGHUP: !IS_GUARDED,
      timeout: STEP_MS,
      protocolTimeout: STEP_MS,
    });
    const { pid } = browser.process() ?? {};
    if (pid !== undefined) this.profile.guard(pid);
    const bidi = new Bidi(browser);
    this.#running = { browser, bidi };
    bidi.on<LogEntry>('log.entryAdded', (entry) => this.#note(entry));
    for (const event of ['load', 'domContentLoaded', 'fragmentNavigated', 'historyUpdated'])
      bidi.on<{ context: string; url: string }>(`browsingContext.${event}`, ({ context, url }) =>
        this.#pages.get(context)?.moved(url),
      );
    await this.#inside(isolateSites);
    await within(browser.installExtension(extensionDir), STEP_MS, `Firefox to install ${extensionDir}`);
    if (this.#hasBackground)
      await until(() => this.isWorkerAwake(), {
        timeout: STEP_MS,
        what: `the event page of the extension in ${extensionDir} (load it at about:debugging to read why it fails)`,
      });
  }

  #note(entry: LogEntry): void {
    if (entry.level !== 'error') return;
    const page = entry.source.context === undefined ? undefined : this.#pages.get(entry.source.context);
    const kind = entry.type === 'console' ? 'console: ' : '';
    const line = `${page?.url ?? 'Firefox'}: ${kind}${entry.text ?? ''}`;
    this.errors.push(line);
    page?.errors.push(line);
  }

  get #viewport(): { readonly width: number; readonly height: number } {
    return this.options.viewport ?? { width: 1280, height: 800 };
  }

  get #bidi(): Bidi {
    if (this.#running === null) throw new Error('This browser is closed.');
    return this.#running.bidi;
  }

  /** Evaluates in the browser's own window. */
  #inside: Evaluate = async (fn, ...args) => {
    const window = (await this.#bidi.contexts('chrome'))[0];
    if (window === undefined) throw new Error('Firefox has no window.');
    // Plain data whose type is what `fn` says it returns.
    return (await this.#bidi.evaluate(window.context, callSource(fn, args))) as never;
  };

  async #pageOf(context: string, url: string): Promise<FirefoxPage> {
    const known = this.#pages.get(context);
    if (known !== undefined) return known;
    const page = new FirefoxPage(this.#bidi, context, url, () => this.#pages.delete(context));
    this.#pages.set(context, page);
    const { width, height } = this.#viewport;
    await page.setViewport(width, height);
    return page;
  }

  async openPage(url: string): Promise<FirefoxPage> {
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const page = await this.#pageOf(context, 'about:blank');
    await page.goto(url);
    return page;
  }

  async pages(): Promise<FirefoxPage[]> {
    const tabs = await this.#bidi.contexts();
    return Promise.all(
      tabs.map(async ({ context, url }) => {
        const page = await this.#pageOf(context, url);
        page.moved(url);
        return page;
      }),
    );
  }

  async extensionPage(path: string): Promise<FirefoxPage> {
    const url = `${this.extensionOrigin}/${path}`;
    const before = new Set((await this.#bidi.contexts()).map(({ context }) => context));
    await this.#inside(openTab, url);
    const tab = await until(
      async () =>
        (await this.#bidi.contexts()).find((info) => !before.has(info.context) && info.url.startsWith(url)),
      { timeout: STEP_MS, what: `a tab with ${url}` },
    );
    const page = await this.#pageOf(tab.context, tab.url);
    await page.waitForLoad();
    return page;
  }

  evaluateInExtension: Evaluate = async (fn, ...args) => {
    const json = await this.#inside(evaluateInBackground, this.extensionId, callSource(fn, args));
    const answer: { readonly value?: unknown; readonly error?: string } = JSON.parse(json);
    if (answer.error !== undefined) throw new Error(`In the extension: ${answer.error}`);
    return answer.value as never; // as in `#inside`
  };

  async command(name: string): Promise<void> {
    const chord = this.#commands[name]?.suggested_key?.default ?? (await this.#chosenKey(name));
    if (!chord) throw new Error(`No key is suggested, and none chosen, for the command ${name}.`);
    await this.#inside(pressInWindow, chord);
  }

  /** The key that the reader has given to a command. */
  #chosenKey(name: string): Promise<string | undefined> {
    return this.evaluateInExtension(async (wanted) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
      const all: { name: string; shortcut?: string }[] = await (globalThis as any).browser.commands.getAll();
      return all.find((command) => command.name === wanted)?.shortcut;
    }, name);
  }

  async isWorkerAwake(): Promise<boolean> {
    return (await this.#inside(backgroundState, this.extensionId)) === 'running';
  }

  async killWorker({ isWanted = false } = {}): Promise<void> {
    const stop = () => this.#inside(terminateBackground, this.extensionId);
    if (isWanted) return stop();
    const isGone = async () => (await this.#inside(backgroundState, this.extensionId)) === 'stopped';
    await untilStopped(stop, isGone, "the extension's event page to stop");
  }

  async switchExtension(deed: ExtensionDeed): Promise<void> {
    await this.#inside(doDeed, this.extensionId, deed);
  }

  protected async kill(): Promise<void> {
    const browser = this.#running?.browser;
    this.#running = null;
    this.#pages.clear();
    browser?.process()?.kill('SIGKILL');
    await within(browser?.close().catch(() => {}) ?? Promise.resolve(), STEP_MS, 'Firefox to be gone');
    // Of a process that died by itself, Puppeteer may still be putting the profile's own preferences back: what it set aside is gone
    // when that is done, and a Firefox started earlier fails over it.
    const setAside = ['prefs.js', 'user.js'].map((name) => `${this.profile.dir}/${name}.puppeteer`);
    await until(() => !setAside.some((file) => existsSync(file)), {
      timeout: STEP_MS,
      what: `Puppeteer to put ${setAside.join(' and ')} back`,
    });
    this.profile.release();
  }

  protected async end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#pages.clear();
    if (running === null) return;
    try {
      await within(running.browser.close(), STEP_MS, 'Firefox to close');
    } finally {
      running.browser.process()?.kill('SIGKILL'); // does nothing to a process that has ended
      this.profile.release();
    }
  }
}

/** Height of tabs and toolbar, with room to spare. */
const CHROME_HEIGHT = 200;

/** A window that holds the whole viewport: the pointer reaches nothing outside the window. */
function windowAround({ width, height }: { readonly width: number; readonly height: number }): string[] {
  return [`--width=${width}`, `--height=${height + CHROME_HEIGHT}`];
}

/** A fixed address for the extension, made from its id: its storage belongs to the address. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  // Version 4, variant 1, as Firefox makes them itself.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
