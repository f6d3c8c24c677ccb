/**
 * The beginning of each session, and of each right to read pages: reference data is made ready, and tabs that are open already get
 * their content script. `storage.session` is emptied when the browser starts and when the extension is installed, updated or switched
 * on; for the last there is no event.
 */
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { callContent } from '../protocol/call.ts';
import { announce } from './announce.ts';
import { backUpSoon } from './backup.ts';
import { reference } from './data.ts';

const BEGUN = 'begun';

export function watchLife(): void {
  // Heard so that the browser starts us; the rest is `begin`'s.
  browser.runtime.onInstalled.addListener(() => {});
  browser.runtime.onStartup.addListener(() => {});
  begin().catch((error) => report('beginning', error));
  browser.permissions.onAdded.addListener(() => {
    announce('settingsChanged');
    spotInOpenTabs().catch((error) => report('starting in open tabs', error));
  });
  browser.permissions.onRemoved.addListener(() => announce('settingsChanged'));
  browser.action.setBadgeBackgroundColor({ color: '#5b6475' }).catch(() => {});
}

async function begin(): Promise<void> {
  if (BEGUN in (await browser.storage.session.get(BEGUN))) return;
  await browser.storage.session.set({ [BEGUN]: true });
  await Promise.all([reference(), spotInOpenTabs()]);
  backUpSoon();
}

/** The browser runs declared content scripts in pages opened from now on; open ones are ours to see to. */
async function spotInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.all(tabs.map(({ id }) => id !== undefined && spotInTab(id)));
}

/**
 * The host of a card whose copy of us Firefox ended with its extension, unheard: told by its style, `all: initial`, which browsers
 * write out.
 */
const LEFTOVER = 'div[popover=manual][style*="shape-image-threshold: initial !important"]';

/** Sent into the page as source, where there is a document. */
function clearAway(selector: string): void {
  const page = globalThis as unknown as {
    readonly document: { querySelector(selector: string): { remove(): void } | null };
  };
  page.document.querySelector(selector)?.remove();
}

async function spotInTab(tabId: number): Promise<void> {
  const everywhere = { tabId, allFrames: true };
  await browser.scripting
    .executeScript({ target: everywhere, func: clearAway as () => void, args: [LEFTOVER] })
    .catch(() => {});
  // Somebody is there: the tab was opened, or restored, after us.
  if ((await callContent(tabId, 'pageState', {}, 0).catch(() => null)) !== null) return;
  // Tabs that refuse (the browser's own pages, discarded ones) are left alone.
  await browser.scripting
    .insertCSS({ target: everywhere, files: ['content/marks.css'], origin: 'AUTHOR' })
    .catch(() => {});
  await browser.scripting.executeScript({ target: everywhere, files: ['content/frame.js'] }).catch(() => {});
  await browser.scripting.executeScript({ target: { tabId }, files: ['content/spotter.js'] }).catch(() => {});
}
