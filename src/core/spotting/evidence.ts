/**
 * What a page says about itself, gathered block by block: which entities it names beyond doubt, which cue words it
 * uses, how it spells short forms out. Bounded in size, mergeable, and the order of merging does not matter, so that it
 * can travel with each message and nobody has to keep it.
 */
import type { EntityId } from '../model.ts';
import { type BlockDefinitions, type DefinedForm, mergeForms } from './defined-forms.ts';
import { type DomainWord, isAffairs, isOtherField } from './domains.ts';
import type { CueHit } from './find-candidates.ts';

export interface PageEvidence {
  /** By short form, with its case. */
  readonly definitions: Readonly<Record<string, DefinedForm>>;
  /** Mentions of distinctive names, by entity. */
  readonly entities: Readonly<Record<EntityId, number>>;
  /** Different cue words seen, folded. */
  readonly cueWords: readonly string[];
  /** Characters of text by the language the page declares. */
  readonly languages: Readonly<Record<string, number>>;
  /** Words of public affairs, and of the fields in which short names mean other things. */
  readonly fields: { readonly affairs: number; readonly others: number };
}

export const NO_EVIDENCE: PageEvidence = {
  definitions: {},
  entities: {},
  cueWords: [],
  languages: {},
  fields: { affairs: 0, others: 0 },
};

/** Bounds that keep a hostile or endless page from growing its evidence; no real page comes near. */
const MOST = { definitions: 300, foreign: 4, entities: 1000, cueWords: 1500, languages: 20 } as const;

/** What one block adds. */
export interface BlockFindings {
  readonly lang: string;
  readonly length: number;
  readonly definitions: BlockDefinitions;
  /** Entities named beyond doubt, once a mention. */
  readonly named: readonly EntityId[];
  readonly cues: readonly CueHit[];
  readonly words: readonly DomainWord[];
}

/** The evidence of some blocks. */
export function observeBlocks(blocks: readonly BlockFindings[]): PageEvidence {
  const entities: Record<EntityId, number> = {};
  const languages: Record<string, number> = {};
  const words = new Set<string>();
  const keys = new Map<CueHit['lexicon'], Set<number>>();
  const definitions = new Map<string, DefinedForm>();
  let [affairs, others] = [0, 0];
  for (const block of blocks) {
    for (const entity of block.named) entities[entity] = (entities[entity] ?? 0) + 1;
    languages[block.lang] = (languages[block.lang] ?? 0) + block.length;
    for (const word of block.words) {
      if (isAffairs(word)) affairs += 1;
      else if (isOtherField(word)) others += 1;
    }
    for (const { lexicon, key } of block.cues) {
      const known = keys.get(lexicon);
      if (known) known.add(key);
      else keys.set(lexicon, new Set([key]));
    }
    for (const [short, form] of block.definitions.forms) {
      const known = definitions.get(short);
      if (known) definitions.set(short, mergeDefined(known, form));
      else if (definitions.size < MOST.definitions) definitions.set(short, form);
    }
  }
  // A key is spelled out once, however often it stands in the text.
  for (const [lexicon, found] of keys) for (const key of found) words.add(lexicon.wordOf(key));
  const cueWords = [...words].sort().slice(0, MOST.cueWords);
  return {
    definitions: Object.fromEntries(definitions),
    entities,
    cueWords,
    languages,
    fields: { affairs, others },
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
    fields: {
      affairs: parts.reduce((total, { fields }) => total + fields.affairs, 0),
      others: parts.reduce((total, { fields }) => total + fields.others, 0),
    },
  };
}

function mergeDefined(a: DefinedForm, b: DefinedForm): DefinedForm {
  const { entities, foreign } = mergeForms(a, b);
  return { entities: entities.slice(0, MOST.definitions), foreign: foreign.slice(0, MOST.foreign) };
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
