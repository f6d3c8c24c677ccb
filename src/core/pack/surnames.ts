/**
 * Surnames: after the whole name a text says "Zhao" or "Mr Putin". Editors list whole names; the surname is worked out
 * here, and the judgement takes it only where the page gives the whole name too.
 */
import type { Alias, Entity } from '../model.ts';
import { foldName } from '../text/fold.ts';

const CASED_WORD = /^\p{Lu}[\p{L}'’-]+$/u;
/** A Han name without the dot that parts foreign names: its bearer's surname may come first in Latin letters, too. */
const OWN_HAN_NAME = /^[\u3400-\u9fff]{2,4}$/;
const DOTTED_HAN_NAME = /^[\u3400-\u9fff]+[·・‧][\u3400-\u9fff·・‧]+$/;
const VOWELS = /[aeiouyаеёиоуыэюя]+/g;
/** The shortest surname taken: Xi, Li and Ma are syllables of too many other names. */
const SHORTEST = 3;

/** The entities with the surnames that their whole names give, but for those that any entity lists itself. */
export function withSurnames(entities: readonly Entity[]): Entity[] {
  const listed = new Set(entities.flatMap(({ aliases }) => aliases.map(({ text }) => foldName(text))));
  return entities.map((entity) => {
    const found = entity.type === 'person' ? surnamesOf(entity) : [];
    const surnames = found.filter(({ text }) => text.length >= SHORTEST && !listed.has(foldName(text)));
    return surnames.length === 0 ? entity : { ...entity, aliases: [...entity.aliases, ...surnames] };
  });
}

function surnamesOf({ aliases }: Entity): Alias[] {
  // An editor who lists one part of the name has said what stands alone.
  const parts = new Set(aliases.flatMap(({ text }) => (text.includes(' ') ? text.split(' ') : [])));
  if (aliases.some(({ text }) => parts.has(text))) return [];
  const isChinese =
    aliases.some(({ text }) => OWN_HAN_NAME.test(text)) &&
    !aliases.some(({ text }) => DOTTED_HAN_NAME.test(text));
  const found = new Map<string, Alias>();
  for (const { text, lang } of aliases) {
    const surname = surnameOf(text, isChinese);
    const key = `${surname} ${lang}`;
    if (surname && !found.has(key)) found.set(key, { text: surname, lang, case: 'exact', class: 'surname' });
  }
  return [...found.values()];
}

/** The surname in a whole name of two or three words, or null. */
function surnameOf(name: string, isChinese: boolean): string | null {
  const words = name.split(' ');
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 3 || !first || !last) return null;
  // A word in the middle is an initial: "Hamadoun I. Touré"; other middles are parts of surnames.
  if (words.length === 3 && !/^\p{Lu}\.?$/u.test(words[1] ?? '')) return null;
  // Chinese surnames have one syllable, given names mostly two: "Zhao Houlin", but "Jinghan Zeng".
  const surname = isChinese && syllables(first) <= syllables(last) ? first : last;
  return CASED_WORD.test(surname) ? surname : null;
}

function syllables(word: string): number {
  return foldName(word).match(VOWELS)?.length ?? 0;
}
