/** The list of sources: publisher, title, date, and where to open it. What can be checked is what can be trusted. */
import type { EntrySource } from '../core/card/entry.ts';
import { IconButton } from './Buttons.tsx';
import { Words } from './LocalText.tsx';
import { WebLink } from './WebLink.tsx';
import { plural, type Translate } from './words.ts';

export interface SourcesProps {
  /** In the order of their numbers. */
  readonly sources: readonly EntrySource[];
  /** The one that a number was just pressed for. */
  readonly current: EntrySource | null;
  readonly lang: string;
  readonly t: Translate;
  /** Back to the number that led here. */
  readonly onReturn: () => void;
}

/** All sources of a card. The one that a number led to is set off, with a way back. */
export function Sources({ sources, current, lang, t, onReturn }: SourcesProps) {
  if (sources.length === 0) return null;
  return (
    <section class="part sources">
      <h3>{plural(t, lang, 'sources', sources.length)}</h3>
      <ol>
        {sources.map((source) => {
          const isCurrent = source.number === current?.number;
          return (
            <li key={source.number} class={isCurrent ? 'source current' : 'source'} tabIndex={-1}>
              {isCurrent && <IconButton class="small" icon="up" label={t('backToText')} onClick={onReturn} />}
              <SourceLine source={source} t={t} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** It may end a line, and begins none. */
const DOT = '\u00a0· ';

/** One source in words, its title leading to its address. */
export function SourceLine({ source, t }: { readonly source: EntrySource; readonly t: Translate }) {
  if (source.publisher === undefined) return <>{t('sourceMissing')}</>;
  return (
    <div dir={source.title.dir}>
      <bdi class="publisher">{source.publisher}</bdi>
      {DOT}
      <WebLink url={source.url} t={t}>
        <Words {...source.title} />
      </WebLink>
      {[...source.facts, source.stateMedia && t('stateOutlet'), !source.url && t('referenceOnly')].map(
        (fact) =>
          fact && (
            <span key={fact}>
              {DOT}
              <bdi>{fact}</bdi>
            </span>
          ),
      )}
    </div>
  );
}
