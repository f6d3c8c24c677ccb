/** What the readable formats share: notes by the page they were written on, and a note's quotation. */
import type { Note } from '../note.ts';
import { pageKey } from '../page/page-key.ts';

export interface PageOfNotes {
  readonly key: string;
  readonly url: string;
  readonly title: string;
  readonly notes: readonly Note[];
}

/** The name of the entity a note is about, '' where it is about none. */
export type LabelOf = (note: Note) => string;

/** Pages by title; the notes of each by where they stand on it, as far as that is known, then by age. */
export function byPage(notes: readonly Note[]): readonly PageOfNotes[] {
  const pages = new Map<string, Note[]>();
  for (const note of notes) {
    const key = pageKey(note.target.url);
    const known = pages.get(key);
    if (known) known.push(note);
    else pages.set(key, [note]);
  }
  return [...pages]
    .map(([key, own]) => {
      const sorted = own.sort((a, b) => placeOf(a) - placeOf(b) || (a.created < b.created ? -1 : 1));
      const newest = own.reduce((a, b) => (a.modified < b.modified ? b : a));
      return { key, url: newest.target.url, title: titleOf(newest), notes: sorted };
    })
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** The title of a note's page, or its address. */
export function titleOf({ target }: Note): string {
  return target.title.trim() || target.url;
}

/** The words a note stands by, '' where there are none. */
export function quoteOf({ target }: Note): string {
  const quote = target.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return quote?.exact ?? '';
}

function placeOf({ target }: Note): number {
  const position = target.selectors.find((selector) => selector.type === 'TextPositionSelector');
  return position?.start ?? -1; // on the page as a whole: before all passages
}
