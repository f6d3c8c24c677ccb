/**
 * A W3C Web Annotation, ours or another tool's, as a note. The model leaves much open (one or many bodies, a target as an address
 * or as an object): all of it is taken that has a place in a note. A body that is only an address is told, not fetched.
 */
import {
  NOTE_COLOURS,
  NOTE_KINDS,
  type Note,
  type NoteTarget,
  type NoteVersion,
  ORPHAN_REASONS,
} from '../note.ts';
import { idOf } from './annotation.ts';
import { type NoteParts, noteOf, type RecordRead, type Remark, timeOf } from './note-parts.ts';
import { fieldsOf, listOf, readSelectors } from './read-selectors.ts';

type Fields = Readonly<Record<string, unknown>>;

export function isAnnotation(value: unknown): boolean {
  return listOf(fieldsOf(value)['type'] ?? fieldsOf(value)['@type']).some(
    (type) => type === 'Annotation' || type === 'oa:Annotation',
  );
}

export function readAnnotation(value: unknown, now: Date): RecordRead {
  const fields = fieldsOf(value);
  const remarks: Remark[] = [];
  if (!isAnnotation(value)) return { note: null, remarks: [{ path: 'type', reason: 'not-a-note' }] };
  const target = readTarget(fields['target'], remarks);
  if (!target) return { note: null, remarks: [{ path: 'target', reason: 'no-page' }] };
  const iri = fields['id'] ?? fields['@id'];
  const id = typeof iri === 'string' && iri !== '' && iri.length < 2_000 ? idOf(iri) : null;
  if (iri !== undefined && id === null) remarks.push({ path: 'id', reason: 'bad-id' });
  const orphan = readOrphan(fields['glossator:orphan']);
  const parts: NoteParts = {
    id,
    kind: NOTE_KINDS.find((kind) => kind === fields['glossator:kind']),
    target,
    ...readBodies(fields, remarks),
    colour: colourOf(fields['glossator:colour']),
    created: readTime(fields, 'created', remarks),
    modified: readTime(fields, 'modified', remarks),
    versions: listOf(fields['glossator:versions']).flatMap(readVersion),
    ...(orphan ? { orphan } : {}),
  };
  return noteOf(parts, remarks, now);
}

function readTarget(value: unknown, remarks: Remark[]): NoteTarget | null {
  const [first, ...more] = listOf(value);
  if (more.length > 0) remarks.push({ path: 'target[1]', reason: 'several-targets' });
  const fields = fieldsOf(first);
  const source = addressOf(fields['source']);
  const url = source ?? addressOf(first);
  if (url === null) return null;
  const optional = (name: 'canonical' | 'ogUrl' | 'fingerprint' | 'entity') => {
    const text = textOf(fields[`glossator:${name}`]);
    return text === null ? {} : { [name]: text };
  };
  return {
    url,
    ...optional('canonical'),
    ...optional('ogUrl'),
    title: textOf(fields['glossator:title']) ?? titleOf(fields['source']) ?? titleOf(first) ?? '',
    ...optional('fingerprint'),
    selectors: readSelectors(fields['selector'], 'target.selector', remarks),
    ...optional('entity'),
  };
}

/** An address that stands alone, or as the id of a thing. */
function addressOf(value: unknown): string | null {
  const fields = fieldsOf(value);
  return textOf(value) ?? textOf(fields['id']) ?? textOf(fields['@id']);
}

function titleOf(value: unknown): string | null {
  const fields = fieldsOf(value);
  return textOf(fields['title']) ?? textOf(fields['dc:title']) ?? textOf(fields['label']);
}

function readBodies(fields: Fields, remarks: Remark[]): { readonly body: string; readonly tags: string[] } {
  const said: string[] = [];
  const tags: string[] = [];
  if (typeof fields['bodyValue'] === 'string') said.push(fields['bodyValue']);
  for (const [i, body] of listOf(fields['body']).entries()) {
    const { value, purpose, type } = fieldsOf(body);
    const text = type === 'TextualBody' || typeof value === 'string' ? value : undefined;
    if (typeof text !== 'string') remarks.push({ path: `body[${i}]`, reason: 'body-elsewhere' });
    else if (listOf(purpose).includes('tagging')) tags.push(text);
    else said.push(text);
  }
  return { body: said.join('\n\n'), tags };
}

function readTime(fields: Fields, key: string, remarks: Remark[]): string | null {
  const time = timeOf(fields[key]);
  if (time === null && fields[key] !== undefined) remarks.push({ path: key, reason: 'bad-date' });
  return time;
}

function readVersion(value: unknown): NoteVersion[] {
  const { body, tags, colour, modified } = fieldsOf(value);
  if (typeof body !== 'string' || typeof modified !== 'string') return [];
  return [
    {
      body,
      tags: listOf(tags).filter((tag) => typeof tag === 'string'),
      colour: colourOf(colour) ?? NOTE_COLOURS[0],
      modified,
    },
  ];
}

function readOrphan(value: unknown): Note['orphan'] {
  const { reason, since } = fieldsOf(value);
  const known = ORPHAN_REASONS.find((one) => one === reason);
  return known && typeof since === 'string' ? { reason: known, since } : undefined;
}

const colourOf = (value: unknown) => NOTE_COLOURS.find((colour) => colour === value);
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
