/** Private windows: which notes and corrections their pages get, and the end of those. */
import type { Runtime } from 'webextension-polyfill';
import type { Correction } from '../core/spotting/corrections.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import {
  addPrivateCorrection,
  dropPrivateCorrection,
  forgetPrivateCorrections,
  privateCorrections,
} from '../storage/private-corrections.ts';
import {
  forgetPrivateNotes,
  type PageNotes,
  privateNotes,
  type SessionArea,
} from '../storage/private-notes.ts';
import { addCorrections, dropCorrection } from '../storage/settings.ts';
import { notes } from './data.ts';

/** Whether a page stands in a private window, as the browser has it. */
const isPrivate = ({ tab }: Runtime.MessageSender) => tab?.incognito === true;

const area = () => browser.storage.session as unknown as SessionArea;

/** The notes that a page reads and writes. */
export async function notesFor(sender: Runtime.MessageSender): Promise<PageNotes> {
  const kept = await notes();
  return isPrivate(sender) ? privateNotes(kept, area()) : kept;
}

/** What holds on a page beside the corrections that are kept. */
export async function correctionsFor(sender: Runtime.MessageSender): Promise<readonly Correction[]> {
  return isPrivate(sender) ? privateCorrections(area()) : [];
}

/** Keeps a correction where it may be kept. */
export async function keepCorrection(sender: Runtime.MessageSender, correction: Correction): Promise<void> {
  const isNamed = correction.scope.kind !== 'everywhere';
  if (isPrivate(sender) && isNamed) await addPrivateCorrection(area(), correction);
  else await addCorrections([correction]);
}

/** Takes a correction back, wherever it is kept. */
export async function takeBack(correction: Correction): Promise<void> {
  await Promise.all([dropCorrection(correction), dropPrivateCorrection(area(), correction)]);
}

async function forgetAll(): Promise<void> {
  await Promise.all([forgetPrivateNotes(area()), forgetPrivateCorrections(area())]);
}

/** Forgets what was written in private windows when the last of them has closed. */
export function watchPrivateWindows(): void {
  browser.windows.onRemoved.addListener(() => {
    browser.windows
      .getAll()
      .then((open) => (open.some(({ incognito }) => incognito) ? undefined : forgetAll()))
      .catch((error) => report('forgetting notes of private windows', error));
  });
}
