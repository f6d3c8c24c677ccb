/**
 * The page's evidence, turned round to answer the questions of a judgement: asked per pending mention, worked out once.
 */

import type { Lexicon } from '../gazetteer/lexicon.ts';
import type { EntityId } from '../model.ts';
import type { DefinedForm, PageEvidence } from './evidence.ts';

export interface PageView {
  /** What the page says a short form stands for. */
  definitionOf(surface: string): DefinedForm | undefined;
  /** How often the page names the entity beyond doubt. */
  mentionsOf(entity: EntityId): number;
  /** Entities related to this one that the page names beyond doubt. */
  relatedNamed(entity: EntityId): readonly EntityId[];
  /** Cue words of the entity (1) or of its rivals (-1) on the page. */
  cuesOf(entity: EntityId, sign: 1 | -1): readonly string[];
}

export function viewOfPage(evidence: PageEvidence, lexicons: readonly Lexicon[]): PageView {
  const cues = { '1': new Map<EntityId, string[]>(), '-1': new Map<EntityId, string[]>() };
  for (const lexicon of lexicons) {
    for (const word of evidence.cueWords) {
      const key = lexicon.gazetteer.idOf(word);
      for (const { entity, sign } of key < 0 ? [] : lexicon.cuesOf(key)) {
        const words = cues[`${sign}`].get(entity);
        if (words) words.push(word);
        else cues[`${sign}`].set(entity, [word]);
      }
    }
  }
  const mentionsOf = (entity: EntityId) => evidence.entities[entity] ?? 0;
  return {
    definitionOf: (surface) =>
      Object.hasOwn(evidence.definitions, surface) ? evidence.definitions[surface] : undefined,
    mentionsOf,
    relatedNamed: (entity) =>
      [...new Set(lexicons.flatMap((lexicon) => lexicon.relatedTo(entity)))].filter(
        (id) => mentionsOf(id) > 0,
      ),
    cuesOf: (entity, sign) => cues[`${sign}`].get(entity) ?? [],
  };
}
