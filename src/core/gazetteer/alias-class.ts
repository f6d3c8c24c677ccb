/**
 * How far a name can be trusted alone. Alias hygiene at import is worth more than any later disambiguation: with
 * careless aliases, precision falls by a half. An editor's own `class` in the pack wins over what is worked out here.
 */
import type { AliasClass } from '../model.ts';
import { foldCased, foldName } from '../text/fold.ts';
import { isFamiliar, isPlainName, isShared } from './known-names.ts';

export interface AliasFacts {
  readonly text: string;
  readonly lang: string;
  /** How many entities of the pack bear this name. */
  readonly bearers: number;
  /** All names of the entity, folded. */
  readonly names: readonly string[];
  /** Whether a word (folded) is an ordinary word of a language; a table that the compiler brings along. */
  readonly isOrdinaryWord: (word: string) => boolean;
}

const HAN_OR_KANA = /^[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+$/;
/** All capitals, or capitals with one small letter behind: a plural (ITRs), a country (KPCh). */
const CAPITALS = /^(?:[\p{Lu}\p{N}&.-]+|\p{Lu}{2,}\p{Ll})$/u;
const LONGEST_ACRONYM = 5;
const CASED_SCRIPT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;

/** The class, and in one word why: printed by the compiler for the editor. */
export function classifyAlias(facts: AliasFacts): { readonly class: AliasClass; readonly why: string } {
  const word = foldName(facts.text);
  const cased = foldCased(facts.text);
  if (facts.bearers > 1) return { class: 'ambiguous', why: 'shared' };
  if (isFamiliar(word, facts.names)) return { class: 'familiar', why: 'familiar' };
  if (HAN_OR_KANA.test(word)) {
    // That a short name is no part of a longer word is for the segmenter to see; what remains is what else it means.
    if (word.length === 1) return { class: 'common', why: 'one character' };
    return isShared(word)
      ? { class: 'ambiguous', why: 'ordinary word' }
      : { class: 'distinctive', why: 'han' };
  }
  if (/[ -]/.test(word)) return { class: 'distinctive', why: 'several words' };
  if (isPlainName(word)) return { class: 'distinctive', why: 'place' };
  if (!CAPITALS.test(cased) && (facts.isOrdinaryWord(word) || isShared(word))) {
    return { class: 'common', why: 'ordinary word' };
  }
  if (CAPITALS.test(cased) && cased.replace(/[^\p{L}\p{N}]/gu, '').length <= LONGEST_ACRONYM) {
    return { class: isShared(word) ? 'common' : 'ambiguous', why: 'acronym' };
  }
  if (word.length <= 2) return { class: 'ambiguous', why: 'short' };
  if (CASED_SCRIPT.test(word) && word.length === 3) return { class: 'ambiguous', why: 'short' };
  return { class: 'distinctive', why: 'rare word' };
}
