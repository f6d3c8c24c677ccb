/** A gentle word when many changes of notes are in no export. */
import { plural, type Translate } from './words.ts';

/** Changes without an export that bring the reminder. */
export const REMIND_AFTER = 50;

export interface ExportReminderProps {
  /** Changes since the last export. */
  readonly changes: number;
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  readonly onExport: () => void;
  /** Not now: it comes back after as many changes more. */
  readonly onLater: () => void;
}

export function ExportReminder({ changes, lang, t, onExport, onLater }: ExportReminderProps) {
  return (
    <aside class="reminder" aria-label={t('exportReminderTitle')}>
      <p>{plural(t, lang, 'exportReminder', changes)}</p>
      <button type="button" class="primary" onClick={onExport}>
        {t('exportNow')}
      </button>
      <button type="button" onClick={onLater}>
        {t('notNow')}
      </button>
    </aside>
  );
}
