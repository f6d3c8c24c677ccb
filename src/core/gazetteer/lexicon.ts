/**
 * A lexicon: what spotting needs of one pack, and nothing that only a card needs.
 *
 * The gazetteer finds keys (folded strings) in text; the tables say what each key stands for. One key can be several
 * things at once: a name of one or more entities, a cue word that speaks for an entity, a word of a rival sense that
 * speaks against it. So one pass over the text finds names and evidence together.
 */
import { type AliasClass, type CaseRule, type EntityId, type EntityType, entityId } from '../model.ts';
import type { Gazetteer } from './gazetteer.ts';

/**
 * A name as a row: key, entity (index, or -1 for a rival name), text with its case folded-but-kept, language, rule, class.
 * The last two are left out where they are `fold` and `distinctive`, as of most names: rows are half of what is stored.
 */
export type NameRow = readonly [
  key: number,
  entity: number,
  cased: string,
  lang: string,
  rule?: CaseRule,
  class_?: AliasClass,
];

/**
 * The forms of a name as a row: the name (index), then each form's key, or where that does not say all, its key with its
 * text in its case (for a name whose rule is `exact`) and the length of a word written before it ("وهواوي").
 */
export type FormRow = readonly [name: number, ...forms: readonly FormCell[]];
export type FormCell = number | readonly [key: number, cased: string | 0, lead?: number];

/**
 * What a word says of an entity: 1 for a cue word that the editor lists, -1 for a word of a rival sense, 2 for a word that
 * the entity's background uses and few others do.
 */
export type CueSign = 1 | -1 | 2;

/** A cue as a row. `names`: the entity's names (keys) that a rival's word speaks of; left out where it is all of them. */
export type CueRow = readonly [key: number, entity: number, sign: CueSign, names?: readonly number[]];

/** Plain data: stored in the reference database as it is. */
export interface LexiconTables {
  readonly pack: string;
  /** Local ids; rows refer to them by index. */
  readonly entities: readonly string[];
  /** What each of them is; null where its editor has written of it nothing that would bear it out. */
  readonly types: readonly (EntityType | null)[];
  /** Per entity, indices of the entities it is related to. */
  readonly related: readonly (readonly number[])[];
  readonly names: readonly NameRow[];
  readonly forms: readonly FormRow[];
  readonly cues: readonly CueRow[];
}

export interface Name {
  /** Null for a rival name: it takes its place in the text and is never marked. */
  readonly entity: EntityId | null;
  readonly cased: string;
  /** The listed name that this is, or is a form of, with its case. */
  readonly listed: string;
  readonly lang: string;
  readonly rule: CaseRule;
  readonly class: AliasClass;
  /** How many units at its beginning are no part of the mention: a word written onto the name. */
  readonly lead: number;
}

export interface Cue {
  readonly entity: EntityId;
  readonly sign: CueSign;
  /** The names (folded) of the entity that it speaks of; all where undefined. */
  readonly names?: readonly string[];
}

export interface Lexicon {
  readonly pack: string;
  readonly gazetteer: Gazetteer;
  namesOf(key: number): readonly Name[];
  cuesOf(key: number): readonly Cue[];
  /** Entities that the pack relates to this one. */
  relatedTo(entity: EntityId): readonly EntityId[];
  typeOf(entity: EntityId): EntityType | undefined;
  /** The words that speak for an entity or against it, by their keys. */
  cuesFor(entity: EntityId): ReadonlyMap<number, readonly Cue[]>;
  /** The word of a key, spelled out once. */
  wordOf(key: number): string;
  /** All names of an entity. */
  namesOfEntity(entity: EntityId): readonly Name[];
}

const NONE: readonly never[] = [];
const NO_CUES: ReadonlyMap<number, readonly Cue[]> = new Map();

/** Joins a gazetteer with its tables. */
export function openLexicon(gazetteer: Gazetteer, tables: LexiconTables): Lexicon {
  const ids = tables.entities.map((local) => entityId(tables.pack, local));
  const idAt = (index: number): EntityId => {
    const id = ids[index];
    if (id === undefined) throw new Error(`lexicon of ${tables.pack}: no entity ${index}`);
    return id;
  };
  const names = new Map<number, Name[]>();
  const byEntity = new Map<EntityId, Name[]>();
  const listed = tables.names.map(
    ([key, entity, cased, lang, rule = 'fold', class_ = 'distinctive']): Name => {
      const owner = entity < 0 ? null : idAt(entity);
      const name = { entity: owner, cased, listed: cased, lang, rule, class: class_, lead: 0 };
      append(names, key, name);
      if (name.entity) append(byEntity, name.entity, name);
      return name;
    },
  );
  for (const [index, ...forms] of tables.forms) {
    const name = listed[index];
    if (!name) throw new Error(`lexicon of ${tables.pack}: no name ${index}`);
    for (const form of forms) {
      const [key, cased, lead = 0] = typeof form === 'number' ? ([form, 0] as const) : form;
      append(names, key, { ...name, lead, cased: cased === 0 ? name.cased : cased });
    }
  }
  const cues = new Map<number, Cue[]>();
  const cuesFor = new Map<EntityId, Map<number, Cue[]>>();
  for (const [key, entity, sign, of] of tables.cues) {
    const cue: Cue = { entity: idAt(entity), sign };
    const row = of ? { ...cue, names: of.map((name) => gazetteer.keyOf(name)) } : cue;
    append(cues, key, row);
    const own = cuesFor.get(row.entity) ?? new Map<number, Cue[]>();
    append(own, key, row);
    cuesFor.set(row.entity, own);
  }
  const words = new Map<number, string>();
  const wordOf = (key: number): string => {
    const known = words.get(key);
    if (known !== undefined) return known;
    const word = gazetteer.keyOf(key);
    words.set(key, word);
    return word;
  };
  const related = new Map(ids.map((id, i) => [id, (tables.related[i] ?? []).map(idAt)] as const));
  const types = new Map(ids.map((id, i) => [id, tables.types[i] ?? undefined] as const));
  return {
    pack: tables.pack,
    gazetteer,
    namesOf: (key) => names.get(key) ?? NONE,
    cuesOf: (key) => cues.get(key) ?? NONE,
    relatedTo: (entity) => related.get(entity) ?? NONE,
    typeOf: (entity) => types.get(entity),
    cuesFor: (entity) => cuesFor.get(entity) ?? NO_CUES,
    wordOf,
    namesOfEntity: (entity) => byEntity.get(entity) ?? NONE,
  };
}

function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
