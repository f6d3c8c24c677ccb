/**
 * Notes of private windows: nothing of them is ever on disk. They stand in `storage.session`, beside the reader's other notes, and
 * are gone when the last private window closes. A kept note that is changed there is changed there only: its new text covers the
 * kept one until then. One that is removed there is removed: that was asked for, and leaves no trace of reading.
 */
import type { Note, NoteId } from '../core/model.ts';
import { isSamePage } from '../core/page/page-identity.ts';
import { nextVersion } from './note-versions.ts';
import type { Notes } from './notes-db.ts';

/** What is done with notes on a page. */
export type PageNotes = Pick<Notes, 'onPage' | 'get' | 'put' | 'remove'>;

/** The part of `storage.session` that is used here. */
export interface SessionArea {
  get(keys: null | string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const PREFIX = 'private-note/';

/** The notes of a private window: those in `area` over those in `kept`. */
export function privateNotes(kept: PageNotes, area: SessionArea): PageNotes {
  const own = async (id: NoteId) => {
    const key = PREFIX + id;
    return ((await area.get(key))[key] as Note | undefined) ?? null; // written by `put` alone
  };
  const get = async (id: NoteId) => (await own(id)) ?? kept.get(id);
  return {
    get,
    async onPage(page) {
      const notes = new Map((await kept.onPage(page)).map((note) => [note.id, note]));
      for (const note of await allIn(area))
        if (note.kind === 'entity' || isSamePage(note.target, page)) notes.set(note.id, note);
      return [...notes.values()];
    },
    async put(note) {
      const before = await get(note.id);
      const next: Note = { ...(before ? nextVersion(before, note) : note), isPrivate: true };
      await area.set({ [PREFIX + note.id]: next });
      return next;
    },
    async remove(id) {
      const note = await own(id);
      if (!note) return kept.remove(id);
      await area.remove(PREFIX + id);
      return note;
    },
  };
}

/** Forgets them all. */
export async function forgetPrivateNotes(area: SessionArea): Promise<void> {
  await area.remove((await allIn(area)).map(({ id }) => PREFIX + id));
}

async function allIn(area: SessionArea): Promise<readonly Note[]> {
  return Object.entries(await area.get(null))
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, note]) => note as Note); // as above
}
