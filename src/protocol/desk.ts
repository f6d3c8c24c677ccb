/** What our own pages, and they alone, ask of the background: page at a glance, settings, packs. */
import type { FoundEntity } from '../core/browse/catalog.ts';
import type { Told } from '../core/card/entry.ts';
import type { Density, EntityId, EntityType, NoteId } from '../core/model.ts';
import type { Preferences } from '../core/settings/preferences.ts';
import type { SiteRule } from '../core/settings/sites.ts';
import type { Correction } from '../core/spotting/corrections.ts';
import type { PageState } from './messages.ts';

/** One tab, all its frames together. */
export interface PageSummary {
  readonly state: PageState;
  readonly site: string;
  /** False where the reader has switched all marks off, everywhere. */
  readonly isOn: boolean;
  /** How often an entity is marked here, as its site has it. */
  readonly density: Density;
  readonly title: string;
  readonly total: number;
  readonly entities: readonly {
    readonly entity: EntityId;
    readonly labels: Readonly<Record<string, string>>;
    readonly type: EntityType;
    readonly count: number;
  }[];
}

/** A bundled pack, in the reader's language. */
export interface PackSummary {
  readonly id: string;
  readonly title: Told;
  readonly description: Told;
  readonly isOn: boolean;
  readonly version: string;
  /** The day of its last edit, written out. */
  readonly edition: string;
  readonly licence: { readonly id: string; readonly url: string };
  readonly counts: {
    readonly entities: number;
    readonly statements: number;
    readonly dates: number;
    readonly sources: number;
  };
}

/** An entity of a page, with where it is named. */
export interface PageEntity {
  readonly entity: EntityId;
  readonly title: Told;
  readonly type: EntityType;
  /** Where its mentions stand down the page, 0 to 1, in the order of the text. */
  readonly places: readonly number[];
}

/** A date of an entity. */
export interface PageDate {
  readonly entity: EntityId;
  /** Its number among those of the entity's entry. */
  readonly index: number;
  /** Years, counted on within the year. */
  readonly at: number;
  /** Written out. */
  readonly when: string;
  readonly text: Told;
}

/** What one entity of the page is to another. */
export interface PageRelation {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly label: Told;
}

/** A page as a whole: who and what it is about, when that happened, how it hangs together. */
export interface PageContext {
  readonly url: string;
  readonly title: string;
  readonly state: PageState;
  readonly entities: readonly PageEntity[];
  readonly dates: readonly PageDate[];
  readonly relations: readonly PageRelation[];
  /** When the page was published, where it says so. */
  readonly published?: { readonly at: number; readonly when: string };
}

/** Where the entities of a map stand, 0 to 1 in both directions. */
export type PageMap = Readonly<Record<EntityId, readonly [x: number, y: number]>>;

/** A format in which the context of a page is written. */
export const DIGEST_FORMATS = ['markdown', 'html'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** Calls that only our own pages may make to the background. */
export interface DeskCalls {
  /** What the toolbar popup shows of a tab. */
  getPageSummary(params: { readonly tab: number }): PageSummary;
  /** Hide all marks on all pages until the browser is closed, or show them again. */
  setMarksHidden(params: { readonly hidden: boolean }): null;
  /** Show the first mention of an entity on a tab's page, with its card. */
  revealMention(params: { readonly tab: number; readonly entity: EntityId }): null;
  /** Open a card on a tab's page to note it as a whole. */
  notePage(params: { readonly tab: number }): null;
  /** What the panel shows of a tab's page. */
  getPageContext(params: { readonly tab: number }): PageContext;
  /** Lays out a map of entities, by what leads from one to another; the same relations make the same map. */
  layOutMap(params: {
    readonly entities: readonly EntityId[];
    readonly relations: readonly Pick<PageRelation, 'from' | 'to'>[];
  }): PageMap;
  /** The context of a tab's page, to be copied or saved: entities, backgrounds, sources. */
  writeDigest(params: { readonly tab: number; readonly format: DigestFormat }): string;
  /** Choose something anew, on all pages at once. What is no preference is refused. */
  setPreferences(params: { readonly preferences: Partial<Preferences> }): null;
  /** Give sites, by pattern, another rule; null takes it away. */
  setSites(params: { readonly rules: Readonly<Record<string, SiteRule | null>> }): null;
  /** Forgets everything: notes, settings, corrections. */
  wipe(params: Record<string, never>): null;
  /** Whether notes are backed up to the downloads folder. The answer is whether a backup was written. */
  setBackup(params: { readonly backup: boolean }): boolean;
  /** Keep corrections beside those there are; answers how many were new. */
  addCorrections(params: { readonly corrections: readonly Correction[] }): number;
  /** Tell everybody that notes have changed, and which, where they are few. */
  announceNotes(params: { readonly ids?: readonly NoteId[] }): null;
  /** The bundled packs, in their order. */
  getPacks(params: Record<string, never>): readonly PackSummary[];
  /** Entities by any of their names, of all packs or of one, at most `limit`; '' finds all. */
  searchEntities(params: { readonly query: string; readonly pack?: string; readonly limit: number }): {
    readonly total: number;
    readonly found: readonly FoundEntity[];
  };
}
