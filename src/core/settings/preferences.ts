/**
 * What a reader can choose, value by value: its names, its default, and how it is read from whatever was stored or sent. Sites and
 * corrections are lists of their own.
 */
import {
  DELAYS,
  DENSITIES,
  type Density,
  MARK_STYLES,
  type MarkStyle,
  type Opening,
  TRIGGERS,
} from '../model.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CARD_WIDTHS = ['narrow', 'usual', 'wide'] as const;
export type CardWidth = (typeof CARD_WIDTHS)[number];

/** How cards look, whatever they show. */
export interface CardLook {
  readonly theme: Theme;
  readonly width: CardWidth;
}

export interface Preferences extends Opening, CardLook {
  /** False: nothing is marked anywhere. */
  readonly enabled: boolean;
  readonly density: Density;
  readonly style: MarkStyle;
  /** Whether marks are printed with a page. */
  readonly print: boolean;
  /** Language of the cards, BCP 47; '' for the browser's. */
  readonly language: string;
  /** Whether names are left unmarked once their cards have been read a few times. */
  readonly fading: boolean;
  /** Packs that are switched off, by id. */
  readonly packsOff: readonly string[];
  /** Packs as the reader has put them, by id; others follow as they are bundled. */
  readonly packOrder: readonly string[];
}

export const DEFAULT_PREFERENCES: Preferences = {
  enabled: true,
  density: 'section',
  style: 'dotted',
  print: false,
  trigger: 'hover',
  delay: DELAYS.usual,
  theme: 'system',
  width: 'usual',
  language: '',
  fading: false,
  packsOff: [],
  packOrder: [],
};

/** Answers undefined for what is no value of a preference. */
type Reader<T> = (value: unknown) => T | undefined;

const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  <T>(known: readonly T[]): Reader<T> =>
  (value) =>
    known.find((one) => one === value);
const ids: Reader<readonly string[]> = (value) =>
  Array.isArray(value)
    ? value.filter((id) => typeof id === 'string' && id.length < 100).slice(0, 100)
    : undefined;

const READERS: { readonly [K in keyof Preferences]: Reader<Preferences[K]> } = {
  enabled: flag,
  density: oneOf(DENSITIES),
  style: oneOf(MARK_STYLES),
  print: flag,
  trigger: oneOf(TRIGGERS),
  delay: (value) =>
    Number.isFinite(value) ? Math.min(DELAYS.most, Math.max(DELAYS.least, Number(value))) : undefined,
  theme: oneOf(THEMES),
  width: oneOf(CARD_WIDTHS),
  language: (value) => (typeof value === 'string' && /^[\w-]{0,35}$/.test(value) ? value : undefined),
  fading: flag,
  packsOff: ids,
  packOrder: ids,
};

/** The preferences that stand in some fields, readable ones only. */
export function readPreferences(fields: Readonly<Record<string, unknown>>): Partial<Preferences> {
  return Object.fromEntries(
    Object.entries(READERS).flatMap(([name, read]) => {
      const value = read(fields[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
