/**
 * Backups of all notes in the downloads folder, where the reader has asked for them: a file a day that brings changes, named by
 * the day, W3C Web Annotations like any export. There is no timer: the first change of a day and the start of a session bring
 * one, so that what is written on a day is in the next file at the latest.
 */
import { writeAnnotations } from '../core/formats/annotation.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { readSettings } from '../storage/settings.ts';
import { notes } from './data.ts';

const KEY = 'backup';
/** Where it lands, under the browser's downloads folder. */
const FOLDER = 'Glossator';
/** After so many ms nobody reads the file's address any more. */
const ADDRESS_MS = 60_000;

interface LastBackup {
  /** The reader's day, `2026-12-01`. */
  readonly day: string;
  /** The number of notes in it, and their latest change. */
  readonly upTo: string;
}

/** Writes a backup if the reader wants them, none was written today, and something has changed since the last. */
export async function backUpIfDue(now: Date = new Date()): Promise<boolean> {
  const wants = (await readSettings()).backup && (await mayDownload());
  if (!wants) return false;
  const day = dayOf(now);
  const last = (await browser.storage.local.get(KEY))[KEY] as Partial<LastBackup> | undefined;
  if (last?.day === day) return false;
  const all = await (await notes()).all();
  const latest =
    all
      .map(({ modified }) => modified)
      .toSorted()
      .at(-1) ?? '';
  const upTo = `${all.length} ${latest}`;
  if (all.length === 0 || last?.upTo === upTo) return false;
  // Said before it is done: a second change that comes meanwhile must not write it again.
  await browser.storage.local.set({ [KEY]: { day, upTo } satisfies LastBackup });
  try {
    await download(writeAnnotations(all, now), `${FOLDER}/glossator-notes-${day}.jsonld`);
  } catch (error) {
    await browser.storage.local.set({ [KEY]: last ?? {} });
    throw error;
  }
  return true;
}

/** The same for who does not wait for it. */
export function backUpSoon(): void {
  backUpIfDue().catch((error) => report('backing notes up', error));
}

function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Chromium's worker makes no addresses of blobs, Firefox downloads from no `data:` address. */
async function download(text: string, filename: string): Promise<void> {
  const isBlob = 'createObjectURL' in URL;
  const type = 'application/ld+json';
  const url = isBlob
    ? URL.createObjectURL(new Blob([text], { type }))
    : `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  await browser.downloads.download({ url, filename, conflictAction: 'overwrite', saveAs: false });
  if (isBlob) setTimeout(() => URL.revokeObjectURL(url), ADDRESS_MS);
}

/** The reader's own day, not Greenwich's. */
function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
