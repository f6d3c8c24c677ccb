/**
 * Looking entities up by any of their names: for the library's list. A name is found by the beginnings of its words,
 * in scripts without spaces by any part (`text/search-form.ts`).
 */

import type { Told } from '../card/entry.ts';
import { inLanguage } from '../card/languages.ts';
import { type Entity, type EntityId, type EntityType, splitEntityId } from '../model.ts';
import { hasAll, searchForm, wantedForms } from '../text/search-form.ts';

export interface FoundEntity {
  readonly entity: EntityId;
  readonly title: Told;
  readonly type: EntityType;
  /** The name that was looked for, where it is not the title. */
  readonly name?: string;
}

/** An entity as it can be looked up, and the search forms of its names, a line each. */
interface Listed {
  readonly entity: Pick<Entity, 'id' | 'labels' | 'type' | 'aliases'>;
  readonly pack: string;
  readonly form: string;
  /** How much the packs say of it. */
  readonly statements: number;
  readonly dates: number;
}

/** Entities ready to be looked up. */
export type Catalog = readonly Listed[];

export interface Wanted {
  /** '' for all. */
  readonly query: string;
  /** Of one pack only. */
  readonly pack?: string;
  readonly limit: number;
  /** The reader's language, BCP 47. */
  readonly lang: string;
}

export function catalogOf(entities: readonly Entity[]): Catalog {
  return entities.map(({ id, labels, type, aliases, background, statements, timeline }) => {
    const names = new Set([...Object.values(labels), ...aliases.map(({ text }) => text)]);
    return {
      entity: { id, labels, type, aliases },
      pack: splitEntityId(id).pack,
      form: [...names].map(searchForm).join('\n'),
      statements: background.length + statements.length,
      dates: timeline.length,
    };
  });
}

/** How many entities, statements and dates one pack has. */
export function sizeOf(catalog: Catalog, pack: string) {
  const size = { entities: 0, statements: 0, dates: 0 };
  for (const listed of catalog) {
    if (listed.pack !== pack) continue;
    size.entities += 1;
    size.statements += listed.statements;
    size.dates += listed.dates;
  }
  return size;
}

/** How many there are, and the first of them: titles that begin with what is looked for, other titles, other names; each by title. */
export function findEntities(
  catalog: Catalog,
  { query, pack, limit, lang }: Wanted,
): { readonly total: number; readonly found: readonly FoundEntity[] } {
  const wanted = wantedForms(query);
  const ranked = catalog
    .filter((listed) => pack === undefined || listed.pack === pack)
    .filter(({ form }) => hasAll(form, wanted))
    .map(({ entity }) => {
      const title = inLanguage(entity.labels, lang);
      return { entity, title, rank: wanted.length === 0 ? 0 : rankOf(searchForm(title.text), wanted) };
    });
  const { compare } = new Intl.Collator(lang);
  ranked.sort((a, b) => a.rank - b.rank || compare(a.title.text, b.title.text));
  return {
    total: ranked.length,
    found: ranked.slice(0, limit).map(({ entity, title, rank }) => {
      const name = rank === 2 ? nameWith(entity, wanted) : undefined;
      return { entity: entity.id, title, type: entity.type, ...(name === undefined ? {} : { name }) };
    }),
  };
}

function rankOf(title: string, wanted: readonly string[]): 0 | 1 | 2 {
  if (!hasAll(title, wanted)) return 2;
  return title.startsWith(wanted[0] ?? '') ? 0 : 1;
}

function nameWith({ labels, aliases }: Listed['entity'], wanted: readonly string[]): string | undefined {
  const names = [...aliases.map(({ text }) => text), ...Object.values(labels)];
  return names.find((name) => hasAll(searchForm(name), wanted));
}
