/**
 * The shapes that everything stands on. Offsets are UTF-16 code units; languages are BCP 47 tags; dates are ISO 8601
 * and may be partial ("2018", "2018-06"). Data is readonly and plain: it crosses messages and databases as it is.
 */

export * from './note.ts';

/** `pack-id:local-id`, for example `internet-governance:itu`. */
export type EntityId = string & { readonly __brand: 'EntityId' };
/** The id of a source inside its pack. */
export type SourceId = string & { readonly __brand: 'SourceId' };

/** Text in one or more languages, by BCP 47 tag. */
export type LocalText = Readonly<Record<string, string>>;

export const ENTITY_TYPES = [
  'organisation',
  'company',
  'person',
  'place',
  'event',
  'law',
  'document',
  'initiative',
  'concept',
  'technology',
  'media',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/**
 * How far a name can be trusted alone: `distinctive` names mean one thing wherever they stand; `familiar` ones are short
 * forms that news uses without spelling them out (EU, UN), and that mean other things elsewhere; `ambiguous` ones have
 * other senses (acronyms, short forms); `common` ones are also ordinary words; a `surname` is nobody's until the page
 * gives the whole name.
 */
export type AliasClass = 'distinctive' | 'familiar' | 'ambiguous' | 'common' | 'surname';

/** `exact`: only as written (an acronym is not a common word). `fold`: in any case. */
export type CaseRule = 'exact' | 'fold';

export interface Alias {
  readonly text: string;
  readonly lang: string;
  readonly case: CaseRule;
  readonly class: AliasClass;
}

/** One sentence and what carries it. `from` names the facts of the source data that it rests on. */
export interface Statement {
  readonly id: string;
  readonly from: readonly string[];
  readonly text: LocalText;
  readonly sources: readonly SourceId[];
  readonly asOf?: string;
  /** The id of an earlier statement of the same entity, which other sources say otherwise: cards show both side by side. */
  readonly contradicts?: string;
}

export interface TimelineItem {
  readonly date: string;
  readonly statement: Statement;
}

export interface Relation {
  /** A key of the pack's relation kinds. */
  readonly kind: string;
  readonly to: EntityId;
  readonly note?: string;
}

/** A sense of one of the entity's names that the pack knows only to be silent about. */
export interface Rival {
  readonly label: string;
  readonly cues: readonly string[];
}

export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly labels: LocalText;
  readonly aliases: readonly Alias[];
  /** One or two statements that stand alone: the head of a card. */
  readonly background: readonly Statement[];
  readonly statements: readonly Statement[];
  readonly timeline: readonly TimelineItem[];
  readonly relations: readonly Relation[];
  /** Words that speak for this entity, by language. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly rivals: readonly Rival[];
}

export const SOURCE_QUALITIES = ['primary', 'reputable', 'encyclopaedia', 'mirror', 'weak'] as const;

export interface Source {
  readonly id: SourceId;
  /** The printed title; where none is known, `description` says what the source is. */
  readonly title?: string;
  readonly description?: string;
  readonly publisher: string;
  readonly author?: string;
  readonly date?: string;
  readonly language: string;
  readonly kind: string;
  readonly quality: (typeof SOURCE_QUALITIES)[number];
  /** A state's own outlet: the card says so. */
  readonly stateMedia?: true;
  /** Absent: a reference that cannot be opened. */
  readonly url?: string;
  readonly citedByArticle?: true;
}

export interface RelationKind {
  readonly label: LocalText;
  readonly inverse: string;
}

/** What a pack says of itself. */
export interface PackInfo {
  readonly id: string;
  readonly title: LocalText;
  readonly description: LocalText;
  /** Semantic version of the pack's text. */
  readonly version: string;
  /** Day of the last edit. */
  readonly date: string;
  readonly licence: { readonly id: string; readonly url: string };
  readonly languages: readonly string[];
}

/** Where a block stands on the page. Chrome is menus, share bars, footers: never marked. */
export const REGIONS = ['prose', 'heading', 'caption', 'list', 'link-list', 'chrome'] as const;
export type Region = (typeof REGIONS)[number];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of page text that reads as one piece, free of the DOM. */
export interface TextBlock {
  /** Unique on its page. */
  readonly id: number;
  readonly text: string;
  /** BCP 47 tag, or '' where the page does not say. */
  readonly lang: string;
  readonly region: Region;
  /** Number of the section, counted in document order from 0; a heading opens a new one. */
  readonly section: number;
  readonly headingLevel?: number;
  /** Linked stretches of the text. */
  readonly links: readonly Span[];
  /** Offsets at which a line break of the page's markup (`<br>`) stands. */
  readonly breaks: readonly number[];
}

/** Why a mention was marked or left alone; put into words where it is shown. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Weight in log-odds, positive for the entity. */
  readonly weight: number;
}

export const REASON_CODES = [
  'alias-class',
  'definition-confirms',
  'definition-contradicts',
  'full-form-on-page',
  'whole-name-on-page',
  'related-nearby',
  'page-topic',
  'cue-words',
  'background-words',
  'rival-cue-words',
  'affairs-words',
  'other-field',
  'page-field',
  'business-words',
  'type-cue',
  'written-as-name',
  'listed-with',
  'home-named',
  'home-unnamed',
  'longer-name',
  'other-owner',
  'share-line',
  'language',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** A span of text judged to refer to one entity. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entity: EntityId;
  /** The name as the pack lists it, folded, with its case: "ITU" where the page has "ITUs". */
  readonly name: string;
  /** Log-odds: the sum of the reasons' weights. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** How many mentions are marked: each, the first of an entity in each section, or the first on the page. */
export const DENSITIES = ['every', 'section', 'page'] as const;
export type Density = (typeof DENSITIES)[number];

/** How marks look: a dotted or a solid line under the name, a tint behind it, or a fine dotted line that hardly shows. */
export const MARK_STYLES = ['dotted', 'line', 'tint', 'faint'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** What opens a card: the pointer at rest on a name, the same while Shift is held, or a click on the name alone. */
export const TRIGGERS = ['hover', 'modifier', 'click'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How cards open. */
export interface Opening {
  readonly trigger: Trigger;
  /** How long the pointer rests first, in ms. */
  readonly delay: number;
}

/** The shortest and the longest delay that a reader can choose, and the usual one. */
export const DELAYS = { least: 100, most: 1000, usual: 300 } as const;

/** Everything a card shows about one entity. */
export interface EntityDetails {
  readonly entity: Entity;
  readonly sources: Readonly<Record<string, Source>>;
  readonly relations: readonly {
    readonly kind: string;
    readonly label: LocalText;
    readonly to: EntityId;
    readonly toLabels: LocalText;
    readonly note?: string;
  }[];
  readonly pack: PackInfo;
}

export function entityId(pack: string, local: string): EntityId {
  return `${pack}:${local}` as EntityId;
}

/** The two halves of an entity id; the local half is '' where the id has no colon. */
export function splitEntityId(id: EntityId): { readonly pack: string; readonly local: string } {
  const colon = id.indexOf(':');
  return colon < 0 ? { pack: id, local: '' } : { pack: id.slice(0, colon), local: id.slice(colon + 1) };
}
