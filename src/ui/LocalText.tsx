/** Words of a pack stand among words of the interface, which may be in another language: each says which it is in. */
import type { Told } from '../core/card/entry.ts';
import { inLanguage } from '../core/card/languages.ts';
import type { LocalText as Texts } from '../core/model.ts';

/** Words in a language of their own: screen readers and fonts follow `lang`, punctuation follows `dir`. */
export function Words({ text, lang, dir }: Told) {
  return (
    <bdi lang={lang || undefined} dir={dir}>
      {text}
    </bdi>
  );
}

/** Text in the reader's language, or the nearest there is. */
export function LocalText({ texts, lang }: { readonly texts: Texts; readonly lang: string }) {
  return <Words {...inLanguage(texts, lang)} />;
}
