/**
 * Institutions that every country has: "Vietnam's Ministry of Public Security", "the Japanese MFA", 越南公安部. Where a
 * country is named as the owner that is not the entity's, the name is another's.
 */
import type { BlockContext } from './block-context.ts';
import { COUNTRIES, countryOf } from './countries.ts';
import type { EntityFacts } from './entity-facts.ts';
import type { NameInText } from './name-in-text.ts';

const HAN_BEFORE = new RegExp(`(?:${COUNTRIES.flatMap(({ han }) => han).join('|')})(?:国家)?$`);

/** The other country that is named as the owner, or null. */
export function otherOwner(facts: EntityFacts, name: NameInText, block: BlockContext): string | null {
  const { type, isNational, homes } = facts;
  if (!isNational || type === 'person' || type === 'place' || type === 'company') return null;
  const owner = ownerOf(name);
  if (owner === null) return null;
  const isHome = homes.size > 0 ? homes.has(owner.country) : isInPack(owner.country, block);
  return isHome ? null : owner.words;
}

interface Owner {
  readonly country: string;
  readonly words: string;
}

/** "Vietnam's X", "Vietnamese X", "X of Vietnam", "X in Hanoi": the country and the words that name it. */
function ownerOf({ around, cased }: NameInText): Owner | null {
  const [before] = around.before;
  const [of, after] = around.after;
  if (before && before.gap === ' ') {
    const country = countryOf(before.word.replace(/'s?$/, ''));
    if (country) return { country, words: `${before.cased} ${cased}` };
  }
  if (of && after && /^(?:of|de|du|von)$/.test(of.word) && of.gap === ' ' && after.gap === ' ') {
    const country = countryOf(after.word);
    if (country) return { country, words: `${cased} ${of.cased} ${after.cased}` };
  }
  if (before && before.gap === '') {
    const han = HAN_BEFORE.exec(before.cased)?.[0];
    const country = han ? countryOf(han.replace(/国家$/, '')) : null;
    if (han && country) return { country, words: `${han}${cased}` };
  }
  return null;
}

/** Whether the pack has an entity with that country's name. */
function isInPack(country: string, { lexicons }: BlockContext): boolean {
  const names = COUNTRIES.find(({ id }) => id === country)?.words ?? [];
  return lexicons.some((lexicon) =>
    names.some((name) => {
      const key = lexicon.gazetteer.idOf(name);
      return key >= 0 && lexicon.namesOf(key).some(({ entity }) => entity !== null);
    }),
  );
}
