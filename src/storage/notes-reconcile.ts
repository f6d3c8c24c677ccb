/**
 * Database and mirror, compared. A note that only one of them has, or has whole, or has in a later text, is written to the
 * other. Nothing is removed: a removal is acknowledged when it is done in both, so what one still has was never
 * acknowledged as gone, or was lost by the other.
 */
import type { Note, NoteId } from '../core/model.ts';
import { report } from '../platform/report.ts';
import { noteRow, withoutKeys } from './note-row.ts';
import { digestOf, isSameDigest, type NotesDigest } from './notes-digest.ts';
import type { NotesDb } from './notes-migrations.ts';
import type { NotesMirror } from './notes-mirror.ts';

/** Notes held in memory at once. */
const BATCH = 500;

/** Whether, by their digests and numbers, the two have the same notes. */
export async function isMirrored(db: NotesDb, mirror: NotesMirror): Promise<boolean> {
  const [own, count, copy] = await Promise.all([
    db.get('state', 'digest') as Promise<NotesDigest | undefined>,
    db.count('notes'),
    mirror.digest(),
  ]);
  return isSameDigest(own ?? null, copy) && own?.count === count;
}

/** What each of the two must be given. */
export interface Differences {
  readonly toDatabase: readonly Note[];
  readonly toMirror: readonly Note[];
}

/** Compares notes of the database with those of the same ids in the mirror; `whole` holds what can be read there. */
export function differences(own: readonly Note[], whole: ReadonlyMap<NoteId, Note>): Differences {
  const toDatabase: Note[] = [];
  const toMirror: Note[] = [];
  for (const note of own) {
    const copy = whole.get(note.id);
    if (!copy || copy.modified < note.modified) toMirror.push(note);
    else if (copy.modified > note.modified) toDatabase.push(copy);
  }
  return { toDatabase, toMirror };
}

/** Compares every note, and gives each of the two what it lacks. To be called under the lock. */
export async function compareWithMirror(db: NotesDb, mirror: NotesMirror): Promise<void> {
  const known = new Set<NoteId>();
  const toDatabase: Note[] = [];
  const toMirror: Note[] = [];
  for (let after = ''; ; ) {
    const rows = await db.getAll('notes', after ? IDBKeyRange.lowerBound(after, true) : null, BATCH);
    if (rows.length === 0) break;
    const own = rows.map(withoutKeys);
    for (const { id } of own) known.add(id);
    const found = differences(own, await mirror.read(own.map(({ id }) => id)));
    toDatabase.push(...found.toDatabase);
    toMirror.push(...found.toMirror);
    after = rows.at(-1)?.id ?? '';
  }
  const missing = (await mirror.ids()).filter((id) => !known.has(id));
  toDatabase.push(...(await mirror.read(missing)).values());
  const digest = await takeBack(db, toDatabase);
  await mirror.write(toMirror, [], digest);
  if (toDatabase.length + toMirror.length > 0)
    report(
      'comparing the notes with their mirror',
      `${toDatabase.length} were missing or older in the database, ${toMirror.length} in the mirror`,
    );
}

/** Writes notes to the database and its digest anew, which is the answer. */
async function takeBack(db: NotesDb, notes: readonly Note[]): Promise<NotesDigest> {
  const tx = db.transaction(['notes', 'state'], 'readwrite', { durability: 'strict' });
  const store = tx.objectStore('notes');
  for (const note of notes) await store.put(noteRow(note));
  const all: Pick<Note, 'id' | 'modified'>[] = [];
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
    all.push({ id: cursor.value.id, modified: cursor.value.modified });
  const digest = digestOf(all);
  await tx.objectStore('state').put(digest, 'digest');
  await tx.done;
  return digest;
}
