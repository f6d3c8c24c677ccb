/** An entity's dates: a strip drawn to scale, and the same in words, the first few at once. */

import type { Entry, EntryDate } from '../core/card/entry.ts';
import { directionOf } from '../core/card/languages.ts';
import { Folded } from './Folded.tsx';
import { useState } from './hooks.ts';
import { Sentence, type Telling } from './Statements.tsx';
import { plural } from './words.ts';

/** Rows shown before the reader asks for all. */
const ROWS = 3;

/** The strip and the rows; pointing at a row shows its dot. */
export function Timeline({
  items,
  telling,
}: {
  readonly items: Entry['timeline'];
  readonly telling: Telling;
}) {
  const [pointed, setPointed] = useState<EntryDate | null>(null);
  const { lang, t } = telling;
  if (items.length === 0) return null;
  return (
    <section class="part">
      <h3>{t('timeline')}</h3>
      {items.length > 1 && (
        <Strip items={items} pointed={pointed} isMirrored={directionOf(t('wordsLanguage')) === 'rtl'} />
      )}
      <Folded all={items} shown={ROWS} more={(count) => plural(t, lang, 'moreDates', count)}>
        {(shown) => (
          <dl class="rows">
            {shown.map((item) => (
              <div
                key={item.sentence.id}
                onPointerEnter={() => setPointed(item)}
                onPointerLeave={() => setPointed(null)}
              >
                <dt>
                  <time dateTime={item.date}>{item.when}</time>
                </dt>
                <dd dir={item.sentence.dir}>
                  <Sentence sentence={item.sentence} telling={telling} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Folded>
    </section>
  );
}

interface StripProps {
  readonly items: Entry['timeline'];
  /** The row under the pointer. */
  readonly pointed: EntryDate | null;
  readonly isMirrored: boolean;
}

/** Dots on a line; the rows below say the same, so it is hidden from screen readers. */
function Strip({ items, pointed, isMirrored }: StripProps) {
  // Per cent, so that it stretches with the card and its type does not; SVG has no logical sides, so we mirror it.
  const x = (at: number) => `${isMirrored ? 100 - at : at}%`;
  return (
    <svg class="strip" aria-hidden="true">
      <line x2="100%" y1="7" y2="7" />
      {items.map((item) => (
        <g key={item.sentence.id} class={item === pointed ? 'pointed' : ''}>
          <circle cx={x(item.at)} cy="7" r="3.5" />
          {item.label && (
            // `text-anchor` goes by the direction of the text: `start` is the right side where Arabic is read.
            <text x={x({ start: 0, middle: item.at, end: 100 }[item.label])} y="25" text-anchor={item.label}>
              {item.year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
