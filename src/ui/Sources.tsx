/** The list of sources: publisher, title, date, and where to open it. What can be checked is what can be trusted. */
import type { Source } from '../core/model.ts';
import type { Citation } from './citations.ts';
import { formatPartialDate } from './dates.ts';
import { Icon } from './Icon.tsx';
import { Foreign } from './LocalText.tsx';
import { languageName, sameLanguage } from './languages.ts';
import { plural, type Translate } from './words.ts';

/** Facts up to so many characters are not broken: "1 | Nov 2018". */
const UNBROKEN = 24;

export interface SourcesProps {
  /** In the order of their numbers. */
  readonly citations: readonly Citation[];
  /** The one that a number was just pressed for. */
  readonly current: Citation | null;
  readonly lang: string;
  readonly t: Translate;
  /** Back to the number that led here. */
  readonly onReturn: () => void;
}

/** All sources of a card. The one that a number led to is set off, with a way back. */
export function Sources({ citations, current, lang, t, onReturn }: SourcesProps) {
  if (citations.length === 0) return null;
  return (
    <section class="part sources">
      <h3>{plural(t, lang, 'sources', citations.length)}</h3>
      <ol>
        {citations.map((citation) => (
          <li
            key={citation.id}
            data-source={citation.id}
            class={citation.id === current?.id ? 'source current' : 'source'}
            tabIndex={-1}
          >
            <span>
              <SourceLine citation={citation} lang={lang} t={t} />
            </span>
            {citation.id === current?.id && (
              <button
                type="button"
                class="icon-button small"
                aria-label={t('backToText')}
                title={t('backToText')}
                onClick={onReturn}
              >
                <Icon name="up" />
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SourceLineProps {
  readonly citation: Citation;
  readonly lang: string;
  readonly t: Translate;
}

/** One source in words, its title leading to its address. */
export function SourceLine({ citation: { source }, lang, t }: SourceLineProps) {
  if (!source) return <>{t('sourceMissing')}</>;
  const facts = [
    source.author,
    source.date && formatPartialDate(source.date, lang),
    source.language !== 'und' && !sameLanguage(source.language, lang) && languageName(source.language, lang),
    source.stateMedia && t('stateOutlet'),
    !isOfTheWeb(source.url) && t('referenceOnly'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <bdi class="publisher">{source.publisher}</bdi> · <SourceTitle source={source} t={t} />
      {facts.map((fact) => (
        <span key={fact}>
          {' '}
          · <bdi class={fact.length <= UNBROKEN ? 'hold' : undefined}>{fact}</bdi>
        </span>
      ))}
    </>
  );
}

function SourceTitle({ source, t }: { readonly source: Source; readonly t: Translate }) {
  const title = (
    <Foreign tag={source.language}>{source.title ?? source.description ?? source.url ?? source.id}</Foreign>
  );
  if (!isOfTheWeb(source.url)) return title;
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {title}
      <span class="unseen"> {t('newTab')}</span>
    </a>
  );
}

/** Addresses are data: only those of the web become links. */
export function isOfTheWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}
