/** The other names that a card tells under an entity's title: its short form, and its name in another script. */
import type { Entity } from '../model.ts';
import type { Told } from './entry.ts';
import { inLanguage, sameLanguage, told } from './languages.ts';

/** The short form in the reader's language, the English name where the title is another, and the Chinese: each once, the title never. */
export function otherNames(entity: Entity, lang: string): readonly Told[] {
  const title = inLanguage(entity.labels, lang);
  const named = (tag: string) => {
    const name = inLanguage(entity.labels, tag);
    return sameLanguage(name.lang, tag) ? [name] : [];
  };
  const candidates = [told(shortForm(entity, title.text, lang), lang), ...named('en'), ...named('zh')];
  const seen = new Set(['', title.text.toLowerCase()]);
  return candidates.filter(({ text }) => {
    const known = seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return !known;
  });
}

/** The shortest name of capitals in the reader's language, if it is much shorter than the title: "ITU". */
function shortForm({ aliases }: Entity, title: string, lang: string): string {
  return aliases
    .filter((alias) => alias.case === 'exact' && sameLanguage(alias.lang, lang))
    .map(({ text }) => text)
    .filter((text) => text.length * 2 < title.length && text === text.toUpperCase())
    .reduce((short, text) => (short === '' || text.length < short.length ? text : short), '');
}
