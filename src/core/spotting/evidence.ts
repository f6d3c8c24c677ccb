/**
 * What a page says about itself, gathered block by block: which entities it names beyond doubt, which cue words it
 * uses, how it spells short forms out. Bounded in size, mergeable, and the order of merging does not matter, so that it
 * can travel with each message and nobody has to keep it.
 */
import type { EntityId } from '../model.ts';
import type { FoldedText } from '../text/fold.ts';
import { findDefinitions } from './definitions.ts';
import type { Candidate, CueHit } from './find-candidates.ts';

/** What the page says a short form stands for. */
export interface DefinedForm {
  /** Entities whose full name the page gives for it. */
  readonly entities: readonly EntityId[];
  /** Long forms that are no name of those: another sense. */
  readonly foreign: readonly string[];
}

export interface PageEvidence {
  /** By short form, with its case. */
  readonly definitions: Readonly<Record<string, DefinedForm>>;
  /** Mentions of distinctive names, by entity. */
  readonly entities: Readonly<Record<EntityId, number>>;
  /** Different cue words seen, folded. */
  readonly cueWords: readonly string[];
  /** Characters of text by the language the page declares. */
  readonly languages: Readonly<Record<string, number>>;
}

export const NO_EVIDENCE: PageEvidence = { definitions: {}, entities: {}, cueWords: [], languages: {} };

/** Bounds that keep a hostile or endless page from growing its evidence; no real page comes near. */
const MOST = { definitions: 300, foreign: 4, entities: 1000, cueWords: 1500, languages: 20 } as const;

/** The evidence of one block. */
export function observeBlock(
  lang: string,
  folded: FoldedText,
  candidates: readonly Candidate[],
  cues: readonly CueHit[],
): PageEvidence {
  const entities: Record<EntityId, number> = {};
  for (const { names } of candidates) {
    for (const name of names) {
      if (name.entity && name.class === 'distinctive')
        entities[name.entity] = (entities[name.entity] ?? 0) + 1;
    }
  }
  return {
    definitions: definedForms(folded, candidates),
    entities,
    cueWords: [...new Set(cues.map((cue) => cue.lexicon.gazetteer.keyOf(cue.key)))].sort(),
    languages: { [lang]: folded.text.length },
  };
}

/** Merges evidence. The parts may come in any order. */
export function mergeEvidence(parts: readonly PageEvidence[]): PageEvidence {
  const pick = <T>(of: (part: PageEvidence) => Readonly<Record<string, T>>) => parts.map(of);
  const sum = (x: number, y: number) => x + y;
  return {
    definitions: mergeRecords(
      pick((part) => part.definitions),
      mergeDefined,
      MOST.definitions,
    ),
    entities: mergeRecords(
      pick((part) => part.entities),
      sum,
      MOST.entities,
    ),
    cueWords: union(
      parts.map((part) => part.cueWords),
      MOST.cueWords,
    ),
    languages: mergeRecords(
      pick((part) => part.languages),
      sum,
      MOST.languages,
    ),
  };
}

function mergeDefined(a: DefinedForm, b: DefinedForm): DefinedForm {
  return {
    entities: union([a.entities, b.entities], MOST.definitions),
    foreign: union([a.foreign, b.foreign], MOST.foreign),
  };
}

function union<T extends string>(lists: readonly (readonly T[])[], most: number): T[] {
  return [...new Set(lists.flat())].sort().slice(0, most);
}

function mergeRecords<T>(
  records: readonly Readonly<Record<string, T>>[],
  merge: (x: T, y: T) => T,
  most: number,
): Record<string, T> {
  const merged = new Map<string, T>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      const known = merged.get(key);
      if (known !== undefined) merged.set(key, merge(known, value));
      else if (merged.size < most) merged.set(key, value);
    }
  }
  return Object.fromEntries(merged);
}

/** Short forms that the block defines, whether as an entity of ours or as something else. */
function definedForms(folded: FoldedText, candidates: readonly Candidate[]): Record<string, DefinedForm> {
  const defined = new Map<string, DefinedForm>();
  const add = (short: string, form: DefinedForm) => {
    const known = defined.get(short);
    defined.set(short, known ? mergeDefined(known, form) : form);
  };
  for (const { short, entities } of confirmedForms(folded, candidates)) add(short, { entities, foreign: [] });
  const names = new Set(candidates.map((candidate) => folded.cased.slice(candidate.start, candidate.end)));
  for (const definition of findDefinitions(folded.cased)) {
    // Only what the pack has a name for matters, and only where the long form is not that entity's own.
    if (!names.has(definition.short) || defined.has(definition.short)) continue;
    add(definition.short, { entities: [], foreign: [definition.long] });
  }
  return Object.fromEntries(defined);
}

/** "name (other name)" where both names are of one entity: in any script, in either order. */
function confirmedForms(
  folded: FoldedText,
  candidates: readonly Candidate[],
): { readonly short: string; readonly entities: readonly EntityId[] }[] {
  const found: { short: string; entities: EntityId[] }[] = [];
  for (const [i, first] of candidates.entries()) {
    const second = candidates[i + 1];
    if (!second || !/^ ?[(（] ?["']?$/.test(folded.cased.slice(first.end, second.start))) continue;
    const shared = first.names.flatMap((name) =>
      name.entity && second.names.some((other) => other.entity === name.entity) ? [name.entity] : [],
    );
    if (shared.length === 0) continue;
    for (const candidate of [first, second]) {
      found.push({
        short: folded.cased.slice(candidate.start, candidate.end),
        entities: [...new Set(shared)],
      });
    }
  }
  return found;
}
