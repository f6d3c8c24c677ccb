/** Related entities by kind of relation, in words; each turns the card to its own. And what the name does not mean here. */
import type { EntityDetails, EntityId, Rival } from '../core/model.ts';
import { LocalText } from './LocalText.tsx';
import type { Translate } from './words.ts';

export interface RelationsProps {
  readonly relations: EntityDetails['relations'];
  readonly lang: string;
  readonly t: Translate;
  readonly onRelation: (id: EntityId) => void;
}

/** One row for each kind: "led by: A · B". */
export function Relations({ relations, lang, t, onRelation }: RelationsProps) {
  if (relations.length === 0) return null;
  const kinds = new Map<string, EntityDetails['relations'][number][]>();
  for (const relation of relations) {
    const known = kinds.get(relation.kind);
    if (known) known.push(relation);
    else kinds.set(relation.kind, [relation]);
  }
  return (
    <section class="part">
      <h3>{t('related')}</h3>
      <dl class="rows relations">
        {[...kinds].map(([kind, group]) => (
          <div key={kind}>
            <dt>
              <LocalText texts={group[0]?.label ?? {}} lang={lang} />
            </dt>
            <dd>
              {group.map(({ to, toLabels, note }, i) => (
                <button type="button" key={to} class="turn" title={note} onClick={() => onRelation(to)}>
                  <LocalText texts={toLabels} lang={lang} />
                  {i < group.length - 1 && <span aria-hidden="true"> ·</span>}
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface RivalsProps {
  readonly rivals: readonly Rival[];
  /** Names of the entity, which packs write before a rival sense: "ITU: International Triathlon Union". */
  readonly names: readonly string[];
  readonly t: Translate;
}

/** Other senses of the name, so that a reader can tell a wrong card from a right one. */
export function Rivals({ rivals, names, t }: RivalsProps) {
  if (rivals.length === 0) return null;
  const known = new Set(names.map((name) => name.toLowerCase()));
  const senses = rivals.map(({ label }) => {
    const colon = label.indexOf(': ');
    return known.has(label.slice(0, colon).toLowerCase()) ? label.slice(colon + 2) : label;
  });
  return <p class="rivals">{t('notToBeConfused', senses.join(' · '))}</p>;
}
