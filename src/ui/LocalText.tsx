/** Words of a pack stand among words of the interface, which may be in another language: each says which it is in. */

import type { ComponentChildren } from 'preact';
import type { LocalText as Texts } from '../core/model.ts';
import { directionOf, inLanguage } from './languages.ts';

/** Text in the reader's language, or the nearest there is. */
export function LocalText({ texts, lang }: { readonly texts: Texts; readonly lang: string }) {
  const { text, lang: shown } = inLanguage(texts, lang);
  return <Foreign tag={shown}>{text}</Foreign>;
}

/** Words in a language of their own: screen readers and fonts follow `lang`, punctuation follows `dir`. */
export function Foreign({ tag, children }: { readonly tag: string; readonly children: ComponentChildren }) {
  if (tag === '' || tag === 'und') return <bdi>{children}</bdi>;
  return (
    <bdi lang={tag} dir={directionOf(tag)}>
      {children}
    </bdi>
  );
}
