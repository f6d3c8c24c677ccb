/** The parts of the library, each a link to its address; the one that is shown says so. */
import type { Translate } from '../../ui/words.ts';

/** Each goes by one name in addresses and words. */
export const PARTS = ['notes', 'packs', 'settings'] as const;
export type LibraryPart = (typeof PARTS)[number];

export function Parts({ shown, t }: { readonly shown: LibraryPart; readonly t: Translate }) {
  return (
    <nav class="parts" aria-label={t('extensionName')}>
      {PARTS.map((part) => (
        <a key={part} href={`#${part}`} aria-current={part === shown ? 'page' : undefined}>
          {t(part)}
        </a>
      ))}
    </nav>
  );
}
