/** The library's part for how marks look: read from the settings, changed by the background, which tells all tabs. */

import type { MarkStyle } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings } from '../storage/settings.ts';
import { useEffect, useState } from '../ui/hooks.ts';
import { MarkStyles } from '../ui/MarkStyles.tsx';

export function ChooseMarkStyle() {
  const [chosen, setChosen] = useState<MarkStyle | null>(null);
  useEffect(() => {
    const show = () => {
      readSettings().then(
        ({ style }) => setChosen(style),
        (error) => report('showing the style of marks', error),
      );
    };
    show();
    browser.storage.local.onChanged.addListener(show);
    return () => browser.storage.local.onChanged.removeListener(show);
  }, []);
  if (!chosen) return null; // not read yet
  return (
    <MarkStyles
      chosen={chosen}
      t={words}
      onChoose={(style) => {
        callBackground('setMarkStyle', { style }).catch((error) =>
          report('choosing a style of marks', error),
        );
      }}
    />
  );
}
