/**
 * Reads a pack's source from a folder and says everything that is wrong with it in one go: files that are no UTF-8 or no JSON
 * (with line and column), shapes that the schema refuses, and what `checkPack` finds in all that can be read.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import type { PackInfo, RelationKind, Source } from '../../core/model.ts';
import { checkPack } from '../../core/pack/check-pack.ts';
import type { PackProblem, PackSource, SourceEntity } from '../../core/pack/source.ts';
import { isNews, salvageEntity, salvageSources } from './salvage.ts';
import { checkShape, type Shape } from './shapes.ts';

/** No file that a person reviews in a diff is larger. */
const LARGEST_FILE = 8 * 1024 * 1024;

export interface ReadOptions {
  /** A pack of names alone, for the command line: texts and sources may be missing. Never shipped. */
  readonly namesOnly?: boolean;
  /** The closed list of relation kinds. */
  readonly relationKinds: Readonly<Record<string, RelationKind>>;
  /** Whether a folded word is an ordinary one. */
  readonly isOrdinaryWord?: (word: string) => boolean;
}

export interface ReadPack {
  /** Null where an error stands in the way. */
  readonly pack: PackSource | null;
  readonly problems: readonly PackProblem[];
}

export async function readPack(folder: string, options: ReadOptions): Promise<ReadPack> {
  const namesOnly = options.namesOnly === true;
  const problems: PackProblem[] = [];
  const load = async (file: string, shape: Shape): Promise<unknown> => {
    const value = await readJson(folder, file, problems);
    if (value !== undefined) problems.push(...checkShape(shape, value, file, namesOnly));
    return value;
  };
  const info = await load('pack.json', 'pack');
  const noSources = namesOnly && !(await exists(folder, 'sources.json'));
  const sources = noSources ? [] : await load('sources.json', 'sources');
  const entities: SourceEntity[] = [];
  const unread = new Set<string>();
  for (const file of await entityFiles(folder, problems)) {
    const id = path.basename(file, '.json');
    const value = await load(file, 'entity');
    if (value === undefined) unread.add(id);
    else
      entities.push(
        problems.some((problem) => problem.file === file) ? salvageEntity(value, id) : withDefaults(value),
      );
    const own = entities.at(-1)?.id;
    if (value !== undefined && own !== undefined && own !== id) problems.push(nameProblem(file, own));
  }
  const pack: PackSource = {
    info: info as PackInfo, // where it is not, its problem keeps the pack from being used
    sources: problems.some(({ file }) => file === 'sources.json')
      ? salvageSources(sources)
      : (sources as readonly Source[]),
    entities,
    relationKinds: options.relationKinds,
  };
  const found = checkPack(pack, {
    namesOnly,
    unread: { entities: unread, sources: !Array.isArray(sources) },
    ...(options.isOrdinaryWord ? { isOrdinaryWord: options.isOrdinaryWord } : {}),
  });
  const news = found.filter((problem) => isNews(problem, problems));
  const all = [...problems, ...news];
  return { pack: all.some(({ severity }) => severity === 'error') ? null : pack, problems: all };
}

/** Whether a folder holds a pack of names alone: its pack.json, its entities, and no list of sources. */
export async function isPackOfNames(folder: string): Promise<boolean> {
  return (await exists(folder, 'pack.json')) && !(await exists(folder, 'sources.json'));
}

/** What a pack of names leaves out. */
function withDefaults(entity: unknown): SourceEntity {
  const empty = {
    labels: {},
    background: [],
    statements: [],
    timeline: [],
    relations: [],
    cues: {},
    rivals: [],
  };
  return { ...empty, ...(entity as SourceEntity) }; // the schema has found it so
}

function nameProblem(file: string, id: string): PackProblem {
  return {
    severity: 'error',
    file,
    entity: id,
    field: 'id',
    message: `the id is "${id}" but the file is ${path.basename(file)}`,
    remedy: `rename the file to ${id}.json, or correct the id`,
  };
}

async function exists(folder: string, file: string): Promise<boolean> {
  return stat(path.join(folder, file)).then(
    () => true,
    () => false,
  );
}

async function entityFiles(folder: string, problems: PackProblem[]): Promise<string[]> {
  const names = await readdir(path.join(folder, 'entities')).catch(() => null);
  const files = (names ?? []).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    problems.push({
      severity: 'error',
      file: 'entities/',
      field: '',
      message: 'no entity',
      remedy: 'write one entity a file: entities/<id>.json',
    });
  }
  return files.map((name) => `entities/${name}`);
}

async function readJson(folder: string, file: string, problems: PackProblem[]): Promise<unknown> {
  const refuse = (message: string, remedy: string, field = '') => {
    problems.push({ severity: 'error', file, field, message, remedy });
    return undefined;
  };
  const size = await stat(path.join(folder, file)).then(
    ({ size }) => size,
    () => -1,
  );
  if (size < 0) return refuse('the file is missing', 'write it; docs/packs.md shows how');
  if (size > LARGEST_FILE) {
    return refuse(
      `${(size / 1e6).toFixed(1)} MB in one file`,
      'something was pasted by mistake: cut it down to text that a person reads',
    );
  }
  const bytes = await readFile(path.join(folder, file));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse('the file is not UTF-8', 'save it as UTF-8', `byte ${firstBadByte(bytes)}`);
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (!first) {
    for (const { key, offset } of repeatedKeys(text))
      refuse(
        `"${key}" stands twice in one object; the first would be lost`,
        'remove one',
        placeOf(text, offset),
      );
    return value;
  }
  const breaksOff = first.offset >= text.trimEnd().length || /EndOf/.test(printParseErrorCode(first.error));
  const place = placeOf(text, first.offset);
  if (breaksOff) return refuse('the file breaks off', 'restore its end', place);
  return refuse(`no JSON (${printParseErrorCode(first.error)})`, 'mend it there', place);
}

/** Keys that an object has twice: JSON lets the last one win in silence. */
function repeatedKeys(text: string): { key: string; offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      if (open.at(-1)?.has(key)) repeated.push({ key, offset });
      open.at(-1)?.add(key);
    },
  });
  return repeated;
}

function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  const decodes = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
