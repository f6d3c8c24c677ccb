/** Components with a little life: clicks work as far as a page without an extension can make them. */

import { entryOf } from '../../src/core/card/entry-of.ts';
import { inLanguage } from '../../src/core/card/languages.ts';
import type { EntityDetails, Note } from '../../src/core/model.ts';
import { REACHES, type Reach } from '../../src/core/spotting/corrections.ts';
import { Card, type CardProps, type CardState } from '../../src/ui/Card.tsx';
import { useState } from '../../src/ui/hooks.ts';
import { MentionList, type MentionListProps } from '../../src/ui/MentionList.tsx';
import { NotesList } from '../../src/ui/NotesList.tsx';
import { detailsOf, listed, NOTES, surfaceOf } from './specimens.ts';
import { wordsIn } from './words.ts';

/** The reader's language, by the gallery's address. */
export const reader = new URLSearchParams(location.search).get('lang') ?? 'en-GB';
export const t = wordsIn(reader);
export const ignore = () => {};

type LiveCardProps = Partial<CardProps> & {
  readonly details?: EntityDetails;
  readonly first?: readonly Note[];
};

/** A card that turns, keeps notes while the page is open, and can be called wrong. */
export function LiveCard({ details, first = [], ...rest }: LiveCardProps) {
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
  return (
    <Card
      state={state}
      {...(trail.length > 1 ? {} : home)}
      copying={{ onAsk: ignore, onChoose: () => setStatus(t('copied')) }}
      pin={{ isPinned, onToggle: () => setPinned(!isPinned) }}
      notes={notes}
      removedNote={removed}
      status={status}
      lang={reader}
      t={t}
      onBack={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : undefined}
      onClose={ignore}
      onRelation={(id) => setTrail([...trail, detailsOf(id.split(':')[1] ?? '')])}
      onSaveNote={add}
      onEditNote={(id, body) => {
        setNotes((all) => all.map((note) => (note.id === id ? { ...note, body } : note)));
        return Promise.resolve(true);
      }}
      onDeleteNote={(id) => {
        setRemoved(notes.find((note) => note.id === id) ?? null);
        setNotes(notes.filter((note) => note.id !== id));
      }}
      onUndoDelete={() => {
        if (removed) setNotes([...notes, removed]);
        setRemoved(null);
      }}
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
      onOpenNotes={ignore}
      {...props}
    />
  );
}

export function LiveNotes({ first }: { readonly first: readonly Note[] }) {
  const [notes, setNotes] = useState(first);
  const [removed, setRemoved] = useState<Note | null>(first[0] ?? null);
  const [query, setQuery] = useState('');
  return (
    <NotesList
      notes={notes.filter(({ body }) => body.toLowerCase().includes(query.toLowerCase()))}
      labelOf={() => inLanguage(detailsOf('itu').entity.labels, reader).text}
      removed={removed}
      query={query}
      onQuery={setQuery}
      lang={reader}
      t={t}
      onEdit={() => Promise.resolve(false)}
      onDelete={(id) => {
        setRemoved(notes.find((note) => note.id === id) ?? null);
        setNotes(notes.filter((note) => note.id !== id));
      }}
      onUndo={() => {
        if (removed && !notes.includes(removed)) setNotes([...notes, removed]);
        setRemoved(null);
      }}
    />
  );
}
