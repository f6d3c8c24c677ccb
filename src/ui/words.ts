/**
 * Words come to components as a prop: they know no browser. Keys are those of the English messages, so that a missing word does
 * not compile; plurals are keys with the endings of CLDR (`_one`, `_other`, and in other locales `_few`, `_many`…).
 */
import type messages from '../../assets/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The message of a key, its placeholders filled in order. */
export type Translate = (key: MessageKey, ...values: readonly (string | number)[]) => string;

/** The stems of plural messages. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** The message that fits a number; the number is its first value. */
export function plural(
  t: Translate,
  lang: string,
  stem: PluralKey,
  count: number,
  ...values: readonly string[]
): string {
  const shown = new Intl.NumberFormat(lang).format(count);
  // A reader whose language we have no words in reads English ones, and English plurals.
  const category = new Intl.PluralRules(t('wordsLanguage') || 'en').select(count);
  // English has two categories; a locale with more has keys that the English type cannot name.
  const key = `${stem}_${category}` as MessageKey;
  return t(key, shown, ...values) || t(`${stem}_other`, shown, ...values);
}
