/**
 * What can still be read of a file whose shape the schema refuses, so that its other faults are found in the same run. Everything
 * misshapen becomes empty but keeps its place: the fields of later faults are counted as in the file. What a fault of shape has
 * already been reported for is not reported again (`isNews`).
 */
import type { Source } from '../../core/model.ts';
import type { PackProblem, SourceAlias, SourceEntity, SourceStatement } from '../../core/pack/source.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);
const textsOf = (value: unknown): string[] => listOf(value).map((text) => textOf(text));
const textByLanguage = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([lang, text]) => [lang, textOf(text)]));

/** An entity, whatever the file holds. `id` is that of the file's name. */
export function salvageEntity(value: unknown, id: string): SourceEntity {
  const entity = fieldsOf(value);
  return {
    id: textOf(entity['id'], id),
    type: textOf(entity['type']),
    labels: textByLanguage(entity['labels']),
    aliases: listOf(entity['aliases']).map(salvageAlias),
    background: listOf(entity['background']).map(salvageStatement),
    statements: listOf(entity['statements']).map(salvageStatement),
    timeline: listOf(entity['timeline']).map((item) => ({
      date: textOf(fieldsOf(item)['date']),
      statement: salvageStatement(fieldsOf(item)['statement']),
    })),
    relations: listOf(entity['relations']).map((item) => ({
      kind: textOf(fieldsOf(item)['kind']),
      to: textOf(fieldsOf(item)['to']),
    })),
    cues: Object.fromEntries(
      Object.entries(fieldsOf(entity['cues'])).map(([lang, words]) => [lang, textsOf(words)]),
    ),
    rivals: listOf(entity['rivals']).map((item) => ({
      label: textOf(fieldsOf(item)['label']),
      cues: textsOf(fieldsOf(item)['cues']),
    })),
  };
}

function salvageAlias(value: unknown): SourceAlias {
  const { text, lang, case: rule } = fieldsOf(value);
  return { text: textOf(text), lang: textOf(lang), case: rule === 'fold' ? 'fold' : 'exact' };
}

function salvageStatement(value: unknown): SourceStatement {
  const { id, from, text, sources, asOf, contradicts } = fieldsOf(value);
  return {
    id: textOf(id),
    from: textsOf(from),
    text: textByLanguage(text),
    sources: textsOf(sources),
    ...(asOf === undefined ? {} : { asOf: textOf(asOf) }),
    ...(contradicts === undefined ? {} : { contradicts: textOf(contradicts) }),
  };
}

/** The sources of a list, each in its place. */
export function salvageSources(value: unknown): Source[] {
  return listOf(value).map((item) => {
    const fields = fieldsOf(item);
    const source = { ...fields, id: textOf(fields['id']), language: textOf(fields['language']) };
    if (fields['date'] !== undefined) Object.assign(source, { date: textOf(fields['date']) });
    if (fields['url'] !== undefined) Object.assign(source, { url: textOf(fields['url']) });
    return source as unknown as Source; // the schema has said what else is wrong; the checks read these four
  });
}

/** Whether a fault of meaning stands outside everything that a fault of shape is known for. */
export function isNews(problem: PackProblem, shapeProblems: readonly PackProblem[]): boolean {
  return !shapeProblems.some(
    ({ file, field }) =>
      file === problem.file && (isWithin(problem.field, field) || isWithin(field, problem.field)),
  );
}

function isWithin(field: string, outer: string): boolean {
  return outer !== '' && (field === outer || field.startsWith(`${outer}.`) || field.startsWith(`${outer}[`));
}
