/**
 * The library's part for corrections. They are read from the settings; every change is asked of the background, which alone writes
 * settings and tells all tabs.
 */

import type { EntityId } from '../core/model.ts';
import type { Correction } from '../core/spotting/corrections.ts';
import { readCorrections, writeCorrections } from '../core/spotting/corrections-file.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings } from '../storage/settings.ts';
import { CorrectionsList } from '../ui/CorrectionsList.tsx';
import { useEffect, useState } from '../ui/hooks.ts';
import { plural } from '../ui/words.ts';
import { saveFile } from './save-file.ts';
import { followStored } from './use-settings.ts';

export function Corrections() {
  const [corrections, setCorrections] = useState<readonly Correction[] | null>(null);
  const [labels, setLabels] = useState<ReadonlyMap<EntityId, string>>(new Map());
  const [removed, setRemoved] = useState<Correction | null>(null);
  const [status, setStatus] = useState('');
  useEffect(() => {
    const show = () => {
      readSettings()
        .then(async (settings) => {
          setLabels(await labelsOf(settings.corrections));
          setCorrections(settings.corrections);
        })
        .catch((error) => report('showing corrections', error));
    };
    return followStored(show);
  }, []);
  const attempt = (work: Promise<void>) => {
    work.catch((error) => {
      report('changing corrections', error);
      setStatus(words('correctionFailed'));
    });
  };
  if (!corrections) return null; // not read yet
  return (
    <CorrectionsList
      corrections={corrections}
      labelOf={({ entity }) => labels.get(entity) ?? ''}
      removed={removed}
      status={status}
      lang={readerLanguage()}
      t={words}
      onRemove={(correction) =>
        attempt(callBackground('dropCorrection', { correction }).then(() => setRemoved(correction)))
      }
      onUndo={() => {
        if (!removed) return;
        attempt(callBackground('addCorrections', { corrections: [removed] }).then(() => setRemoved(null)));
      }}
      onExport={() =>
        saveFile('glossator-corrections.json', 'application/json', [writeCorrections(corrections)])
      }
      onImport={(file) => attempt(take(file).then(setStatus))}
    />
  );
}

async function labelsOf(corrections: readonly Correction[]): Promise<ReadonlyMap<EntityId, string>> {
  const ids = [...new Set(corrections.map(({ entity }) => entity))];
  const entries = await Promise.all(ids.map((id) => callBackground('getEntity', { id })));
  return new Map(entries.flatMap((entry) => (entry ? [[entry.id, entry.title.text]] : [])));
}

/** Keeps what a file has, and says in words what came of it. */
async function take(file: File): Promise<string> {
  const read = readCorrections(await file.text());
  if (!read.ok) return words(read.error === 'not-json' ? 'importNotJson' : 'importNoCorrections');
  const added = await callBackground('addCorrections', { corrections: read.corrections });
  const lang = readerLanguage();
  const said = plural(words, lang, 'correctionsAdded', added);
  const [first] = read.unread;
  if (first === undefined) return said;
  return `${said} ${plural(words, lang, 'correctionsUnread', read.unread.length, String(first))}`;
}
