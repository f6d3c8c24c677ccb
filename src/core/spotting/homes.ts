/**
 * Where an institution is at home: the countries that its names speak of, or those of the places it is related to.
 */
import type { Lexicon, Name } from '../gazetteer/lexicon.ts';
import type { EntityId } from '../model.ts';
import { countryOf } from './countries.ts';

/** Institutions that every country has one of. */
const NATIONAL =
  /ministry|administration|\blaw\b|congress|communist party|\bnational|parliament|state council|公安部|外交部|人大|министерство|ministère|ministerio|ministerium/i;
/** Where the names say nothing, the one other language that has names for it does. */
export const COUNTRY_OF_LANGUAGE: Readonly<Record<string, string>> = {
  zh: 'china',
  ru: 'russia',
  ja: 'japan',
  ko: 'korea',
  vi: 'vietnam',
};

export function homesOf(entity: EntityId, lexicon: Lexicon): ReadonlySet<string> {
  const names = lexicon.namesOfEntity(entity);
  const own = countriesIn(names.map(({ cased }) => cased));
  if (own.size > 0) return own;
  const related = lexicon
    .relatedTo(entity)
    .filter((id) => lexicon.typeOf(id) === 'place')
    .flatMap((id) => lexicon.namesOfEntity(id).map(({ cased }) => cased));
  const places = countriesIn(related);
  if (places.size > 0) return places;
  const languages = [...new Set(names.map(({ lang }) => lang.split('-')[0] ?? ''))].filter(
    (lang) => lang !== 'en',
  );
  const country = languages.length === 1 ? COUNTRY_OF_LANGUAGE[languages[0] as string] : undefined;
  return new Set(country ? [country] : []);
}

/** Whether names are those of an institution of a kind that every country has. */
export function isNational(names: readonly Name[]): boolean {
  return names.some(({ cased }) => NATIONAL.test(cased));
}

export function countriesIn(names: readonly string[]): Set<string> {
  const countries = new Set<string>();
  for (const name of names) {
    for (const word of name.toLowerCase().split(/[^\p{L}]+/u)) {
      const country = countryOf(word);
      if (country) countries.add(country);
    }
  }
  return countries;
}
