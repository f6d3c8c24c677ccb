/**
 * What a block's definitions mean for the pack's names: which of them it confirms, which it gives another sense, and at
 * which places. Two names of one entity side by side confirm each other in any script; a long form that is no name of the
 * entity, nor nearly one, is another sense.
 */
import type { Lexicon, Name } from '../gazetteer/lexicon.ts';
import type { EntityId } from '../model.ts';
import { type Definition, definitionBeside, findDefinitions } from './definitions.ts';
import type { Candidate } from './find-candidates.ts';

/** What a short form stands for, by a page or at one place. */
export interface DefinedForm {
  /** Entities whose full name is given for it. */
  readonly entities: readonly EntityId[];
  /** Long forms that are no name of those: another sense. */
  readonly foreign: readonly string[];
}

export interface BlockDefinitions {
  /** By short form, with its case. */
  readonly forms: ReadonlyMap<string, DefinedForm>;
  /** By the place where a name begins. */
  readonly at: ReadonlyMap<number, DefinedForm>;
}

/** Between two names of one entity: a bracket, a dash, "or the", "known as"; at most this long. */
const BETWEEN =
  /^ ?(?:["']? ?[(（[［【] ?(?:the |also |or |known as |called |abbreviated |short |kurz |en abrégé |en inglés |en anglais |сокращ\S* )?["']?|,? (?:or|known as|also known as|also called|abbreviated as|short for|stands for|ou|oder|o|или|即|أو) (?:the )?["']?|[,:] (?:the )?|，|、? ?(?:简称|簡稱|即|又称) ?["']?|-+ ?(?:the )?)$/iu;
const LONGEST_BETWEEN = 24;
/** A long form with this share of its words in one of the entity's names is that name, written a little otherwise. */
const NEARLY = 0.7;

export function definitionsIn(
  cased: string,
  candidates: readonly Candidate[],
  lexicons: readonly Lexicon[],
): BlockDefinitions {
  const forms = new Map<string, DefinedForm>();
  const at = new Map<number, DefinedForm>();
  const add = (short: string, places: readonly number[], form: DefinedForm) => {
    forms.set(short, mergeForms(forms.get(short), form));
    for (const place of places) at.set(place, mergeForms(at.get(place), form));
  };
  for (const [i, first] of candidates.entries()) {
    const second = candidates[i + 1];
    if (!second) break;
    const entities = sharedEntities(cased, first, second);
    if (entities.length === 0) continue;
    for (const { start, end } of [first, second])
      add(cased.slice(start, end), [start], { entities, foreign: [] });
  }
  const byForm = new Map<string, Candidate>();
  const byPlace = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (!mayBeShort(candidate)) continue;
    byForm.set(cased.slice(candidate.start, candidate.end), candidate);
    byPlace.set(candidate.start, candidate);
  }
  if (byForm.size === 0) return { forms, at };
  const definitions: Definition[] = findDefinitions(cased);
  for (const { start, end } of byPlace.values()) {
    const beside = at.has(start) ? null : definitionBeside(cased, start, end);
    if (beside) definitions.push(beside);
  }
  for (const { short, long, shortStart } of definitions) {
    // Only what the pack has a name for matters.
    const candidate = byForm.get(short) ?? byForm.get(short.replace(/s$/, ''));
    if (!candidate || at.has(shortStart)) continue;
    const entities = entitiesNamed(long, candidate, lexicons);
    add(
      short,
      [shortStart],
      entities.length > 0 ? { entities, foreign: [] } : { entities: [], foreign: [long] },
    );
  }
  return { forms, at };
}

/** Joins what two definitions say, without doubles and in one order whichever came first. */
export function mergeForms(a: DefinedForm | undefined, b: DefinedForm): DefinedForm {
  if (!a) return b;
  return {
    entities: [...new Set([...a.entities, ...b.entities])].sort(),
    foreign: [...new Set([...a.foreign, ...b.foreign])].sort(),
  };
}

/** An acronym, or a name that is not trusted alone. */
function mayBeShort({ names }: Candidate): boolean {
  return names.some(
    ({ entity, class: class_, cased }) =>
      entity !== null && (class_ !== 'distinctive' || ACRONYM.test(cased)),
  );
}

const ACRONYM = /^[\p{Lu}\p{N}&.-]{2,10}$/u;

function sharedEntities(cased: string, first: Candidate, second: Candidate): EntityId[] {
  const gap = second.start - first.end;
  if (gap < 1 || gap > LONGEST_BETWEEN) return [];
  const shared = new Set<EntityId>();
  for (const { entity } of first.names) {
    if (entity && second.names.some((other) => other.entity === entity)) shared.add(entity);
  }
  if (shared.size === 0) return [];
  const between = cased.slice(first.end, second.start);
  // A row of a glossary begins with the short form and has nothing between: "ISOC Internet Society".
  const isRow = first.start === 0 && between === ' ' && mayBeShort(first);
  if (!isRow && !BETWEEN.test(between)) return [];
  return cased.slice(first.start, first.end) === cased.slice(second.start, second.end) ? [] : [...shared];
}

/** The candidate's entities that have the long form, or nearly it, among their names. */
function entitiesNamed(long: string, candidate: Candidate, lexicons: readonly Lexicon[]): EntityId[] {
  const words = contentWords(long);
  const isHan = HAN.test(long);
  const entities = new Set(candidate.names.flatMap(({ entity }) => entity ?? []));
  return [...entities].filter((entity) =>
    lexicons
      .flatMap((lexicon) => lexicon.namesOfEntity(entity))
      .some((name) => {
        if (isHan) return sharesCharacters(long, name.cased);
        const own = wordsOfName(name);
        if (own.length < 2) return false;
        return (
          words.filter((word) => own.includes(word)).length >= NEARLY * Math.max(own.length, words.length)
        );
      }),
  );
}

const known = new WeakMap<Name, readonly string[]>();

function wordsOfName(name: Name): readonly string[] {
  const words = known.get(name) ?? contentWords(name.cased);
  known.set(name, words);
  return words;
}

/** A Chinese name that most of another's characters stand in: long forms are cut and lengthened freely. */
function sharesCharacters(long: string, name: string): boolean {
  if (!HAN.test(name)) return false;
  const shared = [...name].filter((character) => long.includes(character)).length;
  return shared >= NEARLY * name.length;
}

const HAN = /^[\u3400-\u9fff]{3,}$/;

/** The words of a name that tell it from others, cut to their stems' length. */
function contentWords(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words
    .filter((word) => !/^(?:the|and|for|des|sur|del|los|las|der|die|das|und)$/.test(word))
    .map((word) => word.slice(0, 6));
}
