/**
 * Settings, in `storage.local`: parsed on reading (what does not fit becomes its default), and changed where they lie: what this
 * version does not understand is left as it is, so that going back to an older version, or a corrupt entry, loses nothing.
 */
import {
  DELAYS,
  DENSITIES,
  type Density,
  MARK_STYLES,
  type MarkStyle,
  type Opening,
  TRIGGERS,
} from '../core/model.ts';
import {
  type Correction,
  isSameCorrection,
  newCorrections,
  parseCorrection,
} from '../core/spotting/corrections.ts';
import { browser } from '../platform/browser.ts';

const KEY = 'settings';
const VERSION = 1;

export interface SiteSettings {
  readonly enabled?: boolean;
  readonly density?: Density;
}

export interface Settings extends Opening {
  readonly version: number;
  readonly density: Density;
  /** How marks look. */
  readonly style: MarkStyle;
  /** Whether marks are printed with a page. */
  readonly print: boolean;
  /** Whether notes are backed up to the downloads folder. */
  readonly backup: boolean;
  /** By host name. */
  readonly sites: Readonly<Record<string, SiteSettings>>;
  /** What the reader called wrong, in the order in which it was said. */
  readonly corrections: readonly Correction[];
}

export const DEFAULT_SETTINGS: Settings = {
  version: VERSION,
  density: 'section',
  style: 'dotted',
  print: false,
  backup: false,
  trigger: 'hover',
  delay: DELAYS.usual,
  sites: {},
  corrections: [],
};

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
    style: MARK_STYLES.find((style) => style === fields['style']) ?? DEFAULT_SETTINGS.style,
    print: fields['print'] === true,
    backup: fields['backup'] === true,
    trigger: TRIGGERS.find((trigger) => trigger === fields['trigger']) ?? DEFAULT_SETTINGS.trigger,
    delay: parseDelay(fields['delay']) ?? DEFAULT_SETTINGS.delay,
    sites,
    corrections: listOf(fields['corrections']).flatMap((entry) => parseCorrection(entry) ?? []),
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

/** A delay within its bounds; null where it is no number. */
function parseDelay(value: unknown): number | null {
  return Number.isFinite(value) ? Math.min(DELAYS.most, Math.max(DELAYS.least, Number(value))) : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
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
    return answer;
  });
  turn = done.catch(() => {});
  return done;
}

/** Switches a site on or off. */
export function setSiteEnabled(site: string, enabled: boolean): Promise<void> {
  return change((stored) => {
    const sites = isRecord(stored['sites']) ? stored['sites'] : {};
    const before = Object.hasOwn(sites, site) && isRecord(sites[site]) ? sites[site] : {};
    return { keys: { sites: { ...sites, [site]: { ...before, enabled } } }, answer: undefined };
  });
}

/** Chooses how marks look. */
export function setMarkStyle(style: MarkStyle): Promise<void> {
  return change(() => ({ keys: { style }, answer: undefined }));
}

/** Chooses whether marks are printed. */
export function setMarksInPrint(print: boolean): Promise<void> {
  return change(() => ({ keys: { print }, answer: undefined }));
}

/** Chooses whether notes are backed up. */
export function setBackup(backup: boolean): Promise<void> {
  return change(() => ({ keys: { backup }, answer: undefined }));
}

/** Chooses how cards open. */
export function setOpening({ trigger, delay }: Opening): Promise<void> {
  return change(() => ({ keys: { trigger, delay }, answer: undefined }));
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
