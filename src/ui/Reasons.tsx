/** Why a name was taken for this entity, in words, folded away until asked for. */
import type { AliasClass, Reason, ReasonCode } from '../core/model.ts';
import type { Translate } from './words.ts';

type Coded = Exclude<ReasonCode, 'alias-class'>;
type Underscored<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Code;

/** What reasons carry and no message shows. */
const UNTOLD = ['count', 'what'];

/** The reasons, strongest first; `+` speaks for the entity, `−` against it. */
export function Reasons({ reasons, t }: { readonly reasons: readonly Reason[]; readonly t: Translate }) {
  if (reasons.length === 0) return null;
  return (
    <details class="why">
      <summary>{t('whyMarked')}</summary>
      <ul>
        {reasons
          .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
          .map((reason) => (
            <li key={reason.code}>
              {reason.weight < 0 ? '−' : '+'} {wordsOf(reason, t)}
            </li>
          ))}
      </ul>
    </details>
  );
}

/** A reason's message is filled with its parameters in the order in which the judgement gives them. */
function wordsOf({ code, params }: Reason, t: Translate): string {
  if (code === 'alias-class') return t(`reason_alias_class_${params['class'] as AliasClass}`); // as core made it
  // What replaceAll does, in types: a reason without a message does not compile.
  const key = `reason_${code.replaceAll('-', '_')}` as `reason_${Underscored<Coded>}`;
  const told = Object.keys(params).filter((name) => !UNTOLD.includes(name));
  return t(key, ...told.map((name) => params[name] ?? ''));
}
