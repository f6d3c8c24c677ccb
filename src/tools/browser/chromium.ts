/**
 * Chromium with the extension, by Playwright's persistent context and `--load-extension`. Only Chromium and Chrome for
 * Testing take that flag (branded Chrome and Edge ignore it since 137), and only the new headless mode runs extensions.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { type BrowserContext, chromium, type Worker } from 'playwright';
import { ChromiumPage } from './chromium-page.ts';
import { proxyFlags, writePreferences } from './chromium-quiet.ts';
import { doDeed } from './chromium-switches.ts';
import type { Evaluate, ExtensionDeed, Reader } from './driver.ts';
import { IS_GUARDED } from './profile.ts';
import { ReaderLife, type ReadyOptions, started } from './reader-life.ts';
import { callSource } from './source.ts';
import { STEP_MS, until, untilStopped, within } from './wait.ts';

/** Starts Chromium and waits until the extension's worker is there. */
export function launchChromium(options: ReadyOptions): Promise<Reader> {
  return started(new ChromiumReader(options));
}

/** A worker is there within a second; a refused extension has none, and Chromium says so to nobody. */
const WORKER_MS = 15_000;

class ChromiumReader extends ReaderLife implements Reader {
  readonly kind = 'chromium';
  readonly extensionId: string;
  readonly extensionOrigin: string;
  readonly #hasWorker: boolean;
  readonly #pages = new Map<object, ChromiumPage>();
  #context: BrowserContext | null = null;

  constructor(options: ReadyOptions) {
    super('chromium', options);
    const manifest: { key?: string; background?: unknown } = JSON.parse(
      readFileSync(`${options.extensionDir}/manifest.json`, 'utf8'),
    );
    this.#hasWorker = manifest.background !== undefined;
    this.extensionId = extensionIdOf(options.extensionDir, manifest.key);
    this.extensionOrigin = `chrome-extension://${this.extensionId}`;
  }

  async start(): Promise<void> {
    const { extensionDir, executable, proxy, locale, headless = true } = this.options;
    const { colorScheme = 'light', reducedMotion = false, forcedColors = false } = this.options;
    writePreferences(this.profile.dir, locale);
    const context = await chromium.launchPersistentContext(this.profile.dir, {
      executablePath: executable,
      // Playwright's own headless mode is the old one in some versions; the flag below is the one that runs extensions.
      headless: false,
      chromiumSandbox: process.getuid?.() !== 0, // as root it will not start in its sandbox
      ignoreDefaultArgs: [
        '--disable-extensions',
        ...(this.options.backForwardCache === true ? ['--disable-back-forward-cache'] : []),
      ],
      args: [
        `--disable-extensions-except=${extensionDir}`,
        `--load-extension=${extensionDir}`,
        ...(headless ? ['--headless=new', '--mute-audio', ...HOVER_FLAGS] : []),
        ...(proxy === undefined ? [] : proxyFlags(proxy)),
        ...(locale === undefined ? [] : [`--lang=${locale}`]),
      ],
      // On Linux the interface language, which chrome.i18n follows, comes from the environment and not from --lang.
      env: { ...process.env, ...(locale === undefined ? {} : { LANGUAGE: locale }) },
      ...(locale === undefined ? {} : { locale }),
      viewport: this.options.viewport ?? { width: 1280, height: 800 },
      colorScheme,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: forcedColors ? 'active' : 'none',
      // Signals end us at once: Chromium then ends by its closed pipe, and the guard cleans up.
      handleSIGINT: !IS_GUARDED,
      handleSIGTERM: !IS_GUARDED,
      handleSIGHUP: !IS_GUARDED,
      timeout: STEP_MS,
    });
    this.#context = context;
    context.setDefaultTimeout(STEP_MS);
    // Tabs that we have met tell their errors themselves; these are of tabs that the extension or a page opened.
    context.on('weberror', (event) => {
      const tab = event.page();
      if (tab === null || !this.#pages.has(tab))
        this.errors.push(`${tab?.url() ?? 'Chromium'}: ${event.error().message}`);
    });
    const listen = (worker: Worker) =>
      worker.on('console', (message) => {
        if (message.type() === 'error') this.errors.push(`worker console: ${message.text()}`);
      });
    context.serviceWorkers().forEach(listen);
    context.on('serviceworker', listen);
    if (!this.#hasWorker) return;
    await until(() => this.#worker(), {
      timeout: WORKER_MS,
      what:
        `the worker of the extension in ${extensionDir}; if it never comes, ` +
        `Chromium refused the extension (load it by hand at chrome://extensions to read why)`,
    });
  }

  #open(): BrowserContext {
    if (this.#context === null) throw new Error('This browser is closed.');
    return this.#context;
  }

  #worker(): Worker | undefined {
    return this.#open()
      .serviceWorkers()
      .find((worker) => worker.url().startsWith(this.extensionOrigin));
  }

  /** Sends commands through some tab, since Chromium gives the ServiceWorker domain to tabs only. */
  async #throughTab<T>(use: (page: ChromiumPage) => Promise<T>): Promise<T> {
    const open = (await this.pages())[0];
    if (open !== undefined) return use(open);
    const page = await this.openPage('about:blank');
    try {
      return await use(page);
    } finally {
      await page.close();
    }
  }

  async openPage(url: string): Promise<ChromiumPage> {
    const tab = await within(this.#open().newPage(), STEP_MS, `a new tab for ${url}`);
    const page = this.#pageOf(tab, await ChromiumPage.attach(tab));
    await page.goto(url);
    return page;
  }

  #pageOf(tab: object, page: ChromiumPage): ChromiumPage {
    this.#pages.set(tab, page);
    page.onError = (line) => this.errors.push(line);
    return page;
  }

  async pages(): Promise<ChromiumPage[]> {
    return Promise.all(
      this.#open()
        .pages()
        .map(async (tab) => this.#pages.get(tab) ?? this.#pageOf(tab, await ChromiumPage.attach(tab))),
    );
  }

  extensionPage(path: string): Promise<ChromiumPage> {
    return this.openPage(`${this.extensionOrigin}/${path}`);
  }

  evaluateInExtension: Evaluate = async (fn, ...args) => {
    if (!(await this.isWorkerAwake())) {
      await this.#throughTab(async (page) => {
        await page.command('ServiceWorker.enable', {});
        await page.command('ServiceWorker.startWorker', { scopeURL: `${this.extensionOrigin}/` });
      });
      await until(() => this.isWorkerAwake(), { what: "the extension's worker to wake" });
    }
    const worker = await until(() => this.#worker(), { what: "the extension's worker to be listed" });
    const answer = worker.evaluate(callSource(fn, args));
    // Plain data whose type is what `fn` says it returns.
    return within(answer, STEP_MS, "an answer of the extension's worker") as never;
  };

  command(name: string): Promise<void> {
    return this.evaluateInExtension(async (command) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
      const { commands, tabs } = (globalThis as any).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch(command, tab);
    }, name);
  }

  /** Playwright goes on listing a stopped worker, and its object lives again when the worker does: ask Chromium. */
  isWorkerAwake(): Promise<boolean> {
    return this.#throughTab(async (page) => {
      const { targetInfos } = await page.command('Target.getTargets', {});
      return targetInfos.some(
        ({ type, url }) => type === 'service_worker' && url.startsWith(this.extensionOrigin),
      );
    });
  }

  async killWorker({ isWanted = false } = {}): Promise<void> {
    const stop = () =>
      this.#throughTab(async (page) => {
        await page.command('ServiceWorker.enable', {});
        await page.command('ServiceWorker.stopAllWorkers', {});
      });
    if (isWanted) return stop();
    await untilStopped(stop, async () => !(await this.isWorkerAwake()), "the extension's worker to stop");
  }

  async switchExtension(deed: ExtensionDeed): Promise<void> {
    const page = await this.openPage('chrome://extensions');
    try {
      await page.evaluate(doDeed, this.extensionId, deed);
    } finally {
      await page.close();
    }
  }

  protected async end(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    this.#pages.clear();
    // Playwright kills the process group itself when closing takes too long, and when this process ends.
    if (context !== null) await within(context.close(), STEP_MS, 'Chromium to close');
  }

  protected async kill(): Promise<void> {
    const context = this.#open();
    this.#context = null;
    this.#pages.clear();
    const isOver = new Promise((resolve) => context.once('close', resolve));
    // Playwright tells no process of a persistent context; each of Chromium's that writes names the profile.
    spawnSync('pkill', ['-KILL', '-f', '--', `--user-data-dir=${this.profile.dir}`]);
    await within(isOver, STEP_MS, 'Chromium to be gone');
  }
}

/** A machine without a mouse answers `(hover: none)`; our readers have one. Values: hover is 2, a fine pointer is 4. */
const HOVER_FLAGS = [
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

/**
 * The id of an unpacked extension: the first 16 bytes of a hash over its key, or without one over its real path, written
 * with the letters a to p. https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/id_util.cc
 */
function extensionIdOf(dir: string, key: string | undefined): string {
  const input = key === undefined ? realpathSync(dir) : Buffer.from(key, 'base64');
  const hex = createHash('sha256').update(input).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
