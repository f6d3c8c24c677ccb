/** Why a name was taken for this entity, in words, folded away until asked for. */
import type { Reason, ReasonCode } from '../core/model.ts';
import type { MessageKey, Translate } from './words.ts';

/** A new reason without words does not compile. */
const WORDS: Readonly<Record<ReasonCode, MessageKey>> = {
  'alias-class': 'reason_alias_class',
  'definition-confirms': 'reason_definition_confirms',
  'definition-contradicts': 'reason_definition_contradicts',
  'full-form-on-page': 'reason_full_form_on_page',
  'related-nearby': 'reason_related_nearby',
  'cue-words': 'reason_cue_words',
  'rival-cue-words': 'reason_rival_cue_words',
  language: 'reason_language',
};

/** The reasons, strongest first; `+` speaks for the entity, `−` against it. */
export function Reasons({ reasons, t }: { readonly reasons: readonly Reason[]; readonly t: Translate }) {
  if (reasons.length === 0) return null;
  const strongest = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <details class="why">
      <summary>{t('whyMarked')}</summary>
      <ul>
        {strongest.map(({ code, weight }, i) => (
          <li key={`${code}${i}`}>
            <span class="sign">{weight < 0 ? '−' : '+'}</span> {t(WORDS[code])}
          </li>
        ))}
      </ul>
    </details>
  );
}
