/**
 * What a card says of one entity, in the reader's language and ready to be shown: texts chosen, dates written out, sources
 * numbered, the timeline measured. The background works it out, so that the card's own script, which every page with marks may
 * get, knows neither languages nor calendars. `entry-of.ts` makes it.
 */
import type { EntityId, EntityType } from '../model.ts';

/** Words with the language they are in, for fonts and screen readers, and the way they are written. */
export interface Told {
  readonly text: string;
  /** BCP 47; '' where it is not known. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl' | 'auto';
}

/** One statement. */
export interface Sentence extends Told {
  readonly id: string;
  /** The date it holds for, where the text does not say so itself. */
  readonly asOf?: string;
  /** Numbers of its sources, ascending. */
  readonly cites: readonly number[];
}

/** Where a date stands on a line drawn to scale. */
export interface Dot {
  /** Per cent of the line, from the side where reading starts. */
  readonly at: number;
  /** How the year lines up with its dot; null where there is no room to write it. */
  readonly label: 'start' | 'middle' | 'end' | null;
}

export interface EntryDate extends Dot {
  /** ISO, as exact as it is known. */
  readonly date: string;
  readonly when: string;
  readonly year: string;
  readonly sentence: Sentence;
}

export interface EntrySource {
  readonly number: number;
  /** Absent where the pack does not have the source: a fault that the compiler refuses. */
  readonly publisher?: string;
  readonly title: Told;
  /** Author, date, language where it is not the reader's. */
  readonly facts: readonly string[];
  readonly stateMedia: boolean;
  /** Only addresses of the web. */
  readonly url?: string;
}

export interface EntryRelations {
  readonly label: Told;
  readonly to: readonly (Told & { readonly id: EntityId; readonly note?: string })[];
}

export interface Entry {
  readonly id: EntityId;
  readonly type: EntityType;
  /** The drawing of its type: a path on a grid of 16. */
  readonly icon: string;
  readonly title: Told;
  /** Its short form, and its name in another script. */
  readonly names: readonly Told[];
  readonly background: readonly Sentence[];
  /** Each alone, or several that contradict one another, to be shown side by side. */
  readonly statements: readonly (readonly Sentence[])[];
  readonly timeline: readonly EntryDate[];
  readonly relations: readonly EntryRelations[];
  /** Other senses of its names, which are not meant. */
  readonly rivals: readonly string[];
  /** In the order of their numbers. */
  readonly sources: readonly EntrySource[];
  /** The pack, and the day of its edition. */
  readonly pack: Told & { readonly edition: string; readonly licence: string; readonly licenceUrl?: string };
}
