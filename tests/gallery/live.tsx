/** Components with a little life: clicks work as far as a page without an extension can make them. */

import { entryOf } from '../../src/core/card/entry-of.ts';
import { inLanguage } from '../../src/core/card/languages.ts';
import type { EntityDetails, Note } from '../../src/core/model.ts';
import { REACHES, type Reach } from '../../src/core/spotting/corrections.ts';
import type { HeldNotes } from '../../src/pages/library/notes/held-notes.ts';
import { NotesPage } from '../../src/pages/library/notes/NotesPage.tsx';
import { Card, type CardProps, type CardState } from '../../src/ui/Card.tsx';
import { useState } from '../../src/ui/hooks.ts';
import { MentionList, type MentionListProps } from '../../src/ui/MentionList.tsx';
import { NoteEditor } from '../../src/ui/NoteEditor.tsx';
import { Notes } from '../../src/ui/Notes.tsx';
import { detailsOf, listed, NOTES, surfaceOf } from './specimens.ts';
import { wordsIn } from './words.ts';

/** The reader's language, by the gallery's address. */
export const reader = new URLSearchParams(location.search).get('lang') ?? 'en-GB';
export const t = wordsIn(reader);
export const ignore = () => {};

type LiveCardProps = Partial<CardProps> & {
  readonly details?: EntityDetails;
  readonly first?: readonly Note[];
  readonly notice?: string;
  readonly onSave?: (body: string) => Promise<boolean>;
};

/** A card that turns, keeps notes while the page is open, and can be called wrong. */
export function LiveCard({ details, first = [], notice, onSave, ...rest }: LiveCardProps) {
  const [trail, setTrail] = useState(details ? [details] : []);
  const [notes, setNotes] = useState(first);
  const [removed, setRemoved] = useState<Note | null>(null);
  const [status, setStatus] = useState('');
  const [silent, setSilent] = useState<Reach | null>(null);
  const [isPinned, setPinned] = useState(false);
  const shown = trail.at(-1);
  const state: CardState = shown ? { kind: 'ready', entry: entryOf(shown, reader) } : { kind: 'loading' };
  const add = (body: string) => {
    const now = new Date().toISOString();
    const id = `note-${now}` as Note['id'];
    setNotes((all) => [...all, { ...NOTES[0], id, body, created: now, modified: now } as Note]);
    setStatus(t('noteSaved'));
    return Promise.resolve(true);
  };
  const home = {
    here: { surface: shown ? surfaceOf(shown) : 'ITU', lang: 'en', count: 4, onStep: ignore },
    correcting: { reaches: REACHES, done: silent, onChoose: setSilent, onUndo: () => setSilent(null) },
  };
  const noteParts = {
    list: (
      <Notes
        notes={notes}
        removed={removed}
        lang={reader}
        t={t}
        onEdit={(id, body) => {
          setNotes((all) => all.map((note) => (note.id === id ? { ...note, body } : note)));
          return Promise.resolve(true);
        }}
        onDelete={(id) => {
          setRemoved(notes.find((note) => note.id === id) ?? null);
          setNotes(notes.filter((note) => note.id !== id));
        }}
        onUndo={() => {
          if (removed) setNotes([...notes, removed]);
          setRemoved(null);
        }}
      />
    ),
    editor: <NoteEditor key={shown?.entity.id} t={t} notice={notice} onSave={onSave ?? add} />,
  };
  return (
    <Card
      state={state}
      {...(trail.length > 1 ? {} : home)}
      copying={{ onAsk: ignore, onChoose: () => setStatus(t('copied')) }}
      pin={{ isPinned, onToggle: () => setPinned(!isPinned), onMove: ignore }}
      notes={noteParts}
      status={status}
      lang={reader}
      t={t}
      onBack={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : undefined}
      onClose={ignore}
      onRelation={(id) => setTrail([...trail, detailsOf(id.split(':')[1] ?? '')])}
      {...rest}
    />
  );
}

export function List(props: Partial<MentionListProps>) {
  const entities = listed(14);
  return (
    <MentionList
      state="ready"
      site="www.example.org"
      total={entities.reduce((sum, { count }) => sum + count, 0)}
      entities={entities}
      lang={reader}
      t={t}
      onSwitch={ignore}
      isOn
      density="section"
      onSwitchAll={ignore}
      onDensity={ignore}
      onHideMarks={ignore}
      onPanel={ignore}
      onNotePage={ignore}
      onOpenNotes={ignore}
      onAllow={ignore}
      onShowMarks={ignore}
      {...props}
    />
  );
}

/** The page of notes over an array, as it is over the reader's database. */
export function LiveNotes({
  first,
  isFailure = false,
}: {
  /** Null while they are being read. */
  readonly first: readonly Note[] | null;
  readonly isFailure?: boolean;
}) {
  const [notes, setNotes] = useState(first ?? []);
  const [changes, setChanges] = useState(0);
  const become = (next: readonly Note[]) => {
    setNotes(next);
    setChanges(changes + 1);
  };
  const held: HeldNotes = {
    all: () => first && notes,
    labelOf: ({ target }) => (target.entity ? inLanguage(detailsOf('itu').entity.labels, reader).text : ''),
    change: async ({ put, remove }) => {
      become([...put, ...notes.filter(({ id }) => !remove.includes(id))]);
      const back = { put: notes.filter(({ id }) => remove.includes(id)), remove: put.map(({ id }) => id) };
      return { made: { put, remove }, back };
    },
    takeBack: async ({ back }) => become([...back.put, ...notes]),
    write: async (note, text) => become(notes.map((one) => (one === note ? { ...one, ...text } : one))),
    changes: () => 0,
    exported: async () => {},
  };
  return (
    <NotesPage asked="" held={held} news={{ notes: changes, labels: 0, isFailure }} lang={reader} t={t} />
  );
}
