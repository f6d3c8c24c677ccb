/**
 * What the background reads and writes, opened at the first need and forgotten when the browser takes it away: the worker
 * keeps nothing that it could not open again.
 */
import type { Lexicon } from '../core/gazetteer/lexicon.ts';
import { type Notes, openNotes } from '../storage/notes-db.ts';
import { openReference, type Reference } from '../storage/reference.ts';
import { tellProgress } from '../storage/reference-progress.ts';

/** A value opened once and kept until `forget`; a failed opening is tried again at the next need. */
export function openedOnce<T>(open: (forget: () => void) => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    opened ??= open(forget).catch((error) => {
      forget();
      throw error;
    });
    return opened;
  };
}

export const reference: () => Promise<Reference> = openedOnce((forget) =>
  openReference(forget, tellProgress),
);
export const notes: () => Promise<Notes> = openedOnce((forget) => openNotes(forget));
/** The gazetteers, loaded once a wake. */
export const lexicons: () => Promise<readonly Lexicon[]> = openedOnce(async () =>
  (await reference()).lexicons(),
);
