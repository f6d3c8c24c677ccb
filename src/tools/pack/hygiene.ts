/** Alias hygiene in words: one line for every compilation, and on request every name that an editor should look at. */
import { type AliasRow, doubtfulAliases } from '../../core/pack/alias-hygiene.ts';
import { tableLines } from '../terminal.ts';

/** How many names are trusted alone, how many wait for evidence, how many an editor overruled. */
export function hygieneSummary(rows: readonly AliasRow[]): string {
  const count = (holds: (row: AliasRow) => boolean) => rows.filter(holds).length;
  const classes = (['distinctive', 'ambiguous', 'common'] as const)
    .map((name) => `${count((row) => row.class === name)} ${name}`)
    .join(', ');
  const overruled = count((row) => row.overruled !== undefined);
  return `${rows.length} aliases: ${classes}; ${overruled} by the editor's word`;
}

/** One line a name: class, name with its languages and case rule, entity, why, and what else it may mean. */
export function hygieneLines(rows: readonly AliasRow[]): string[] {
  const cells = new Map<string, { readonly row: AliasRow; readonly langs: string[] }>();
  for (const row of doubtfulAliases(rows)) {
    // The same name in eight languages is one question to the editor.
    const key = JSON.stringify([row.entity, row.alias, row.case, row.class, row.why]);
    const known = cells.get(key);
    if (known) known.langs.push(row.lang);
    else cells.set(key, { row, langs: [row.lang] });
  }
  return tableLines(
    [...cells.values()].map(({ row, langs }) => [
      row.class,
      `${row.alias} (${langs.join(' ')}; ${row.case})`,
      row.entity,
      whyWords(row),
      row.rivals.length > 0 ? `not: ${row.rivals.join('; ')}` : '',
    ]),
  );
}

/** "acronym", or "editor (the rules: ambiguous, acronym)". */
export function whyWords({ why, overruled }: AliasRow): string {
  return overruled ? `${why} (the rules: ${overruled.class}, ${overruled.why})` : why;
}
