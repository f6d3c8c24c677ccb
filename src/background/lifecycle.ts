/** Install, update, browser start: reference data is made ready, and tabs that were open before get their content script. */
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { reference } from './data.ts';

export function watchLife(): void {
  browser.runtime.onInstalled.addListener(() => {
    reference().catch((error) => report('filling the reference database', error));
    spotInOpenTabs().catch((error) => report('starting in open tabs', error));
  });
  browser.action.setBadgeBackgroundColor({ color: '#5b6475' }).catch(() => {});
}

/** The browser runs declared content scripts in pages opened from now on; open ones are ours to see to. */
async function spotInOpenTabs(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] })) {
    if (id === undefined || url === undefined) continue;
    const target = { tabId: id, allFrames: true };
    // Tabs that refuse (the browser's own pages, discarded ones) are left alone.
    await browser.scripting
      .insertCSS({ target, files: ['content/marks.css'], origin: 'AUTHOR' })
      .catch(() => {});
    await browser.scripting.executeScript({ target, files: ['content/spotter.js'] }).catch(() => {});
  }
}
