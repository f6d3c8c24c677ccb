/**
 * The numbers of sources. A card counts them in the order in which its sentences first cite them, whether those are
 * folded away or not, so that a number never changes while the card is open.
 */
import type { Entity, SourceId, Statement } from '../model.ts';

/** The number of every source that an entity's sentences cite. */
export function numberSources(entity: Entity): ReadonlyMap<SourceId, number> {
  const numbers = new Map<SourceId, number>();
  for (const { sources } of sentencesOf(entity)) {
    for (const id of sources) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function sentencesOf({ background, statements, timeline }: Entity): readonly Statement[] {
  return [...background, ...statements, ...timeline.map(({ statement }) => statement)];
}
