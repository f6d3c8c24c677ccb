/** One short function a verb. What a verb means is said in `protocol/messages.ts`. */
import type { Runtime } from 'webextension-polyfill';
import { citationsOf } from '../core/card/citation.ts';
import { entryOf } from '../core/card/entry-of.ts';
import { isAdvert } from '../core/furniture/advert-frames.ts';
import { PAGE_NAMES } from '../core/page/page-names.ts';
import { ruleFor } from '../core/settings/sites.ts';
import { type Correction, scopeAround, silencedAt } from '../core/spotting/corrections.ts';
import { settle, spot } from '../core/spotting/spot.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { CallError, type PageSettings } from '../protocol/messages.ts';
import type { Handlers } from '../protocol/serve.ts';
import { readSettings } from '../storage/settings.ts';
import { notesChanged, settingsChanged } from './announce.ts';
import { runCard } from './card-scripts.ts';
import { passWord } from './card-words.ts';
import { cardLanguage, detailsOf, lexicons, notes, packsOn } from './data.ts';
import { deskHandlers } from './desk.ts';
import { areMarksHidden } from './hidden-marks.ts';
import { keepNote } from './keep-note.ts';
import { known, tellRead, unknown } from './known.ts';
import { recordMentions } from './page-summary.ts';
import { beginPassages, keepAnchors, runPassages, showPassage } from './passages.ts';
import { isPermitted } from './permitted.ts';
import { correctionsFor, keepCorrection, notesFor, takeBack } from './private-windows.ts';

export const handlers: Handlers<'background'> = {
  ...deskHandlers,

  async spot({ blocks, evidence }) {
    const answer = spot(blocks, evidence, await lexicons());
    return { ...answer, mentions: await unknown(answer.mentions) };
  },

  async settle({ pending, evidence }) {
    return { mentions: await unknown(settle(pending, evidence, await lexicons())) };
  },

  async getEntity({ id }) {
    const details = await detailsOf(id);
    return details && entryOf(details, await cardLanguage());
  },

  async tellRead({ id }) {
    await tellRead(id);
    return null;
  },

  async getCitations({ id }) {
    const details = await detailsOf(id);
    return details && citationsOf(details, await cardLanguage());
  },

  async readFrame({ frame }, sender) {
    if (isAdvert(frame)) return false;
    await runIn(sender, 'content/spotter.js');
    return true;
  },

  tellCards({ to, word }, sender) {
    const { tab, frame } = placeOf(sender);
    return passWord(tab, frame, to, word);
  },

  async loadCard(_params, sender) {
    const { tab, frame } = placeOf(sender);
    await runCard(tab, frame);
    return null;
  },

  async loadNotes(_params, sender) {
    await runIn(sender, 'content/notes.js');
    return null;
  },

  async loadShadow(_params, sender) {
    await runIn(sender, 'content/shadow.js');
    return null;
  },

  async loadPassages(_params, sender) {
    const { tab, frame } = placeOf(sender);
    if ((await settingsFor(sender.url ?? '', sender)).packs !== '') await runPassages(tab, frame);
    return null;
  },

  async loadPassageCard(_params, sender) {
    await runIn(sender, 'content/passage-card.js');
    return null;
  },

  async tellAnchors({ anchors }, sender) {
    await keepAnchors(sender, anchors);
    return null;
  },

  async getNotes({ url, page }, sender) {
    return (await notesFor(sender)).onPage(page ?? { url, title: '' });
  },

  async saveNote({ draft }, sender) {
    const note = await keepNote(await notesFor(sender), draft);
    notesChanged([note.id]);
    showPassage(note).catch((error) => report('showing a passage', error));
    return note;
  },

  async deleteNote({ id }, sender) {
    const note = await (await notesFor(sender)).remove(id);
    notesChanged([id]);
    return note;
  },

  async restoreNote({ note }, sender) {
    // A kept note that was removed in a private window goes back to where it was.
    await (note.isPrivate ? await notesFor(sender) : await notes()).put(note);
    notesChanged([note.id]);
    return null;
  },

  async getPageSettings({ url }, sender) {
    const settings = await settingsFor(url, sender);
    if (settings.packs !== '')
      beginPassages(sender, url).catch((error) => report('beginning passages', error));
    return settings;
  },

  async correct({ name, entity, reach }, sender) {
    const scope = scopeAround(reach, addressOf(sender) ?? '');
    if (!scope) throw new CallError('bad-request', 'this page has no site');
    const correction: Correction = { surface: name, entity, scope, at: new Date().toISOString() };
    await settingsChanged(keepCorrection(sender, correction));
    return correction;
  },

  async dropCorrection({ correction }) {
    await settingsChanged(takeBack(correction));
    return null;
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
};

/** A frame goes by what the reader sees in the address bar. */
function addressOf({ tab, url }: Runtime.MessageSender): string | undefined {
  return tab?.url ?? url;
}

function placeOf(sender: Runtime.MessageSender): { readonly tab: number; readonly frame: number } {
  if (sender.tab?.id === undefined) throw new CallError('bad-request', 'this verb is for content scripts');
  return { tab: sender.tab.id, frame: sender.frameId ?? 0 };
}

/** Runs a script of ours in the frame that asks. */
async function runIn(sender: Runtime.MessageSender, file: string): Promise<void> {
  const { tab, frame } = placeOf(sender);
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [file] });
}

/** The settings that hold for a page. */
async function settingsFor(url: string, sender: Runtime.MessageSender): Promise<PageSettings> {
  const address = addressOf(sender) ?? url;
  const [settings, permitted, hidden, corrections] = await Promise.all([
    readSettings(),
    isPermitted(address),
    areMarksHidden(),
    correctionsFor(sender),
  ]);
  const rule = ruleFor(settings.sites, address);
  const { trigger, delay, theme, width } = settings;
  const isOn = settings.enabled && permitted && !hidden && (rule.enabled ?? true);
  return {
    packs: isOn ? [...(await packsOn()), ...(await known())].join(' ') : '',
    density: rule.density ?? settings.density,
    style: settings.print ? `${settings.style}-print` : settings.style,
    opening: { trigger, delay, theme, width },
    names: PAGE_NAMES,
    silenced: silencedAt([...settings.corrections, ...corrections], address),
  };
}
