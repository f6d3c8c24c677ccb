/**
 * What a candidate's own block says of it. Certain names are asked only whether they are a part of another's name;
 * all others also what stands beside and around them.
 */
import type { Cue, Name } from '../gazetteer/lexicon.ts';
import type { EntityId, Reason } from '../model.ts';
import type { BlockContext } from './block-context.ts';
import { countryOf } from './countries.ts';
import { isAffairs, isBusiness, isOtherField } from './domains.ts';
import { type EntityFacts, factsOf } from './entity-facts.ts';
import type { Candidate } from './find-candidates.ts';
import { COUNTRY_OF_LANGUAGE } from './homes.ts';
import { languageReason } from './language-reason.ts';
import { longerName, mayBeLonger } from './longer-name.ts';
import { NameInText } from './name-in-text.ts';
import { Found, forEachNear } from './nearby.ts';
import { otherOwner } from './other-owner.ts';
import { type Capped, capped, reason } from './reasons.ts';
import { standsInShareLine } from './share-line.ts';
import { typeCues } from './type-cues.ts';
import * as weights from './weights.ts';

/** Words of a reason's parameters: as many as a reader takes in. */
const SHOWN = 4;

/** All reasons that the block gives for one name of an entity at one place. */
export function localReasons(
  name: Name & { readonly entity: EntityId },
  index: number,
  block: BlockContext,
): readonly Reason[] {
  const candidate = block.candidates[index] as Candidate; // index is inside
  const facts = factsOf(name.entity, block.lexicons);
  const inText = new NameInText(name, facts.type, index, block);
  const contrary = against(name, facts, inText, candidate, block);
  if (name.class === 'distinctive' && !isShared(candidate)) {
    return contrary === NOTHING ? DISTINCTIVE : [...DISTINCTIVE, ...contrary];
  }
  return [
    reason('alias-class', weights.PRIOR[name.class], { class: name.class }),
    ...contrary,
    ...definitionHere(name.entity, facts, candidate, block),
    ...typeCues(inText),
    ...writtenAsName(inText),
    ...listedWith(facts, candidate, index, block),
    ...namesNearby(name.entity, facts, candidate, block),
    ...cuesNearby(facts, candidate, block),
    ...fieldOfText(inText, candidate, block),
    ...homeNearby(name, facts, candidate, block),
  ];
}

const NOTHING: readonly Reason[] = [];
/** All that is to say of most names of most pages, said once. */
const DISTINCTIVE: readonly Reason[] = [
  reason('alias-class', weights.PRIOR.distinctive, { class: 'distinctive' }),
];

/** What can speak against any name, a certain one too: asked of each, so each question begins with a cheap look. */
function against(
  name: Name & { readonly entity: EntityId },
  facts: EntityFacts,
  inText: NameInText,
  candidate: Candidate,
  block: BlockContext,
): readonly Reason[] {
  const { start, end } = candidate;
  const { cased } = block.folded;
  const longer = !inText.cased.includes(' ') && mayBeLonger(cased, start, end) ? longerName(inText) : null;
  const isShared = block.mayShare && standsInShareLine(cased, start, end);
  const owner = facts.isNational ? otherOwner(facts, inText, block) : null;
  const language = languageReason(name, candidate, block);
  if (longer === null && !isShared && owner === null && !language) return NOTHING;
  return [
    ...(longer === null ? NOTHING : [reason('longer-name', weights.LONGER_NAME, { name: longer })]),
    ...(isShared ? [reason('share-line', weights.SHARE_LINE, {})] : NOTHING),
    ...(owner === null ? NOTHING : [reason('other-owner', weights.OTHER_OWNER, { owner })]),
    ...(language ? [language] : NOTHING),
  ];
}

/** Whether the candidate may be more than one entity. */
function isShared({ names }: Candidate): boolean {
  const [first] = names;
  return names.some(({ entity }) => entity !== null && entity !== first?.entity);
}

/** What the text right here says the name is short for. */
function definitionHere(
  entity: EntityId,
  { label }: EntityFacts,
  { start, end }: Candidate,
  block: BlockContext,
): Reason[] {
  const form = block.definitions.at.get(start);
  if (!form) return [];
  const surface = block.folded.cased.slice(start, end);
  if (form.entities.includes(entity)) {
    return [reason('definition-confirms', weights.DEFINITION_CONFIRMS, { surface, long: label })];
  }
  const params = { surface, long: form.foreign[0] ?? '' };
  return [reason('definition-contradicts', weights.DEFINITION_CONTRADICTS, params)];
}

/** A word of the language, capitalised inside a sentence, is a name; whose, is not said. */
function writtenAsName({ class: class_, cased, around, lang }: NameInText): Reason[] {
  if (class_ !== 'common' || !/^\p{Lu}\p{Ll}/u.test(cased) || around.opensSentence) return [];
  if (around.capitalsTellNothing || lang === 'de') return [];
  const isForeign = lang !== 'en' && lang !== '';
  return [reason('written-as-name', isForeign ? weights.FOREIGN_WORD : weights.WRITTEN_AS_NAME, {})];
}

/** In a row with names of the pack: "Meta, Google und Apple", Huawei和ZTE. */
const IN_A_ROW =
  /^(?:,? ?(?:and|or|und|oder|et|ou|y|e|o|и|или)? ?(?:the |de |d'|l'|la |le |el |der |die )*| ?[,、，和与與及／/] ?)$/i;
const LONGEST_IN_A_ROW = 14;

function listedWith(
  { type }: EntityFacts,
  { start, end }: Candidate,
  index: number,
  block: BlockContext,
): Reason[] {
  const { cased } = block.folded;
  const [last, next] = [block.candidates[index - 1], block.candidates[index + 1]];
  const isRow = (from: number, to: number) =>
    to > from &&
    to - from <= LONGEST_IN_A_ROW &&
    cased.slice(from, to).trim() !== '' &&
    IN_A_ROW.test(cased.slice(from, to));
  // Two capitals side by side are two governments: "Pékin et Washington".
  const fits = (neighbour: Candidate) => isSure(neighbour) || (type === 'place' && isPlace(neighbour, block));
  const beside = [
    last && fits(last) && isRow(last.end, start) ? last : null,
    next && fits(next) && isRow(end, next.start) ? next : null,
  ].filter((neighbour) => neighbour !== null);
  if (beside.length === 0) return [];
  const names = beside.map((neighbour) => cased.slice(neighbour.start, neighbour.end)).join(', ');
  const weight = beside.some(isSure) ? weights.LISTED_WITH : weights.LISTED_AS_PLACES;
  return [reason('listed-with', weight, { names })];
}

function isPlace({ names }: Candidate, { lexicons }: BlockContext): boolean {
  return names.some(({ entity }) => entity !== null && factsOf(entity, lexicons).type === 'place');
}

function isSure({ names }: Candidate): boolean {
  return names.some(
    ({ entity, class: class_ }) => entity !== null && (class_ === 'distinctive' || class_ === 'familiar'),
  );
}

function namesNearby(
  entity: EntityId,
  { related }: EntityFacts,
  candidate: Candidate,
  block: BlockContext,
): Reason[] {
  const near = new Found<EntityId>();
  const others = new Found<EntityId>();
  forEachNear(candidate.start, block.candidates, (neighbour, distance) => {
    if (neighbour === candidate) return;
    for (const { entity: named, class: class_ } of neighbour.names) {
      if (!named || named === entity || (class_ !== 'distinctive' && class_ !== 'familiar')) continue;
      (related.has(named) ? near : others).add(named, distance);
    }
  });
  const reasons = [];
  if (near.size > 0)
    reasons.push(
      reason('related-nearby', capped(weights.RELATED_IN_BLOCK, near.count), namesOf(near, block)),
    );
  if (others.size > 0)
    reasons.push(reason('page-topic', capped(weights.PACK_IN_BLOCK, others.count), namesOf(others, block)));
  return reasons;
}

/** The first entities by their names, and how many there are. */
function namesOf(found: Found<EntityId>, { lexicons }: BlockContext): Reason['params'] {
  const names = found.first(SHOWN).map((entity) => factsOf(entity, lexicons).label);
  return { names: names.join(', '), count: found.size };
}

function cuesNearby({ cues, lexicon }: EntityFacts, candidate: Candidate, block: BlockContext): Reason[] {
  if (cues.size === 0) return [];
  const found = { own: new Found<number>(), background: new Found<number>(), rival: new Found<number>() };
  const surface = block.folded.text.slice(candidate.start, candidate.end);
  forEachNear(candidate.start, block.cues, (cue, distance) => {
    if (cue.lexicon !== lexicon) return;
    const rows = cues.get(cue.key);
    if (!rows || (cue.start >= candidate.start && cue.start < candidate.end)) return; // a name is no evidence for itself
    for (const row of rows) {
      if (!speaksOf(row, surface)) continue;
      const kind = row.sign === 1 ? 'own' : row.sign === 2 ? 'background' : 'rival';
      found[kind].add(cue.key, distance);
    }
  });
  const words = (weight: Capped, code: Reason['code'], keys: Found<number>) =>
    wordsReason(code, weight, keys, (key) => lexicon.wordOf(key));
  return [
    ...words(weights.CUE_IN_BLOCK, 'cue-words', found.own),
    ...words(weights.BACKGROUND_IN_BLOCK, 'background-words', found.background),
    ...words(weights.RIVAL_CUE_IN_BLOCK, 'rival-cue-words', found.rival),
  ];
}

/** Rival words may be those of one name only: "Washington: the state" says nothing of "US". */
export function speaksOf({ names }: Cue, surface: string): boolean {
  return names === undefined || names.includes(surface);
}

function fieldOfText(
  { type, class: class_ }: NameInText,
  candidate: Candidate,
  block: BlockContext,
): Reason[] {
  const business = new Found<string>();
  const isBrand = class_ === 'common' && type !== 'person' && type !== 'place';
  const affairs = new Found<string>();
  const others = new Found<string>();
  forEachNear(candidate.start, block.domainWords, (word, distance) => {
    if (word.start >= candidate.start && word.start < candidate.end) return;
    if (isBrand && isBusiness(word)) business.add(word.word, distance);
    if (isAffairs(word)) affairs.add(word.word, distance);
    else if (isOtherField(word)) others.add(word.word, distance);
  });
  return [
    ...wordsReason('business-words', weights.BUSINESS, business),
    ...wordsReason('affairs-words', weights.AFFAIRS, affairs),
    ...wordsReason('other-field', weights.OTHER_FIELD, others),
  ];
}

/** The country of a country's institution is named nearby. */
function homeNearby(name: Name, { homes }: EntityFacts, candidate: Candidate, block: BlockContext): Reason[] {
  if (name.class !== 'ambiguous' || homes.size === 0) return [];
  // What is written in Chinese speaks of China unless it says otherwise.
  const country = COUNTRY_OF_LANGUAGE[block.languages.at(candidate.start)];
  if (country && homes.has(country)) return [reason('home-named', weights.HOME_NAMED, { words: country })];
  const found = new Found<string>();
  forEachNear(candidate.start, block.domainWords, ({ word, start }, distance) => {
    const country = countryOf(word);
    const isOutside = start < candidate.start || start >= candidate.end;
    if (country && isOutside && homes.has(country)) found.add(word, distance);
  });
  return found.size > 0 ? [reason('home-named', weights.HOME_NAMED, { words: found.first(1).join() })] : [];
}

function wordsReason<K>(
  code: Reason['code'],
  weight: Capped,
  found: Found<K>,
  spell: (item: K) => string = String,
): Reason[] {
  if (found.size === 0) return [];
  const words = found.first(SHOWN).map(spell).join(', ');
  return [reason(code, capped(weight, found.count), { words })];
}
