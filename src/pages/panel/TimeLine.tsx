/** The dates of the page's entities on one line, drawn to scale, with the page's own; made longer and shorter by buttons, keys or the wheel. */
import type { PageDate } from '../../protocol/desk.ts';
import { useEffect, useRef, useState } from '../../ui/hooks.ts';
import { Words } from '../../ui/LocalText.tsx';
import { plural } from '../../ui/words.ts';
import { Cited } from './Cited.tsx';
import type { PartProps } from './parts.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const ROW = 12;
const TOP = 22;
const LONGEST = 64;
/** Least pixels between two years that are written out, and between dots of one row. */
const YEAR_ROOM = 44;
const DOT_ROOM = 10;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200];

export function TimeLine({ context, lang, t, onEntry }: PartProps) {
  const { dates, published, entities } = context;
  const [zoom, setZoom] = useState(1);
  const [shown, setShown] = useState<PageDate | null>(null);
  const [room, setRoom] = useState(320);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const measure = () => setRoom(scroller.current?.clientWidth || 320);
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  if (dates.length === 0) return <p class="quiet">{t('noDates')}</p>;
  const all = [...dates.map(({ at }) => at), ...(published ? [published.at] : [])];
  const [from, to] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all) + 0.1)];
  const width = room * zoom;
  const x = (at: number) => 8 + ((at - from) / (to - from)) * (width - 16);
  const rows = rowsOf(dates.map(({ at }) => x(at)));
  const height = TOP + ROW * (Math.max(...rows) + 2);
  const step = STEPS.find((years) => (years / (to - from)) * width >= YEAR_ROOM) ?? 500;
  const years = Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, i) => Math.ceil(from / step) * step + i * step,
  );
  const zoomTo = (next: number, middle = 0.5) => {
    const { current } = scroller;
    const now = Math.min(LONGEST, Math.max(1, next));
    const at = current ? (current.scrollLeft + middle * room) / width : 0;
    setZoom(now);
    queueMicrotask(() => current?.scrollTo({ left: at * room * now - middle * room }));
  };
  const title = new Map(entities.map((one) => [one.entity, one.title]));
  const about = shown && title.get(shown.entity);
  return (
    <>
      <p class="tools">
        <span class="quiet">{plural(t, lang, 'packDates', dates.length)}</span>
        <ZoomButtons t={t} step={2} onZoom={(by) => zoomTo(zoom * by)} />
      </p>
      {/* The line runs from left to right in every language, as its numbers do. */}
      <div
        class="scroller"
        ref={scroller}
        dir="ltr"
        onWheel={(event) => {
          if (!event.ctrlKey && !event.altKey) return;
          event.preventDefault();
          zoomTo(zoom * (event.deltaY < 0 ? 1.25 : 0.8), event.offsetX / Math.max(1, width));
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: SVG has none */}
        <svg class="timeline" width={width} height={height} role="group" aria-label={t('timeline')}>
          {years
            .filter((year) => year >= from && year <= to)
            .map((year) => (
              <g key={year}>
                <line x1={x(year)} x2={x(year)} y1={TOP - 6} y2={height} />
                <text x={x(year)} y={12} text-anchor="middle">
                  {year}
                </text>
              </g>
            ))}
          {published && (
            <line class="own" x1={x(published.at)} x2={x(published.at)} y1={0} y2={height}>
              <title>{t('publishedOn', published.when)}</title>
            </line>
          )}
          {dates.map((date, i) => (
            // biome-ignore lint/a11y/useSemanticElements: SVG has none
            <circle
              key={`${date.entity} ${date.index}`}
              class={date === shown ? 'shown' : ''}
              cx={x(date.at)}
              cy={TOP + ROW * ((rows[i] ?? 0) + 0.5)}
              r="4"
              tabindex={0}
              role="button"
              aria-label={`${date.when}, ${title.get(date.entity)?.text}: ${date.text.text}`}
              onPointerEnter={() => setShown(date)}
              onFocus={() => setShown(date)}
              onClick={() => setShown(date)}
            />
          ))}
        </svg>
      </div>
      {published && <p class="quiet">{t('publishedOn', published.when)}</p>}
      {shown && about && (
        <div class="telling" aria-live="polite">
          <p>
            <b>{shown.when}</b>{' '}
            <button type="button" class="text-button" onClick={() => onEntry(shown.entity)}>
              <Words {...about} />
            </button>
          </p>
          <Cited key={`${shown.entity} ${shown.index}`} date={shown} t={t} />
        </div>
      )}
    </>
  );
}

/** Dots that would touch stand below one another: the first row that has room for each. */
function rowsOf(xs: readonly number[]): readonly number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => end + DOT_ROOM <= x);
    const row = free < 0 ? Math.min(ends.length, 23) : free;
    ends[row] = x;
    return row;
  });
}
