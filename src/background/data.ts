/**
 * What the background reads and writes, opened at the first need and forgotten when the browser takes it away: the worker
 * keeps nothing that it could not open again.
 */
import type { Lexicon } from '../core/gazetteer/lexicon.ts';
import { type EntityDetails, type EntityId, splitEntityId } from '../core/model.ts';
import { readerLanguage } from '../platform/i18n.ts';
import { type Notes, openNotes } from '../storage/notes-db.ts';
import { readPackIndex } from '../storage/pack-files.ts';
import { openReference, type PackSize, type Reference } from '../storage/reference.ts';
import { tellProgress } from '../storage/reference-progress.ts';
import { readSettings } from '../storage/settings.ts';

/** A value opened once and kept until `forget`; a failed opening is tried again at the next need. */
export function openedOnce<T>(open: (forget: () => void) => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    opened ??= open(forget).catch((error) => {
      forget();
      throw error;
    });
    return opened;
  };
}

export const reference: () => Promise<Reference> = openedOnce((forget) =>
  openReference(forget, tellProgress),
);
export const notes: () => Promise<Notes> = openedOnce((forget) => openNotes(forget));
const allLexicons: () => Promise<readonly Lexicon[]> = openedOnce(async () => (await reference()).lexicons());

/** The package says which packs there are: every page asks, and need not wait for their data. */
const bundled: () => Promise<readonly string[]> = openedOnce(async () =>
  (await readPackIndex()).map(({ id }) => id),
);

/** Ids of all packs in the reader's order; those that were never ordered follow as they are bundled. */
export async function packsInOrder(): Promise<readonly string[]> {
  const [ids, { packOrder }] = await Promise.all([bundled(), readSettings()]);
  const placeOf = (id: string) => (packOrder.includes(id) ? packOrder.indexOf(id) : packOrder.length);
  return ids.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Those that the reader has on. */
export async function packsOn(): Promise<readonly string[]> {
  const [ids, { packsOff }] = await Promise.all([packsInOrder(), readSettings()]);
  return ids.filter((id) => !packsOff.includes(id));
}

/** What the bundled packs say of themselves. */
export const allPacks: () => Promise<readonly PackSize[]> = openedOnce(async () =>
  (await reference()).packs(),
);

/** The gazetteers of the packs that are on, in their order; loaded once a wake. */
export async function lexicons(): Promise<readonly Lexicon[]> {
  const [all, ids] = await Promise.all([allLexicons(), packsOn()]);
  return ids.flatMap((id) => all.find(({ pack }) => pack === id) ?? []);
}

/** Everything a card shows of an entity; null where no pack that is on has it. Relations to packs that are off fall away. */
export async function detailsOf(id: EntityId): Promise<EntityDetails | null> {
  const [details, ids] = await Promise.all([(await reference()).entityDetails(id), packsOn()]);
  const isOn = (entity: EntityId) => ids.includes(splitEntityId(entity).pack);
  if (!details || !isOn(id)) return null;
  return { ...details, relations: details.relations.filter(({ to }) => isOn(to)) };
}

/** The language that the reader has chosen for cards, or the browser's. */
export async function cardLanguage(): Promise<string> {
  return (await readSettings()).language || readerLanguage();
}
