/**
 * Every name that a pack's gazetteer knows: listed aliases, their forms, and rival names. What an editor lists wins: a
 * form that is some other entity's listed name is left out, and so is one that is an ordinary word.
 */
import { formsOf } from '../gazetteer/forms/name-forms.ts';
import type { FormCell, FormRow, NameRow } from '../gazetteer/lexicon.ts';
import type { Alias, Entity } from '../model.ts';
import { foldCased, foldName } from '../text/fold.ts';

/** A row whose key is still the text that the gazetteer finds it by. */
type KeyedName = NameRow extends readonly [number, ...infer Rest]
  ? readonly [key: string, ...rest: Rest]
  : never;

interface KeyedForm {
  readonly key: string;
  /** Index of the name. */
  readonly name: number;
  /** With its case, where that matters. */
  readonly cased: string | 0;
  readonly lead: number;
}

export interface CompiledNames {
  /** Listed names in the order of their entities, then rival names. */
  readonly names: readonly KeyedName[];
  /** In the order of their names. */
  readonly forms: readonly KeyedForm[];
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
  const listed = bearers.map(({ alias, index, key }): KeyedName => {
    const row = [key, index, foldCased(alias.text), alias.lang] as const;
    const isUsual = alias.case === 'fold' && alias.class === 'distinctive';
    return isUsual ? row : [...row, alias.case, alias.class];
  });
  const rivals = rivalNames.map((name): KeyedName => [foldName(name), -1, foldCased(name), 'en']);
  const names = [...listed, ...rivals];
  const taken = new Set(names.map(([key]) => key));
  const forms = new Map<string, KeyedForm>();
  for (const [name, { alias, entity, index }] of bearers.entries()) {
    for (const { cased, lead } of formsOfAlias(alias, entity)) {
      const key = foldName(cased);
      const id = `${key} ${index}`;
      if (taken.has(key) || forms.has(id) || isOrdinaryWord(key)) continue;
      forms.set(id, { key, name, cased: alias.case === 'exact' ? cased : 0, lead });
    }
  }
  return { names, forms: [...forms.values()] };
}

/** Forms as rows, one a name, once the gazetteer has numbered the keys. */
export function formRows(forms: CompiledNames['forms'], idOf: (key: string) => number): FormRow[] {
  const rows = new Map<number, FormCell[]>();
  for (const { key, name, cased, lead } of forms) {
    const id = idOf(key);
    const cell: FormCell = lead > 0 ? [id, cased, lead] : cased !== 0 ? [id, cased] : id;
    const row = rows.get(name);
    if (row) row.push(cell);
    else rows.set(name, [cell]);
  }
  return [...rows].map(([name, cells]) => [name, ...cells]);
}

/**
 * A form of an ordinary word is one too, and no list says so: "signals" has none here. A name that is told from the word
 * by its capital keeps its forms ("Trumps Dekret"), and its class: it needs evidence.
 */
function formsOfAlias(alias: Alias, entity: Entity) {
  if (alias.class === 'common' && alias.case === 'fold') return [];
  return formsOf({ cased: foldCased(alias.text), lang: alias.lang, isPerson: entity.type === 'person' });
}
