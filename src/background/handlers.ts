/** One short function a verb. What a verb means is said in `protocol/messages.ts`. */
import type { Runtime } from 'webextension-polyfill';
import { citationsOf } from '../core/card/citation.ts';
import { entryOf } from '../core/card/entry-of.ts';
import { siteOf } from '../core/page/page-key.ts';
import { PAGE_NAMES } from '../core/page/page-names.ts';
import { type Correction, scopeAround, silencedAt } from '../core/spotting/corrections.ts';
import { settle, spot } from '../core/spotting/spot.ts';
import { browser } from '../platform/browser.ts';
import { readerLanguage } from '../platform/i18n.ts';
import { CallError } from '../protocol/messages.ts';
import type { Handlers } from '../protocol/serve.ts';
import {
  addCorrections,
  dropCorrection,
  readSettings,
  setMarkStyle,
  setSiteEnabled,
} from '../storage/settings.ts';
import { announce } from './announce.ts';
import { lexicons, notes, reference } from './data.ts';
import { keepNote } from './keep-note.ts';
import { recordMentions, summaryOf } from './page-summary.ts';

/** Verbs that only the extension's own pages may call. */
const OWN_PAGES_ONLY: ReadonlySet<string> = new Set([
  'getPageSummary',
  'setSiteEnabled',
  'setMarkStyle',
  'addCorrections',
  'announceNotes',
]);

/** Content scripts live in pages that we do not trust. */
export function admit(verb: string, { url }: Runtime.MessageSender): void {
  if (OWN_PAGES_ONLY.has(verb) && !url?.startsWith(browser.runtime.getURL('')))
    throw new CallError('forbidden', `"${verb}" is not for this sender`);
}

export const handlers: Handlers<'background'> = {
  async spot({ blocks, evidence }) {
    return spot(blocks, evidence, await lexicons());
  },

  async settle({ pending, evidence }) {
    return { mentions: settle(pending, evidence, await lexicons()) };
  },

  async getEntity({ id }) {
    const details = await (await reference()).entityDetails(id);
    return details && entryOf(details, readerLanguage());
  },

  async getCitations({ id }) {
    const details = await (await reference()).entityDetails(id);
    return details && citationsOf(details, readerLanguage());
  },

  async loadCard(_params, sender) {
    const { tab, frame } = placeOf(sender);
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      files: ['content/card.js'],
    });
    return null;
  },

  async getNotes({ url, page }) {
    return (await notes()).onPage(page ?? { url, title: '' });
  },

  async saveNote({ draft }) {
    const note = await keepNote(await notes(), draft);
    announce('notesChanged');
    return note;
  },

  async deleteNote({ id }) {
    const note = await (await notes()).remove(id);
    announce('notesChanged');
    return note;
  },

  async restoreNote({ note }) {
    await (await notes()).put(note);
    announce('notesChanged');
    return null;
  },

  async getPageSettings({ url }, sender) {
    const settings = await readSettings();
    const address = addressOf(sender) ?? url;
    const site = siteOf(address);
    const own = Object.hasOwn(settings.sites, site) ? settings.sites[site] : undefined;
    return {
      enabled: own?.enabled ?? true,
      density: own?.density ?? settings.density,
      style: settings.style,
      names: PAGE_NAMES,
      silenced: silencedAt(settings.corrections, address),
    };
  },

  async correct({ name, entity, reach }, sender) {
    const scope = scopeAround(reach, addressOf(sender) ?? '');
    if (!scope) throw new CallError('bad-request', 'this page has no site');
    const correction: Correction = { surface: name, entity, scope, at: new Date().toISOString() };
    await addCorrections([correction]);
    announce('settingsChanged');
    return correction;
  },

  async dropCorrection({ correction }) {
    await dropCorrection(correction);
    announce('settingsChanged');
    return null;
  },

  async setMarkStyle({ style }) {
    await setMarkStyle(style);
    announce('settingsChanged');
    return null;
  },

  async addCorrections({ corrections }) {
    const added = await addCorrections(corrections);
    announce('settingsChanged');
    return added;
  },

  async reportMentions({ counts }, sender) {
    const { tab, frame } = placeOf(sender);
    await recordMentions(tab, frame, counts);
    return null;
  },

  async openNotesPage() {
    await browser.tabs.create({ url: browser.runtime.getURL('pages/library.html') });
    return null;
  },

  getPageSummary: ({ tab }) => summaryOf(tab),

  async setSiteEnabled({ site, enabled }) {
    await setSiteEnabled(site, enabled);
    announce('settingsChanged');
    return null;
  },

  announceNotes() {
    announce('notesChanged');
    return null;
  },
};

/** A frame goes by what the reader sees in the address bar. */
function addressOf({ tab, url }: Runtime.MessageSender): string | undefined {
  return tab?.url ?? url;
}

function placeOf(sender: Runtime.MessageSender): { readonly tab: number; readonly frame: number } {
  if (sender.tab?.id === undefined) throw new CallError('bad-request', 'this verb is for content scripts');
  return { tab: sender.tab.id, frame: sender.frameId ?? 0 };
}
