/** Notes on passages: which pages get the script for them, and the ways to ask for one that are the browser's own. */
import type { Runtime } from 'webextension-polyfill';
import type { Note, NoteId, OrphanReason } from '../core/model.ts';
import { siteKey } from '../core/page/page-identity.ts';
import { browser } from '../platform/browser.ts';
import { words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callTab } from '../protocol/call.ts';
import { announce } from './announce.ts';
import { notes } from './data.ts';
import { notesFor } from './private-windows.ts';

const SCRIPT = 'content/passages.js';
/** Entries of the browser's menus: on a selection, and on a page. */
const SELECTION_MENU = 'note-selection';
const PAGE_MENU = 'note-page';

/** Puts the script into a frame. One that has it already takes up the page's notes anew. */
export async function runPassages(tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [SCRIPT] });
}

/** A page has begun, or shows another address: it gets the script if it may have notes. */
export async function beginPassages(sender: Runtime.MessageSender, url: string): Promise<void> {
  const { tab, frameId = 0 } = sender;
  if (tab?.id === undefined) return;
  const isPrivate = tab.incognito && (await (await notesFor(sender)).onPage({ url, title: '' })).length > 0;
  if (isPrivate || (await (await notes()).areOnSite(url))) await runPassages(tab.id, frameId);
}

/** A note was written: other tabs with pages of its site may show it. */
export async function showPassage({ kind, target }: Note): Promise<void> {
  if (kind !== 'passage') return;
  const tabs = await browser.tabs.query({});
  const site = siteKey(target.url);
  await Promise.all(
    tabs
      .filter(({ url }) => url !== undefined && siteKey(url) === site)
      .map(({ id }) => id !== undefined && runPassages(id, 0).catch(() => {})), // a tab that refuses has no marks either
  );
}

/** Keeps what was found and what was not. Nothing of a private window is kept. */
export async function keepAnchors(
  sender: Runtime.MessageSender,
  anchors: readonly { readonly id: NoteId; readonly reason: OrphanReason | null }[],
): Promise<void> {
  if (sender.tab?.incognito) return;
  const isNews = await (await notes()).tellAnchors(new Map(anchors.map(({ id, reason }) => [id, reason])));
  if (isNews)
    announce(
      'notesChanged',
      anchors.map(({ id }) => id),
    );
}

/** Opens a card to note what is selected in a frame; false where nothing is. */
export async function noteSelection(tab: number, frame: number): Promise<boolean> {
  await runPassages(tab, frame);
  return (await callTab('passages', tab, 'noteSelection', {}, frame)) === true;
}

/** Opens a card to note a tab's page. */
export async function notePage(tab: number): Promise<void> {
  await runPassages(tab, 0);
  await callTab('passages', tab, 'notePage', {}, 0);
}

/** The entries in the browser's menus. They are there once; the browser keeps them. */
export function watchMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (tab?.id === undefined) return;
    const done = menuItemId === SELECTION_MENU ? noteSelection(tab.id, frameId) : notePage(tab.id);
    done.catch((error: unknown) => report('noting from the menu', error));
  });
  const make = () => {
    browser.contextMenus
      .removeAll()
      .then(() => {
        const { create } = browser.contextMenus;
        create({ id: SELECTION_MENU, title: words('noteSelection'), contexts: ['selection'] });
        create({ id: PAGE_MENU, title: words('notePage'), contexts: ['page'] });
      })
      .catch((error) => report('making the menu', error));
  };
  browser.runtime.onInstalled.addListener(make);
  browser.runtime.onStartup.addListener(make);
}
