/**
 * What the reader knows: entries whose cards were read a few times. They are left unmarked where the reader has chosen that; until then
 * nothing is counted, and switching it off forgets what was.
 */
import type { EntityId, Mention } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { readSettings } from '../storage/settings.ts';
import { settingsChanged } from './announce.ts';

const KEY = 'read';
/** So often is a card read before its entry is known. */
const KNOWN = 3;

type Counts = Readonly<Record<string, number>>;

const counts = async (): Promise<Counts> =>
  ((await browser.storage.local.get(KEY))[KEY] as Counts | undefined) ?? {}; // written here alone

/** Entries that are left unmarked, none where the reader has not chosen so. */
export async function known(): Promise<ReadonlySet<string>> {
  if (!(await readSettings()).fading) return new Set();
  const read = Object.entries(await counts()).filter(([, count]) => count >= KNOWN);
  return new Set(read.map(([id]) => id));
}

/** Mentions of what is not known yet. */
export async function unknown(mentions: readonly Mention[]): Promise<readonly Mention[]> {
  const ids = await known();
  return ids.size === 0 ? mentions : mentions.filter(({ entity }) => !ids.has(entity));
}

/** A card was read. */
export async function tellRead(id: EntityId): Promise<void> {
  if (!(await readSettings()).fading) return;
  const before = await counts();
  const count = (Object.hasOwn(before, id) ? (before[id] ?? 0) : 0) + 1;
  const kept = browser.storage.local.set({ [KEY]: { ...before, [id]: count } });
  await (count === KNOWN ? settingsChanged(kept) : kept);
}

export function forgetRead(): Promise<void> {
  return browser.storage.local.remove(KEY);
}
