/**
 * Every weight of the judgement, in log-odds (natural logarithm): 3 is "twenty times likelier". One table, so that a
 * change of judgement is a change of one line.
 */
import type { AliasClass } from '../model.ts';
import type { Capped } from './reasons.ts';

/** What a name is worth before anything else is known. */
export const PRIOR: Readonly<Record<AliasClass, number>> = {
  distinctive: 4,
  familiar: 0.4,
  ambiguous: -1.5,
  common: -2.5,
  surname: -8,
};

/** At or above: a mention. Below: silence. */
export const THRESHOLD = 0.5;
/** How far the best sense must lead the next one of the same name. */
export const MARGIN = 1;

/** The page spells the name out as this entity, or as something else; and so does this very place. */
export const DEFINITION_CONFIRMS = 6;
export const DEFINITION_CONTRADICTS = -12;
/** Another, distinctive name of the entity stands on the page. */
export const FULL_FORM_ON_PAGE = 3.5;
/** The whole name of a person licenses the surname, and nothing else does. */
export const WHOLE_NAME_LICENSES = 10;
/** Each related entity named on the page, and more where it stands in the same block. */
export const RELATED_ON_PAGE: Capped = { each: 0.6, most: 2.4 };
export const RELATED_IN_BLOCK: Capped = { each: 1, most: 3 };
/** Each other entity of the pack named nearby, or on the page: what the text is about. */
export const PACK_IN_BLOCK: Capped = { each: 0.7, most: 1.4 };
export const PACK_ON_PAGE: Capped = { each: 0.35, most: 1.4 };
/** Each different cue word in the same block, and elsewhere on the page. */
export const CUE_IN_BLOCK: Capped = { each: 1.3, most: 3.9 };
export const CUE_ON_PAGE: Capped = { each: 0.4, most: 1.6 };
/** Each word of the entity's background. */
export const BACKGROUND_IN_BLOCK: Capped = { each: 0.7, most: 2.1 };
export const BACKGROUND_ON_PAGE: Capped = { each: 0.1, most: 0.6 };
/** Each different word of a rival sense. */
export const RIVAL_CUE_IN_BLOCK: Capped = { each: -1.6, most: -6 };
export const RIVAL_CUE_ON_PAGE: Capped = { each: -0.4, most: -1.6 };
/** Evidence further off than a sentence or so counts by this. */
export const FAR = 0.5;
/** Words of public affairs around, and of the fields in which short names mean other things. */
export const AFFAIRS: Capped = { each: 0.4, most: 1.6 };
export const OTHER_FIELD: Capped = { each: -1, most: -4 };
/** What the page as a whole is about, by the lead of one kind of words over the other; fewer words than `least` tell nothing. */
export const PAGE_FIELD = { least: 4, affairs: 0.5, others: 2.5 } as const;
/** Words of business around a name that is also an ordinary word. */
export const BUSINESS: Capped = { each: 0.8, most: 2.4 };
/** What the words directly beside a name make of it; `counted` is "an MFA". */
export const TYPE_CUE = {
  role: 2.5,
  act: 1.8,
  body: 1.5,
  company: 2.2,
  place: 2,
  institution: 0.8,
  owner: 1.5,
  familiar: 0.6,
  counted: -3,
  apposition: 2,
  notThat: -5,
} as const;
/** An ordinary word with a capital inside a sentence; and in a language whose word it is not. */
export const WRITTEN_AS_NAME = 1;
export const FOREIGN_WORD = 2;
/** Names of the pack in one row with it. */
export const LISTED_WITH = 1.5;
/** A country's institution, on a page that does not speak of the country. */
export const HOME_UNNAMED = -4;
export const HOME_NAMED = 0.5;
/** A Latin short form in a text of another script is a foreigner there. */
export const LATIN_ABROAD = 1;
/** The name is a part of a longer one, another's. */
export const LONGER_NAME = -8;
/** A line that asks to share or follow. */
export const SHARE_LINE = -8;
/** An institution that every country has, where another country is named as its owner. */
export const OTHER_OWNER = -8;
/** A name of one language in a text of another; and where the entity has a short form in the text's own. */
export const LANGUAGE_DIFFERS = -2;
export const ENGLISH_ABROAD = -1.5;
export const OWN_SHORT_FORM = -3;
