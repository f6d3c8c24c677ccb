/** A note's earlier texts, folded away: each with its date, and a way to have it back. */
import { formatMoment } from '../core/card/dates.ts';
import type { NoteVersion } from '../core/model.ts';
import { TextButton } from './Buttons.tsx';
import { plural, type Translate } from './words.ts';

export interface EarlierTextsProps {
  /** The newest first. */
  readonly versions: readonly NoteVersion[];
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  readonly onRestore: (version: NoteVersion) => void;
}

export function EarlierTexts({ versions, lang, t, onRestore }: EarlierTextsProps) {
  if (versions.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{plural(t, lang, 'earlierTexts', versions.length)}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.modified}>
            <p class="text" dir="auto">
              {version.body}
            </p>
            <p class="deeds">
              <time dateTime={version.modified}>{formatMoment(version.modified, lang)}</time>
              <TextButton onClick={() => onRestore(version)}>{t('restoreText')}</TextButton>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
