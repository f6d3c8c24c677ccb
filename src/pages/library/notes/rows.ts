/**
 * Notes as the rows of a list: by page, entity, tag or day, each group under a heading. A note with two tags stands under both. Where
 * every note stands is worked out once (`placesOf`); a letter of a search only leaves places out (`rowsOf`).
 */
import { titleOf } from '../../../core/formats/note-pages.ts';
import type { Note } from '../../../core/model.ts';
import { pageKey } from '../../../core/page/page-key.ts';
import type { ListRow } from '../VirtualList.tsx';

export const VIEWS = ['page', 'entity', 'tag', 'date'] as const;
export type View = (typeof VIEWS)[number];

export interface Group {
  readonly key: string;
  /** '' where the notes of the group have none: no tag, no entity. */
  readonly title: string;
  /** Of a page. */
  readonly url?: string;
}

/** A note under one of its headings. */
export interface NoteRow extends ListRow {
  readonly kind: 'note';
  readonly note: Note;
  /** Where the note stands among all. */
  readonly at: number;
  readonly group: Group;
}

export interface HeadRow extends ListRow {
  readonly kind: 'head';
  readonly group: Group;
  /** Notes under it. */
  readonly count: number;
}

export type Row = HeadRow | NoteRow;

export interface RowWords {
  readonly labelOf: (note: Note) => string;
  readonly lang: string;
}

/** Every place of every note, group by group; in a group the notes are in the order in which they come. */
export function placesOf(notes: readonly Note[], view: View, words: RowWords): readonly NoteRow[] {
  const groups = new Map<string, { readonly group: Group; readonly notes: number[] }>();
  const groupsOf = GROUPS[view](words);
  for (const [at, note] of notes.entries()) {
    for (const group of groupsOf(note)) {
      const known = groups.get(group.key);
      if (known) known.notes.push(at);
      else groups.set(group.key, { group, notes: [at] });
    }
  }
  let sorted = [...groups.values()];
  // Pages and days stand by their newest note, as the notes come; names by the alphabet, and last what has none.
  if (view === 'entity' || view === 'tag') {
    const { compare } = new Intl.Collator(words.lang, { numeric: true });
    sorted = sorted.sort(({ group: { title: a } }, { group: { title: b } }) =>
      a === '' || b === '' ? (a === '' ? 1 : -1) : compare(a, b),
    );
  }
  return sorted.flatMap(({ group, notes: own }) =>
    own.flatMap((at) => {
      const note = notes[at];
      return note ? { kind: 'note' as const, key: `${note.id} ${group.key}`, note, at, group } : [];
    }),
  );
}

export class Rows {
  readonly all: readonly Row[];
  /** Indexes of the headings. */
  readonly #heads: readonly number[];

  constructor(all: readonly Row[], heads: readonly number[]) {
    this.all = all;
    this.#heads = heads;
  }

  /** Notes in the list: one with two tags counts twice. */
  get count(): number {
    return this.all.length - this.#heads.length;
  }

  /** The number of a note's row in the list, from 1, headings not counted. */
  numberOf(index: number): number {
    let low = 0;
    let high = this.#heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#heads[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return index - low + 1;
  }
}

/** The places of notes that are to be shown, under headings. */
export function rowsOf(places: readonly NoteRow[], isShown: (note: Note, at: number) => boolean): Rows {
  const rows: Row[] = [];
  const heads: number[] = [];
  let head: { kind: 'head'; key: string; group: Group; count: number } | undefined;
  for (const place of places) {
    if (!isShown(place.note, place.at)) continue;
    if (head?.group !== place.group) {
      head = { kind: 'head', key: `head ${place.group.key}`, group: place.group, count: 0 };
      heads.push(rows.length);
      rows.push(head);
    }
    head.count++;
    rows.push(place);
  }
  return new Rows(rows, heads);
}

type GroupsOf = (words: RowWords) => (note: Note) => readonly Group[];

const named = (title: string): readonly Group[] => [{ key: title, title }];

/** Worked out once for each note: the rest stays as it was when one of 50,000 changes. */
function once(groupsOf: (note: Note) => readonly Group[]): (note: Note) => readonly Group[] {
  const known = new WeakMap<Note, readonly Group[]>();
  return (note) => {
    let groups = known.get(note);
    if (!groups) {
      groups = groupsOf(note);
      known.set(note, groups);
    }
    return groups;
  };
}

const byPage = once((note) => [
  { key: pageKey(note.target.url), title: titleOf(note), url: note.target.url },
]);

const GROUPS: Readonly<Record<View, GroupsOf>> = {
  page: () => byPage,
  entity:
    ({ labelOf }) =>
    (note) =>
      named(labelOf(note)),
  tag: () => (note) => (note.tags.length > 0 ? [...new Set(note.tags)].flatMap(named) : named('')),
  date: ({ lang }) => {
    const { format } = new Intl.DateTimeFormat(lang, { dateStyle: 'full' });
    return ({ modified }) => {
      const at = new Date(modified);
      return named(Number.isNaN(at.getTime()) ? modified : format(at));
    };
  },
};
