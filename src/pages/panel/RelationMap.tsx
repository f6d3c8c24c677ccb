/** What the page's entities are to each other: a map to look at, and the same as a table. */
import type { EntityId } from '../../core/model.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { PageMap } from '../../protocol/desk.ts';
import { useEffect, useState } from '../../ui/hooks.ts';
import { Words } from '../../ui/LocalText.tsx';
import type { PartProps } from './parts.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** Of the drawing, in its own units. */
const [WIDTH, HEIGHT, MARGIN] = [360, 420, 34];
const CLOSEST = 8;
/** Longer names are cut in the map; the table has them whole. */
const NAME = 22;

/** Of a name, in the units of the drawing. */
const TYPE = 11;

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export function RelationMap({ context, t, onEntry }: PartProps) {
  const { relations, entities } = context;
  const [map, setMap] = useState<PageMap | null>(null);
  const [pointed, setPointed] = useState<EntityId | null>(null);
  const [view, setView] = useState<View>({ x: 0, y: 0, zoom: 1 });
  const linked = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const shown = entities.filter(({ entity }) => linked.has(entity));
  const key = relations.map(({ from, to }) => `${from} ${to}`).join();
  useEffect(() => {
    callBackground('layOutMap', {
      entities: shown.map(({ entity }) => entity),
      relations: relations.map(({ from, to }) => ({ from, to })),
    }).then(setMap, (error) => report('laying out the map', error));
  }, [key]);
  if (relations.length === 0) return <p class="quiet">{t('noRelations')}</p>;
  const title = new Map(entities.map((one) => [one.entity, one.title]));
  const spot = (id: EntityId) => {
    const [x, y] = map?.[id] ?? [0.5, 0.5];
    return { x: MARGIN + x * (WIDTH - 2 * MARGIN), y: MARGIN + y * (HEIGHT - 2 * MARGIN) };
  };
  const zoomTo = (next: number) => {
    const zoom = Math.min(CLOSEST, Math.max(1, next));
    const [width, height] = [WIDTH / zoom, HEIGHT / zoom];
    const middle = pointed
      ? spot(pointed)
      : { x: view.x + WIDTH / view.zoom / 2, y: view.y + HEIGHT / view.zoom / 2 };
    setView({ zoom, x: middle.x - width / 2, y: middle.y - height / 2 });
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const scale = WIDTH / view.zoom / (event.currentTarget as Element).clientWidth;
    setView({ ...view, x: view.x - event.movementX * scale, y: view.y - event.movementY * scale });
  };
  const named = withRoom(
    shown.map(({ entity, title: { text }, places }) => ({
      ...spot(entity),
      entity,
      text,
      weight: places.length,
    })),
    view.zoom,
  );
  const names = (id: EntityId) => {
    const told = title.get(id);
    return told && <Words {...told} />;
  };
  return (
    <>
      <p class="tools">
        <ZoomButtons t={t} step={1.5} onZoom={(by) => zoomTo(view.zoom * by)} />
      </p>
      {map && (
        // biome-ignore lint/a11y/useSemanticElements: SVG has none
        <svg
          class="map"
          viewBox={`${view.x} ${view.y} ${WIDTH / view.zoom} ${HEIGHT / view.zoom}`}
          role="group"
          aria-label={t('panelMap')}
          onPointerMove={drag}
          onWheel={(event) => {
            if (!event.ctrlKey && !event.altKey) return;
            event.preventDefault();
            zoomTo(view.zoom * (event.deltaY < 0 ? 1.2 : 1 / 1.2));
          }}
        >
          {relations.map(({ from, to, label }) => {
            const [a, b] = [spot(from), spot(to)];
            const isPointed = pointed === from || pointed === to;
            return (
              <g key={`${from} ${to} ${label.text}`} class={isPointed ? 'edge shown' : 'edge'}>
                <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
                {isPointed && (
                  <text
                    x={(a.x + b.x) / 2}
                    y={(a.y + b.y) / 2}
                    font-size={10 / view.zoom}
                    text-anchor="middle"
                  >
                    {label.text}
                  </text>
                )}
              </g>
            );
          })}
          {shown.map(({ entity, title: { text } }) => {
            const { x, y } = spot(entity);
            return (
              // biome-ignore lint/a11y/useSemanticElements: SVG has none
              <g
                key={entity}
                class={entity === pointed ? 'node shown' : 'node'}
                tabindex={0}
                role="button"
                aria-label={text}
                onPointerEnter={() => setPointed(entity)}
                onFocus={() => setPointed(entity)}
                onClick={() => onEntry(entity)}
                onKeyDown={({ key: pressed }) => pressed === 'Enter' && onEntry(entity)}
              >
                <circle cx={x} cy={y} r={5 / Math.sqrt(view.zoom)} />
                {(named.has(entity) || entity === pointed) && (
                  <text x={x} y={y - 8 / view.zoom} font-size={TYPE / view.zoom} text-anchor="middle">
                    {text.length > NAME ? `${text.slice(0, NAME)}…` : text}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
      <details>
        <summary>{t('asTable')}</summary>
        <table>
          <tbody>
            {relations.map(({ from, to, label }) => (
              <tr key={`${from} ${to} ${label.text}`}>
                <td>
                  <button type="button" class="text-button" onClick={() => onEntry(from)}>
                    {names(from)}
                  </button>
                </td>
                <td class="quiet">
                  <Words {...label} />
                </td>
                <td>
                  <button type="button" class="text-button" onClick={() => onEntry(to)}>
                    {names(to)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

interface Named {
  readonly entity: EntityId;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** Whose names are written: those of the most frequent first, and none over another. Closer to, there is room for more. */
function withRoom(all: readonly Named[], zoom: number): ReadonlySet<EntityId> {
  const placed: Named[] = [];
  const wide = ({ text }: Named) => (Math.min(text.length, NAME) * TYPE * 0.56) / zoom;
  for (const one of all.toSorted((a, b) => b.weight - a.weight)) {
    const isFree = placed.every(
      (other) =>
        Math.abs(one.x - other.x) > (wide(one) + wide(other)) / 2 ||
        Math.abs(one.y - other.y) > (TYPE * 1.2) / zoom,
    );
    if (isFree) placed.push(one);
  }
  return new Set(placed.map(({ entity }) => entity));
}
