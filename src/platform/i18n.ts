/**
 * Interface words, from `_locales` by the browser's own language. Chromium takes `i18n` from a page whose copy of us has been updated:
 * what has been asked before is answered all the same, so that a card which stands there can be drawn, and say so.
 */
import { browser } from './browser.ts';

const given = new Map<string, string>();

/**
 * The reader's language, BCP 47. A browser without words of its own in that language (Debian's Chromium comes with English
 * alone) chooses ours by it all the same and calls itself English: then ours tell.
 */
export function readerLanguage(): string {
  const browsers = remembered('', () => browser.i18n?.getUILanguage());
  const ours = words('wordsLanguage');
  return ours === 'en' || browsers.slice(0, 2) === ours.slice(0, 2) ? browsers : ours;
}

/** The message of a key with its placeholders filled in order; '' for a key that no locale has. */
export function words(key: string, ...values: readonly (string | number)[]): string {
  return remembered([key, ...values].join('\n'), () => browser.i18n?.getMessage(key, values.map(String)));
}

function remembered(what: string, ask: () => string | undefined): string {
  const answer = ask() ?? given.get(what) ?? '';
  given.set(what, answer);
  return answer;
}
