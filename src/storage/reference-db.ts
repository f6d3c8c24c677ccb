/**
 * Reference data in IndexedDB: what cards and spotting read. Derived and disposable: each pack's completion marker, with its
 * content hash, is written last; a database that lacks it, is of another form or cannot be opened is deleted and
 * rebuilt from the package without a question. It is never migrated: a new form is a new version, and starts empty.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { LexiconTables } from '../core/gazetteer/lexicon.ts';
import type { Entity, PackInfo, RelationKind, Source } from '../core/model.ts';
import { report } from '../platform/report.ts';

export const REFERENCE_DB = 'glossator-reference';
/** Raised when the form of the stores changes. */
export const REFERENCE_VERSION = 1;

export interface PackRow {
  readonly id: string;
  readonly info: PackInfo;
  readonly relationKinds: Readonly<Record<string, RelationKind>>;
}

export interface LexiconRow {
  readonly pack: string;
  readonly tables: LexiconTables;
  readonly gazetteer: ArrayBuffer;
}

export interface ReferenceSchema extends DBSchema {
  /** Completion markers. */
  complete: { key: string; value: { readonly pack: string; readonly hash: string } };
  packs: { key: string; value: PackRow };
  lexicons: { key: string; value: LexiconRow };
  entities: { key: string; value: Entity };
  sources: { key: [string, string]; value: Source & { readonly pack: string } };
}

export type ReferenceDb = IDBPDatabase<ReferenceSchema>;

/** Opens the database, empty or filled. Whatever cannot be opened is deleted once, and opened anew. */
export async function openReferenceDb(onGone: () => void): Promise<ReferenceDb> {
  try {
    return await open(onGone);
  } catch (error) {
    report('opening the reference database; rebuilding it', error);
    await deleteDB(REFERENCE_DB);
    return open(onGone);
  }
}

function open(onGone: () => void): Promise<ReferenceDb> {
  return openDB<ReferenceSchema>(REFERENCE_DB, REFERENCE_VERSION, {
    upgrade(db) {
      for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
      db.createObjectStore('complete', { keyPath: 'pack' });
      db.createObjectStore('packs', { keyPath: 'id' });
      db.createObjectStore('lexicons', { keyPath: 'pack' });
      db.createObjectStore('entities', { keyPath: 'id' });
      db.createObjectStore('sources', { keyPath: ['pack', 'id'] });
    },
    // An updated copy of the extension, or the reader's browser, wants the database: let go.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
}
