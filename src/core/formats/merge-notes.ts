/**
 * What an import will do, before it does it. Notes are told apart by their id; of two with one id the later text is the note's and
 * the other stands among its versions, whichever of them was here first. So a file that is taken twice changes nothing.
 */
import type { Note, NoteId, NoteVersion } from '../note.ts';

export interface ImportPlan {
  readonly added: readonly Note[];
  /** Notes that are here, as they will be. */
  readonly changed: readonly Note[];
  /** How many are here already and stay as they are. */
  readonly same: number;
}

export function planImport(
  own: ReadonlyMap<NoteId, Note>,
  incoming: readonly Note[],
  versionsKept: number,
): ImportPlan {
  const planned = new Map<NoteId, Note>();
  let same = 0;
  for (const note of incoming) {
    const before = planned.get(note.id) ?? own.get(note.id);
    const after = before ? mergeNotes(before, note, versionsKept) : note;
    if (after === before) same++;
    else planned.set(note.id, after);
  }
  const all = [...planned.values()];
  return {
    added: all.filter(({ id }) => !own.has(id)),
    changed: all.filter(({ id }) => own.has(id)),
    same,
  };
}

/** Two texts of one note in one; the very `own` where the other adds nothing. */
export function mergeNotes(own: Note, other: Note, versionsKept: number): Note {
  const [newer, older] = other.modified > own.modified ? [other, own] : [own, other];
  const texts = new Map<string, NoteVersion>();
  const earlier = isSameText(newer, older) ? [] : [versionOf(older)];
  for (const version of [...newer.versions, ...earlier, ...older.versions])
    texts.set(JSON.stringify([version.modified, version.body, version.tags, version.colour]), version);
  const versions = [...texts.values()]
    .sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0))
    .slice(0, versionsKept);
  const isNothingNew = newer === own && versions.length === own.versions.length && earlier.length === 0;
  if (isNothingNew) return own;
  const [created = own.created] = [own.created, other.created].sort();
  const merged = { ...newer, created, versions };
  return isSame(merged, own) ? own : merged;
}

function versionOf({ body, tags, colour, modified }: Note): NoteVersion {
  return { body, tags, colour, modified };
}

function isSameText(a: NoteVersion, b: NoteVersion): boolean {
  return a.body === b.body && a.colour === b.colour && JSON.stringify(a.tags) === JSON.stringify(b.tags);
}

/** Whether a passage has been found is no part of what was written. */
function isSame({ orphan: _, ...a }: Note, { orphan: __, ...b }: Note): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With its keys in one order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
