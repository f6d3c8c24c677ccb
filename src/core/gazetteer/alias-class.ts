/**
 * How far a name can be trusted alone. Alias hygiene at import is worth more than any later disambiguation: with
 * careless aliases, precision falls by a half. An editor's own `class` in the pack wins over what is worked out here.
 */
import type { AliasClass } from '../model.ts';
import { foldCased, foldName } from '../text/fold.ts';

export interface AliasFacts {
  readonly text: string;
  readonly lang: string;
  /** True where the pack lists rival senses for the entity. */
  readonly hasRivals: boolean;
  /** How many entities of the pack bear this name. */
  readonly bearers: number;
  /** Whether a word (folded) is an ordinary word of a language; a table that the compiler brings along. */
  readonly isOrdinaryWord: (word: string) => boolean;
}

const HAN_OR_KANA = /^[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+$/;
const CAPITALS = /^[\p{Lu}\p{N}&.-]+$/u;
const LONGEST_ACRONYM = 5;

/** The class, and in one word why: printed by the compiler for the editor. */
export function classifyAlias(facts: AliasFacts): { readonly class: AliasClass; readonly why: string } {
  const word = foldName(facts.text);
  const cased = foldCased(facts.text);
  if (facts.bearers > 1) return { class: 'ambiguous', why: 'shared' };
  if (HAN_OR_KANA.test(word)) {
    // Two characters are often a part of a longer word; three and more seldom are.
    if (word.length >= 3 || !facts.hasRivals) return { class: 'distinctive', why: 'han' };
    return { class: 'ambiguous', why: 'short' };
  }
  if (/[ -]/.test(word)) return { class: 'distinctive', why: 'several words' };
  if (facts.isOrdinaryWord(word) && !CAPITALS.test(cased)) return { class: 'common', why: 'ordinary word' };
  if (CAPITALS.test(cased) && cased.replace(/[^\p{L}\p{N}]/gu, '').length <= LONGEST_ACRONYM) {
    return { class: 'ambiguous', why: 'acronym' };
  }
  if (word.length <= 3) return { class: 'ambiguous', why: 'short' };
  if (facts.hasRivals && word.length <= 4) return { class: 'ambiguous', why: 'rivals' };
  return { class: 'distinctive', why: 'rare word' };
}
