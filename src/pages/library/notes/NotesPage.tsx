/** All notes: searched, filtered, grouped, read, changed, chosen and removed. What is drawn here follows the notes on disk. */
import { directionOf } from '../../../core/card/languages.ts';
import type { Note, NoteId, NoteText } from '../../../core/model.ts';
import { report } from '../../../platform/report.ts';
import { useEffect, useRef, useState } from '../../../ui/hooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Deleted } from '../../../ui/Notes.tsx';
import type { Translate } from '../../../ui/words.ts';
import { type ListControl, VirtualList } from '../VirtualList.tsx';
import { chosenAfter } from './choosing.ts';
import { EditNote } from './EditNote.tsx';
import { ALL_NOTES, type Filter, tagsByUse } from './filter-notes.ts';
import { GroupHead } from './GroupHead.tsx';
import type { HeldNotes } from './held-notes.ts';
import { moveFor } from './list-keys.ts';
import { NoteEntry } from './NoteEntry.tsx';
import type { Row, View } from './rows.ts';
import { Tools } from './Tools.tsx';
import { type Deeds, useDeeds } from './use-deeds.ts';
import { useShown } from './use-shown.ts';

export interface NotesPageProps {
  /** What is looked for at first. */
  readonly asked: string;
  readonly held: HeldNotes;
  /** Grows with every change of the notes, of their labels, and when they cannot be read. */
  readonly news: { readonly notes: number; readonly labels: number; readonly isFailure: boolean };
  readonly lang: string;
  readonly t: Translate;
}

export function NotesPage({ asked, held, news, lang, t }: NotesPageProps) {
  const all = held.all();
  const [view, setView] = useState<View>('page');
  const [filter, setFilter] = useState<Filter>({ ...ALL_NOTES, query: asked });
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(new Set());
  const [, setDrafts] = useState(0);
  const drafts = useRef(new Map<NoteId, NoteText>()).current;
  const control = useRef<ListControl>(undefined);
  const lastChosen = useRef(-1);
  const shown = useShown({ held, labels: news.labels, filter, view, lang });
  const deeds = useDeeds(held, lang, t);
  useEffect(() => warnOfDrafts(drafts), []);

  const remove = async (ids: readonly NoteId[]) => {
    if (await deeds.remove(ids)) setChosen(new Set([...chosen].filter((id) => !ids.includes(id))));
  };
  const edit = (id: NoteId, text: NoteText | null) => {
    if (text) drafts.set(id, text);
    else drafts.delete(id);
    setDrafts((times) => times + 1);
  };
  const choose = (index: number, isChosen: boolean, isRange: boolean) => {
    setChosen(chosenAfter(chosen, shown.rows.all, index, isRange ? lastChosen.current : -1, isChosen));
    lastChosen.current = index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    const move = target.closest('.edit')
      ? null
      : moveFor(event, shown.rows.all, Number(row?.dataset['index']));
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go') {
      if (move.isChoosing) choose(move.to, true, false);
      control.current?.focusOn(move.to, '.pick');
    } else if (move.kind === 'remove') remove(chosen.size > 0 ? [...chosen] : [move.id]);
    else setChosen(new Set(move.kind === 'all' ? shown.notes.map(({ id }) => id) : []));
  };
  const editor = (note: Note, index: number) => {
    const draft = drafts.get(note.id);
    const end = () => {
      edit(note.id, null);
      control.current?.focusOn(index, '.edit-note');
    };
    return (
      draft && (
        <EditNote
          text={draft}
          tags={() => tagsByUse(all ?? [])}
          t={t}
          onDraft={(text) => drafts.set(note.id, text)}
          onSave={async ({ body, tags, colour }) => {
            try {
              await held.write(note, { body, tags, colour });
            } catch (error) {
              report('changing a note', error);
              return false;
            }
            end();
            return true;
          }}
          onCancel={end}
        />
      )
    );
  };
  const entry = (row: Row, index: number) => {
    if (row.kind === 'head') return <GroupHead row={row} view={view} lang={lang} t={t} />;
    const { note } = row;
    return (
      <NoteEntry
        row={row}
        number={shown.rows.numberOf(index)}
        count={shown.rows.count}
        label={held.labelOf(note)}
        namesPage={view !== 'page'}
        isChosen={chosen.has(note.id)}
        lang={lang}
        t={t}
        onChoose={(isChosen, isRange) => choose(index, isChosen, isRange)}
        onEdit={() => edit(note.id, note)}
        onDelete={() => remove([note.id])}
        onTag={(tag) => setFilter({ ...filter, tag })}
        onRestore={(version) => deeds.restore(note, version)}
        editor={editor(note, index)}
      />
    );
  };

  return (
    <main
      class="library"
      lang={t('wordsLanguage')}
      dir={directionOf(t('wordsLanguage'))}
      data-query={shown.query}
    >
      <Tools
        all={all}
        shown={shown.notes}
        chosen={chosen}
        view={view}
        filter={filter}
        held={held}
        lang={lang}
        t={t}
        onView={setView}
        onFilter={setFilter}
        onChoose={setChosen}
        onDelete={() => remove([...chosen])}
        onDeed={deeds.tell}
      />
      {news.isFailure && (
        <p class="failure" role="alert">
          {t('notesFailed')}
        </p>
      )}
      {!all && !news.isFailure && <p class="empty quiet">{t('notesLoading')}</p>}
      {all && shown.notes.length === 0 && <Empty isFiltered={all.length > 0} t={t} />}
      {shown.notes.length > 0 && (
        <VirtualList
          rows={shown.rows.all}
          estimate={estimated}
          label={t('notes')}
          control={control}
          onKeyDown={onKeyDown}
        >
          {entry}
        </VirtualList>
      )}
      <Toast {...deeds} t={t} />
    </main>
  );
}

/** Pixels of a row as most are; lines of about 75 letters. */
function estimated(row: Row): number {
  if (row.kind === 'head') return 84;
  const { body, tags, target } = row.note;
  const lines = Math.min(60, Math.ceil(body.length / 75));
  return 64 + lines * 22 + (tags.length > 0 ? 28 : 0) + (target.selectors.length > 0 ? 40 : 0);
}

function Empty({ isFiltered, t }: { readonly isFiltered: boolean; readonly t: Translate }) {
  if (isFiltered) return <p class="empty">{t('noNotesFound')}</p>;
  return (
    <div class="empty">
      <Icon name="note" />
      <p>{t('noNotes')}</p>
      <p class="quiet">{t('noNotesHint')}</p>
    </div>
  );
}

/** What was done last. The word stays until something else is done: nobody is hurried. */
function Toast({ last, count, undo, t }: Deeds & { readonly t: Translate }) {
  return (
    <div class="toast" role="status" aria-live="polite">
      {last?.done && <Deleted key={count} t={t} said={last.said} onUndo={undo} />}
      {last && !last.done && <p class="note">{last.said}</p>}
    </div>
  );
}

/** Leaving the page would lose what is half-written: the browser asks first. */
function warnOfDrafts(drafts: ReadonlyMap<NoteId, NoteText>): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (drafts.size > 0) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
