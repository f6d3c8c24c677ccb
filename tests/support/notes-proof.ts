/// <reference lib="dom" />
/**
 * A page for a copy of the build that keeps notes by the project's own storage and puts faults in its way: the tests call what
 * stands here under `proof`. It is bundled by the test that needs it (`addProofPage`) and is part of no build.
 */
import { deleteDB, openDB } from 'idb';
import type { Note, NoteId } from '../../src/core/model.ts';
import { browser } from '../../src/platform/browser.ts';
import { callBackground } from '../../src/protocol/call.ts';
import { NOTES_DB, openNotes } from '../../src/storage/notes-db.ts';
import { MIGRATIONS, type Migration } from '../../src/storage/notes-migrations.ts';

/** A store as it lay on a reader's disk: see tests/fixtures/notes. */
interface StoreDump {
  readonly keyPath: string | null;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string;
    readonly multiEntry: boolean;
  }[];
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}
export interface NotesDump {
  readonly release: string;
  readonly database: { readonly version: number; readonly stores: Readonly<Record<string, StoreDump>> };
  readonly local: Readonly<Record<string, unknown>>;
}

const URL = 'https://faults.test/page';
const isOfNotes = (key: string) => key.startsWith('note');

const note = (id: string, body: string, modified: string): Note => ({
  id: id as NoteId,
  kind: 'page',
  target: { url: URL, title: 'Faults', selectors: [] },
  body,
  tags: [],
  colour: 'yellow',
  created: '2026-01-01T00:00:00.000Z',
  modified,
  versions: [],
});

async function withNotes<T>(use: (notes: Awaited<ReturnType<typeof openNotes>>) => Promise<T>): Promise<T> {
  const notes = await openNotes(() => {});
  try {
    return await use(notes);
  } finally {
    notes.close();
  }
}

/** What has been acknowledged as saved: how the last text of each note begins. */
const acknowledged = new Map<string, string>();
const beginningOf = (body: string) => body.slice(0, 40);

export const notesProof = {
  /** All notes as the project reads them, by id; the earlier texts behind the last. */
  read: () =>
    withNotes(async (notes) =>
      (await notes.all())
        .map(({ id, body, versions }) => [id, body, ...versions.map((version) => version.body)])
        .toSorted(),
    ),

  /** Every field of them. */
  readWhole: () => withNotes((notes) => notes.all()),

  /** How many notes are filed under a page and under an entity. */
  find: (url: string, title: string, entity: string) =>
    withNotes(async (notes) => ({
      onPage: (await notes.onPage({ url, title })).length,
      about: (await notes.about(entity as never)).length,
    })),

  put: (id: string, body: string, modified = new Date().toISOString()) =>
    withNotes(async (notes) => (await notes.put(note(id, body, modified))).modified),

  /** Writes many in one transaction; answers why that failed, or ''. */
  putMany: (count: number, length: number) =>
    withNotes((notes) => {
      const body = 'x'.repeat(length);
      const put = Array.from({ length: count }, (_, i) =>
        note(`note-many-${i}`, body, new Date().toISOString()),
      );
      return notes.change({ put, remove: [] }).then(
        () => '',
        (error) => String(error),
      );
    }),

  /** Deletes the notes database, whoever has it open. */
  deleteDatabase: () => deleteDB(NOTES_DB),

  /** The mirror as it lies in `storage.local`. */
  async mirror(): Promise<Record<string, unknown>> {
    const all = await browser.storage.local.get(null);
    return Object.fromEntries(Object.entries(all).filter(([key]) => isOfNotes(key)));
  },

  async loseMirror(): Promise<void> {
    await browser.storage.local.remove(Object.keys(await notesProof.mirror()));
  },

  /** Spoils the mirror in every way that a failing disk knows: other bytes, half an entry, another kind of value. */
  async spoilMirror(): Promise<void> {
    const heads = Object.entries(await notesProof.mirror()).filter(([key]) => key.startsWith('note/'));
    const spoilt = heads.map(([key, value], i) => {
      const { text, ...entry } = value as { readonly text: string };
      const ways = [
        { ...entry, text: text.replace('a', 'b') },
        { ...entry, text: text.slice(0, 40) },
        7,
        null,
      ];
      return [key, ways[i % ways.length]];
    });
    await browser.storage.local.set({ ...Object.fromEntries(spoilt), 'notes-digest': { count: -1, sum: 3 } });
  },

  /** Leaves the reader's disk as a release left it. */
  async plant({ database, local }: NotesDump): Promise<void> {
    await deleteDB(NOTES_DB);
    await notesProof.loseMirror();
    const db = await openDB(NOTES_DB, database.version, {
      upgrade(fresh) {
        for (const [name, dump] of Object.entries(database.stores)) {
          const store = fresh.createObjectStore(name, dump.keyPath === null ? {} : { keyPath: dump.keyPath });
          for (const index of dump.indexes)
            store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
        }
      },
    });
    for (const [name, { keyPath, keys, values }] of Object.entries(database.stores))
      for (const [i, value] of values.entries())
        await (keyPath === null ? db.put(name, value, keys[i]) : db.put(name, value));
    db.close();
    await browser.storage.local.set(local);
  },

  /** Opens the notes with a step that does its work and then fails; answers why opening failed, or that it did not. */
  async breakOff(step: number): Promise<string> {
    const broken: readonly Migration[] = MIGRATIONS.map((migration, i) =>
      i !== step
        ? migration
        : async (db, tx) => {
            await migration(db, tx);
            throw new Error('planted');
          },
    );
    try {
      (await openNotes(() => {}, broken)).close();
      return 'opened';
    } catch (error) {
      return String(error);
    }
  },

  /** Version, stores and rows of the database as the browser has them; null where there is none. */
  async onDisk(): Promise<{ version: number; rows: Record<string, unknown[]> } | null> {
    if (!(await indexedDB.databases()).some(({ name }) => name === NOTES_DB)) return null;
    const db = await openDB(NOTES_DB);
    const rows: Record<string, unknown[]> = {};
    for (const name of db.objectStoreNames) rows[name] = await db.getAll(name);
    const { version } = db;
    db.close();
    return { version, rows };
  },

  /** Saves through the background as a card does; answers its note's id, or why it could not. */
  save: (body: string, id?: string) =>
    callBackground('saveNote', {
      draft: { ...(id === undefined ? {} : { id: id as NoteId }), target: note('', '', '').target, body },
    }).then(
      (saved) => saved.id as string,
      (error) => `Error: ${error}`,
    ),

  /** Writes without end, from now on: new notes, new texts of old ones, long ones; through the background and directly. */
  writeOn(round: number): void {
    const opened = openNotes(() => {});
    const direct = async (id: string, body: string) => {
      await (await opened).put(note(id, body, new Date().toISOString()));
    };
    const own = async (writer: string, save: (id: string, body: string) => Promise<unknown>) => {
      for (let i = 0; ; i += 1) {
        const id = `note-${round}-${writer}-${i % 7}`;
        const body = `${id}: ${i}${i % 5 === 4 ? ' long'.repeat(50_000) : ''}`;
        const answer = await save(id, body);
        if (String(answer).startsWith('Error')) return;
        acknowledged.set(id, beginningOf(body));
      }
    };
    own('card', (id, body) => notesProof.save(body, id));
    own('page', direct).catch(() => {});
  },

  acknowledged: () => [...acknowledged],

  /** Of each of these notes, the beginning of every text that it has or had; null for one that is gone. */
  textsOf: (ids: readonly string[]) =>
    withNotes((notes) =>
      Promise.all(
        ids.map(async (id) => {
          const found = await notes.get(id as NoteId);
          return found && [found.body, ...found.versions.map(({ body }) => body)].map(beginningOf);
        }),
      ),
    ),

  count: () => withNotes(async (notes) => (await notes.all()).length),
};

declare global {
  /** What the proof page offers to the tests that drive it. */
  var proof: typeof notesProof;
}
globalThis.proof = notesProof;
