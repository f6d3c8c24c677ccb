/** Related entities by kind of relation, in words; each turns the card to its own. */
import type { Entry } from '../core/card/entry.ts';
import type { EntityId } from '../core/model.ts';
import { TextButton } from './Buttons.tsx';
import { Words } from './LocalText.tsx';
import type { Translate } from './words.ts';

export interface RelationsProps {
  readonly relations: Entry['relations'];
  readonly t: Translate;
  readonly onRelation: (id: EntityId) => void;
}

/** One row for each kind: "led by: A, B". */
export function Relations({ relations, t, onRelation }: RelationsProps) {
  if (relations.length === 0) return null;
  return (
    <section class="part">
      <h3>{t('related')}</h3>
      <dl class="rows">
        {relations.map(({ label, to }) => (
          <div key={label.text}>
            <dt>
              <Words {...label} />
            </dt>
            <dd class="chips">
              {to.map((other) => (
                <TextButton
                  key={other.id}
                  class="turn"
                  title={other.note}
                  onClick={() => onRelation(other.id)}
                >
                  <Words {...other} />
                </TextButton>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
