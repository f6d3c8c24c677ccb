/** Which notes the list shows, and in which rows: what was asked for, of what there is. */
import type { Note, NoteId } from '../../../core/model.ts';
import { useEffect, useRef, useState } from '../../../ui/hooks.ts';
import { type Filter, fits } from './filter-notes.ts';
import type { HeldNotes } from './held-notes.ts';
import { useRemembered } from './remembered.ts';
import { placesOf, type Rows, rowsOf, type View } from './rows.ts';
import { searchNotes } from './search-notes.ts';

/** What a search has found; the query is that of the notes, not of the field, which may be ahead. */
interface Found {
  readonly query: string;
  /** The notes that were looked through, and a 1 for each that was found. */
  readonly of: readonly Note[];
  readonly flags: Uint8Array;
}

interface Asked {
  readonly held: HeldNotes;
  /** Another number when names have come of what notes are about. */
  readonly labels: number;
  readonly filter: Filter;
  readonly view: View;
  readonly lang: string;
}

export interface Shown {
  readonly notes: readonly Note[];
  readonly rows: Rows;
  /** The query that these are the answer to. */
  readonly query: string;
}

export function useShown({ held, labels, filter, view, lang }: Asked): Shown {
  const all = held.all();
  const [found, setFound] = useState<Found | null>(null);
  const search = useRef(searchNotes(held.labelOf)).current;
  useEffect(() => search.renamed(), [labels]);
  useEffect(() => {
    const ending = new AbortController();
    if (!all) return undefined;
    const { query } = filter;
    if (query.trim() === '') {
      setFound(null);
      search.prepare(all, ending.signal);
    } else
      search
        .find(all, query, ending.signal)
        .then((places) => places && setFound({ query, of: all, flags: flagsOf(places, all.length) }));
    return () => ending.abort();
  }, [all, filter.query, labels]);
  // Until the notes that have changed have been looked through, those stay that were found before.
  const before = useRemembered(() => (found && found.of !== all ? idsOf(found) : null), [found, all]);
  const isShown = (note: Note, at: number) =>
    (!found || (before ? before.has(note.id) : found.flags[at] === 1)) && fits(note, filter);
  const places = useRemembered(
    () => placesOf(all ?? [], view, { labelOf: held.labelOf, lang }),
    [all, view, labels],
  );
  // The query is not among them: until it is answered, nothing is other than it was.
  const asked = [found, filter.colour, filter.tag, filter.orphans];
  const rows = useRemembered(() => rowsOf(places, isShown), [places, ...asked]);
  const notes = useRemembered(() => (all ?? []).filter(isShown), [all, ...asked]);
  return { notes, rows, query: found?.query ?? '' };
}

function flagsOf(places: readonly number[], count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (const at of places) flags[at] = 1;
  return flags;
}

function idsOf({ of, flags }: Found): ReadonlySet<NoteId> {
  return new Set(of.filter((_, at) => flags[at] === 1).map(({ id }) => id));
}
