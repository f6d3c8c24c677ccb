/**
 * Every name that a pack's gazetteer knows: listed aliases, their forms, and rival names. What an editor lists wins: a
 * form that is some other entity's listed name is left out, and so is one that is an ordinary word.
 */
import { formsOf } from '../gazetteer/forms/name-forms.ts';
import type { FormRow, NameRow } from '../gazetteer/lexicon.ts';
import type { Alias, Entity } from '../model.ts';
import { foldCased, foldName } from '../text/fold.ts';

/** A row whose key is still the text that the gazetteer finds it by. */
type Keyed<Row extends readonly [number, ...unknown[]]> = Row extends readonly [number, ...infer Rest]
  ? readonly [key: string, ...rest: Rest]
  : never;

export interface CompiledNames {
  /** Listed names in the order of their entities, then rival names. */
  readonly names: readonly Keyed<NameRow>[];
  readonly forms: readonly Keyed<FormRow>[];
}

/** The rows of names and forms, without their keys' numbers. */
export function compileNames(
  entities: readonly Entity[],
  rivalNames: readonly string[],
  isOrdinaryWord: (word: string) => boolean,
): CompiledNames {
  const bearers = entities.flatMap((entity, index) =>
    entity.aliases.map((alias) => ({ alias, entity, index, key: foldName(alias.text) })),
  );
  const listed = bearers.map(
    ({ alias, index, key }): Keyed<NameRow> => [
      key,
      index,
      foldCased(alias.text),
      alias.lang,
      alias.case,
      alias.class,
    ],
  );
  const rivals = rivalNames.map(
    (name): Keyed<NameRow> => [foldName(name), -1, foldCased(name), 'en', 'fold', 'distinctive'],
  );
  const names = [...listed, ...rivals];
  const taken = new Set(names.map(([key]) => key));
  const forms = new Map<string, Keyed<FormRow>>();
  for (const [name, { alias, entity, index }] of bearers.entries()) {
    for (const { cased, lead } of formsOfAlias(alias, entity)) {
      const key = foldName(cased);
      const id = `${key} ${index}`;
      if (taken.has(key) || forms.has(id) || isOrdinaryWord(key)) continue;
      forms.set(
        id,
        alias.case === 'exact' ? [key, name, lead, cased] : lead > 0 ? [key, name, lead] : [key, name],
      );
    }
  }
  return { names, forms: [...forms.values()] };
}

/**
 * A form of an ordinary word is one too, and no list says so: "signals" has none here. A name that is told from the word
 * by its capital keeps its forms ("Trumps Dekret"), and its class: it needs evidence.
 */
function formsOfAlias(alias: Alias, entity: Entity) {
  if (alias.class === 'common' && alias.case === 'fold') return [];
  return formsOf({ cased: foldCased(alias.text), lang: alias.lang, isPerson: entity.type === 'person' });
}
