/// <reference lib="dom" />
/**
 * A page for a copy of the build that opens the project's own storage where a fault can be put in its way: the tests call what
 * stands here under `storage`. It is bundled by the test that needs it and is part of no build.
 */
import { deleteDB, openDB } from 'idb';
import type { Note, NoteId } from '../../src/core/model.ts';
import { NOTES_DB, openNotes } from '../../src/storage/notes-db.ts';
import { MIGRATIONS, type Migration } from '../../src/storage/notes-migrations.ts';
import { REFERENCE_DB } from '../../src/storage/reference-db.ts';

const note = (id: string, body: string): Note => ({
  id: id as NoteId,
  kind: 'page',
  target: { url: 'http://storage.test/page.html', title: 'Storage', selectors: [] },
  body,
  tags: [],
  colour: 'yellow',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  versions: [],
});

/** Steps that fail, each in its own way; what they did before must not stay. */
const FAILING: Readonly<Record<string, Migration>> = {
  'at once': (db) => {
    // A store that this version of the schema does not know: what a later one would add.
    (db as unknown as { createObjectStore(name: string): void }).createObjectStore('later');
    throw new Error('planted');
  },
  'after an await': async (db, tx) => {
    (db as unknown as { createObjectStore(name: string): void }).createObjectStore('later');
    const store = tx.objectStore('notes');
    for (const row of await store.getAll()) await store.put({ ...row, body: 'half upgraded' });
    throw new Error('planted');
  },
};

export const storageProof = {
  async keepNote(id: string, body: string): Promise<void> {
    const notes = await openNotes(() => {});
    await notes.put(note(id, body));
    notes.close();
  },

  /** The notes as the project reads them. */
  async notes(): Promise<readonly string[]> {
    const notes = await openNotes(() => {});
    const all = (await notes.all()).map(({ id, body }) => `${id}: ${body}`);
    notes.close();
    return all;
  },

  /** Opens the notes with one more step, which fails; answers why opening failed, or that it did not. */
  async upgradeNotes(how: string): Promise<string> {
    const step = FAILING[how];
    if (!step) return 'no such step';
    try {
      (await openNotes(() => {}, [...MIGRATIONS, step])).close();
      return 'opened';
    } catch (error) {
      return String(error);
    }
  },

  /** The notes database as the browser has it: its version and stores. */
  async notesForm(): Promise<{ version: number; stores: string[]; released: number }> {
    const db = await openDB(NOTES_DB);
    const form = { version: db.version, stores: [...db.objectStoreNames], released: MIGRATIONS.length };
    db.close();
    return form;
  },

  /** Deletes the reference database, whoever has it open. */
  deleteReference: () => deleteDB(REFERENCE_DB),

  /** What an import leaves that was broken off: rows, but not all of them, and no completion marker. */
  async halveReference(): Promise<void> {
    const db = await openDB(REFERENCE_DB);
    await db.clear('complete');
    await db.clear('entities');
    db.close();
  },

  /** What another version of the extension leaves: its own marker and its own text. */
  async ageReference(): Promise<void> {
    const db = await openDB(REFERENCE_DB);
    const tx = db.transaction(['complete', 'entities'], 'readwrite');
    for (const row of await tx.objectStore('complete').getAll())
      await tx.objectStore('complete').put({ ...row, hash: 'of-another-version' });
    for (const row of await tx.objectStore('entities').getAll())
      await tx.objectStore('entities').put({ ...row, labels: { en: 'Stale' } });
    await tx.done;
    db.close();
  },

  /** A database of a form that this version cannot open. */
  async replaceReference(): Promise<void> {
    await deleteDB(REFERENCE_DB);
    const db = await openDB(REFERENCE_DB, 99, { upgrade: (fresh) => void fresh.createObjectStore('other') });
    db.close();
  },

  /** Bytes of the gazetteer that a failing disk has changed, with everything else in order. */
  async spoilReference(): Promise<void> {
    const db = await openDB(REFERENCE_DB);
    for (const row of await db.getAll('lexicons')) {
      const bytes = new Uint8Array(row.gazetteer.slice(0));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
      await db.put('lexicons', { ...row, gazetteer: bytes.buffer });
    }
    db.close();
  },

  /** Whether the reference database is whole: its marker and its number of entities. */
  async referenceState(): Promise<{ marker: string; entities: number }> {
    const db = await openDB(REFERENCE_DB);
    const isFilled = db.objectStoreNames.contains('complete');
    const [marker] = isFilled ? await db.getAll('complete') : [];
    const entities = isFilled ? await db.count('entities') : 0;
    db.close();
    return { marker: marker?.hash ?? '', entities };
  },
};

declare global {
  /** What the proof page offers to the tests that drive it. */
  var storage: typeof storageProof;
}
globalThis.storage = storageProof;
