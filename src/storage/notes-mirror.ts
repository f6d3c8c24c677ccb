/**
 * The second copy of the reader's notes, in `storage.local`, where losing the database does not reach. A note is one entry (long
 * ones are cut into pieces), as JSON behind a hash of itself, so that saving one writes only that one and a spoilt entry is
 * known for what it is. Each write carries the digest of the database that it follows.
 */
import type { Note, NoteId } from '../core/model.ts';
import { hashOf } from '../core/page/fingerprint.ts';
import { batches } from './batches.ts';
import { isNote, modernNote } from './note-forms.ts';
import type { NotesDigest } from './notes-digest.ts';

/** What the mirror needs of `browser.storage.local`. */
export interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Not in every browser that we run in: Chrome 130, Firefox 143. */
  getKeys?(): Promise<string[]>;
}

const DIGEST = 'notes-digest';
const HEAD = 'note/';
/** Characters of one entry. */
const PIECE = 100_000;
/** Notes read or written at once. */
const BATCH = 200;

const headKey = (id: string) => `${HEAD}${id}`;
const pieceKey = (id: string, number: number) => `note-piece/${number}/${id}`;

/** What stands under a note's own key: `text` whole, or its first piece with the number of all pieces. */
interface Entry {
  readonly hash: number;
  readonly pieces: number;
  readonly text: string;
}

export class NotesMirror {
  readonly #area: Area;

  constructor(area: Area) {
    this.#area = area;
  }

  /** The digest of the notes that were mirrored last; null where there is none to be read. */
  async digest(): Promise<NotesDigest | null> {
    const stored = (await this.#area.get([DIGEST]))[DIGEST] as Partial<NotesDigest> | undefined;
    if (typeof stored?.count !== 'number' || typeof stored.sum !== 'number') return null;
    return { count: stored.count, sum: stored.sum };
  }

  /** The ids of all notes here, readable or not. */
  async ids(): Promise<NoteId[]> {
    const keys = (await this.#area.getKeys?.()) ?? Object.keys(await this.#area.get(null));
    return keys.filter((key) => key.startsWith(HEAD)).map((key) => key.slice(HEAD.length) as NoteId);
  }

  /** Those of the notes that are here and whole. */
  async read(ids: readonly NoteId[]): Promise<ReadonlyMap<NoteId, Note>> {
    const found = new Map<NoteId, Note>();
    for (const batch of batches(ids, BATCH)) {
      const heads = await this.#area.get(batch.map(headKey));
      const more = await this.#pieces(batch, heads);
      for (const id of batch) {
        const note = readEntry(heads[headKey(id)], (number) => more[pieceKey(id, number)]);
        if (note?.id === id) found.set(id, note);
      }
    }
    return found;
  }

  /** Follows a change of the database. The digest comes last: what is broken off before it is seen at the next start. */
  async write(put: readonly Note[], remove: readonly NoteId[], digest: NotesDigest): Promise<void> {
    for (const batch of batches(remove, BATCH))
      await this.#area.remove([...batch.map(headKey), ...(await this.#pieceKeys(batch))]);
    const all = batches(put, BATCH);
    for (const [number, batch] of all.entries()) {
      const stale = new Set(await this.#pieceKeys(batch.map(({ id }) => id)));
      const items: Record<string, unknown> = Object.fromEntries(batch.flatMap(entriesOf));
      for (const key of Object.keys(items)) stale.delete(key);
      // In one write with the last notes, which mostly is the only one.
      if (number === all.length - 1) items[DIGEST] = digest;
      await this.#area.set(items);
      if (stale.size > 0) await this.#area.remove([...stale]);
    }
    if (all.length === 0) await this.#area.set({ [DIGEST]: digest });
  }

  async #pieces(ids: readonly NoteId[], heads: Record<string, unknown>): Promise<Record<string, unknown>> {
    const keys = ids.flatMap((id) => piecesOf(id, heads[headKey(id)]));
    return keys.length > 0 ? this.#area.get(keys) : {};
  }

  /** The keys of all pieces of notes as they are now. */
  async #pieceKeys(ids: readonly NoteId[]): Promise<string[]> {
    const heads = await this.#area.get(ids.map(headKey));
    return ids.flatMap((id) => piecesOf(id, heads[headKey(id)]));
  }
}

function piecesOf(id: string, head: unknown): string[] {
  const { pieces } = (head ?? {}) as Partial<Entry>;
  if (typeof pieces !== 'number' || pieces > 10_000) return [];
  return Array.from({ length: Math.max(0, pieces - 1) }, (_, i) => pieceKey(id, i + 1));
}

function entriesOf(note: Note): [key: string, value: Entry | string][] {
  const { orphan: _, ...kept } = note; // found out anew on its page
  const json = JSON.stringify(kept);
  const pieces = Math.max(1, Math.ceil(json.length / PIECE));
  return Array.from({ length: pieces }, (_, i) => {
    const text = json.slice(i * PIECE, (i + 1) * PIECE);
    return i === 0 ? [headKey(note.id), { hash: hashOf(json), pieces, text }] : [pieceKey(note.id, i), text];
  });
}

function readEntry(head: unknown, piece: (number: number) => unknown): Note | null {
  const { hash, pieces, text } = (head ?? {}) as Partial<Entry>;
  if (typeof text !== 'string' || typeof pieces !== 'number' || pieces > 10_000) return null;
  let json = text;
  for (let number = 1; number < pieces; number++) json += String(piece(number));
  if (hashOf(json) !== hash) return null;
  try {
    const stored: unknown = JSON.parse(json);
    return isNote(stored) ? modernNote(stored) : null;
  } catch {
    return null;
  }
}
