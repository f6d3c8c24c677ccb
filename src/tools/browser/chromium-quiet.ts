/**
 * A Chromium that asks nothing of the network by itself, so that whatever the recording proxy writes down was asked by a
 * page or by the extension. Playwright's flags do most; the rest was found by watching an idle browser behind the proxy.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUIET_HOST } from './site.ts';

/**
 * Everything through the proxy, loopback too; no name is ever resolved, so that nothing can go past it. Two requests have
 * no switch: the list of signed-in accounts (accounts.google.com/ListAccounts) at start, and an update check for one
 * component that is fetched on demand (update.googleapis.com), which `--disable-component-update` does not cover. Both are
 * pointed at a host of the test site's own.
 */
export function proxyFlags(proxy: string): string[] {
  const [host] = proxy.split(':');
  return [
    `--proxy-server=http://${proxy}`,
    '--proxy-bypass-list=<-loopback>',
    `--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${host}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--gaia-url=http://${QUIET_HOST}`,
    `--component-updater=url-source=http://${QUIET_HOST}/update`,
  ];
}

/** Writes the preferences of a fresh profile; one that exists keeps its own. */
export function writePreferences(profileDir: string, locale = 'en-US'): void {
  const file = join(profileDir, 'Default', 'Preferences');
  if (existsSync(file)) return;
  const language = locale.split('-')[0];
  const preferences = {
    // Forms are sent to content-autofill.googleapis.com to be understood.
    autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
    // The first word typed fetches a dictionary from redirector.gvt1.com, spell check or not, unless it is blocked.
    browser: { enable_spellchecking: false },
    spellcheck: {
      blocked_dictionaries: [...new Set([locale, language, 'en-US', 'en-GB', 'en'])],
      use_spelling_service: false,
    },
    safebrowsing: { enabled: false },
    search: { suggest_enabled: false },
    translate: { enabled: false },
  };
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify(preferences));
}
