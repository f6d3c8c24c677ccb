/** What is done to notes here: it is done at once, said in words, and can be taken back. */
import type { Note, NoteId, NoteText } from '../../../core/model.ts';
import { report } from '../../../platform/report.ts';
import { useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import type { HeldNotes } from './held-notes.ts';
import type { Done } from './taking-back.ts';

/** What was done last, in words, and what can be taken back. */
export interface Deed {
  readonly said: string;
  readonly done: Done | null;
}

export interface Deeds {
  /** The last one, while it can be taken back or has to be told. */
  readonly last: Deed | null;
  /** Another number for each deed: two may be said in the same words. */
  readonly count: number;
  tell(deed: Deed): void;
  /** Resolves to whether they are gone. */
  remove(ids: readonly NoteId[]): Promise<boolean>;
  /** Gives a note one of its earlier texts. */
  restore(note: Note, text: NoteText): Promise<boolean>;
  undo(): Promise<boolean>;
}

export function useDeeds(held: HeldNotes, lang: string, t: Translate): Deeds {
  const [last, setLast] = useState<Deed | null>(null);
  const [count, setCount] = useState(0);
  const tell = (deed: Deed | null) => {
    setLast(deed);
    setCount((before) => before + 1);
  };
  const attempt = async (doing: string, work: () => Promise<Deed | null>): Promise<boolean> => {
    try {
      tell(await work());
      return true;
    } catch (error) {
      report(doing, error);
      tell({ said: t('changeFailed'), done: null });
      return false;
    }
  };
  return {
    last,
    count,
    tell,
    remove: (ids) =>
      attempt('deleting notes', async () => {
        const done = await held.change({ put: [], remove: ids });
        const count = done.back.put.length;
        const deleted = new Intl.NumberFormat(lang).format(count);
        return { said: count === 1 ? t('noteDeleted') : t('notesDeleted', deleted), done };
      }),
    restore: (note, { body, tags, colour }) =>
      attempt('restoring an earlier text', async () => {
        await held.write(note, { body, tags, colour });
        return null;
      }),
    undo: () =>
      attempt('taking a change back', async () => {
        if (last?.done) await held.takeBack(last.done);
        return null;
      }),
  };
}
