/** What a pack holds, counted, and what an editor would want to mend: its loose ends. */
import type { Entity, Statement } from '../../core/model.ts';
import type { CompiledPack, PackReference } from '../../core/pack/compile-pack.ts';

export interface PackCounts {
  readonly entities: number;
  readonly aliases: number;
  /** By language, the largest first. */
  readonly aliasesByLanguage: readonly (readonly [lang: string, count: number])[];
  readonly backgrounds: number;
  /** Beside the backgrounds. */
  readonly statements: number;
  readonly timelineItems: number;
  /** Sources that a statement cites. */
  readonly sources: number;
  readonly sourcesPerStatement: number;
  readonly statementsPerSource: number;
  readonly encyclopaediaSources: number;
  readonly stateSources: number;
  readonly sourcesWithoutAddress: number;
  /** ISO dates; '' where no source has one. */
  readonly oldestSource: string;
  readonly newestSource: string;
  readonly withoutStatement: readonly string[];
  readonly withoutTimeline: readonly string[];
  readonly withoutRelation: readonly string[];
  /** `entity > kind > target` where the target is in no pack; relations into other packs are not looked into. */
  readonly deadRelations: readonly string[];
  /** No relation of another entity leads to them. */
  readonly unlinked: readonly string[];
  /** No name of theirs can ever be marked: none is trusted alone, and nothing could speak for one. */
  readonly unreachable: readonly string[];
  /** Statements without any source that a reader can open. */
  readonly unopenable: readonly string[];
}

export function countPack({ reference, aliasReport }: CompiledPack): PackCounts {
  const { entities, sources } = reference;
  const local = (holds: (entity: Entity) => boolean) => entities.filter(holds).map(({ id }) => localOf(id));
  const all = entities.flatMap(sentencesOf);
  const citations = all.reduce((sum, statement) => sum + statement.sources.length, 0);
  const dates = sources.flatMap(({ date }) => date ?? []).sort();
  const linked = new Set(
    entities.flatMap(({ id, relations }) => relations.flatMap(({ to }) => (to === id ? [] : to))),
  );
  return {
    entities: entities.length,
    aliases: aliasReport.length,
    aliasesByLanguage: [...countBy(aliasReport.map(({ lang }) => lang))].toSorted(
      (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
    ),
    backgrounds: entities.reduce((sum, { background }) => sum + background.length, 0),
    statements: entities.reduce((sum, { statements }) => sum + statements.length, 0),
    timelineItems: entities.reduce((sum, { timeline }) => sum + timeline.length, 0),
    sources: sources.length,
    sourcesPerStatement: citations / Math.max(1, all.length),
    statementsPerSource: citations / Math.max(1, sources.length),
    encyclopaediaSources: sources.filter(({ quality }) => quality === 'encyclopaedia').length,
    stateSources: sources.filter(({ stateMedia }) => stateMedia).length,
    sourcesWithoutAddress: sources.filter(({ url }) => url === undefined).length,
    oldestSource: dates[0] ?? '',
    newestSource: dates.at(-1) ?? '',
    withoutStatement: local(({ statements }) => statements.length === 0),
    withoutTimeline: local(({ timeline }) => timeline.length === 0),
    withoutRelation: local(({ relations }) => relations.length === 0),
    deadRelations: deadRelations(reference),
    unlinked: local(({ id }) => !linked.has(id)),
    unreachable: local(cannotBeMarked),
    unopenable: unopenable(reference),
  };
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const localOf = (id: Entity['id']) => id.slice(id.indexOf(':') + 1);

function sentencesOf({ background, statements, timeline }: Entity): readonly Statement[] {
  return [...background, ...statements, ...timeline.map(({ statement }) => statement)];
}

function deadRelations({ info, entities }: PackReference): string[] {
  const ids = new Set(entities.map(({ id }) => id));
  return entities.flatMap((entity) =>
    entity.relations
      .filter(({ to }) => to.startsWith(`${info.id}:`) && !ids.has(to))
      .map(({ kind, to }) => `${localOf(entity.id)} > ${kind} > ${localOf(to)}`),
  );
}

function cannotBeMarked({ aliases, cues, relations }: Entity): boolean {
  const hasCues = Object.values(cues).some((words) => words.length > 0);
  return !hasCues && relations.length === 0 && !aliases.some((alias) => alias.class === 'distinctive');
}

function unopenable({ entities, sources }: PackReference): string[] {
  const withAddress = new Set(sources.flatMap(({ id, url }) => (url === undefined ? [] : id)));
  return entities
    .flatMap(sentencesOf)
    .filter((statement) => !statement.sources.some((id) => withAddress.has(id)))
    .map(({ id }) => id);
}

/** The counts in words. */
export function reportRows(counts: PackCounts): readonly (readonly [name: string, value: string])[] {
  const share = (part: number) => `${part} (${((100 * part) / Math.max(1, counts.sources)).toFixed(1)} %)`;
  const list = (ids: readonly string[]) => (ids.length > 0 ? `${ids.length}: ${ids.join(', ')}` : '0');
  const rows: readonly (readonly [string, string | number])[] = [
    ['entities', counts.entities],
    [
      'aliases',
      `${counts.aliases} (${counts.aliasesByLanguage.map(([lang, n]) => `${lang} ${n}`).join(', ')})`,
    ],
    ['background sentences', counts.backgrounds],
    ['statements beside them', counts.statements],
    ['timeline items', counts.timelineItems],
    ['sources cited', counts.sources],
    ['sources a statement', counts.sourcesPerStatement.toFixed(2)],
    ['statements a source', counts.statementsPerSource.toFixed(2)],
    ['encyclopaedia sources', share(counts.encyclopaediaSources)],
    ["states' own outlets", share(counts.stateSources)],
    ['without an address', share(counts.sourcesWithoutAddress)],
    ['oldest and newest source', `${counts.oldestSource} … ${counts.newestSource}`],
    ['statements nobody can open', list(counts.unopenable)],
    ['dead relations', list(counts.deadRelations)],
    ['unreachable by any name', list(counts.unreachable)],
    ['no relation leads to', list(counts.unlinked)],
    ['without a statement', list(counts.withoutStatement)],
    ['without a timeline', list(counts.withoutTimeline)],
    ['without a relation', list(counts.withoutRelation)],
  ];
  return rows.map(([name, value]) => [name, String(value)]);
}

/** The same as lines of text. */
export function reportLines(counts: PackCounts): string[] {
  const rows = reportRows(counts);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}
