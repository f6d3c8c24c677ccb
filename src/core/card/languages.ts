/** Text in several languages: which one to show, and how to say so to browsers and screen readers. */
import type { LocalText } from '../model.ts';
import type { Told } from './entry.ts';

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|dv|yi|ckb|ug)\b/i;
const TRADITIONAL = /^zh-(Hant|TW|HK|MO)\b/i;

/** The text in the reader's language, or in English, or in the first there is. */
export function inLanguage(texts: LocalText, lang: string): Told {
  const tag = candidates(lang).find((one) => texts[one] !== undefined) ?? Object.keys(texts)[0] ?? '';
  return told(texts[tag] ?? '', tag);
}

/** Words with the way they are written. */
export function told(text: string, lang: string): Told {
  const isKnown = lang !== '' && lang !== 'und';
  return { text, lang: isKnown ? lang : '', dir: isKnown ? directionOf(lang) : 'auto' };
}

function candidates(lang: string): string[] {
  const [base = 'en'] = lang.split('-');
  const chinese = TRADITIONAL.test(lang) ? ['zh-Hant', 'zh-Hans'] : ['zh-Hans', 'zh-Hant'];
  return [lang, ...(base === 'zh' ? chinese : []), base, 'en'];
}

/** Which way a language is written. */
export function directionOf(lang: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
}

/** Whether two tags name the same language in the same script, as far as they say. */
export function sameLanguage(a: string, b: string): boolean {
  const [baseA, baseB] = [a, b].map((tag) => tag.split('-')[0]?.toLowerCase());
  return baseA === baseB && (baseA !== 'zh' || TRADITIONAL.test(a) === TRADITIONAL.test(b));
}

/** The name of a language in another; the tag itself where the browser knows none. */
export function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
