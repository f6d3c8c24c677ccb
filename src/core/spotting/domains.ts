/** Where in a block the words stand that tell what it is about: read once a block, and only if a name needs it. */
import { CHARACTER_CLASS, classOfUnit } from '../text/boundary.ts';
import { KIND, kindsBetween } from './vocabulary.ts';

export interface DomainWord {
  readonly start: number;
  readonly word: string;
  readonly kinds: number;
}

const OTHER_FIELDS = KIND.medicine | KIND.science | KIND.sport | KIND.home;
const TOLD = KIND.affairs | KIND.company | KIND.country | OTHER_FIELDS;

/** The domain words of folded text, by their place. */
export function domainWordsOf(text: string): DomainWord[] {
  const found: DomainWord[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const isLetter = i < text.length && classOfUnit[text.charCodeAt(i)] === CHARACTER_CLASS.western;
    if (isLetter) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0 && i - start >= 2 && i - start <= 18) {
      const kinds = kindsBetween(text, start, i) & TOLD;
      if (kinds !== 0) found.push({ start, word: text.slice(start, i), kinds });
    }
    start = -1;
  }
  return found;
}

export function isBusiness({ kinds }: DomainWord): boolean {
  return (kinds & KIND.company) !== 0;
}

export function isAffairs({ kinds }: DomainWord): boolean {
  return (kinds & KIND.affairs) !== 0 && (kinds & OTHER_FIELDS) === 0;
}

export function isOtherField({ kinds }: DomainWord): boolean {
  return (kinds & OTHER_FIELDS) !== 0 && (kinds & KIND.affairs) === 0;
}
