/**
 * What a schema cannot say of a pack: ids that must be one, or must exist, lengths that must fit a card, sources that a
 * reader can open. Every rule answers all its problems; the compiler shows them all in one run.
 */
import type { PackInfo, Source } from '../model.ts';
import { foldName } from '../text/fold.ts';
import { isPartialDate } from './dates.ts';
import { faultOfTag } from './language-tags.ts';
import { fileOfEntity, type PackProblem, type PackSource, type SourceEntity } from './source.ts';
import { statementsOf } from './statements.ts';

export const LONGEST_STATEMENT = 240;
export const LONGEST_BACKGROUND = 320;

type Report = (problem: Omit<PackProblem, 'severity'> & { severity?: PackProblem['severity'] }) => void;

export interface CheckOptions {
  /** A pack for the command line, without texts. */
  readonly namesOnly?: boolean;
  /** What is there but could not be read: entities by id, or the whole list of sources. Naming it is no fault. */
  readonly unread?: { readonly entities: ReadonlySet<string>; readonly sources: boolean };
  /** Whether a folded word is an ordinary one. */
  readonly isOrdinaryWord?: (word: string) => boolean;
}

/** All problems of a pack whose parts have the right shape. */
export function checkPack(pack: PackSource, options: CheckOptions = {}): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (problem) => problems.push({ severity: 'error', ...problem });
  checkInfo(pack.info, report);
  checkSources(pack.sources, report);
  checkIds(pack, report);
  const sources = options.unread?.sources
    ? null
    : new Map(pack.sources.map((source) => [source.id as string, source]));
  const ids = new Set([...pack.entities.map((entity) => entity.id), ...(options.unread?.entities ?? [])]);
  for (const entity of pack.entities) {
    const at = reporterOf(entity, report);
    checkNames(entity, options.isOrdinaryWord, at);
    checkLanguages(entity, at);
    checkRelations(entity, pack, ids, at);
    if (!options.namesOnly) checkStatements(entity, sources, at);
  }
  checkSharedNames(pack, report);
  return problems;
}

type EntityReport = (
  field: string,
  message: string,
  remedy: string,
  severity?: PackProblem['severity'],
) => void;

function reporterOf(entity: SourceEntity, report: Report): EntityReport {
  return (field, message, remedy, severity = 'error') =>
    report({ severity, file: fileOfEntity(entity.id), entity: entity.id, field, message, remedy });
}

/** What the pack says of itself; a pack of names alone may say nothing. */
function checkInfo(info: Partial<PackInfo> | undefined, report: Report): void {
  const at = (field: string, message: string, remedy: string) =>
    report({ file: 'pack.json', field, message, remedy });
  if (typeof info?.date === 'string' && !isPartialDate(info.date)) {
    at('date', `"${info.date}" is no date`, 'write the day of the last edit as YYYY-MM-DD');
  }
  const licence = info?.licence?.url;
  if (typeof licence === 'string' && !isWebAddress(licence)) {
    at('licence.url', `"${licence}" is no http or https address`, 'give the address of the licence');
  }
  for (const [i, tag] of Array.isArray(info?.languages) ? info.languages.entries() : []) {
    const fault = faultOfTag(tag);
    if (fault) at(`languages[${i}]`, `"${tag}" is no language tag`, fault.remedy);
  }
}

function checkSources(sources: readonly Source[], report: Report): void {
  const seen = new Set<string>();
  for (const [i, source] of sources.entries()) {
    const at = (field: string, message: string, remedy: string) =>
      report({
        file: 'sources.json',
        field: `[${i}].${field}`,
        message: `source "${source.id}": ${message}`,
        remedy,
      });
    if (seen.has(source.id)) at('id', 'the id is used twice', 'give each source an id of its own');
    seen.add(source.id);
    if (!source.title && !source.description) {
      at('title', 'neither title nor description', 'give the printed title, or describe the source');
    }
    if (source.url !== undefined && !isWebAddress(source.url)) {
      at('url', `"${source.url}" is no http or https address`, 'give the full address, or leave it out');
    }
    if (source.date !== undefined && !isPartialDate(source.date)) {
      at('date', `"${source.date}" is no date`, 'write YYYY, YYYY-MM or YYYY-MM-DD, or leave it out');
    }
    const fault = faultOfTag(source.language);
    if (fault) at('language', `"${source.language}" is no language tag`, fault.remedy);
  }
}

/** A host with a dot, nobody's name before it ("https://bank.com@example.org"), and no blank anywhere. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/.test(url) && URL.canParse(url);
}

function checkIds(pack: PackSource, report: Report): void {
  const entities = new Set<string>();
  const statements = new Map<string, string>();
  for (const entity of pack.entities) {
    const at = reporterOf(entity, report);
    if (entities.has(entity.id)) at('id', `two entities have the id "${entity.id}"`, 'rename one of them');
    entities.add(entity.id);
    for (const { statement, field } of statementsOf(entity)) {
      const owner = statements.get(statement.id);
      if (owner !== undefined) {
        at(`${field}.id`, `"${statement.id}" is used already, in ${owner}`, 'number statements through');
      }
      statements.set(statement.id, entity.id);
    }
  }
}

function checkNames(
  entity: SourceEntity,
  isOrdinaryWord: CheckOptions['isOrdinaryWord'],
  at: EntityReport,
): void {
  if (entity.aliases.length === 0) at('aliases', 'no alias', 'list at least the name itself');
  const seen = new Set<string>();
  for (const [i, alias] of entity.aliases.entries()) {
    const field = `aliases[${i}].text`;
    const folded = foldName(alias.text);
    const quoted = `"${alias.text.slice(0, 60)}"`;
    if (folded === '') at(field, `${quoted} folds to nothing`, 'remove it: no text would ever match it');
    else if (/^\p{N}+$/u.test(folded))
      at(field, `${quoted} is only digits`, 'remove it: every number would match');
    else if ([...folded].length === 1)
      at(field, `${quoted} is a single character`, 'remove it, or write a longer name');
    if (alias.class === 'distinctive' && alias.case === 'fold' && isOrdinaryWord?.(folded)) {
      at(
        `aliases[${i}].class`,
        `${quoted} is an ordinary word, and would be marked wherever it stands`,
        'leave the class out, or mark it only as written: "case": "exact"',
      );
    }
    const key = `${alias.lang} ${alias.text}`;
    if (seen.has(key)) at(field, `${quoted} is listed twice in ${alias.lang}`, 'remove one');
    seen.add(key);
  }
}

/** Every tag of an entity's names, texts and cue words. */
function checkLanguages(entity: SourceEntity, at: EntityReport): void {
  const tags: [field: string, tag: string][] = [
    ...entity.aliases.map(({ lang }, i): [string, string] => [`aliases[${i}].lang`, lang]),
    ...Object.keys(entity.labels).map((tag): [string, string] => [`labels.${tag}`, tag]),
    ...Object.keys(entity.cues).map((tag): [string, string] => [`cues.${tag}`, tag]),
    ...statementsOf(entity).flatMap(({ statement, field }) =>
      Object.keys(statement.text).map((tag): [string, string] => [`${field}.text.${tag}`, tag]),
    ),
  ];
  for (const [field, tag] of tags) {
    const fault = faultOfTag(tag);
    if (fault) at(field, `"${tag}" is no language tag`, fault.remedy);
  }
}

function checkRelations(
  entity: SourceEntity,
  pack: PackSource,
  ids: ReadonlySet<string>,
  at: EntityReport,
): void {
  for (const [i, relation] of entity.relations.entries()) {
    if (!Object.hasOwn(pack.relationKinds, relation.kind)) {
      const known = Object.keys(pack.relationKinds).join(', ');
      at(`relations[${i}].kind`, `"${relation.kind}" is no relation kind`, `use one of ${known}`);
    }
    // An id with a colon is an entity of another pack, which may be there or not.
    if (!relation.to.includes(':') && !ids.has(relation.to)) {
      at(`relations[${i}].to`, `there is no entity "${relation.to}"`, 'correct the id, or add the entity');
    }
  }
}

function checkStatements(
  entity: SourceEntity,
  sources: ReadonlyMap<string, Source> | null,
  at: EntityReport,
): void {
  if (entity.background.length < 1 || entity.background.length > 2) {
    at('background', `${entity.background.length} statements`, 'write one or two');
  }
  const languages = new Set(entity.background.flatMap((statement) => Object.keys(statement.text)));
  for (const lang of languages) {
    const length = entity.background.reduce((sum, statement) => sum + (statement.text[lang]?.length ?? 0), 0);
    if (length > LONGEST_BACKGROUND) {
      at('background', `${length} characters in ${lang}`, `shorten it to ${LONGEST_BACKGROUND}`);
    }
  }
  for (const { statement, field } of statementsOf(entity)) {
    for (const [lang, text] of Object.entries(statement.text)) {
      if (text.length > LONGEST_STATEMENT) {
        at(
          `${field}.text.${lang}`,
          `${text.length} characters`,
          `shorten it to ${LONGEST_STATEMENT}, or split it in two`,
        );
      }
    }
    if (statement.asOf !== undefined && !isPartialDate(statement.asOf)) {
      at(`${field}.asOf`, `"${statement.asOf}" is no date`, 'write YYYY, YYYY-MM or YYYY-MM-DD');
    }
    checkCitations(statement.sources, sources, `${field}.sources`, at);
  }
  for (const [i, { contradicts }] of entity.statements.entries()) {
    if (contradicts !== undefined && !entity.statements.slice(0, i).some(({ id }) => id === contradicts)) {
      const remedy = 'name one of `statements` that stands before it';
      at(`statements[${i}].contradicts`, `there is no earlier statement "${contradicts}"`, remedy);
    }
  }
  for (const [i, item] of entity.timeline.entries()) {
    if (!isPartialDate(item.date)) {
      at(`timeline[${i}].date`, `"${item.date}" is no date`, 'write YYYY, YYYY-MM or YYYY-MM-DD');
    }
  }
}

function checkCitations(
  cited: readonly string[],
  sources: ReadonlyMap<string, Source> | null,
  field: string,
  at: EntityReport,
): void {
  if (cited.length === 0) at(field, 'no source', 'name the source that carries the sentence, or remove it');
  if (!sources) return; // the list could not be read: that is its own fault
  for (const id of cited) {
    if (!sources.has(id))
      at(field, `there is no source "${id}"`, 'correct the id, or add it to sources.json');
  }
  const known = cited.flatMap((id) => sources.get(id) ?? []);
  const canStandAlone = known.some(
    (source) => source.url !== undefined && source.quality !== 'mirror' && source.quality !== 'weak',
  );
  if (known.length > 0 && !canStandAlone) {
    at(
      field,
      'only references without an address, mirrors or weak sources',
      'add a source that a reader can open',
    );
  }
}

function checkSharedNames(pack: PackSource, report: Report): void {
  const bearers = new Map<string, Set<SourceEntity>>();
  for (const entity of pack.entities) {
    for (const alias of entity.aliases) {
      const key = foldName(alias.text);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(entity));
    }
  }
  for (const [key, entities] of bearers) {
    if (entities.size < 2) continue;
    const mute = [...entities].filter((entity) =>
      Object.values(entity.cues).every((words) => words.length === 0),
    );
    for (const entity of mute.length === entities.size ? mute : []) {
      reporterOf(entity, report)(
        'cues',
        `"${key}" also names ${[...entities].filter((other) => other !== entity).map((other) => other.id)}`,
        'give cue words that tell them apart, or drop the alias from one',
      );
    }
  }
}
