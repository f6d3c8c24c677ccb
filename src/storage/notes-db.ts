/**
 * The reader's notes, in a database of their own that nothing but the reader empties, with a mirror beside it. A write is
 * acknowledged when it is on disk (`durability: 'strict'`), and mirrored before the next; the two are compared whenever the notes
 * are opened, and what one has lost comes back from the other. Background and pages write under one Web Lock.
 */
import { openDB } from 'idb';
import type { EntityId, Note, NoteId, OrphanReason, PageFacts } from '../core/model.ts';
import { isSamePage, pageKeys, siteKey } from '../core/page/page-identity.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { EVERYWHERE, withoutKeys } from './note-row.ts';
import { nextVersion } from './note-versions.ts';
import { applyChange, type NotesChange, readCare } from './notes-change.ts';
import {
  MIGRATIONS,
  type Migration,
  migrate,
  type NotesCare,
  type NotesDb,
  type NotesSchema,
  type NotesUpgrade,
} from './notes-migrations.ts';
import { type Area, NotesMirror } from './notes-mirror.ts';
import { compareWithMirror, isMirrored } from './notes-reconcile.ts';

export type { NotesChange } from './notes-change.ts';
export type { NotesCare } from './notes-migrations.ts';

export const NOTES_DB = 'glossator-notes';
const LOCK = 'glossator-notes';

interface Persisting {
  persist?(): Promise<boolean>;
}

export interface Notes {
  /** The notes of a page, and those on entities everywhere. */
  onPage(page: PageFacts): Promise<readonly Note[]>;
  /** Whether any page of the address's site has notes. */
  areOnSite(url: string): Promise<boolean>;
  /** Notes on an entity, on whatever page. */
  about(entity: EntityId): Promise<readonly Note[]>;
  all(): Promise<readonly Note[]>;
  get(id: NoteId): Promise<Note | null>;
  /** Writes a note; when an earlier text changes, that text is kept among its versions. Answers it as it is now kept. */
  put(note: Note): Promise<Note>;
  /** Removes a note and answers it as it was. */
  remove(id: NoteId): Promise<Note | null>;
  /** Writes and removes many, to the letter and in one transaction. Answers the change that undoes this one. */
  change(change: NotesChange): Promise<NotesChange>;
  /** Keeps which passages were found on their page and which were not. It is no change of a note. */
  tellAnchors(found: ReadonlyMap<NoteId, OrphanReason | null>): Promise<boolean>;
  /** How far the last export is behind. */
  care(): Promise<NotesCare>;
  /** All notes have been exported. */
  exported(at: Date): Promise<void>;
  /** Compares every note with its mirror, entry by entry. */
  compare(): Promise<void>;
  close(): void;
}

/** Opens the notes. Rejects, with the old version untouched, when an upgrade fails. */
export async function openNotes(
  onGone: () => void,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<Notes> {
  const mirror = new NotesMirror(browser.storage.local as unknown as Area);
  const open = async () => {
    const db = await openDatabase(onGone, steps);
    await mirrored(db, mirror);
    return db;
  };
  const first = await open();
  // The browser may clear what is not persistent. Not to be had in Chromium's worker; nobody is asked, since we have
  // `unlimitedStorage`.
  if ('document' in globalThis) (navigator.storage as Persisting).persist?.().catch(() => {});
  return notesIn(first, open, mirror);
}

function openDatabase(onGone: () => void, steps: readonly Migration[]): Promise<NotesDb> {
  return openDB<NotesSchema>(NOTES_DB, steps.length, {
    upgrade: (upgraded, from, _to, tx) => migrate(upgraded, tx as NotesUpgrade, from, steps),
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
}

/** A mirror that cannot be read or written must not keep the reader from the notes. */
async function mirrored(db: NotesDb, mirror: NotesMirror): Promise<void> {
  try {
    if (await isMirrored(db, mirror)) return;
    await locked(() => compareWithMirror(db, mirror));
  } catch (error) {
    report('comparing the notes with their mirror', error);
  }
}

function locked<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}

function notesIn(first: NotesDb, open: () => Promise<NotesDb>, mirror: NotesMirror): Notes {
  let db = first;
  let isClosed = false;
  /** Does its work, on a new connection where the old one is closed: after a full disk, browsers close it and tell nobody. */
  const on = async <T>(work: (db: NotesDb) => Promise<T>): Promise<T> => {
    try {
      return await work(db);
    } catch (error) {
      if (isClosed || (error as Partial<DOMException>).name !== 'InvalidStateError') throw error;
      db = await open();
      return work(db);
    }
  };
  const alone = <T>(work: (db: NotesDb) => Promise<T>) => on((now) => locked(() => work(now)));
  /** A change of one note is answered when it is on disk. The mirror follows under the same lock: in Chromium that takes the longer, the more notes there are. */
  const changed = <T>(work: (db: NotesDb) => Promise<readonly [NotesChange, (undo: NotesChange) => T]>) =>
    new Promise<T>((resolve, reject) => {
      alone(async (now) => {
        const [asked, answer] = await work(now);
        const { undo, mirrored } = await applyChange(now, mirror, asked);
        resolve(answer(undo));
        await mirrored;
      }).catch(reject);
    });
  return {
    onPage: (page) => on((now) => notesOnPage(now, page)),
    areOnSite: (url) =>
      on(async (now) => (await now.getKeyFromIndex('notes', 'byPage', siteKey(url))) !== undefined),
    about: (entity) =>
      on(async (now) => (await now.getAllFromIndex('notes', 'byEntity', entity)).map(withoutKeys)),
    all: () => on(async (now) => (await now.getAll('notes')).map(withoutKeys)),
    get: (id) =>
      on(async (now) => {
        const row = await now.get('notes', id);
        return row ? withoutKeys(row) : null;
      }),
    put: (note) =>
      changed(async (now) => {
        const before = await now.get('notes', note.id);
        const kept = before ? nextVersion(withoutKeys(before), note) : note;
        return [{ put: [kept], remove: [] }, () => kept];
      }),
    remove: (id) => changed(async () => [{ put: [], remove: [id] }, ({ put }) => put[0] ?? null]),
    change: (asked) =>
      alone(async (now) => {
        const { undo, mirrored } = await applyChange(now, mirror, asked);
        await mirrored; // many: what is written next would wait for them
        return undo;
      }),
    tellAnchors: (found) => alone((now) => keepAnchors(now, found)),
    care: () => on(readCare),
    exported: (at) =>
      on(async (now) => {
        await now.put('state', { changes: 0, exported: at.toISOString() }, 'care');
      }),
    compare: () => alone((now) => compareWithMirror(now, mirror)),
    close() {
      isClosed = true;
      db.close();
    },
  };
}

async function notesOnPage(db: NotesDb, page: PageFacts): Promise<readonly Note[]> {
  const keys = [...pageKeys(page), EVERYWHERE];
  const found = await Promise.all(keys.map((key) => db.getAllFromIndex('notes', 'byPage', key)));
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return [...rows.values()]
    .filter((row) => row.kind === 'entity' || isSamePage(row.target, page))
    .map(withoutKeys);
}

/** Answers whether anything is other than it was. */
async function keepAnchors(db: NotesDb, found: ReadonlyMap<NoteId, OrphanReason | null>): Promise<boolean> {
  const tx = db.transaction('notes', 'readwrite');
  let isNews = false;
  for (const [id, reason] of found) {
    const row = await tx.store.get(id);
    if (!row || (row.orphan?.reason ?? null) === reason) continue;
    isNews = true;
    const { orphan: _, ...rest } = row;
    await tx.store.put(reason ? { ...rest, orphan: { reason, since: new Date().toISOString() } } : rest);
  }
  await tx.done;
  return isNews;
}
