/**
 * The reader's notes as this page holds them: all, the last changed first, and kept as they are on disk, whoever changes them. A note
 * that has not changed stays the same object, so that what was worked out for it holds.
 */
import type { EntityId, Note, NoteId, NoteText } from '../../../core/model.ts';
import { browser } from '../../../platform/browser.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import { type Notes, type NotesChange, openNotes } from '../../../storage/notes-db.ts';
import { type Done, stillBack } from './taking-back.ts';

/** More notes than this are read with all others. */
const FEW = 200;

export interface HeldNotes {
  /** Null until they have been read. */
  all(): readonly Note[] | null;
  /** The name of the entity a note is about; '' where there is none, or not yet. */
  labelOf(note: Note): string;
  /** Writes and removes in one transaction. Rejects with nothing changed. */
  change(change: NotesChange): Promise<Done>;
  /** Undoes a change, but for notes that have been written to since. */
  takeBack(done: Done): Promise<void>;
  /** Gives a note another text; the one before is kept among its versions. */
  write(note: Note, text: NoteText): Promise<void>;
  /** Changes since the last export of all notes. */
  changes(): number;
  /** All notes have been exported. */
  exported(): Promise<void>;
}

/** What has come: other notes, or names of what they are about. */
export type HeldNews = 'notes' | 'labels' | 'failure';

export function holdNotes(onNews: (news: HeldNews) => void): HeldNotes {
  const labels = new Map<EntityId, string>();
  let all: readonly Note[] | null = null;
  let opened: Promise<Notes> | null = null;
  let reading: Promise<void> | null = null;
  let changes = 0;
  let isStale = false;

  function notes(): Promise<Notes> {
    opened ??= openNotes(() => {
      opened = null;
    });
    return opened;
  }

  async function read(): Promise<void> {
    do {
      isStale = false;
      const before = new Map((all ?? []).map((note) => [note.id, note]));
      const store = await notes();
      const now = await store.all();
      changes = (await store.care()).changes;
      all = now.map((note) => unchanged(before.get(note.id), note)).sort(lastChangedFirst);
      onNews('notes');
    } while (isStale);
    if (await fetchLabels(all, labels)) onNews('labels');
  }

  /** What changes while it is being read is read once more. */
  function refresh(): Promise<void> {
    isStale = true;
    reading ??= read()
      .catch((error) => {
        opened = null;
        report('reading notes', error);
        onNews('failure');
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  /** Reads a few notes anew, in place of all. */
  async function readSome(ids: readonly NoteId[]): Promise<void> {
    const store = await notes();
    const now = await Promise.all(ids.map((id) => store.get(id)));
    changes = (await store.care()).changes;
    const changed = new Set(ids);
    const before = new Map((all ?? []).flatMap((note) => (changed.has(note.id) ? [[note.id, note]] : [])));
    const rest = (all ?? []).filter(({ id }) => !changed.has(id));
    const found = now.flatMap((note) => note ?? []).map((note) => unchanged(before.get(note.id), note));
    all = [...found, ...rest].sort(lastChangedFirst);
    onNews('notes');
    if (await fetchLabels(found, labels)) onNews('labels');
  }

  function follow(ids: readonly NoteId[] | undefined): Promise<void> {
    // While all are being read, or where most have changed, all are read.
    if (!all || reading || !ids || ids.length > FEW) return refresh();
    return readSome(ids).catch((error) => {
      report('reading changed notes', error);
      return refresh();
    });
  }

  async function announce(ids: readonly NoteId[]): Promise<void> {
    await follow(ids);
    const told = ids.length > FEW ? {} : { ids };
    await callBackground('announceNotes', told).catch((error) => report('announcing notes', error));
  }

  async function make(made: NotesChange): Promise<Done> {
    const back = await (await notes()).change(made);
    await announce([...made.put.map(({ id }) => id), ...made.remove]);
    return { made, back };
  }

  // What the background announces is for whoever is open; it wants no answer.
  browser.runtime.onMessage.addListener((message: unknown) => {
    const { tag, what, ids } = (message ?? {}) as { tag?: string; what?: string; ids?: NoteId[] };
    if (tag === 'glossator-news' && what === 'notesChanged') follow(ids);
    return undefined;
  });
  refresh();

  return {
    all: () => all,
    labelOf: ({ target }) => (target.entity ? (labels.get(target.entity) ?? '') : ''),
    change: make,
    async takeBack(done) {
      await make(stillBack(done, await (await notes()).all()));
    },
    async write(note, text) {
      const now = new Date().toISOString();
      // Where another tab has written meanwhile, its text becomes a version of this one.
      const before = (await (await notes()).get(note.id)) ?? note;
      await (await notes()).put({ ...before, ...text, modified: now });
      await announce([note.id]);
    },
    changes: () => changes,
    async exported() {
      await (await notes()).exported(new Date());
      await refresh();
    },
  };
}

function unchanged(before: Note | undefined, now: Note): Note {
  return before?.modified === now.modified && before.orphan?.since === now.orphan?.since ? before : now;
}

function lastChangedFirst(a: Note, b: Note): number {
  return a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0;
}

/** Answers whether there were any that were not known. What no pack has any more is asked for once. */
async function fetchLabels(notes: readonly Note[] | null, labels: Map<EntityId, string>): Promise<boolean> {
  const missing = new Set(
    (notes ?? []).flatMap(({ target }) => target.entity ?? []).filter((id) => !labels.has(id)),
  );
  await Promise.all(
    [...missing].map(async (id) => {
      const entry = await callBackground('getEntity', { id }).catch(() => null);
      labels.set(id, entry?.title.text ?? '');
    }),
  );
  return missing.size > 0;
}
