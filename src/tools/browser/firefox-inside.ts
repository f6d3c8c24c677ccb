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

/** Opens a tab in front, with the browser's own rights. */
export function openTab(url: string): void {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
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
