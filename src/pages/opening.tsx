/** The library's part for how cards open: read from the settings, changed by the background, which tells all tabs. */

import type { Opening } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings } from '../storage/settings.ts';
import { useEffect, useState } from '../ui/hooks.ts';
import { OpeningChoice } from '../ui/OpeningChoice.tsx';

export function ChooseOpening() {
  const [opening, setOpening] = useState<Opening | null>(null);
  useEffect(() => {
    const show = () => {
      readSettings().then(
        ({ trigger, delay }) => setOpening({ trigger, delay }),
        (error) => report('showing how cards open', error),
      );
    };
    show();
    browser.storage.local.onChanged.addListener(show);
    return () => browser.storage.local.onChanged.removeListener(show);
  }, []);
  if (!opening) return null; // not read yet
  return (
    <OpeningChoice
      {...opening}
      lang={readerLanguage()}
      t={words}
      onChoose={(chosen) => {
        callBackground('setPreferences', { preferences: chosen }).catch((error) =>
          report('choosing how cards open', error),
        );
      }}
    />
  );
}
