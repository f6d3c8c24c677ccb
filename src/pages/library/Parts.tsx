/** The parts of the library, each a link to its address; the one that is shown says so. */
import type { Translate } from '../../ui/words.ts';

export const PARTS = { notes: 'notes', packs: 'packs', settings: 'settings' } as const;
export type LibraryPart = keyof typeof PARTS;

export function Parts({ shown, t }: { readonly shown: LibraryPart; readonly t: Translate }) {
  return (
    <nav class="parts" aria-label={t('extensionName')}>
      {(Object.keys(PARTS) as LibraryPart[]).map((part) => (
        <a key={part} href={`#${part}`} aria-current={part === shown ? 'page' : undefined}>
          {t(PARTS[part])}
        </a>
      ))}
    </nav>
  );
}
