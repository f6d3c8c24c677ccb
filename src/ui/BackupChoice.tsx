/** Whether notes are backed up by themselves. */
import type { Translate } from './words.ts';

/** `refused`: the browser was not allowed to write to the downloads folder. */
export type BackupState = 'on' | 'off' | 'refused';

export interface BackupChoiceProps {
  readonly state: BackupState;
  readonly t: Translate;
  readonly onChoose: (backup: boolean) => void;
}

export function BackupChoice({ state, t, onChoose }: BackupChoiceProps) {
  return (
    <fieldset class="page styles">
      <legend>
        <h2>{t('backup')}</h2>
      </legend>
      <label class="wide">
        <input
          type="checkbox"
          name="backup"
          checked={state === 'on'}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
        {t('backupDaily')}
      </label>
      <p class="quiet" role="status">
        {t(state === 'refused' ? 'backupRefused' : 'backupHint')}
      </p>
    </fieldset>
  );
}
