/**
 * Where the entities of a page stand on its map: d3-force lets relations pull and entities push. It is done here so that no
 * page of ours carries it. The same relations make the same map, since the library begins from a spiral and its own seeded random numbers.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { EntityId } from '../core/model.ts';
import type { PageMap, PageRelation } from '../protocol/desk.ts';

interface Node extends SimulationNodeDatum {
  readonly id: EntityId;
}

const TICKS = 200;

export function layOut(
  entities: readonly EntityId[],
  relations: readonly Pick<PageRelation, 'from' | 'to'>[],
): PageMap {
  const nodes: Node[] = entities.map((id) => ({ id }));
  const here = new Set(entities);
  const links = relations
    .filter(({ from, to }) => here.has(from) && here.has(to))
    .map(({ from, to }) => ({ source: from as string, target: to as string }));
  forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-120))
    .force(
      'link',
      forceLink<Node, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(60),
    )
    .force('x', forceX().strength(0.08))
    .force('y', forceY().strength(0.08))
    .force('apart', forceCollide(22))
    .stop()
    .tick(TICKS);
  const [xs, ys] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)];
  const place = (value: number, all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return most > least ? Math.round(((value - least) / (most - least)) * 1000) / 1000 : 0.5;
  };
  return Object.fromEntries(
    nodes.map(({ id, x = 0, y = 0 }) => [id, [place(x, xs), place(y, ys)]]),
  ) as PageMap;
}
