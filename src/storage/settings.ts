/**
 * Settings, in `storage.local`: parsed on reading (what does not fit becomes its default), and changed where they lie: what this
 * version does not understand is left as it is, so that going back to an older version, or a corrupt entry, loses nothing.
 */
import { DEFAULT_PREFERENCES, type Preferences, readPreferences } from '../core/settings/preferences.ts';
import { readRule, type SiteRule, type SiteRules } from '../core/settings/sites.ts';
import {
  type Correction,
  isSameCorrection,
  newCorrections,
  parseCorrection,
} from '../core/spotting/corrections.ts';
import { browser } from '../platform/browser.ts';

const KEY = 'settings';
const VERSION = 1;

export interface Settings extends Preferences {
  readonly version: number;
  /** Whether notes are backed up to the downloads folder. */
  readonly backup: boolean;
  /** By pattern (core/settings/sites.ts). */
  readonly sites: SiteRules;
  /** What the reader called wrong, in the order in which it was said. */
  readonly corrections: readonly Correction[];
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_PREFERENCES,
  version: VERSION,
  backup: false,
  sites: {},
  corrections: [],
};

/** Makes settings of whatever was stored. */
export function parseSettings(stored: unknown): Settings {
  const fields = isRecord(stored) ? stored : {};
  const sites: Record<string, SiteRule> = {};
  for (const [site, value] of Object.entries(sitesIn(fields['sites'])))
    if (isRecord(value)) sites[site] = parseSite(value);
  return {
    ...fields,
    ...DEFAULT_PREFERENCES,
    ...readPreferences(fields),
    version: typeof fields['version'] === 'number' ? fields['version'] : VERSION,
    backup: fields['backup'] === true,
    sites,
    corrections: listOf(fields['corrections']).flatMap((entry) => parseCorrection(entry) ?? []),
  };
}

/** More sites than this are kept as a text: browsers take seconds to hand over objects by the ten thousand. */
const MOST_AS_OBJECTS = 500;

/** Sites as they were stored, by pattern. */
function sitesIn(stored: unknown): Readonly<Record<string, unknown>> {
  try {
    const sites: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
    return isRecord(sites) ? sites : {};
  } catch {
    return {};
  }
}

function parseSite(value: Readonly<Record<string, unknown>>): SiteRule {
  const { enabled: _, density: __, ...unknown } = value;
  return { ...unknown, ...readRule(value) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As they were read last: a list of many sites is long to read, and every page asks. */
let known: Promise<Settings> | null = null;
// The event comes to this listener before any that reads the settings because of it.
browser.storage.local.onChanged?.addListener((changes) => {
  if (KEY in changes) known = null;
});

/** The settings as they are now. */
export function readSettings(): Promise<Settings> {
  known ??= browser.storage.local.get(KEY).then((found) => parseSettings(found[KEY]));
  known.catch(() => {
    known = null;
  });
  return known;
}

type Stored = Readonly<Record<string, unknown>>;

/** Changes wait for each other: two at once must not undo one another. The background alone writes. */
let turn: Promise<unknown> = Promise.resolve();

/** Puts some keys in place of the stored ones; all others stay to the letter. */
function change<T>(work: (stored: Stored) => { readonly keys: Stored; readonly answer: T }): Promise<T> {
  const done = turn.then(async () => {
    const found = (await browser.storage.local.get(KEY))[KEY];
    const stored: Stored = isRecord(found) ? found : { version: VERSION };
    const { keys, answer } = work(stored);
    await browser.storage.local.set({ [KEY]: { ...stored, ...keys } });
    known = null;
    return answer;
  });
  turn = done.catch(() => {});
  return done;
}

/** Gives a site, or all that a pattern covers, another rule; null takes it away. */
export function setSites(rules: Readonly<Record<string, SiteRule | null>>): Promise<void> {
  return change((stored) => {
    const sites = { ...sitesIn(stored['sites']) };
    for (const [pattern, rule] of Object.entries(rules)) {
      const before = Object.hasOwn(sites, pattern) && isRecord(sites[pattern]) ? sites[pattern] : {};
      if (rule) sites[pattern] = { ...before, ...rule };
      else delete sites[pattern];
    }
    const isMany = Object.keys(sites).length > MOST_AS_OBJECTS;
    return { keys: { sites: isMany ? JSON.stringify(sites) : sites }, answer: undefined };
  });
}

/** Chooses some things anew. */
export function setPreferences(preferences: Partial<Preferences>): Promise<void> {
  return change(() => ({ keys: preferences, answer: undefined }));
}

/** Chooses whether notes are backed up. */
export function setBackup(backup: boolean): Promise<void> {
  return change(() => ({ keys: { backup }, answer: undefined }));
}

/** Keeps corrections beside those there are. Answers how many were new. */
export function addCorrections(corrections: readonly Correction[]): Promise<number> {
  return change((stored) => {
    const added = newCorrections(parseSettings(stored).corrections, corrections);
    return {
      keys: { corrections: [...listOf(stored['corrections']), ...added] },
      answer: added.length,
    };
  });
}

/** Takes back whatever says the same as a correction. */
export function dropCorrection(correction: Correction): Promise<void> {
  return change((stored) => {
    const stays = (entry: unknown) => {
      const known = parseCorrection(entry);
      return !known || !isSameCorrection(known, correction);
    };
    return { keys: { corrections: listOf(stored['corrections']).filter(stays) }, answer: undefined };
  });
}
