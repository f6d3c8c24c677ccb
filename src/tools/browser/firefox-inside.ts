/**
 * What the Firefox driver asks of the browser itself, through its chrome window (`moz:scope`, open to BiDi with
 * `--remote-allow-system-access`): the state of the extension's event page, its end, code in it, and tabs with pages of the
 * extension, which BiDi refuses to open. Each function is sent as source and sees only its arguments and Firefox's globals.
 * https://searchfox.org/firefox-main/source/toolkit/components/extensions/parent/ext-backgroundPage.js
 */

/** The parts of Firefox's insides that are used here; they have no published types. */
interface Extension {
  readonly backgroundState: 'running' | 'suspending' | 'starting' | 'stopped';
  readonly views: Iterable<{
    readonly viewType: string;
    readonly xulBrowser: { messageManager: MessageManager };
  }>;
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}
interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  loadFrameScript(url: string, delayed: boolean): void;
}
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } | null };
declare const Services: {
  readonly scriptSecurityManager: { getSystemPrincipal(): unknown };
  readonly prefs: { setIntPref(name: string, value: number): void };
};
interface Addon {
  enable(): Promise<void>;
  disable(): Promise<void>;
  reload(): Promise<void>;
}
interface Permissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}
interface Modules {
  readonly AddonManager: { getAddonByID(id: string): Promise<Addon | null> };
  readonly ExtensionPermissions: {
    add(id: string, permissions: Permissions, extension: Extension): Promise<void>;
    remove(id: string, permissions: Permissions, extension: Extension): Promise<void>;
  };
}
declare const ChromeUtils: { importESModule(url: string): Modules };
interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): void;
  keydown(key: KeyboardEvent): void;
  keyup(key: KeyboardEvent): void;
}
declare const Cc: {
  readonly '@mozilla.org/text-input-processor;1': { createInstance(kind: unknown): TextInputProcessor };
};
declare const Ci: { readonly nsITextInputProcessor: unknown };
declare const gBrowser: {
  selectedTab: unknown;
  addTab(url: string, options: { triggeringPrincipal: unknown }): unknown;
};

/** The event page's state; null where the extension is not there. */
export function backgroundState(addonId: string): string | null {
  return WebExtensionPolicy.getByID(addonId)?.extension.backgroundState ?? null;
}

/** Ends the event page as the idle timer does. */
export async function terminateBackground(addonId: string): Promise<void> {
  await WebExtensionPolicy.getByID(addonId)?.extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/** What a reader does at `about:addons`. */
export async function doDeed(addonId: string, deed: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const addon = await AddonManager.getAddonByID(addonId);
  const extension = WebExtensionPolicy.getByID(addonId)?.extension;
  const change = async (
    verb: 'add' | 'remove',
    permissions: readonly string[],
    origins: readonly string[],
  ) => {
    if (extension !== undefined)
      await ExtensionPermissions[verb](addonId, { permissions, origins }, extension);
  };
  const pages = ['<all_urls>'];
  if (deed === 'on') await addon?.enable();
  if (deed === 'off') await addon?.disable();
  if (deed === 'update') await addon?.reload();
  if (deed === 'permit') await change('add', [], pages);
  if (deed === 'deny') await change('remove', [], pages);
  if (deed === 'allow-private') {
    await change('add', ['internal:privateBrowsingAllowed'], []);
    await addon?.reload();
  }
}

/** Opens a tab in front, with the browser's own rights. */
export function openTab(url: string): void {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
}

/**
 * Presses a chord, such as `Alt+Shift+Period`, in the browser's window: what a driver presses goes to the page alone, and the
 * extension's keys are the window's. https://searchfox.org/firefox-main/source/dom/interfaces/base/nsITextInputProcessor.idl
 */
export function pressInWindow(chord: string): void {
  const codes: Readonly<Record<string, readonly [key: string, shifted: string, code: number]>> = {
    AltLeft: ['Alt', 'Alt', 18],
    ShiftLeft: ['Shift', 'Shift', 16],
    Comma: [',', '<', 188],
    Period: ['.', '>', 190],
  };
  const keys = chord.split('+').map((name) => {
    const code = name.length === 1 ? `Key${name}` : name in codes ? name : `${name}Left`;
    const [key, shifted, keyCode] = codes[code] ?? [name.toLowerCase(), name, name.charCodeAt(0)];
    return new KeyboardEvent('', { key: chord.includes('Shift') ? shifted : key, code, keyCode });
  });
  const hands = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  hands.beginInputTransactionForTests(window);
  for (const key of keys) hands.keydown(key);
  for (const key of keys.toReversed()) hands.keyup(key);
}

/** One process for each site, as readers have it; Puppeteer puts all of the web into one. 1 is "isolate everything". */
export function isolateSites(): void {
  Services.prefs.setIntPref('fission.webContentIsolationStrategy', 1);
}

/**
 * Evaluates source in the event page, waking it first, and answers its value as JSON. The page lives in the extension's
 * process: a frame script goes there and makes a sandbox on the page's own window, with its rights.
 */
export async function evaluateInBackground(addonId: string, source: string): Promise<string> {
  const extension = WebExtensionPolicy.getByID(addonId)?.extension;
  if (extension === undefined) throw new Error(`No extension ${addonId} is installed.`);
  if (extension.backgroundState !== 'running') await extension.wakeupBackground();
  const view = Array.from(extension.views).find(({ viewType }) => viewType === 'background');
  if (view === undefined) throw new Error('The extension has no background.');
  const { messageManager } = view.xulBrowser;
  const name = `answer-${Math.random()}`;
  const inside = `(async () => {
    try { return JSON.stringify({ value: await (${source}) }); }
    catch (error) { return JSON.stringify({ error: String(error) }); }
  })()`;
  const frameScript = `
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    Promise.resolve(Cu.evalInSandbox(${JSON.stringify(inside)}, sandbox)).then(
      (json) => sendAsyncMessage(${JSON.stringify(name)}, json),
      (error) => sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify({ error: String(error) })),
    );`;
  return new Promise((done) => {
    messageManager.addMessageListener(name, (message) => done(message.data));
    messageManager.loadFrameScript(`data:,${encodeURIComponent(frameScript)}`, false);
  });
}
