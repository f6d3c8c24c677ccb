/** The card of a passage, or of the page: the words it is about, the reader's notes on them, and a place to write. */
import { directionOf } from '../core/card/languages.ts';
import type { Note, NoteColour, NoteId } from '../core/model.ts';
import { IconButton } from './Buttons.tsx';
import { ChooseColour } from './ChooseColour.tsx';
import { useId } from './hooks.ts';
import { type Drafts, NoteEditor } from './NoteEditor.tsx';
import { Notes } from './Notes.tsx';
import type { Translate } from './words.ts';

/** Longer passages are shown by their beginning. */
const SHOWN = 180;

export interface PassageCardProps {
  /** '' where the notes are on the whole page. */
  readonly quote: string;
  readonly notes: readonly Note[];
  readonly removed: Note | null;
  readonly drafts: Drafts;
  /** What a half-written note is kept under. */
  readonly about: string;
  readonly notice?: string | undefined;
  readonly colour: NoteColour;
  readonly status: string;
  readonly lang: string;
  readonly t: Translate;
  /** Each resolves to whether the note is on disk. */
  readonly onAdd: (body: string) => Promise<boolean>;
  readonly onEdit: (body: string, id: NoteId) => Promise<boolean>;
  readonly onColour: (colour: NoteColour) => void;
  readonly onDelete: (id: NoteId) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

export function PassageCard({ quote, about, status, onAdd, onClose, ...props }: PassageCardProps) {
  const { t, drafts, notice, onEdit } = props;
  const title = useId();
  const words = quote.length > SHOWN ? `${quote.slice(0, SHOWN).replace(/\s+\S*$/, '')}…` : quote;
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      lang={t('wordsLanguage')}
      dir={directionOf(t('wordsLanguage'))}
    >
      {/* No landmark: the page has a banner of its own. */}
      <div class="head">
        <div class="bar">
          <p class="kind" id={title}>
            {t(quote === '' ? 'notesOnPage' : 'notes')}
          </p>
          <ChooseColour colour={props.colour} t={t} onChange={props.onColour} />
          <IconButton class="end" icon="close" label={t('close')} onClick={onClose} />
        </div>
        {quote !== '' && (
          <blockquote class={`passage ${props.colour}`} dir="auto">
            {words}
          </blockquote>
        )}
      </div>
      {(props.notes.length > 0 || props.removed) && (
        <div class="body">
          <Notes {...props} onEdit={(id, body) => onEdit(body, id)} />
        </div>
      )}
      <footer role="none">
        <NoteEditor about={about} drafts={drafts} notice={notice} t={t} onSave={onAdd} />
        <p class="foot" role="status">
          {status}
        </p>
      </footer>
    </div>
  );
}
