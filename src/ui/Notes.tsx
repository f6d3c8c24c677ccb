/** The reader's own notes on what the card is about. Plain text; nothing is rendered. A deleted one can be had back in its place. */

import { formatMoment } from '../core/card/dates.ts';
import type { Note, NoteId } from '../core/model.ts';
import { IconButton, TextButton } from './Buttons.tsx';
import { useEffect, useRef, useState } from './hooks.ts';
import { type Drafts, NoteEditor } from './NoteEditor.tsx';
import type { Translate } from './words.ts';

export interface NotesProps {
  readonly notes: readonly Note[];
  /** The note removed last, for undo. */
  readonly removed: Note | null;
  readonly drafts?: Drafts | undefined;
  readonly notice?: string | undefined;
  readonly lang: string;
  readonly t: Translate;
  readonly onEdit?: ((id: NoteId, body: string) => Promise<boolean>) | undefined;
  readonly onDelete: (id: NoteId) => void;
  readonly onUndo: () => void;
}

/** All notes, oldest first, so that what was just written stands last and nothing moves. */
export function Notes({ notes, removed, ...props }: NotesProps) {
  const all = removed && !notes.some(({ id }) => id === removed.id) ? [...notes, removed] : notes;
  if (all.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame; a section would be a landmark in the page
    <div class="notes" role="group" aria-label={props.t('notes')}>
      {all
        .toSorted((a, b) => (a.created < b.created ? -1 : 1))
        .map((note) =>
          note.id === removed?.id ? (
            <Deleted key={note.id} t={props.t} onUndo={props.onUndo} />
          ) : (
            <NoteItem key={note.id} note={note} {...props} />
          ),
        )}
    </div>
  );
}

/** What a deleted note leaves: no timer runs, it stays until the next thing is deleted or the list is closed. */
export function Deleted({
  t,
  said = t('noteDeleted'),
  onUndo,
}: {
  readonly t: Translate;
  readonly said?: string;
  readonly onUndo: () => void;
}) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that had focus is gone with the note.
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <p class="note undo">
      {said}{' '}
      <TextButton to={undo} onClick={onUndo}>
        {t('undo')}
      </TextButton>
    </p>
  );
}

interface NoteItemProps {
  readonly note: Note;
  readonly drafts?: Drafts | undefined;
  readonly notice?: string | undefined;
  readonly lang: string;
  readonly t: Translate;
  readonly onEdit?: ((id: NoteId, body: string) => Promise<boolean>) | undefined;
  readonly onDelete: (id: NoteId) => void;
}

/** One note with its date and what can be done with it. */
export function NoteItem({ note, drafts, notice, lang, t, onEdit, onDelete }: NoteItemProps) {
  const [editing, setEditing] = useState(drafts?.has(note.id) ?? false);
  if (editing && onEdit)
    return (
      <NoteEditor
        t={t}
        about={note.id}
        drafts={drafts}
        notice={notice}
        text={note.body}
        onSave={async (body) => {
          const kept = await onEdit(note.id, body);
          if (kept) setEditing(false);
          return kept;
        }}
        onCancel={() => setEditing(false)}
      />
    );
  return (
    <div class="note">
      <p class="text" dir="auto">
        {note.body}
      </p>
      <p class="deeds">
        <time dateTime={note.modified}>{formatMoment(note.modified, lang)}</time>
        {note.kind === 'entity' && <span>{t('noteOnEveryPage')}</span>}
        {onEdit && (
          <IconButton class="small" icon="note" label={t('editNote')} onClick={() => setEditing(true)} />
        )}
        <IconButton class="small" icon="remove" label={t('deleteNote')} onClick={() => onDelete(note.id)} />
      </p>
    </div>
  );
}
