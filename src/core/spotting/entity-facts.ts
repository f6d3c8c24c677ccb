/** What the judgement asks of an entity again and again, worked out of the lexicon once. */
import type { Cue, Lexicon, Name } from '../gazetteer/lexicon.ts';
import type { EntityId, EntityType } from '../model.ts';
import { homesOf, isNational } from './homes.ts';

export interface EntityFacts {
  readonly type: EntityType | undefined;
  /** Its name for a reader: the English one that the editor put first. */
  readonly label: string;
  readonly related: ReadonlySet<EntityId>;
  /** Its cue words by their keys; one key may speak for it and, under another name, against it. */
  readonly cues: ReadonlyMap<number, readonly Cue[]>;
  readonly lexicon: Lexicon;
  /** Whether it is an institution of a kind that every country has, and the countries it may be of. */
  readonly isNational: boolean;
  readonly homes: ReadonlySet<string>;
  /** Languages in which the pack has a short form for it. */
  readonly shortForms: ReadonlySet<string>;
}

const known = new WeakMap<Lexicon, Map<EntityId, EntityFacts>>();

/** The facts of an entity that one of the lexicons has. */
export function factsOf(entity: EntityId, lexicons: readonly Lexicon[]): EntityFacts {
  for (const lexicon of lexicons) {
    const facts = known.get(lexicon)?.get(entity);
    if (facts) return facts;
  }
  const lexicon = lexicons.find((candidate) => candidate.namesOfEntity(entity).length > 0);
  if (!lexicon)
    throw new Error(
      `No lexicon has the entity ${entity}: it was judged with other packs than it was found by.`,
    );
  const facts = workOut(entity, lexicon);
  const ofLexicon = known.get(lexicon) ?? new Map<EntityId, EntityFacts>();
  ofLexicon.set(entity, facts);
  known.set(lexicon, ofLexicon);
  return facts;
}

function workOut(entity: EntityId, lexicon: Lexicon): EntityFacts {
  const names = lexicon.namesOfEntity(entity);
  const national = isNational(names);
  const short = names.filter(({ class: class_ }) => class_ !== 'distinctive' && class_ !== 'surname');
  return {
    type: typeOf(entity, lexicon),
    label: labelOf(names),
    related: new Set(lexicon.relatedTo(entity)),
    cues: lexicon.cuesFor(entity),
    lexicon,
    isNational: national,
    homes: national ? homesOf(entity, lexicon) : new Set(),
    shortForms: new Set(short.map(({ lang }) => primaryLanguage(lang))),
  };
}

function labelOf(names: readonly Name[]): string {
  const whole = names.filter(({ class: class_ }) => class_ !== 'surname');
  return (whole.find(({ lang }) => lang === 'en') ?? whole[0])?.cased ?? '';
}

/** What the entity is. Where its whole names are written small it is an idea, whatever its editor calls it. */
function typeOf(entity: EntityId, lexicon: Lexicon): EntityType | undefined {
  const type = lexicon.typeOf(entity);
  const whole = lexicon
    .namesOfEntity(entity)
    .filter(({ cased, lang }) => lang === 'en' && cased.includes(' '));
  const isIdea = whole.length > 0 && whole.every(({ cased }) => cased === cased.toLowerCase());
  return isIdea && type !== 'technology' ? 'concept' : type;
}

export function primaryLanguage(tag: string): string {
  const hyphen = tag.indexOf('-');
  return (hyphen < 0 ? tag : tag.slice(0, hyphen)).toLowerCase();
}
