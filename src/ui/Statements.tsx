/** Sentences of the pack, each followed by the numbers of its sources: point at one to see it, press it to go there. */
import type { Entry, EntrySource, Sentence as Told } from '../core/card/entry.ts';
import { Folded } from './Folded.tsx';
import { plural, type Translate } from './words.ts';

/** Statements shown before the reader asks for all. */
const SHOWN = 16;

/** What every sentence of one card shares. */
export interface Telling {
  readonly sources: readonly EntrySource[];
  /** Shows one source beside its number, or none. */
  readonly preview: (source: EntrySource | null, number?: HTMLElement) => void;
  /** Leads to a source in the list. */
  readonly follow: (source: EntrySource, number: HTMLElement) => void;
  readonly lang: string;
  readonly t: Translate;
}

/** The statements as a list; a very long one is folded. Those that contradict one another stand side by side. */
export function Statements({
  statements,
  telling,
}: Pick<Entry, 'statements'> & { readonly telling: Telling }) {
  const { t, lang } = telling;
  if (statements.length === 0) return null;
  return (
    <Folded all={statements} shown={SHOWN} more={(count) => plural(t, lang, 'moreStatements', count)}>
      {(shown) => (
        <ul class="statements">
          {shown.map((sides) => (
            <li key={sides[0]?.id} class={sides[1] && 'sides'} dir={sides[1] ? undefined : sides[0]?.dir}>
              {sides[1] && <p>{t('sourcesDiffer')}</p>}
              {sides.map((sentence) => (
                <div key={sentence.id} dir={sentence.dir}>
                  <Sentence sentence={sentence} telling={telling} />
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Folded>
  );
}

/** One sentence, in a block of its own direction, with its source numbers, and "as of" where it is dated and does not say so itself. */
export function Sentence({
  sentence: { text, lang, asOf, cites },
  telling,
}: {
  readonly sentence: Told;
  readonly telling: Telling;
}) {
  // The numbers hang on the last word: alone at the start of a line they would seem to belong to the next sentence. Han and
  // kana have no spaces: there it is the last two signs.
  const last = asOf ? '' : (/[^\s⺀-鿿]{1,16}$|..$/u.exec(text)?.[0] ?? '');
  return (
    <span lang={lang || undefined}>
      {text.slice(0, text.length - last.length)}
      {asOf && ' '}
      <span class="hold">
        {last}
        {asOf && <bdi class="as-of">{telling.t('asOf', asOf)}</bdi>}
        <sup>
          {cites.map((number) => (
            <Cite key={number} number={number} telling={telling} />
          ))}
        </sup>
      </span>
    </span>
  );
}

function Cite({ number, telling }: { readonly number: number; readonly telling: Telling }) {
  const { sources, preview, follow, t } = telling;
  const source = sources[number - 1];
  if (!source) return null; // numbers are those of the list
  const name = source.publisher ? `${source.publisher}, ${source.title.text}` : t('sourceMissing');
  return (
    <button
      type="button"
      class="cite"
      aria-label={t('sourceNumber', number, name)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && preview(source, event.currentTarget)}
      onPointerLeave={() => preview(null)}
      onFocus={(event) => preview(source, event.currentTarget)}
      onBlur={() => preview(null)}
      onClick={(event) => follow(source, event.currentTarget)}
    >
      {number}
    </button>
  );
}
