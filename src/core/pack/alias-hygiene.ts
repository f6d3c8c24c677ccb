/**
 * Alias hygiene: for every name of a pack, how far it is trusted alone, why, and what else it may mean. An editor may overrule
 * the class that is worked out; both are kept, so that a careless word of his shows in the report.
 */
import { classifyAlias } from '../gazetteer/alias-class.ts';
import type { AliasClass, CaseRule } from '../model.ts';
import { foldName } from '../text/fold.ts';
import type { SourceAlias, SourceEntity } from './source.ts';

export interface AliasRow {
  readonly entity: string;
  readonly alias: string;
  readonly lang: string;
  readonly case: CaseRule;
  readonly class: AliasClass;
  /** The rule that gave the class; 'editor' where the pack overrules it. */
  readonly why: string;
  /** What the rules said where the editor overruled them. */
  readonly overruled?: { readonly class: AliasClass; readonly why: string };
  /** Other senses: the entity's rivals, and the ids of other entities that bear the name. */
  readonly rivals: readonly string[];
}

/** One row for each alias, in the order of the pack. */
export function classifyAliases(
  entities: readonly SourceEntity[],
  isOrdinaryWord: (word: string) => boolean,
): AliasRow[] {
  const bearers = bearersOf(entities);
  return entities.flatMap((entity) =>
    entity.aliases.map((alias) => {
      const named = bearers.get(foldName(alias.text)) ?? new Set([entity.id]);
      const others = [...named].filter((id) => id !== entity.id);
      return {
        entity: entity.id,
        alias: alias.text,
        lang: alias.lang,
        case: alias.case,
        ...verdictOn(alias, entity, named.size, isOrdinaryWord),
        rivals: [...entity.rivals.map(({ label }) => label), ...others],
      };
    }),
  );
}

/** Names that an editor should look at: not trusted alone, or trusted by an editor's word. */
export function doubtfulAliases(rows: readonly AliasRow[]): readonly AliasRow[] {
  return rows.filter((row) => row.class !== 'distinctive' || row.overruled !== undefined);
}

function verdictOn(
  alias: SourceAlias,
  entity: SourceEntity,
  bearers: number,
  isOrdinaryWord: (word: string) => boolean,
): Pick<AliasRow, 'class' | 'why' | 'overruled'> {
  const own = classifyAlias({
    text: alias.text,
    lang: alias.lang,
    names: entity.aliases.map((other) => foldName(other.text)),
    bearers,
    isOrdinaryWord,
  });
  return alias.class ? { class: alias.class, why: 'editor', overruled: own } : own;
}

function bearersOf(entities: readonly SourceEntity[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const { id, aliases } of entities) {
    for (const { text } of aliases) {
      const key = foldName(text);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
    }
  }
  return bearers;
}
