/** The library's part for the safety of notes: daily backups, and a word when many changes are in no export. */
import { browser } from '../platform/browser.ts';
import { words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings } from '../storage/settings.ts';
import { BackupChoice, type BackupState } from '../ui/BackupChoice.tsx';
import { useEffect, useState } from '../ui/hooks.ts';
import { followStored } from './use-settings.ts';

const RIGHT = { permissions: ['downloads' as const] };

const isAllowed = () => browser.permissions.contains(RIGHT);

async function readState(): Promise<BackupState> {
  const [{ backup }, allowed] = await Promise.all([readSettings(), isAllowed()]);
  return backup && allowed ? 'on' : 'off';
}

/** The browser asks the reader itself, and only in answer to a click. */
async function choose(backup: boolean): Promise<BackupState> {
  if (backup && !(await isAllowed()) && !(await browser.permissions.request(RIGHT))) return 'refused';
  await callBackground('setBackup', { backup });
  return backup ? 'on' : 'off';
}

export function ChooseBackup() {
  const [state, setState] = useState<BackupState | null>(null);
  const follow = (next: Promise<BackupState>) => {
    next.then(setState, (error) => report('choosing backups', error));
  };
  useEffect(() => followStored(() => follow(readState())), []);
  if (!state) return null; // not read yet
  return <BackupChoice state={state} t={words} onChoose={(backup) => follow(choose(backup))} />;
}
