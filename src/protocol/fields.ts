/** Fields of what came over the wire, taken one by one: each answers the value, or refuses it with its place. */
import type { Span } from '../core/model.ts';
import { type Correction, parseCorrection } from '../core/spotting/corrections.ts';
import { CallError } from './messages.ts';

/** The longest note that is taken, in characters. */
export const LONGEST_NOTE = 2_000_000;
/** Longer strings than any real address, title or quotation. */
const LONGEST_LINE = 65_536;

type Fields = Readonly<Record<string, unknown>>;

/** Refuses what came over the wire, saying where it does not fit. */
export function refuse(place: string, wanted: string): never {
  throw new CallError('bad-request', `${place}: ${wanted} expected`);
}

/** What can be asked for fields. */
export function object(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null) refuse(place, 'an object');
  return value as Fields;
}

/** A string, of a length that is no attack. */
export function text(value: unknown, place: string, longest = LONGEST_LINE): string {
  if (typeof value !== 'string') refuse(place, 'a string');
  if (value.length > longest) refuse(place, `at most ${longest} characters`);
  return value;
}

/** A finite number. */
export function number(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(place, 'a number');
  return value;
}

/** A list, each entry parsed with its place. */
export function list<T>(value: unknown, place: string, item: (value: unknown, place: string) => T): T[] {
  if (!Array.isArray(value)) refuse(place, 'a list');
  return value.map((entry, i) => item(entry, `${place}[${i}]`));
}

/** A stretch of text. */
export function span(value: unknown, place: string): Span {
  const fields = object(value, place);
  return { start: number(fields['start'], `${place}.start`), end: number(fields['end'], `${place}.end`) };
}

/** One of a closed list. */
export function oneOf<T>(known: readonly T[], value: unknown, place: string, wanted: string): T {
  return known.find((one) => one === value) ?? refuse(place, wanted);
}

export function correction(value: unknown, place = 'correction'): Correction {
  return parseCorrection(value) ?? refuse(place, 'a correction');
}
