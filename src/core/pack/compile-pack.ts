/**
 * The pack compiler: source form in, two things out. The *lexicon* (gazetteer and tables) is what spotting reads; the
 * *reference* is what cards read. Same input, same output, to the byte: everything is sorted before it is numbered.
 */
import { buildGazetteer } from '../gazetteer/builder.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { CueRow, CueSign, LexiconTables } from '../gazetteer/lexicon.ts';
import {
  type Alias,
  type Entity,
  type EntityType,
  entityId,
  type PackInfo,
  type RelationKind,
  type Source,
  splitEntityId,
} from '../model.ts';
import { foldName } from '../text/fold.ts';
import { type AliasRow, classifyAliases } from './alias-hygiene.ts';
import { backgroundWords } from './background-words.ts';
import { type CompiledNames, compileNames, formRows } from './compile-names.ts';
import type { PackSource, SourceEntity, SourceStatement } from './source.ts';
import { statementsOf } from './statements.ts';
import { withSurnames } from './surnames.ts';

/** What cards read of a pack. */
export interface PackReference {
  readonly info: PackInfo;
  readonly entities: readonly Entity[];
  readonly sources: readonly Source[];
  readonly relationKinds: Readonly<Record<string, RelationKind>>;
}

export interface CompiledPack {
  readonly gazetteer: Gazetteer;
  readonly tables: LexiconTables;
  readonly reference: PackReference;
  /** Every alias with its class, and why, for the editor. */
  readonly aliasReport: readonly AliasRow[];
}

/** Compiles a pack that `checkPack` has found good. */
export function compilePack(
  pack: PackSource,
  isOrdinaryWord: (word: string) => boolean = () => false,
): CompiledPack {
  const sorted = pack.entities.toSorted((a, b) => compare(a.id, b.id));
  const aliasReport = classifyAliases(sorted, isOrdinaryWord);
  const rows = aliasReport.values();
  const entities = sorted.map((entity): Entity => {
    const aliases = entity.aliases.map((alias): Alias => {
      const { class: class_ } = rows.next().value as AliasRow; // one row an alias, in this order
      return { text: alias.text, lang: alias.lang, case: alias.case, class: class_ };
    });
    return compileEntity(entity, aliases, pack.info.id);
  });
  const words = backgroundWords(entities);
  const names = compileNames(withSurnames(entities), sorted.flatMap(rivalNames), isOrdinaryWord);
  const gazetteer = buildGazetteer(keysOf(names, entities, words));
  return {
    gazetteer,
    tables: tablesOf(pack.info.id, entities, names, words, gazetteer),
    reference: {
      info: pack.info,
      entities,
      sources: citedSources(pack, sorted),
      relationKinds: pack.relationKinds,
    },
    aliasReport,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compileEntity(entity: SourceEntity, aliases: readonly Alias[], pack: string): Entity {
  const statement = (source: SourceStatement) => source as unknown as Entity['statements'][number]; // same shape, ids unbranded
  return {
    id: entityId(pack, entity.id),
    type: entity.type as EntityType, // the schema has the closed list
    labels: entity.labels,
    aliases,
    background: entity.background.map(statement),
    statements: entity.statements.map(statement),
    timeline: entity.timeline
      .map((item) => ({ date: item.date, statement: statement(item.statement) }))
      .toSorted((a, b) => compare(a.date, b.date)),
    relations: entity.relations.map((relation) => ({
      ...relation,
      to: relation.to.includes(':') ? (relation.to as Entity['id']) : entityId(pack, relation.to),
    })),
    cues: entity.cues,
    rivals: entity.rivals.map(({ label, cues }) => ({ label, cues })),
  };
}

/** Names, forms, cue words and rival words, folded. What folds to nothing is no key. */
function keysOf(
  { names, forms }: CompiledNames,
  entities: readonly Entity[],
  background: readonly (readonly string[])[],
): Set<string> {
  const words = entities.flatMap(({ cues, rivals }) => [
    ...Object.values(cues).flat(),
    ...rivals.flatMap((rival) => rival.cues),
  ]);
  const keys = new Set([
    ...names.map(([key]) => key),
    ...forms.map(({ key }) => key),
    ...[...words, ...background.flat()].map(foldName),
  ]);
  keys.delete('');
  return keys;
}

function rivalNames(entity: SourceEntity): readonly string[] {
  return entity.rivals.flatMap((rival) => rival.names ?? []);
}

function tablesOf(
  pack: string,
  entities: readonly Entity[],
  { names, forms }: CompiledNames,
  background: readonly (readonly string[])[],
  gazetteer: Gazetteer,
): LexiconTables {
  const indexOf = new Map(entities.map((entity, i) => [entity.id as string, i]));
  const cues = new Map<string, CueRow>();
  const addCue = (text: string, entity: number, sign: CueSign, of?: readonly number[]) => {
    const key = gazetteer.idOf(foldName(text));
    // An editor's word stands before one that was only counted.
    if (key < 0 || (sign === 2 && (cues.has(`${key} ${entity} 1`) || cues.has(`${key} ${entity} -1`))))
      return;
    cues.set(`${key} ${entity} ${sign}`, of ? [key, entity, sign, of] : [key, entity, sign]);
  };
  for (const [i, entity] of entities.entries()) {
    for (const word of Object.values(entity.cues).flat()) addCue(word, i, 1);
    for (const rival of entity.rivals) {
      if (isSmallWord(rival.label, entity.aliases)) continue;
      const of = namesOfRival(rival.label, entity.aliases, gazetteer);
      for (const word of rival.cues) addCue(word, i, -1, of);
    }
    for (const word of background[i] ?? []) addCue(word, i, 2);
  }
  const related = entities.map((entity) => [
    ...new Set(entity.relations.flatMap((relation) => indexOf.get(relation.to) ?? [])),
  ]);
  return {
    pack,
    entities: entities.map(({ id }) => splitEntityId(id).local),
    types: entities.map(({ type, background }) => (background.length > 0 ? type : null)),
    related,
    names: names.map(([key, ...rest]) => [gazetteer.idOf(key), ...rest]),
    forms: formRows(forms, (key) => gazetteer.idOf(key)),
    cues: [...cues.values()],
  };
}

/** "us: the pronoun" is no rival of a name that is read in capitals only. */
function isSmallWord(label: string, aliases: readonly Alias[]): boolean {
  const head = label.slice(0, label.indexOf(':')).trim();
  if (!/^\p{Ll}+$/u.test(head)) return false;
  const same = aliases.filter(({ text }) => foldName(text) === head);
  return (
    same.length > 0 && same.every((alias) => alias.case === 'exact' && alias.text === head.toUpperCase())
  );
}

/** The keys of the names that a rival's label begins with ("CCP, CPC: …"); undefined where it speaks of all. */
function namesOfRival(
  label: string,
  aliases: readonly Alias[],
  gazetteer: Gazetteer,
): readonly number[] | undefined {
  const head = label.includes(':') ? label.slice(0, label.indexOf(':')) : '';
  const listed = new Set(aliases.map(({ text }) => foldName(text)));
  const names = head
    .split(/[,;]| or /)
    .map(foldName)
    .filter((name) => listed.has(name));
  return names.length > 0 ? names.map((name) => gazetteer.idOf(name)) : undefined;
}

/** Only sources that a statement cites: the others are kept in the pack's text for its editors. */
function citedSources(pack: PackSource, entities: readonly SourceEntity[]): readonly Source[] {
  const cited = new Set(entities.flatMap(statementsOf).flatMap(({ statement }) => statement.sources));
  return pack.sources.filter((source) => cited.has(source.id)).toSorted((a, b) => compare(a.id, b.id));
}
