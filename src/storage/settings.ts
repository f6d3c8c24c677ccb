/**
 * Settings, in `storage.local`: parsed on reading (what does not fit becomes its default), and keys that this version does not
 * know are kept, so that going back to an older version loses nothing.
 */

import { DENSITIES, type Density } from '../core/model.ts';
import { browser } from '../platform/browser.ts';

const KEY = 'settings';
const VERSION = 1;

export interface SiteSettings {
  readonly enabled?: boolean;
  readonly density?: Density;
}

export interface Settings {
  readonly version: number;
  readonly density: Density;
  /** By host name. */
  readonly sites: Readonly<Record<string, SiteSettings>>;
}

export const DEFAULT_SETTINGS: Settings = { version: VERSION, density: 'section', sites: {} };

/** Makes settings of whatever was stored. */
export function parseSettings(stored: unknown): Settings {
  const fields = isRecord(stored) ? stored : {};
  const sites: Record<string, SiteSettings> = {};
  for (const [site, value] of Object.entries(isRecord(fields['sites']) ? fields['sites'] : {})) {
    if (isRecord(value)) sites[site] = parseSite(value);
  }
  return {
    ...fields,
    version: typeof fields['version'] === 'number' ? fields['version'] : VERSION,
    density: parseDensity(fields['density']) ?? DEFAULT_SETTINGS.density,
    sites,
  };
}

function parseSite(value: Readonly<Record<string, unknown>>): SiteSettings {
  const { enabled, density, ...unknown } = value;
  const known = parseDensity(density);
  return {
    ...unknown,
    ...(typeof enabled === 'boolean' ? { enabled } : {}),
    ...(known ? { density: known } : {}),
  };
}

function parseDensity(value: unknown): Density | null {
  return DENSITIES.find((density) => density === value) ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Switches a site on or off. */
export async function setSiteEnabled(site: string, enabled: boolean): Promise<void> {
  const settings = await readSettings();
  const before = Object.hasOwn(settings.sites, site) ? settings.sites[site] : {};
  await writeSettings({ ...settings, sites: { ...settings.sites, [site]: { ...before, enabled } } });
}
