/**
 * Corrections as a file: JSON that a person can read, with what a newer version has added kept. Reading takes what it understands
 * and tells of the rest; a file of something else is refused whole.
 */
import { type Correction, parseCorrection } from './corrections.ts';

const FORMAT = 'glossator-corrections';

export type CorrectionsRead =
  | {
      readonly ok: true;
      readonly corrections: readonly Correction[];
      /** Numbers, from 1, of the entries that could not be read. */
      readonly unread: readonly number[];
    }
  | { readonly ok: false; readonly error: 'not-json' | 'no-corrections' };

export function writeCorrections(corrections: readonly Correction[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, corrections }, null, 2)}\n`;
}

export function readCorrections(text: string): CorrectionsRead {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, error: 'not-json' };
  }
  const { corrections: entries } = (value ?? {}) as { corrections?: unknown }; // whatever it is, it may have that key
  if (!Array.isArray(entries)) return { ok: false, error: 'no-corrections' };
  const parsed = entries.map(parseCorrection);
  return {
    ok: true,
    corrections: parsed.flatMap((correction) => correction ?? []),
    unread: parsed.flatMap((correction, i) => (correction ? [] : i + 1)),
  };
}
