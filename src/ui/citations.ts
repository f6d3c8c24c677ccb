/**
 * The numbers of sources. A card counts them in the order in which its sentences first cite them, whether those are
 * folded away or not, so that a number never changes while the card is open.
 */
import type { Entity, EntityDetails, Source, SourceId, Statement } from '../core/model.ts';

/** A source with its number; `source` is missing where the pack is broken. */
export interface Citation {
  readonly id: SourceId;
  readonly number: number;
  readonly source: Source | undefined;
}

/** What sentences need to show their numbers. */
export interface Cites {
  readonly of: (statement: Statement) => readonly Citation[];
  /** Shows one source beside its number, or none. */
  readonly preview: (citation: Citation | null, number?: HTMLElement) => void;
  /** Leads to a source in the list. */
  readonly follow: (citation: Citation, number: HTMLElement) => void;
}

/** Every source that an entity's sentences cite, by id, in the order of its number. */
export function numberSources({ entity, sources }: EntityDetails): ReadonlyMap<SourceId, Citation> {
  const numbered = new Map<SourceId, Citation>();
  for (const { sources: cited } of sentencesOf(entity)) {
    for (const id of cited) {
      if (!numbered.has(id)) numbered.set(id, { id, number: numbered.size + 1, source: sources[id] });
    }
  }
  return numbered;
}

function sentencesOf({ background, statements, timeline }: Entity): readonly Statement[] {
  return [...background, ...statements, ...timeline.map(({ statement }) => statement)];
}
