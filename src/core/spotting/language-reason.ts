/**
 * The language of a passage against that of a name. English names travel; short forms travel less, since most languages
 * have their own (UE, ONU), and in those an English one is likelier another word's: "AI" in French, "CAC" in Spanish.
 */
import type { Name } from '../gazetteer/lexicon.ts';
import type { EntityId, Reason } from '../model.ts';
import type { BlockContext } from './block-context.ts';
import { factsOf, primaryLanguage } from './entity-facts.ts';
import type { Candidate } from './find-candidates.ts';
import { reason } from './reasons.ts';
import * as weights from './weights.ts';

/** Languages in whose script a Latin short form is a foreigner, and means what it means at home. */
const OTHER_SCRIPT = new Set(['zh', 'ja', 'ko', 'ru', 'uk', 'bg', 'ar', 'fa', 'he', 'th', 'hi']);
const CAPITALS = /^[\p{Lu}\p{N}&.-]+$/u;
const LATIN = /^[\p{Script=Latin}\p{N}\P{L}]+$/u;

export function languageReason(
  name: Name & { readonly entity: EntityId },
  candidate: Candidate,
  block: BlockContext,
): Reason | null {
  const own = primaryLanguage(name.lang);
  const isCertain = name.class === 'distinctive';
  if (isCertain && own === 'en') return null;
  const text = block.languages.at(candidate.start);
  if (text === '' || text === own || isNamed(name.entity, candidate, text)) return null;
  const params = { name: own, text };
  if (OTHER_SCRIPT.has(text) && LATIN.test(name.cased)) {
    return isCertain ? null : reason('language', weights.LATIN_ABROAD, params);
  }
  // Names that are no acronyms travel: "Apple" is Apple in French.
  if (!isCertain && own === 'en' && !CAPITALS.test(name.cased)) return null;
  if (isCertain) return reason('language', weights.LANGUAGE_DIFFERS, params);
  if (factsOf(name.entity, block.lexicons).shortForms.has(text))
    return reason('language', weights.OWN_SHORT_FORM, params);
  if (name.class === 'familiar') return null;
  return reason('language', own === 'en' ? weights.ENGLISH_ABROAD : weights.LANGUAGE_DIFFERS, params);
}

/** Whether the pack lists the very name in the passage's language as well. */
function isNamed(entity: EntityId, { names }: Candidate, text: string): boolean {
  return names.some((name) => name.entity === entity && primaryLanguage(name.lang) === text);
}
