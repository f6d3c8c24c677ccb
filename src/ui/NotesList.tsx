/** The page of all notes: by page, the newest first; each with what it is about, and a way to delete it and to take that back. */
import type { ComponentChildren } from 'preact';
import { isOfTheWeb } from '../core/card/addresses.ts';
import { directionOf } from '../core/card/languages.ts';
import type { Note, NoteId } from '../core/model.ts';
import { Icon } from './Icon.tsx';
import { Deleted, NoteItem } from './Notes.tsx';
import { WebLink } from './WebLink.tsx';
import { plural, type Translate } from './words.ts';

export interface NotesListProps {
  /** The notes to show: all, or those that have the words of `query`. */
  readonly notes: readonly Note[];
  /** The name of the entity a note is about, where it is about one. */
  readonly labelOf: (note: Note) => string;
  /** The note removed last: shown at the foot with a way to take that back, for as long as it is given. */
  readonly removed: Note | null;
  readonly lang: string;
  readonly t: Translate;
  readonly onDelete: (id: NoteId) => void;
  readonly onUndo: () => void;
  /** Given where notes can be changed here. */
  readonly onEdit?: (id: NoteId, body: string) => Promise<boolean>;
  /** What stands below the notes. */
  readonly children?: ComponentChildren;
  /** Given, with `onQuery`, where notes can be searched. */
  readonly query?: string;
  readonly onQuery?: (query: string) => void;
}

interface PageOfNotes {
  readonly url: string;
  readonly title: string;
  readonly notes: readonly Note[];
}

/** The whole content of the page. */
export function NotesList(props: NotesListProps) {
  const { notes, removed, query = '', lang, t, onUndo, onQuery } = props;
  return (
    <main class="library" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      <header>
        <div>
          <h1>{t('notes')}</h1>
          <p class="quiet">{notes.length > 0 && plural(t, lang, 'noteCount', notes.length)}</p>
        </div>
        {onQuery && (notes.length > 0 || query !== '') && (
          <label class="search">
            <Icon name="search" />
            <input
              type="search"
              class="field"
              dir="auto"
              aria-label={t('searchNotes')}
              placeholder={t('searchNotes')}
              value={query}
              onInput={(event) => onQuery(event.currentTarget.value)}
            />
          </label>
        )}
      </header>
      {notes.length === 0 && <Empty searched={query !== ''} t={t} />}
      {byPage(notes).map((page) => (
        <section key={page.url} class="page">
          <PageHead {...page} t={t} />
          <ul>
            {page.notes.map((note) => (
              <li key={note.id}>
                <About note={note} label={props.labelOf(note)} />
                <NoteItem
                  note={note}
                  lang={lang}
                  t={t}
                  onDelete={props.onDelete}
                  {...(props.onEdit ? { onEdit: props.onEdit } : {})}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {props.children}
      <div class="toast" role="status" aria-live="polite">
        {removed && <Deleted key={removed.id} t={t} onUndo={onUndo} />}
      </div>
    </main>
  );
}

function Empty({ searched, t }: { readonly searched: boolean; readonly t: Translate }) {
  if (searched) return <p class="empty">{t('noNotesFound')}</p>;
  return (
    <div class="empty">
      <Icon name="note" />
      <p>{t('noNotes')}</p>
      <p class="quiet">{t('noNotesHint')}</p>
    </div>
  );
}

function PageHead({ url, title, t }: PageOfNotes & { readonly t: Translate }) {
  const shown = <bdi>{title.trim() || url}</bdi>;
  return (
    <>
      <h2>
        <WebLink url={isOfTheWeb(url) ? url : undefined} t={t}>
          {shown}
        </WebLink>
      </h2>
      <p class="address">
        <bdi>{url.replace(/^https?:\/\/(www\.)?/i, '')}</bdi>
      </p>
    </>
  );
}

/** What a note is about: the entity's name, and the words it stands by. */
function About({ note, label }: { readonly note: Note; readonly label: string }) {
  const quote = note.target.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!label && !quote) return null;
  return (
    <div class="about">
      {label && <h3>{label}</h3>}
      {quote && (
        <blockquote dir="auto">
          {quote.prefix && `…${quote.prefix.slice(-40)}`}
          <mark>{quote.exact}</mark>
          {quote.suffix && `${quote.suffix.slice(0, 40)}…`}
        </blockquote>
      )}
    </div>
  );
}

function byPage(notes: readonly Note[]): readonly PageOfNotes[] {
  const pages = new Map<string, Note[]>();
  for (const note of notes.toSorted((a, b) => (a.modified < b.modified ? 1 : -1))) {
    const known = pages.get(note.target.url);
    if (known) known.push(note);
    else pages.set(note.target.url, [note]);
  }
  return [...pages].map(([url, own]) => ({ url, title: own[0]?.target.title ?? url, notes: own }));
}
