/** An entity's dates: a strip drawn to scale, and the same in words, the first few at once. */
import { useState } from 'preact/hooks';
import type { TimelineItem } from '../core/model.ts';
import { formatPartialDate } from './dates.ts';
import { directionOf } from './languages.ts';
import { Sentence, type Telling } from './Statements.tsx';
import { scaleDates } from './timeline-scale.ts';
import { plural, type Translate } from './words.ts';

/** Rows shown before the reader asks for all. */
const ROWS = 4;

/** The strip and the rows; pointing at a row shows its dot. */
export function Timeline({ items, ...telling }: { readonly items: readonly TimelineItem[] } & Telling) {
  const [open, setOpen] = useState(false);
  const [pointed, setPointed] = useState(-1);
  const { lang, t } = telling;
  if (items.length === 0) return null;
  const hidden = open || items.length <= ROWS ? 0 : items.length - ROWS;
  return (
    <section class="part">
      <h3>{t('timeline')}</h3>
      {items.length > 1 && <Strip items={items} pointed={pointed} lang={lang} t={t} />}
      <dl class="rows">
        {items.slice(0, items.length - hidden).map(({ date, statement }, i) => (
          <div key={statement.id} onPointerEnter={() => setPointed(i)} onPointerLeave={() => setPointed(-1)}>
            <dt>
              <time dateTime={date}>{formatPartialDate(date, lang)}</time>
            </dt>
            <dd>
              <Sentence statement={statement} {...telling} />
            </dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && (
        <button type="button" class="more" onClick={() => setOpen(true)}>
          {plural(t, lang, 'moreDates', hidden)}
        </button>
      )}
    </section>
  );
}

interface StripProps {
  readonly items: readonly TimelineItem[];
  /** The row under the pointer, or -1. */
  readonly pointed: number;
  readonly lang: string;
  readonly t: Translate;
}

/** Dots on a line; the rows below say the same, so it is hidden from screen readers. */
function Strip({ items, pointed, lang, t }: StripProps) {
  const rtl = directionOf(t('wordsLanguage')) === 'rtl';
  // Per cent, so that it stretches with the card and its type does not; SVG has no logical sides, so we mirror it.
  const x = (at: number) => `${rtl ? 100 - at : at}%`;
  const anchors = rtl ? ({ start: 'end', end: 'start' } as const) : ({ start: 'start', end: 'end' } as const);
  return (
    <svg class="strip" aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1="7" y2="7" />
      {scaleDates(items.map(({ date }) => date)).map(({ at, label }, i) => {
        const { date = '', statement } = items[i] ?? {};
        return (
          <g key={statement?.id} class={i === pointed ? 'pointed' : undefined}>
            <circle cx={x(at)} cy="7" r="3.5" />
            {label && (
              <text
                x={label === 'middle' ? x(at) : x(label === 'start' ? 0 : 100)}
                y="25"
                text-anchor={label === 'middle' ? 'middle' : anchors[label]}
              >
                {formatPartialDate(date.slice(0, 4), lang)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
