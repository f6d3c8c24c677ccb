/**
 * Fills the reference database from the package: outside any upgrade, in chunks, and with the completion marker last, so that
 * an import broken off anywhere is seen as not done.
 */
import {
  openGazetteer,
  type PackEntry,
  readGazetteerBytes,
  readReference,
  readTables,
} from './pack-files.ts';
import type { ReferenceDb } from './reference-db.ts';
import type { ReferenceProgress } from './reference-progress.ts';

/** Rows a transaction: large enough to be quick, small enough to keep memory flat. */
const CHUNK = 1000;

export type ImportProgress = (progress: ReferenceProgress) => void;

/** Whether a pack is there, whole and of this very content. */
export async function isComplete(db: ReferenceDb, entry: PackEntry): Promise<boolean> {
  return (await db.get('complete', entry.id))?.hash === entry.hash;
}

/** Imports one pack, in place of whatever was there of it. */
export async function importPack(
  db: ReferenceDb,
  entry: PackEntry,
  onProgress: ImportProgress = () => {},
): Promise<void> {
  const start = performance.now();
  const [reference, tables, gazetteer] = await Promise.all([
    readReference(entry.id),
    readTables(entry.id),
    readGazetteerBytes(entry.id),
  ]);
  openGazetteer(gazetteer); // bytes that would be refused later are refused now
  await clearPack(db, entry.id);
  const sources = reference.sources.map((source) => ({ ...source, pack: entry.id }));
  // The lexicon and the completion marker are the last row.
  const total = reference.entities.length + sources.length + 1;
  let done = 0;
  const advance = (rows: number) => {
    done += rows;
    onProgress({ pack: entry.id, done, total, elapsed: Math.round(performance.now() - start) });
  };
  advance(0);
  await putAll(db, 'entities', reference.entities, advance);
  await putAll(db, 'sources', sources, advance);
  // One transaction: the marker can never stand without what it marks, nor a reader wait for three disks.
  const last = db.transaction(['packs', 'lexicons', 'complete'], 'readwrite');
  await Promise.all([
    last
      .objectStore('packs')
      .put({ id: entry.id, info: reference.info, relationKinds: reference.relationKinds }),
    last.objectStore('lexicons').put({ pack: entry.id, tables, gazetteer }),
    last.objectStore('complete').put({ pack: entry.id, hash: entry.hash }),
    last.done,
  ]);
  advance(1);
}

async function putAll<S extends 'entities' | 'sources'>(
  db: ReferenceDb,
  store: S,
  rows: readonly Parameters<typeof db.put<S>>[1][],
  advance: (rows: number) => void,
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    const chunk = rows.slice(i, i + CHUNK);
    const tx = db.transaction(store, 'readwrite');
    await Promise.all([...chunk.map((row) => tx.store.put(row)), tx.done]);
    advance(chunk.length);
  }
}

/** Removes all rows of a pack and its completion marker. */
async function clearPack(db: ReferenceDb, pack: string): Promise<void> {
  const tx = db.transaction(['complete', 'packs', 'lexicons', 'entities', 'sources'], 'readwrite');
  const upTo = '\uffff';
  await Promise.all([
    tx.objectStore('complete').delete(pack),
    tx.objectStore('packs').delete(pack),
    tx.objectStore('lexicons').delete(pack),
    tx.objectStore('entities').delete(IDBKeyRange.bound(`${pack}:`, `${pack}:${upTo}`)),
    tx.objectStore('sources').delete(IDBKeyRange.bound([pack, ''], [pack, upTo])),
    tx.done,
  ]);
}
