/** One note in the list: what it is about, what it says, its tags, and what can be done with it. */
import type { ComponentChildren } from 'preact';
import { isOfTheWeb } from '../../../core/card/addresses.ts';
import { formatMoment } from '../../../core/card/dates.ts';
import { titleOf } from '../../../core/formats/note-pages.ts';
import type { Note, NoteVersion, TextQuoteSelector } from '../../../core/model.ts';
import { passageAddress } from '../../../core/page/text-fragment.ts';
import { IconButton, TextButton } from '../../../ui/Buttons.tsx';
import { EarlierTexts } from '../../../ui/EarlierTexts.tsx';
import type { Translate } from '../../../ui/words.ts';
import { RichText } from './RichText.tsx';
import type { NoteRow } from './rows.ts';

/** Tags shown before “+ 9,980”. */
const TAGS_SHOWN = 12;
const QUOTE_SHOWN = 600;

export interface NoteEntryProps {
  readonly row: NoteRow;
  /** Its number in the list, from 1. */
  readonly number: number;
  /** How many notes the list has. */
  readonly count: number;
  readonly label: string;
  /** Whether the page it was written on is named here; under the heading of its page it is not. */
  readonly namesPage: boolean;
  readonly isChosen: boolean;
  readonly lang: string;
  readonly t: Translate;
  readonly onChoose: (isChosen: boolean, isRange: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onTag: (tag: string) => void;
  /** Gives the note one of its earlier texts; what it says now becomes one. */
  readonly onRestore: (version: NoteVersion) => void;
  /** Given while the note is being changed: stands in place of its text. */
  readonly editor: ComponentChildren;
}

export function NoteEntry(props: NoteEntryProps) {
  const { row, number, count, label, namesPage, isChosen, lang, t, onChoose, editor } = props;
  const { note } = row;
  const { target } = note;
  const said = note.body.trim() || label || titleOf(note);
  return (
    <article class={`entry ${note.colour}`} aria-posinset={number} aria-setsize={count} data-note={note.id}>
      <input
        type="checkbox"
        class="pick"
        checked={isChosen}
        aria-label={t('selectNote', said.slice(0, 80))}
        onClick={(event) => onChoose(event.currentTarget.checked, event.shiftKey)}
      />
      <div class="said-here">
        {namesPage && (
          <p class="from">
            <bdi>{titleOf(note)}</bdi>
          </p>
        )}
        <About note={note} label={label} t={t} />
        {editor ?? <RichText key={note.modified} note={note} t={t} />}
        {!editor && note.tags.length > 0 && (
          <p class="tags">
            {note.tags.slice(0, TAGS_SHOWN).map((tag) => (
              <TextButton key={tag} class="tag" onClick={() => props.onTag(tag)}>
                <bdi>{tag}</bdi>
              </TextButton>
            ))}
            {note.tags.length > TAGS_SHOWN && (
              <span>+{new Intl.NumberFormat(lang).format(note.tags.length - TAGS_SHOWN)}</span>
            )}
          </p>
        )}
        {!editor && (
          <p class="deeds">
            <time dateTime={note.modified}>{formatMoment(note.modified, lang)}</time>
            {isOfTheWeb(target.url) && (
              <a
                class="icon-button small"
                href={passageAddress(target.url, target.selectors)}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t('openPassage')}
                title={t('openPassage')}
              >
                <OutIcon />
              </a>
            )}
            <IconButton class="small edit-note" icon="note" label={t('editNote')} onClick={props.onEdit} />
            <IconButton class="small" icon="remove" label={t('deleteNote')} onClick={props.onDelete} />
          </p>
        )}
        {!editor && <EarlierTexts versions={note.versions} lang={lang} t={t} onRestore={props.onRestore} />}
      </div>
    </article>
  );
}

/** A way out of a page, drawn as the icons of `ui/Icon.tsx` are; those stand in the card's script. */
function OutIcon() {
  return (
    <svg class="icon turns" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M7 3.5H3.5v9h9V9M9.5 3.5h3v3m0-3L7.5 8.5" />
    </svg>
  );
}

interface AboutProps {
  readonly note: Note;
  readonly label: string;
  readonly t: Translate;
}

/** The entity's name, the words that the note stands by, and why they are not found where they were. */
function About({ note, label, t }: AboutProps) {
  const quote = note.target.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!label && !quote) return null;
  return (
    <div class="about">
      {label && (
        <h3>
          <bdi>{label}</bdi>
        </h3>
      )}
      {quote && <Quotation quote={quote} />}
      {note.orphan && <p class="orphan">{t(`orphan_${note.orphan.reason}`)}</p>}
    </div>
  );
}

function Quotation({ quote: { exact, prefix, suffix } }: { readonly quote: TextQuoteSelector }) {
  return (
    <blockquote dir="auto">
      {prefix && `…${prefix.slice(-40)}`}
      <mark>{exact.length > QUOTE_SHOWN ? `${exact.slice(0, QUOTE_SHOWN)}…` : exact}</mark>
      {suffix && `${suffix.slice(0, 40)}…`}
    </blockquote>
  );
}
