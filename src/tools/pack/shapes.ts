/**
 * The JSON Schemas of a pack's files (assets/packs/schema), run by ajv, and its errors put into an editor's words: what is
 * wrong, where, and what to do.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import entitySchema from '../../../assets/packs/schema/entity.schema.json' with { type: 'json' };
import packSchema from '../../../assets/packs/schema/pack.schema.json' with { type: 'json' };
import sourcesSchema from '../../../assets/packs/schema/sources.schema.json' with { type: 'json' };
import type { PackProblem } from '../../core/pack/source.ts';

export type Shape = 'pack' | 'sources' | 'entity';

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, verbose: true });
const validators: Readonly<Record<Shape, ValidateFunction>> = {
  pack: ajv.compile(packSchema),
  sources: ajv.compile(sourcesSchema),
  entity: ajv.compile(entitySchema),
};
/** Names alone: an entity needs an id, a type and aliases; a pack needs an id. */
const namesValidators: Readonly<Record<Shape, ValidateFunction>> = {
  pack: ajv.compile({ ...packSchema, required: ['id'] }),
  sources: validators.sources,
  entity: ajv.compile({ ...entitySchema, required: ['id', 'type', 'aliases'] }),
};

/** All faults of shape in one file's value. */
export function checkShape(shape: Shape, value: unknown, file: string, namesOnly: boolean): PackProblem[] {
  const validate = (namesOnly ? namesValidators : validators)[shape];
  if (validate(value)) return [];
  const entity = shape === 'entity' ? (value as { id?: unknown } | null)?.id : undefined;
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'propertyNames') // its inner error, `pattern`, says more
    .map((error) => ({
      severity: 'error',
      file,
      ...(typeof entity === 'string' ? { entity } : {}),
      field: fieldOf(error),
      ...wordsOf(error),
    }));
}

/** `/statements/2/sources` as `statements[2].sources`. */
function fieldOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty } = error.params;
  const name = missingProperty ?? additionalProperty ?? error.propertyName;
  const extra = name === undefined ? '' : `/${name}`;
  return `${error.instancePath}${extra}`
    .slice(1)
    .replaceAll('~1', '/')
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/^(\d+)/, '[$1]')
    .replaceAll('/', '.');
}

function wordsOf(error: ErrorObject): { message: string; remedy: string } {
  const shown = JSON.stringify(error.data)?.slice(0, 60) ?? 'nothing';
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return { message: `"${params['missingProperty']}" is missing`, remedy: 'add it' };
    case 'additionalProperties':
      return {
        message: `"${params['additionalProperty']}" is not known here`,
        remedy: 'remove it, or correct its name',
      };
    case 'enum':
      return {
        message: `${shown} is not allowed`,
        remedy: `use one of ${params['allowedValues'].join(', ')}`,
      };
    case 'const':
      return {
        message: `${shown} is not allowed`,
        remedy: `write ${JSON.stringify(params['allowedValue'])}, or leave it out`,
      };
    case 'type':
      return { message: `${shown} is no ${params['type']}`, remedy: `write a ${params['type']}` };
    case 'maxLength':
      return {
        message: `${String(error.data).length} characters`,
        remedy: `shorten it to ${params['limit']}`,
      };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return { message: 'it is empty', remedy: 'fill it, or leave it out' };
    case 'pattern':
      return patternWords(
        error.propertyName ? JSON.stringify(error.propertyName) : shown,
        String(params['pattern']),
      );
    default:
      return { message: `${shown}: ${error.message}`, remedy: 'see assets/packs/schema' };
  }
}

function patternWords(shown: string, pattern: string): { message: string; remedy: string } {
  if (pattern.startsWith('^[a-z]{2,3}')) {
    return { message: `${shown} is no language tag`, remedy: 'write a BCP 47 tag: en, fr, zh-Hans, pt-BR' };
  }
  if (pattern.startsWith('^[a-z0-9]+(')) {
    return { message: `${shown} is no id`, remedy: 'use lower-case letters, digits and single hyphens' };
  }
  return { message: `${shown} does not fit`, remedy: `write it as ${pattern}` };
}
