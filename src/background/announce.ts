import type { NoteId } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { callContent, callTab } from '../protocol/call.ts';
import { backUpSoon } from './backup.ts';

/**
 * Tells the content scripts of all tabs, and our own pages that listen, that something has changed. `ids` are for the page of notes,
 * which reads those alone; without them it reads all.
 */
export function announce(what: 'settingsChanged' | 'notesChanged', ids?: readonly NoteId[]): void {
  browser.tabs
    .query({})
    .then((tabs) => Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : tell(id, what)))))
    .catch((error) => report(`announcing ${what}`, error));
  // Our own pages hear storage's own events or this message; nobody listening is no failure.
  browser.runtime.sendMessage({ tag: 'glossator-news', what, ...(ids ? { ids } : {}) }).catch(() => {});
}

/** Tells of other settings once they are kept; answers what keeping them answers. */
export async function settingsChanged<T>(kept: Promise<T>): Promise<T> {
  const answer = await kept;
  announce('settingsChanged');
  return answer;
}

/** Notes have changed, and which, where they are few: everybody hears of it, and a backup is due. */
export function notesChanged(ids?: readonly NoteId[]): void {
  announce('notesChanged', ids);
  backUpSoon();
}

function tell(tab: number, what: 'settingsChanged' | 'notesChanged'): Promise<unknown>[] {
  const told: Promise<unknown>[] = [callContent(tab, what, {})];
  if (what === 'notesChanged') told.push(callTab('passages', tab, what, {}));
  return told;
}
