/** What our own pages, and they alone, may ask: one short function a verb. What a verb means is said in `protocol/desk.ts`. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../platform/browser.ts';
import type { DeskCalls } from '../protocol/desk.ts';
import { CallError } from '../protocol/messages.ts';
import type { Handlers } from '../protocol/serve.ts';
import { addCorrections, setBackup, setPreferences, setSites } from '../storage/settings.ts';
import { notesChanged, settingsChanged } from './announce.ts';
import { backUpIfDue } from './backup.ts';
import { browseHandlers } from './browse.ts';
import { hideMarks, reveal } from './commands.ts';
import { notes } from './data.ts';
import { forgetRead } from './known.ts';
import { contextHandlers } from './page-context.ts';
import { summaryOf } from './page-summary.ts';
import { notePage } from './passages.ts';

export const deskHandlers: Pick<Handlers<'background'>, keyof DeskCalls> = {
  ...browseHandlers,
  ...contextHandlers,

  async setMarksHidden({ hidden }) {
    await hideMarks(hidden);
    return null;
  },

  async revealMention({ tab, entity }) {
    await reveal(tab, entity);
    return null;
  },

  async notePage({ tab }) {
    await notePage(tab);
    return null;
  },

  async setPreferences({ preferences }) {
    if (preferences.fading === false) await forgetRead();
    await settingsChanged(setPreferences(preferences));
    return null;
  },

  async setSites({ rules }) {
    await settingsChanged(setSites(rules));
    return null;
  },

  async wipe() {
    const kept = await notes();
    await kept.change({ put: [], remove: (await kept.all()).map(({ id }) => id) });
    await browser.storage.local.clear();
    await settingsChanged(Promise.resolve());
    notesChanged();
    return null;
  },

  async setBackup({ backup }) {
    await settingsChanged(setBackup(backup));
    return backUpIfDue();
  },

  addCorrections: ({ corrections }) => settingsChanged(addCorrections(corrections)),

  announceNotes({ ids }) {
    notesChanged(ids);
    return null;
  },

  getPageSummary: ({ tab }) => summaryOf(tab),
};

/** Content scripts live in pages that we do not trust. */
export function admit(verb: string, { url }: Runtime.MessageSender): void {
  if (Object.hasOwn(deskHandlers, verb) && !url?.startsWith(browser.runtime.getURL('')))
    throw new CallError('forbidden', `"${verb}" is not for this sender`);
}
