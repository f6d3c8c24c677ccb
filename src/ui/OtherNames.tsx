/** The line under an entity's name: its short form, its name in another script, and how the page calls it. */
import type { Entity } from '../core/model.ts';
import { Foreign } from './LocalText.tsx';
import { inLanguage, sameLanguage } from './languages.ts';
import { plural, type Translate } from './words.ts';

interface Named {
  readonly text: string;
  readonly tag: string;
}

interface OtherNamesProps {
  readonly entity: Entity;
  readonly here?: { readonly surface: string; readonly count: number };
  readonly lang: string;
  readonly t: Translate;
}

/** Other names in one quiet line; nothing where there are none. */
export function OtherNames({ entity, here, lang, t }: OtherNamesProps) {
  const names = otherNames(entity, here?.surface ?? '', lang);
  if (names.length === 0 && !here) return null;
  return (
    <p class="also">
      {names.map(({ text, tag }, i) => (
        <span key={text}>
          {i > 0 && ' · '}
          <Foreign tag={tag}>{text}</Foreign>
        </span>
      ))}
      {here && names.length > 0 && ' · '}
      {here && plural(t, lang, 'timesOnPage', here.count)}
    </p>
  );
}

/** The page's own form, the short form in the reader's language, and the name in Chinese: each once, the title never. */
export function otherNames(entity: Entity, surface: string, lang: string): readonly Named[] {
  const title = inLanguage(entity.labels, lang).text;
  const chinese = inLanguage(entity.labels, 'zh');
  const onPage = entity.aliases.find(({ text }) => text.toLowerCase() === surface.toLowerCase());
  const candidates: readonly Named[] = [
    { text: surface.replace(/\s+/g, ' ').trim(), tag: onPage?.lang ?? '' },
    { text: shortForm(entity, title, lang), tag: lang },
    { text: chinese.lang.startsWith('zh') ? chinese.text : '', tag: chinese.lang },
  ];
  const seen = new Set(['', title.toLowerCase()]);
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
