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
const MENU = 'note-selection';

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

/** Opens a card to note what is selected in a frame. */
export async function noteSelection(tab: number, frame: number): Promise<void> {
  await runPassages(tab, frame);
  await callTab('passages', tab, 'noteSelection', {}, frame);
}

/** The entry in the menu of a selection. It is there once; the browser keeps it. */
export function watchMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (menuItemId !== MENU || tab?.id === undefined) return;
    noteSelection(tab.id, frameId).catch((error) => report('noting a selection', error));
  });
  const make = () => {
    browser.contextMenus
      .removeAll()
      .then(() =>
        browser.contextMenus.create({ id: MENU, title: words('noteSelection'), contexts: ['selection'] }),
      )
      .catch((error) => report('making the menu', error));
  };
  browser.runtime.onInstalled.addListener(make);
  browser.runtime.onStartup.addListener(make);
}
