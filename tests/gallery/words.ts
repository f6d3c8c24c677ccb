/** The extension's own words without a browser that reads `_locales`: all locales, put in by the build. */
import type { Translate } from '../../src/ui/words.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

declare const __WORDS__: Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** Words as a browser in a language would give them: `$NAME$` by its placeholder, and that by its place. */
export function wordsIn(lang: string): Translate {
  const messages =
    __WORDS__[lang.replace('-', '_')] ?? __WORDS__[lang.split('-', 1)[0] ?? ''] ?? __WORDS__['en'];
  return (key, ...values) => {
    const { message = '', placeholders = {} } = messages?.[key] ?? {};
    return message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
      return String(values[place - 1] ?? '');
    });
  };
}
