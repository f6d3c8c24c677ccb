/** The settings as they are now, and the ways to change them: the background alone writes them, and tells all tabs. */
import type { Preferences } from '../core/settings/preferences.ts';
import type { SiteRule } from '../core/settings/sites.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { readSettings, type Settings } from '../storage/settings.ts';
import { useEffect, useState } from '../ui/hooks.ts';

/** Does `show` now and whenever something stored has changed. Answers what ends that. */
export function followStored(show: () => void): () => void {
  show();
  browser.storage.local.onChanged.addListener(show);
  return () => browser.storage.local.onChanged.removeListener(show);
}

/** Null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(
    () =>
      followStored(() => {
        readSettings().then(setSettings, (error) => report('reading settings', error));
      }),
    [],
  );
  return settings;
}

export function prefer(preferences: Partial<Preferences>): void {
  callBackground('setPreferences', { preferences }).catch((error) => report('changing a setting', error));
}

export function ruleSites(rules: Readonly<Record<string, SiteRule | null>>): void {
  callBackground('setSites', { rules }).catch((error) => report('changing a site', error));
}
