/**
 * What is known and what was found, in the shapes that the evaluation compares. A label says of one stretch of a document
 * whether it should be marked, and as what; a prediction is a mark that the spotter made.
 *
 * Offsets are UTF-16 code units. On pages they are of whoever extracted the text, so those are aligned by context.
 */
import type { Reason } from '../../core/model.ts';

export type Verdict = 'mark' | 'reject' | 'either';

export interface Label {
  readonly doc: string;
  readonly lang: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Local id in the pack; null where nothing should be marked. */
  readonly entity: string | null;
  readonly verdict: Verdict;
  readonly why?: string;
  readonly kind?: string;
  /** The entity that a wrong mark would probably name. */
  readonly not_entity?: string;
  /** Other entities that are right as well. */
  readonly alt_entities?: readonly string[];
  /** The pack does not list this name: recall is told with and without. */
  readonly alias_missing?: boolean | string;
  /** Set for saved pages. */
  readonly page?: string;
}

export interface Prediction {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity: string;
  readonly pack: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly before: string;
  readonly after: string;
}

/** What the spotter made of one document. */
export interface Spotted {
  readonly marks: readonly Prediction[];
  /** Candidates left alone, each with its likeliest sense; null where they are not told (saved pages). */
  readonly silent: readonly Prediction[] | null;
}

/** Characters of context on each side. */
export const CONTEXT = 40;

/** A stretch of a text with its context. */
export function contextOf(text: string, start: number, end: number): { before: string; after: string } {
  return { before: text.slice(Math.max(0, start - CONTEXT), start), after: text.slice(end, end + CONTEXT) };
}

/** The entities that are right for a label. */
export function rightEntities(label: Label): readonly string[] {
  return [...(label.entity === null ? [] : [label.entity]), ...(label.alt_entities ?? [])];
}

/** Whether a prediction names what the label names; of a rejected stretch, what it warns of. */
export function namesTheSame(prediction: Prediction, label: Label): boolean {
  if (label.verdict === 'reject') return prediction.entity === label.not_entity;
  return rightEntities(label).includes(prediction.entity);
}
