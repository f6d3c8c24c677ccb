/** The library's part for how marks look: read from the settings, changed by the background, which tells all tabs. */

import { browser } from '../platform/browser.ts';
import { words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings, type Settings } from '../storage/settings.ts';
import { useEffect, useState } from '../ui/hooks.ts';
import { MarkStyles } from '../ui/MarkStyles.tsx';

/** Firefox prints a copy of the page, and its custom highlights are not in that (docs/browser-bugs.md). */
const PRINTS_MARKS = !browser.runtime.getURL('').startsWith('moz');

export function ChooseMarkStyle() {
  const [chosen, setChosen] = useState<Pick<Settings, 'style' | 'print'> | null>(null);
  useEffect(() => {
    const show = () => {
      readSettings().then(setChosen, (error) => report('showing the style of marks', error));
    };
    show();
    browser.storage.local.onChanged.addListener(show);
    return () => browser.storage.local.onChanged.removeListener(show);
  }, []);
  if (!chosen) return null; // not read yet
  return (
    <MarkStyles
      chosen={chosen.style}
      inPrint={PRINTS_MARKS ? chosen.print : undefined}
      t={words}
      onChoose={(style) => {
        callBackground('setPreferences', { preferences: { style } }).catch((error) =>
          report('choosing a style of marks', error),
        );
      }}
      onPrint={(print) => {
        callBackground('setPreferences', { preferences: { print } }).catch((error) =>
          report('choosing whether marks are printed', error),
        );
      }}
    />
  );
}
