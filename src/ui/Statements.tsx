/** Sentences of the pack, each followed by the numbers of its sources: point at one to see it, press it to go there. */
import { useState } from 'preact/hooks';
import type { Statement } from '../core/model.ts';
import type { Citation, Cites } from './citations.ts';
import { formatPartialDate } from './dates.ts';
import { Foreign } from './LocalText.tsx';
import { inLanguage } from './languages.ts';
import { plural, type Translate } from './words.ts';

/** Statements shown before the reader asks for all. */
const SHOWN = 16;

/** What every sentence of one card shares. */
export interface Telling {
  readonly cites: Cites;
  readonly lang: string;
  readonly t: Translate;
}

/** The statements as a list; a very long one is folded. */
export function Statements({
  statements,
  ...telling
}: { readonly statements: readonly Statement[] } & Telling) {
  const [open, setOpen] = useState(false);
  if (statements.length === 0) return null;
  // One row more is no longer than the button that would hide it.
  const shown = open || statements.length <= SHOWN + 1 ? statements.length : SHOWN;
  return (
    <>
      <ul class="statements">
        {statements.slice(0, shown).map((statement) => (
          <li key={statement.id}>
            <Sentence statement={statement} {...telling} />
          </li>
        ))}
      </ul>
      {shown < statements.length && (
        <button type="button" class="more" onClick={() => setOpen(true)}>
          {plural(telling.t, telling.lang, 'moreStatements', statements.length - shown)}
        </button>
      )}
    </>
  );
}

/** One sentence with its source numbers, and "as of" where it is dated and does not say so itself. */
export function Sentence({ statement, cites, lang, t }: { readonly statement: Statement } & Telling) {
  const { text, lang: shown } = inLanguage(statement.text, lang);
  const date = statement.asOf ? formatPartialDate(statement.asOf, lang) : '';
  const dated = date !== '' && !text.includes(date);
  // The numbers hang on the last word: alone at the start of a line they would seem to belong to the next sentence.
  const last = dated ? '' : (/\S{1,16}$/.exec(text)?.[0] ?? '');
  return (
    <Foreign tag={shown}>
      {text.slice(0, text.length - last.length)}
      {dated && ' '}
      <span class="hold">
        {last}
        {dated && <bdi class="as-of">{t('asOf', date)}</bdi>}
        <sup class="cites">
          {cites.of(statement).map((citation) => (
            <Cite key={citation.id} citation={citation} cites={cites} t={t} />
          ))}
        </sup>
      </span>
    </Foreign>
  );
}

function Cite({
  citation,
  cites,
  t,
}: {
  readonly citation: Citation;
  readonly cites: Cites;
  readonly t: Translate;
}) {
  const { number, source } = citation;
  const name = source
    ? `${source.publisher}, ${source.title ?? source.description ?? ''}`
    : t('sourceMissing');
  return (
    <button
      type="button"
      class="cite"
      aria-label={t('sourceNumber', number, name)}
      onPointerEnter={(event) =>
        event.pointerType === 'mouse' && cites.preview(citation, event.currentTarget)
      }
      onPointerLeave={() => cites.preview(null)}
      onFocus={(event) => cites.preview(citation, event.currentTarget)}
      onBlur={() => cites.preview(null)}
      onClick={(event) => cites.follow(citation, event.currentTarget)}
    >
      {number}
    </button>
  );
}
