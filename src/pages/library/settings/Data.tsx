/** What is stored, all of it as a file and back, and the way to wipe it, which wants a word typed. */
import { writeAnnotations } from '../../../core/formats/annotation.ts';
import { readPreferences } from '../../../core/settings/preferences.ts';
import { readRules } from '../../../core/settings/sites.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import { parseSettings, type Settings } from '../../../storage/settings.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { useEffect, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { saveFile } from '../../save-file.ts';
import type { HeldNotes } from '../notes/held-notes.ts';
import { planned, readImport } from '../notes/read-import.ts';

interface DataProps {
  readonly held: HeldNotes;
  readonly settings: Settings;
  readonly lang: string;
  readonly t: Translate;
}

export function Data({ held, settings, lang, t }: DataProps) {
  const [used, setUsed] = useState('');
  const [said, setSaid] = useState('');
  const [typed, setTyped] = useState('');
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage = 0 }) => {
        const size = new Intl.NumberFormat(lang, {
          style: 'unit',
          unit: 'megabyte',
          maximumFractionDigits: 1,
        });
        setUsed(size.format(usage / 1e6));
      },
      (error) => report('measuring what is stored', error),
    );
  }, []);
  const save = () => {
    const notes: unknown = JSON.parse(writeAnnotations(held.all() ?? [], new Date()));
    saveFile('glossator-all.json', 'application/json', [JSON.stringify({ settings, notes })]);
  };
  const attempt = (work: Promise<void>, failed: string) => {
    work.catch((error) => {
      report('changing all data', error);
      setSaid(failed);
    });
  };
  const restore = async (file: File) => {
    const { settings: kept, notes } = JSON.parse(await file.text()) as {
      settings: Partial<Settings>;
      notes: unknown;
    };
    const read = await readImport(new Blob([JSON.stringify(notes)]), new Date());
    if (!read.ok) throw new Error(read.error);
    await callBackground('setPreferences', { preferences: readPreferences({ ...kept }) });
    await callBackground('setSites', { rules: readRules(kept.sites ?? {}).sites });
    await callBackground('addCorrections', { corrections: parseSettings(kept).corrections });
    const { added, changed } = planned(held.all() ?? [], read.notes);
    if (added.length + changed.length > 0) await held.change({ put: [...added, ...changed], remove: [] });
    setSaid(t('restored', added.length + changed.length));
  };
  const wipe = async () => {
    await callBackground('wipe', {});
    location.reload();
  };
  const word = t('wipeWord');
  return (
    <section class="page">
      <h2>{t('data')}</h2>
      <p>{t('dataUsed', used)}</p>
      <p class="files">
        <TextButton onClick={save}>{t('dataSave')}</TextButton>
        <label class="text-button">
          {t('dataRestore')}
          <input
            type="file"
            name="restore"
            class="unseen"
            onChange={({ currentTarget: { files } }) => {
              if (files?.[0]) attempt(restore(files[0]), t('restoreFailed'));
            }}
          />
        </label>
      </p>
      <form
        class="files"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim().toLowerCase() === word) attempt(wipe(), t('changeFailed'));
        }}
      >
        <label>
          {t('wipeHint', word)}{' '}
          <input
            class="field"
            name="wipe"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <button type="submit" class="text-button" disabled={typed.trim().toLowerCase() !== word}>
          {t('wipeAll')}
        </button>
      </form>
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
}
