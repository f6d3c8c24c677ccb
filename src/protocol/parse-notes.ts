/** Notes as they come over the wire. */
import {
  type EntityId,
  NOTE_COLOURS,
  NOTE_KINDS,
  type Note,
  type NoteColour,
  type NoteId,
  type NoteKind,
  type NoteTarget,
  ORPHAN_REASONS,
  type OrphanReason,
  type PageFacts,
  type PathSelector,
  type Selector,
} from '../core/model.ts';
import { LONGEST_NOTE, list, object, oneOf, refuse, span, text } from './fields.ts';
import type { NoteDraft } from './messages.ts';

/** More than a reader would write, and than an import may hold. */
const MOST_TAGS = 10_000;

export function selector(value: unknown, place: string): Selector {
  const fields = object(value, place);
  switch (fields['type']) {
    case 'TextPositionSelector':
      return { type: 'TextPositionSelector', ...span(value, place) };
    case 'TextQuoteSelector':
      return {
        type: 'TextQuoteSelector',
        exact: text(fields['exact'], `${place}.exact`, LONGEST_NOTE),
        prefix: text(fields['prefix'], `${place}.prefix`),
        suffix: text(fields['suffix'], `${place}.suffix`),
      };
    case 'RangeSelector':
      return {
        type: 'RangeSelector',
        startSelector: path(fields['startSelector'], `${place}.startSelector`),
        endSelector: path(fields['endSelector'], `${place}.endSelector`),
      };
    default:
      return refuse(`${place}.type`, 'TextQuoteSelector, TextPositionSelector or RangeSelector');
  }
}

function path(value: unknown, place: string): PathSelector {
  const fields = object(value, place);
  return {
    type: 'XPathSelector',
    value: text(fields['value'], `${place}.value`),
    refinedBy: { type: 'TextPositionSelector', ...span(fields['refinedBy'], `${place}.refinedBy`) },
  };
}

/** What is known of a page. */
export function pageFacts(value: unknown, place: string): PageFacts {
  const fields = object(value, place);
  const optional = (name: 'canonical' | 'ogUrl' | 'fingerprint') =>
    typeof fields[name] === 'string' ? { [name]: text(fields[name], `${place}.${name}`) } : {};
  return {
    url: text(fields['url'], `${place}.url`),
    ...optional('canonical'),
    ...optional('ogUrl'),
    title: text(fields['title'], `${place}.title`),
    ...optional('fingerprint'),
  };
}

export function target(value: unknown): NoteTarget {
  const fields = object(value, 'target');
  return {
    ...pageFacts(value, 'target'),
    selectors: list(fields['selectors'], 'target.selectors', selector),
    ...(typeof fields['entity'] === 'string' ? { entity: fields['entity'] as EntityId } : {}),
  };
}

const kind = (value: unknown, place: string): NoteKind => oneOf(NOTE_KINDS, value, place, 'a kind');
const colour = (value: unknown, place: string): NoteColour => oneOf(NOTE_COLOURS, value, place, 'a colour');

function tags(value: unknown, place: string): string[] {
  const all = list(value, place, text);
  return all.length <= MOST_TAGS ? all : refuse(place, `at most ${MOST_TAGS} tags`);
}

export function draft(value: unknown): NoteDraft {
  const fields = object(value, 'draft');
  const optional = <K extends string, T>(name: K, parse: (value: unknown, place: string) => T) =>
    (fields[name] === undefined ? {} : { [name]: parse(fields[name], `draft.${name}`) }) as Partial<
      Record<K, T>
    >;
  return {
    ...(typeof fields['id'] === 'string' ? { id: fields['id'] as NoteId } : {}),
    ...optional('kind', kind),
    target: target(fields['target']),
    body: text(fields['body'], 'draft.body', LONGEST_NOTE),
    ...optional('tags', tags),
    ...optional('colour', colour),
  };
}

export function note(value: unknown): Note {
  const fields = object(value, 'note');
  return {
    id: text(fields['id'], 'note.id') as NoteId,
    kind: kind(fields['kind'], 'note.kind'),
    target: target(fields['target']),
    body: text(fields['body'], 'note.body', LONGEST_NOTE),
    tags: tags(fields['tags'], 'note.tags'),
    colour: colour(fields['colour'], 'note.colour'),
    created: text(fields['created'], 'note.created'),
    modified: text(fields['modified'], 'note.modified'),
    versions: list(fields['versions'], 'note.versions', (entry, place) => {
      const version = object(entry, place);
      return {
        body: text(version['body'], `${place}.body`, LONGEST_NOTE),
        tags: tags(version['tags'], `${place}.tags`),
        colour: colour(version['colour'], `${place}.colour`),
        modified: text(version['modified'], `${place}.modified`),
      };
    }),
    ...(fields['orphan'] === undefined ? {} : { orphan: orphan(fields['orphan']) }),
    ...(fields['isPrivate'] === true ? { isPrivate: true } : {}),
  };
}

function orphan(value: unknown): NonNullable<Note['orphan']> {
  const fields = object(value, 'note.orphan');
  return {
    reason: oneOf(ORPHAN_REASONS, fields['reason'], 'note.orphan.reason', 'a reason'),
    since: text(fields['since'], 'note.orphan.since'),
  };
}

/** A note, and why its passage was not found; null where it was. */
export function anchor(
  value: unknown,
  place: string,
): { readonly id: NoteId; readonly reason: OrphanReason | null } {
  const fields = object(value, place);
  const reason = ORPHAN_REASONS.find((known) => known === fields['reason']) ?? null;
  return { id: text(fields['id'], `${place}.id`) as NoteId, reason };
}
