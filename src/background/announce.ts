import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { callContent } from '../protocol/call.ts';

/** Tells the content scripts of all tabs, and our own pages that listen, that something has changed. */
export function announce(what: 'settingsChanged' | 'notesChanged'): void {
  browser.tabs
    .query({})
    .then((tabs) =>
      Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : callContent(id, what, {})))),
    )
    .catch((error) => report(`announcing ${what}`, error));
  // Our own pages hear storage's own events or this message; nobody listening is no failure.
  browser.runtime.sendMessage({ tag: 'glossator-news', what }).catch(() => {});
}
