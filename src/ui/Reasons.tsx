/** Why a name was taken for this entity, in words, folded away until asked for. */
import type { AliasClass, Reason, ReasonCode } from '../core/model.ts';
import type { Translate } from './words.ts';

type Coded = Exclude<ReasonCode, 'alias-class'>;
type Underscored<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Code;

/** The parameters that fill a reason's message, in turn, where they are not its `words`. */
const FILLED_BY: Readonly<Partial<Record<Coded, string>>> = {
  'definition-confirms': 'surface long',
  'definition-contradicts': 'surface long',
  'full-form-on-page': 'name',
  'whole-name-on-page': 'name',
  'related-nearby': 'names',
  'page-topic': 'names',
  'page-field': 'affairs others',
  'written-as-name': '',
  'listed-with': 'names',
  'home-unnamed': '',
  'longer-name': 'name',
  'other-owner': 'owner',
  'share-line': '',
  language: 'name text',
};

/** The reasons, strongest first; `+` speaks for the entity, `−` against it. */
export function Reasons({ reasons, t }: { readonly reasons: readonly Reason[]; readonly t: Translate }) {
  if (reasons.length === 0) return null;
  const strongest = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <details class="why">
      <summary>{t('whyMarked')}</summary>
      <ul>
        {strongest.map((reason, i) => (
          <li key={`${reason.code}${i}`}>
            <span class="sign">{reason.weight < 0 ? '−' : '+'}</span> {wordsOf(reason, t)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function wordsOf({ code, params }: Reason, t: Translate): string {
  if (code === 'alias-class') return t(`reason_alias_class_${params['class'] as AliasClass}`); // as core made it
  // What replaceAll does, in types: a reason without a message does not compile.
  const key = `reason_${code.replaceAll('-', '_')}` as `reason_${Underscored<Coded>}`;
  return t(key, ...(FILLED_BY[code] ?? 'words').split(' ').map((name) => params[name] ?? ''));
}
