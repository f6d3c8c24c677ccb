/** Interface words, from `_locales` by the browser's own language. */
import { browser } from './browser.ts';

/** The reader's language, BCP 47. */
export function readerLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The message of a key with its placeholders filled in order; '' for a key that no locale has. */
export function words(key: string, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
