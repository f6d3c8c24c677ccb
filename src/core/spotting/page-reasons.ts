/** What the whole page says of a name that its block leaves open: added when the page is known. */
import type { CueSign } from '../gazetteer/lexicon.ts';
import type { EntityId, Reason } from '../model.ts';
import type { Sense } from './judge.ts';
import type { PageView } from './page-view.ts';
import { type Capped, capped, reason } from './reasons.ts';
import * as weights from './weights.ts';

const SHOWN = 4;

export function pageReasons(sense: Sense, surface: string, page: PageView): Reason[] {
  // A distinctive name needs no page to be itself; but a definition given before it can take an acronym away.
  if (sense.class === 'distinctive') return contradiction(sense, surface, page);
  const { entity } = sense;
  const count = page.mentionsOf(entity);
  if (sense.class === 'surname') {
    return count > 0
      ? [reason('whole-name-on-page', weights.WHOLE_NAME_LICENSES, { count, name: page.labelOf(entity) })]
      : [];
  }
  const reasons = definitionOnPage(sense, surface, page);
  if (count > 0)
    reasons.push(
      reason('full-form-on-page', weights.FULL_FORM_ON_PAGE, { count, name: page.labelOf(entity) }),
    );
  const { related, others } = page.namedBeside(entity);
  if (related.length > 0) {
    reasons.push(
      reason('related-nearby', capped(weights.RELATED_ON_PAGE, related.length), namesOf(related, page)),
    );
  }
  if (others.length > 0) {
    reasons.push(reason('page-topic', capped(weights.PACK_ON_PAGE, others.length), namesOf(others, page)));
  }
  const field = fieldOfPage(page);
  if (field) reasons.push(field);
  const isHome = sense.local.some(({ code }) => code === 'home-named');
  if (sense.class === 'ambiguous' && !isHome && page.isFarFromHome(entity)) {
    reasons.push(reason('home-unnamed', weights.HOME_UNNAMED, {}));
  }
  // A name is no evidence for itself.
  const folded = surface.toLowerCase();
  const known = wordsOf(sense.local);
  const unknown = (sign: CueSign) =>
    page.cuesOf(entity, sign, folded).filter((word) => word !== folded && !known.includes(word));
  return [
    ...reasons,
    ...wordsReason('cue-words', weights.CUE_ON_PAGE, unknown(1)),
    ...wordsReason('background-words', weights.BACKGROUND_ON_PAGE, unknown(2)),
    ...wordsReason('rival-cue-words', weights.RIVAL_CUE_ON_PAGE, unknown(-1)),
  ];
}

/** A page with enough words of either says what it is about: public affairs, or a field where short names mean others. */
function fieldOfPage({ fields: { affairs, others } }: PageView): Reason | null {
  const told = affairs + others;
  if (told < weights.PAGE_FIELD.least) return null;
  const share = (affairs - others) / told;
  const weight = share * (share < 0 ? weights.PAGE_FIELD.others : weights.PAGE_FIELD.affairs);
  return Math.abs(weight) < 0.1 ? null : reason('page-field', weight, { affairs, others });
}

/** The page spells an acronym out, and only as something else. */
function contradiction(sense: Sense, surface: string, page: PageView): Reason[] {
  if (!ACRONYM.test(surface)) return [];
  const defined = page.definitionOf(surface);
  const foreign = defined && defined.entities.length === 0 ? defined.foreign[0] : undefined;
  if (foreign === undefined || sense.local.some(({ code }) => code === 'definition-confirms')) return [];
  return [reason('definition-contradicts', weights.DEFINITION_CONTRADICTS, { surface, long: foreign })];
}

const ACRONYM = /^[\p{Lu}\p{N}&.-]{2,10}$/u;

/** A definition at the very place is weighed already, and stands above what the page says elsewhere. */
function definitionOnPage(sense: Sense, surface: string, page: PageView): Reason[] {
  if (sense.local.some(({ code }) => code === 'definition-confirms' || code === 'definition-contradicts'))
    return [];
  const defined = page.definitionOf(surface);
  const reasons = [];
  if (defined?.entities.includes(sense.entity)) {
    reasons.push(
      reason('definition-confirms', weights.DEFINITION_CONFIRMS, {
        surface,
        long: page.labelOf(sense.entity),
      }),
    );
  }
  const foreign = defined?.foreign[0];
  if (foreign !== undefined) {
    reasons.push(
      reason('definition-contradicts', weights.DEFINITION_CONTRADICTS, { surface, long: foreign }),
    );
  }
  return reasons;
}

/** The words that the block's own reasons have shown: the page's are counted beside them. */
function wordsOf(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap(({ code, params }) =>
    COUNTED.has(code) ? String(params['words']).split(', ') : [],
  );
}

const COUNTED: ReadonlySet<Reason['code']> = new Set(['cue-words', 'background-words', 'rival-cue-words']);

/** The first entities by their names, and how many there are. */
function namesOf(entities: readonly EntityId[], page: PageView): Reason['params'] {
  return { names: entities.slice(0, SHOWN).map(page.labelOf).join(', '), count: entities.length };
}

function wordsReason(code: Reason['code'], weight: Capped, words: readonly string[]): Reason[] {
  if (words.length === 0) return [];
  return [reason(code, capped(weight, words.length), { words: words.slice(0, SHOWN).join(', ') })];
}
