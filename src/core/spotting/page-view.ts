/**
 * The page's evidence, turned round to answer the questions of a judgement: asked per pending mention, worked out once.
 */

import type { CueSign, Lexicon } from '../gazetteer/lexicon.ts';
import type { EntityId } from '../model.ts';
import { countryOf } from './countries.ts';
import type { DefinedForm } from './defined-forms.ts';
import { factsOf } from './entity-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { countriesIn } from './homes.ts';

export interface PageView {
  /** An entity's name for a reader. */
  labelOf(entity: EntityId): string;
  /** What the page says a short form stands for. */
  definitionOf(surface: string): DefinedForm | undefined;
  /** How often the page names the entity beyond doubt. */
  mentionsOf(entity: EntityId): number;
  /** Other entities that the page names beyond doubt: those related to this one, and the rest. */
  namedBeside(entity: EntityId): Beside;
  /** The page's words that speak for the entity (1, 2) or for a rival of it (-1) under the name, folded. */
  cuesOf(entity: EntityId, sign: CueSign, name: string): readonly string[];
  /** What the page is about: words of public affairs, and of other fields. */
  readonly fields: PageEvidence['fields'];
  /** Whether the entity is a country's institution and the page speaks of the country nowhere. */
  isFarFromHome(entity: EntityId): boolean;
}

export interface Beside {
  readonly related: readonly EntityId[];
  readonly others: readonly EntityId[];
}

interface Word {
  readonly word: string;
  readonly names: readonly string[] | undefined;
}

export function viewOfPage(evidence: PageEvidence, lexicons: readonly Lexicon[]): PageView {
  const named = (Object.keys(evidence.entities) as EntityId[]).filter(
    (id) => (evidence.entities[id] ?? 0) > 0,
  );
  const beside = new Map<EntityId, Beside>();
  let cues: ReadonlyMap<string, readonly Word[]> | undefined;
  const asked = new Map<string, readonly string[]>();
  let spoken: ReadonlySet<string> | undefined;
  return {
    fields: evidence.fields,
    labelOf: (entity) => factsOf(entity, lexicons).label,
    definitionOf: (surface) => {
      const written = writings(surface).find((short) => Object.hasOwn(evidence.definitions, short));
      return written === undefined ? undefined : evidence.definitions[written];
    },
    mentionsOf: (entity) => evidence.entities[entity] ?? 0,
    namedBeside: (entity) => {
      const known = beside.get(entity);
      if (known) return known;
      const answer = partNamed(entity, named, lexicons);
      beside.set(entity, answer);
      return answer;
    },
    cuesOf: (entity, sign, name) => {
      const owner = `${sign} ${entity} ${name}`;
      const told = asked.get(owner);
      if (told) return told;
      cues ??= wordsByEntity(evidence.cueWords, lexicons);
      const words = (cues.get(`${sign} ${entity}`) ?? [])
        .filter(({ names }) => names === undefined || names.includes(name))
        .map(({ word }) => word);
      asked.set(owner, words);
      return words;
    },
    isFarFromHome: (entity) => {
      const { homes } = factsOf(entity, lexicons);
      if (homes.size === 0) return false;
      spoken ??= countriesSpokenOf(evidence, lexicons);
      const of = spoken;
      return ![...homes].some((home) => of.has(home));
    },
  };
}

function partNamed(entity: EntityId, named: readonly EntityId[], lexicons: readonly Lexicon[]): Beside {
  const { related: close } = factsOf(entity, lexicons);
  return {
    related: named.filter((id) => close.has(id)),
    others: named.filter((id) => id !== entity && !close.has(id)),
  };
}

/** The countries that the page's cue words and certain names tell of. */
function countriesSpokenOf(evidence: PageEvidence, lexicons: readonly Lexicon[]): ReadonlySet<string> {
  const spoken = new Set<string>();
  for (const word of evidence.cueWords) {
    const country = countryOf(word);
    if (country) spoken.add(country);
  }
  for (const entity of Object.keys(evidence.entities) as EntityId[]) {
    const lexicon = lexicons.find((candidate) => candidate.typeOf(entity) !== undefined);
    const names = lexicon?.namesOfEntity(entity) ?? [];
    for (const country of countriesIn(names.map(({ cased }) => cased))) spoken.add(country);
  }
  return spoken;
}

function wordsByEntity(words: readonly string[], lexicons: readonly Lexicon[]): Map<string, Word[]> {
  const cues = new Map<string, Word[]>();
  for (const lexicon of lexicons) {
    for (const word of words) {
      const key = lexicon.gazetteer.idOf(word);
      for (const { entity, sign, names } of key < 0 ? [] : lexicon.cuesOf(key)) {
        const owner = `${sign} ${entity}`;
        const known = cues.get(owner);
        if (known) known.push({ word, names });
        else cues.set(owner, [{ word, names }]);
      }
    }
  }
  return cues;
}

/** A page that defines "ISPs" or "I.S.P." has defined "ISP", and the other way round. */
function writings(surface: string): string[] {
  const bare = surface.replaceAll('.', '').replace(/(?<=^\p{Lu}{2,})s$/u, '');
  return [surface, bare, `${bare}s`, `${[...bare].join('.')}.`];
}
