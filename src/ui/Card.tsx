/**
 * The card: an editor's note in the margin. Head and foot stay, the middle scrolls; every sentence leads to its source.
 * It is told everything and decides nothing but what is folded open. `Entry.tsx` is what it says of an entity.
 */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { EntityDetails, EntityId, Note, NoteId, Reason } from '../core/model.ts';
import { formatPartialDate } from './dates.ts';
import { Entry } from './Entry.tsx';
import { Icon } from './Icon.tsx';
import { LocalText } from './LocalText.tsx';
import { directionOf, inLanguage } from './languages.ts';
import { type Drafts, NoteEditor } from './NoteEditor.tsx';
import { OtherNames } from './OtherNames.tsx';
import { isOfTheWeb } from './Sources.tsx';
import { type Correcting, WrongMark } from './WrongMark.tsx';
import type { Translate } from './words.ts';

/** What the card can show: an entity, or in words why it cannot. */
export type CardState =
  | { readonly kind: 'ready'; readonly details: EntityDetails }
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'updated' };

export interface CardProps {
  readonly state: CardState;
  /** The name as it stands on the page, and how often the page names the entity; absent once the card has turned. */
  readonly here?: { readonly surface: string; readonly count: number };
  readonly notes: readonly Note[];
  /** The note removed last, shown in its place with a way to take that back. */
  readonly removedNote: Note | null;
  /** Given where half-written text is kept when the card goes. */
  readonly drafts?: Drafts | undefined;
  /** What was just done: shown in the foot and said by screen readers. */
  readonly status: string;
  readonly canGoBack: boolean;
  /** Why the name was marked; absent once the card has turned. */
  readonly reasons?: readonly Reason[];
  /** How the mark can be called wrong; absent once the card has turned. */
  readonly correcting?: Correcting;
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onRelation: (id: EntityId) => void;
  /** Resolves to whether the note is on disk. */
  readonly onSaveNote: (body: string) => Promise<boolean>;
  /** Given where notes can be changed in the card; resolves to whether the change is on disk. */
  readonly onEditNote?: (id: NoteId, body: string) => Promise<boolean>;
  readonly onDeleteNote: (id: NoteId) => void;
  readonly onUndoDelete: () => void;
}

const STATE_WORDS = {
  loading: 'cardLoading',
  gone: 'cardGone',
  failed: 'cardFailed',
  updated: 'cardUpdated',
} as const;

/** The card for one mention. Its style is tokens.css and card.css in the shadow root around it. */
export function Card(props: CardProps) {
  const { state, correcting, lang, t } = props;
  const titleId = useId();
  const details = state.kind === 'ready' ? state.details : null;
  const card = useRef<HTMLDivElement>(null);
  useFocusOnTurn(card, details?.entity.id ?? null);
  const pack = details && <PackLine details={details} lang={lang} t={t} />;
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      lang={t('wordsLanguage')}
      dir={directionOf(t('wordsLanguage'))}
      ref={card}
      onKeyDown={(event) => {
        if (!(event.altKey && event.key === 'ArrowLeft' && props.canGoBack)) return;
        event.preventDefault();
        event.stopPropagation();
        props.onBack();
      }}
    >
      <Head {...props} titleId={titleId} />
      {details ? (
        <Entry key={details.entity.id} details={details} {...props} />
      ) : (
        <Waiting state={state.kind} t={t} />
      )}
      <footer class={details ? undefined : 'bare'}>
        {details && (
          <NoteEditor
            key={details.entity.id}
            about={details.entity.id}
            drafts={props.drafts}
            t={t}
            onSave={props.onSaveNote}
          />
        )}
        <div class="foot">
          {details && correcting ? (
            <WrongMark {...correcting} t={t}>
              {pack}
            </WrongMark>
          ) : (
            pack
          )}
          <span class="status" role="status" aria-live="polite">
            {props.status}
          </span>
        </div>
      </footer>
    </div>
  );
}

function Head({ titleId, ...props }: CardProps & { readonly titleId: string }) {
  const { state, here, canGoBack, lang, t, onBack, onClose } = props;
  const entity = state.kind === 'ready' ? state.details.entity : null;
  const label = entity ? inLanguage(entity.labels, lang).text : (here?.surface ?? '');
  const title = (
    <h2 id={titleId} tabIndex={-1} class={titleClass(label)}>
      {entity ? <LocalText texts={entity.labels} lang={lang} /> : <bdi>{label}</bdi>}
    </h2>
  );
  return (
    <header>
      <div class="bar">
        {canGoBack && (
          <button type="button" class="icon-button" aria-label={t('back')} title={t('back')} onClick={onBack}>
            <Icon name="back" />
          </button>
        )}
        {entity ? (
          <p class="kind">
            <Icon name={entity.type} />
            {t(`type_${entity.type}`)}
          </p>
        ) : (
          title
        )}
        <button
          type="button"
          class="icon-button end"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      {entity && title}
      {entity && <OtherNames entity={entity} {...(here ? { here } : {})} lang={lang} t={t} />}
    </header>
  );
}

/** A sentence instead of a name is set as a sentence. */
function titleClass(label: string): string | undefined {
  return label.length > 90 ? 'long' : undefined;
}

/** Words instead of an entry; the bars that stand for one show only where the wait is felt. */
function Waiting({
  state,
  t,
}: {
  readonly state: keyof typeof STATE_WORDS | 'ready';
  readonly t: Translate;
}) {
  if (state === 'ready') return null;
  return (
    <div class={state === 'loading' ? 'body waiting' : 'body'}>
      <p class="lead">{t(STATE_WORDS[state])}</p>
    </div>
  );
}

function PackLine({ details, lang, t }: Pick<CardProps, 'lang' | 't'> & { readonly details: EntityDetails }) {
  const { title, version, date, licence } = details.pack;
  return (
    <p class="pack">
      <LocalText texts={title} lang={lang} /> {version} · {formatPartialDate(date, lang)} ·{' '}
      <span class="unseen">{t('licence')} </span>
      {isOfTheWeb(licence.url) ? (
        <a href={licence.url} target="_blank" rel="noopener noreferrer">
          {licence.id}
          <span class="unseen"> {t('newTab')}</span>
        </a>
      ) : (
        licence.id
      )}
    </p>
  );
}

/** When the card turns, what had focus is gone: the new title takes it, if it was ours. */
function useFocusOnTurn(card: { readonly current: HTMLElement | null }, entity: EntityId | null): void {
  const shown = useRef(entity);
  const hadFocus = useRef(false);
  // Asked while the old entry still stands; the effect runs when it is gone.
  hadFocus.current ||= card.current?.matches(':focus-within') ?? false;
  useLayoutEffect(() => {
    if (shown.current !== null && entity !== null && shown.current !== entity && hadFocus.current)
      card.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    if (entity !== null) shown.current = entity;
  }, [card, entity]);
  useEffect(() => {
    hadFocus.current = false;
  });
}
