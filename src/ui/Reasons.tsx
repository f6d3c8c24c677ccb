/** Why a name was taken for this entity, in words, folded away until asked for. */
import type { AliasClass, Reason, ReasonCode } from '../core/model.ts';
import type { MessageKey, Translate } from './words.ts';

/** The message of each reason, and the parameters that fill it in turn. A new reason without words does not compile. */
const WORDS: Readonly<Record<Exclude<ReasonCode, 'alias-class'>, readonly [MessageKey, ...string[]]>> = {
  'definition-confirms': ['reason_definition_confirms', 'surface', 'long'],
  'definition-contradicts': ['reason_definition_contradicts', 'surface', 'long'],
  'full-form-on-page': ['reason_full_form_on_page', 'name'],
  'whole-name-on-page': ['reason_whole_name_on_page', 'name'],
  'related-nearby': ['reason_related_nearby', 'names'],
  'page-topic': ['reason_page_topic', 'names'],
  'cue-words': ['reason_cue_words', 'words'],
  'background-words': ['reason_background_words', 'words'],
  'rival-cue-words': ['reason_rival_cue_words', 'words'],
  'affairs-words': ['reason_affairs_words', 'words'],
  'other-field': ['reason_other_field', 'words'],
  'page-field': ['reason_page_field', 'affairs', 'others'],
  'business-words': ['reason_business_words', 'words'],
  'type-cue': ['reason_type_cue', 'words'],
  'written-as-name': ['reason_written_as_name'],
  'listed-with': ['reason_listed_with', 'names'],
  'home-named': ['reason_home_named', 'words'],
  'home-unnamed': ['reason_home_unnamed'],
  'longer-name': ['reason_longer_name', 'name'],
  'other-owner': ['reason_other_owner', 'owner'],
  'share-line': ['reason_share_line'],
  language: ['reason_language', 'name', 'text'],
};

const CLASSES: Readonly<Record<AliasClass, MessageKey>> = {
  distinctive: 'reason_alias_class_distinctive',
  familiar: 'reason_alias_class_familiar',
  ambiguous: 'reason_alias_class_ambiguous',
  common: 'reason_alias_class_common',
  surname: 'reason_alias_class_surname',
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
  if (code === 'alias-class') return t(CLASSES[params['class'] as AliasClass] ?? CLASSES.ambiguous); // as core made it
  const [key, ...names] = WORDS[code];
  return t(key, ...names.map((name) => params[name] ?? ''));
}
