/**
 * What the reader calls wrong in private windows, on a page or a site: its address must not be on disk. It holds in private windows
 * alone and is gone with the last of them. "Never this name" names no page, and is kept like any other.
 */
import { type Correction, isSameCorrection } from '../core/spotting/corrections.ts';
import type { SessionArea } from './private-notes.ts';

const PREFIX = 'private-correction/';

export async function privateCorrections(area: SessionArea): Promise<readonly Correction[]> {
  return (await entriesIn(area)).map(([, correction]) => correction);
}

export async function addPrivateCorrection(area: SessionArea, correction: Correction): Promise<void> {
  await area.set({ [`${PREFIX}${correction.at} ${correction.surface}`]: correction });
}

/** Takes back whatever says the same. */
export async function dropPrivateCorrection(area: SessionArea, correction: Correction): Promise<void> {
  const same = (await entriesIn(area)).filter(([, known]) => isSameCorrection(known, correction));
  await area.remove(same.map(([key]) => key));
}

export async function forgetPrivateCorrections(area: SessionArea): Promise<void> {
  await area.remove((await entriesIn(area)).map(([key]) => key));
}

async function entriesIn(area: SessionArea): Promise<readonly (readonly [string, Correction])[]> {
  const entries = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(PREFIX));
  return entries as [string, Correction][]; // written by `addPrivateCorrection` alone
}
