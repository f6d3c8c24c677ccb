/** Makes an `Entry` of what a pack has: everything that a card shows and that does not depend on the page. */
import type { Entity, EntityDetails, Source, SourceId, Statement } from '../model.ts';
import { isOfTheWeb } from './addresses.ts';
import { formatPartialDate } from './dates.ts';
import type { Entry, EntryDate, EntryRelations, EntrySource, Sentence } from './entry.ts';
import { inLanguage, languageName, sameLanguage, told } from './languages.ts';
import { numberSources } from './number-sources.ts';
import { otherNames } from './other-names.ts';
import { scaleDates } from './timeline-scale.ts';
import { TYPE_ICONS } from './type-icons.ts';

/** What a card says of an entity to a reader of a language. */
export function entryOf({ entity, sources, relations, pack }: EntityDetails, lang: string): Entry {
  const numbers = numberSources(entity);
  const say = (statement: Statement) => sentenceOf(statement, numbers, lang);
  return {
    id: entity.id,
    type: entity.type,
    icon: TYPE_ICONS[entity.type],
    title: inLanguage(entity.labels, lang),
    names: otherNames(entity, lang),
    background: entity.background.map(say),
    statements: sides(entity.statements).map((group) => group.map(say)),
    timeline: datesOf(entity, say, lang),
    relations: byKind(relations, lang),
    rivals: rivalSenses(entity),
    sources: [...numbers].map(([id, number]) => sourceOf(number, sources[id], lang)),
    pack: {
      ...inLanguage(pack.title, lang),
      edition: formatPartialDate(pack.date, lang),
      licence: pack.licence.id,
      ...(isOfTheWeb(pack.licence.url) ? { licenceUrl: pack.licence.url } : {}),
    },
  };
}

function sentenceOf(statement: Statement, numbers: ReadonlyMap<SourceId, number>, lang: string): Sentence {
  const chosen = inLanguage(statement.text, lang);
  const asOf = statement.asOf ? formatPartialDate(statement.asOf, lang) : '';
  return {
    ...chosen,
    id: statement.id,
    ...(asOf !== '' && !chosen.text.includes(asOf) ? { asOf } : {}),
    cites: statement.sources.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b),
  };
}

/** Statements that contradict an earlier one stand beside it, in its place. */
function sides(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.contradicts ?? '');
    if (group) group.push(statement);
    groups.set(statement.id, group ?? [statement]);
  }
  return [...new Set(groups.values())];
}

function datesOf({ timeline }: Entity, say: (statement: Statement) => Sentence, lang: string): EntryDate[] {
  const dots = scaleDates(timeline.map(({ date }) => date));
  return timeline.flatMap(({ date, statement }, i) => {
    const dot = dots[i];
    const when = formatPartialDate(date, lang);
    const year = formatPartialDate(date.slice(0, 4), lang);
    return dot ? [{ ...dot, date, when, year, sentence: say(statement) }] : [];
  });
}

function byKind(relations: EntityDetails['relations'], lang: string): EntryRelations[] {
  const kinds = new Map<string, { label: EntryRelations['label']; to: EntryRelations['to'][number][] }>();
  for (const { kind, label, to, toLabels, note } of relations) {
    const group = kinds.get(kind) ?? { label: inLanguage(label, lang), to: [] };
    kinds.set(kind, group);
    group.to.push({ ...inLanguage(toLabels, lang), id: to, ...(note ? { note } : {}) });
  }
  return [...kinds.values()];
}

/** Packs may write a name of the entity before a rival sense: "ITU: International Triathlon Union". */
function rivalSenses({ rivals, aliases }: Entity): string[] {
  const names = new Set(aliases.map(({ text }) => text.toLowerCase()));
  return rivals.map(({ label }) => {
    const colon = label.indexOf(': ');
    return names.has(label.slice(0, colon).toLowerCase()) ? label.slice(colon + 2) : label;
  });
}

function sourceOf(number: number, source: Source | undefined, lang: string): EntrySource {
  if (!source) return { number, title: told('', ''), facts: [], stateMedia: false };
  const isForeign = source.language !== 'und' && !sameLanguage(source.language, lang);
  return {
    number,
    publisher: source.publisher,
    title: told(source.title ?? source.description ?? source.url ?? source.id, source.language),
    facts: [
      source.author ?? '',
      source.date ? formatPartialDate(source.date, lang) : '',
      isForeign ? languageName(source.language, lang) : '',
    ].filter((fact) => fact !== ''),
    stateMedia: source.stateMedia ?? false,
    ...(isOfTheWeb(source.url) ? { url: source.url } : {}),
  };
}
