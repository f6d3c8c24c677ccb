/**
 * Every weight of the judgement, in log-odds (natural logarithm): 3 is "twenty times likelier". One table, so that a
 * change of judgement is a change of one line.
 *
 * Beside each stands what leaving the reason out costs, in points of precision (P) and recall (R): on the project's own
 * cases (`npm run eval -- --own --ablate`), and where it shows there only, on public acronym sets by the sentence alone.
 */
import type { AliasClass } from '../model.ts';
import type { Capped } from './reasons.ts';

/**
 * What a name is worth before anything else is known. Own cases: R -68. A familiar name stands just below the threshold:
 * above it, acronyms alone lose 7 points of P and win 23 of R.
 */
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

/** The page spells the name out as this entity: R -0.3; or as something else: P -3.8. */
export const DEFINITION_CONFIRMS = 6;
export const DEFINITION_CONTRADICTS = -12;
/** Another, distinctive name of the entity stands on the page: R -2.0. */
export const FULL_FORM_ON_PAGE = 3.5;
/** The whole name of a person licenses the surname, and nothing else does: R -0.5. */
export const WHOLE_NAME_LICENSES = 10;

/** Each related entity named in the same block, and elsewhere on the page: R -0.3. */
export const RELATED_IN_BLOCK: Capped = { each: 1, most: 3 };
export const RELATED_ON_PAGE: Capped = { each: 0.6, most: 2.4 };
/** Each other entity of the pack named there: what the text is about. R -1.3. */
export const PACK_IN_BLOCK: Capped = { each: 0.7, most: 1.4 };
export const PACK_ON_PAGE: Capped = { each: 0.35, most: 1.4 };
/** Names of the pack in one row with it: R -0.3. */
export const LISTED_WITH = 1.5;
export const LISTED_AS_PLACES = 2.2;

/** Each different cue word in the same block, and elsewhere on the page: R -1.3. */
export const CUE_IN_BLOCK: Capped = { each: 1.3, most: 3.9 };
export const CUE_ON_PAGE: Capped = { each: 0.4, most: 1.6 };
/** Each word of the entity's background: R -0.3. */
export const BACKGROUND_IN_BLOCK: Capped = { each: 0.7, most: 2.1 };
export const BACKGROUND_ON_PAGE: Capped = { each: 0.1, most: 0.6 };
/** Each different word of a rival sense: P -0.3. */
export const RIVAL_CUE_IN_BLOCK: Capped = { each: -1.6, most: -6 };
export const RIVAL_CUE_ON_PAGE: Capped = { each: -0.4, most: -1.6 };
/** Evidence further off than a sentence or so counts by this. */
export const FAR = 0.5;

/** Words of public affairs around: R -0.3; acronyms alone: R -14. */
export const AFFAIRS: Capped = { each: 0.4, most: 1.6 };
/** And of the fields in which short names mean other things: P -0.2; acronyms alone: P -4. */
export const OTHER_FIELD: Capped = { each: -1, most: -4 };
/** What the page as a whole is about, by the lead of one kind of words over the other; fewer than `least` tell nothing. P -0.2. */
export const PAGE_FIELD = { least: 4, affairs: 0.5, others: 2.5 } as const;
/** Words of business around a name that is also an ordinary word: R -0.2. */
export const BUSINESS: Capped = { each: 0.8, most: 2.4 };

/** What the words directly beside a name make of it: R -3.1; acronyms alone: R -10. `counted` is "an MFA". */
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
/** An ordinary word with a capital inside a sentence; and in a language whose word it is not. R -0.3. */
export const WRITTEN_AS_NAME = 1;
export const FOREIGN_WORD = 2;

/** The name is a part of a longer one, another's: P -3.6. */
export const LONGER_NAME = -8;
/** A line that asks to share or follow: P -0.8. */
export const SHARE_LINE = -8;
/** An institution that every country has, where another country is named as its owner: P -0.8. */
export const OTHER_OWNER = -8;
/** A country's institution, on a page that does not speak of the country: acronyms alone, P -13; and on one that does. */
export const HOME_UNNAMED = -4;
export const HOME_NAMED = 0.5;

/** A name of one language in a text of another, and where the entity has a short form in the text's own: acronyms alone, P -9. */
export const LANGUAGE_DIFFERS = -2;
export const ENGLISH_ABROAD = -1.5;
export const OWN_SHORT_FORM = -3;
/** A Latin short form in a text of another script is a foreigner there. */
export const LATIN_ABROAD = 1;
