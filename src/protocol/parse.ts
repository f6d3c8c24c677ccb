/**
 * Parsing at the border: content scripts live in pages that nobody need trust, so what they send is taken apart and built
 * anew. What does not fit is refused with the place at which it does not.
 */
import {
  type EntityId,
  type Note,
  type NoteId,
  type NoteTarget,
  REGIONS,
  type Selector,
  type Span,
  type TextBlock,
} from '../core/model.ts';
import { type Correction, parseCorrection, REACHES } from '../core/spotting/corrections.ts';
import type { PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention } from '../core/spotting/spot.ts';
import { CallError, type MentionCount, type NoteDraft } from './messages.ts';
import type { Parsers } from './serve.ts';

/** The longest note that is taken, in characters. */
export const LONGEST_NOTE = 2_000_000;
/** Longer strings than any real address, title or quotation. */
const LONGEST_LINE = 65_536;

type Fields = Readonly<Record<string, unknown>>;

export const backgroundParsers: Parsers<'background'> = {
  spot: (params) => {
    const fields = object(params, 'spot');
    return { blocks: list(fields['blocks'], 'blocks', block), evidence: evidence(fields['evidence']) };
  },
  settle: (params) => {
    const fields = object(params, 'settle');
    return {
      pending: list(fields['pending'], 'pending', pendingMention),
      evidence: evidence(fields['evidence']),
    };
  },
  getEntity: (params) => ({ id: text(object(params, 'getEntity')['id'], 'id') as EntityId }),
  loadCard: () => ({}),
  getNotes: (params) => ({ url: text(object(params, 'getNotes')['url'], 'url') }),
  saveNote: (params) => ({ draft: draft(object(params, 'saveNote')['draft']) }),
  deleteNote: (params) => ({ id: text(object(params, 'deleteNote')['id'], 'id') as NoteId }),
  restoreNote: (params) => ({ note: note(object(params, 'restoreNote')['note']) }),
  getPageSettings: (params) => ({ url: text(object(params, 'getPageSettings')['url'], 'url') }),
  correct: (params) => {
    const fields = object(params, 'correct');
    return {
      name: text(fields['name'], 'name'),
      entity: text(fields['entity'], 'entity') as EntityId,
      reach: REACHES.find((known) => known === fields['reach']) ?? refuse('reach', 'a reach'),
    };
  },
  dropCorrection: (params) => ({ correction: correction(object(params, 'dropCorrection')['correction']) }),
  addCorrections: (params) => ({
    corrections: list(object(params, 'addCorrections')['corrections'], 'corrections', correction),
  }),
  reportMentions: (params) => ({
    counts: list(object(params, 'reportMentions')['counts'], 'counts', mentionCount),
  }),
  openNotesPage: () => ({}),
  getPageSummary: (params) => ({ tab: number(object(params, 'getPageSummary')['tab'], 'tab') }),
  setSiteEnabled: (params) => {
    const fields = object(params, 'setSiteEnabled');
    return { site: text(fields['site'], 'site'), enabled: fields['enabled'] === true };
  },
  announceNotes: () => ({}),
};

const nothing = () => ({});

export const contentParsers: Parsers<'content'> = {
  listMentions: nothing,
  countMentions: nothing,
  settingsChanged: nothing,
  notesChanged: nothing,
};

function refuse(place: string, wanted: string): never {
  throw new CallError('bad-request', `${place}: ${wanted} expected`);
}

function object(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null) refuse(place, 'an object');
  return value as Fields;
}

function text(value: unknown, place: string, longest = LONGEST_LINE): string {
  if (typeof value !== 'string') refuse(place, 'a string');
  if (value.length > longest) refuse(place, `at most ${longest} characters`);
  return value;
}

function number(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(place, 'a number');
  return value;
}

function list<T>(value: unknown, place: string, item: (value: unknown, place: string) => T): T[] {
  if (!Array.isArray(value)) refuse(place, 'a list');
  return value.map((entry, i) => item(entry, `${place}[${i}]`));
}

function span(value: unknown, place: string): Span {
  const fields = object(value, place);
  return { start: number(fields['start'], `${place}.start`), end: number(fields['end'], `${place}.end`) };
}

function block(value: unknown, place: string): TextBlock {
  const fields = object(value, place);
  const region = REGIONS.find((known) => known === fields['region']) ?? refuse(`${place}.region`, 'a region');
  const level = fields['headingLevel'];
  return {
    id: number(fields['id'], `${place}.id`),
    text: text(fields['text'], `${place}.text`, Number.POSITIVE_INFINITY),
    lang: text(fields['lang'], `${place}.lang`),
    region,
    section: number(fields['section'], `${place}.section`),
    ...(typeof level === 'number' ? { headingLevel: level } : {}),
    links: list(fields['links'], `${place}.links`, span),
    breaks: list(fields['breaks'], `${place}.breaks`, number),
  };
}

/** Evidence and pending mentions are our own words, held by the page's copy of us: the outline is checked, the rest is data. */
function evidence(value: unknown): PageEvidence {
  const fields = object(value, 'evidence');
  return {
    definitions: object(fields['definitions'], 'evidence.definitions') as PageEvidence['definitions'],
    entities: object(fields['entities'], 'evidence.entities') as PageEvidence['entities'],
    cueWords: list(fields['cueWords'], 'evidence.cueWords', text),
    languages: object(fields['languages'], 'evidence.languages') as PageEvidence['languages'],
    fields: object(fields['fields'], 'evidence.fields') as unknown as PageEvidence['fields'],
  };
}

function pendingMention(value: unknown, place: string): PendingMention {
  const fields = object(value, place);
  return {
    block: number(fields['block'], `${place}.block`),
    ...span(value, place),
    surface: text(fields['surface'], `${place}.surface`),
    cased: text(fields['cased'], `${place}.cased`),
    senses: list(fields['senses'], `${place}.senses`, object) as unknown as PendingMention['senses'],
  };
}

function correction(value: unknown, place = 'correction'): Correction {
  return parseCorrection(value) ?? refuse(place, 'a correction');
}

function mentionCount(value: unknown, place: string): MentionCount {
  const fields = object(value, place);
  return {
    entity: text(fields['entity'], `${place}.entity`) as EntityId,
    count: number(fields['count'], `${place}.count`),
  };
}

function selector(value: unknown, place: string): Selector {
  const fields = object(value, place);
  if (fields['type'] === 'TextPositionSelector')
    return { type: 'TextPositionSelector', ...span(value, place) };
  if (fields['type'] !== 'TextQuoteSelector')
    refuse(`${place}.type`, 'TextQuoteSelector or TextPositionSelector');
  return {
    type: 'TextQuoteSelector',
    exact: text(fields['exact'], `${place}.exact`, LONGEST_NOTE),
    prefix: text(fields['prefix'], `${place}.prefix`),
    suffix: text(fields['suffix'], `${place}.suffix`),
  };
}

function target(value: unknown): NoteTarget {
  const fields = object(value, 'target');
  return {
    url: text(fields['url'], 'target.url'),
    ...(typeof fields['canonical'] === 'string'
      ? { canonical: text(fields['canonical'], 'target.canonical') }
      : {}),
    title: text(fields['title'], 'target.title'),
    selectors: list(fields['selectors'], 'target.selectors', selector),
    ...(typeof fields['entity'] === 'string' ? { entity: fields['entity'] as EntityId } : {}),
  };
}

function draft(value: unknown): NoteDraft {
  const fields = object(value, 'draft');
  return {
    ...(typeof fields['id'] === 'string' ? { id: fields['id'] as NoteId } : {}),
    target: target(fields['target']),
    body: text(fields['body'], 'draft.body', LONGEST_NOTE),
  };
}

function note(value: unknown): Note {
  const fields = object(value, 'note');
  return {
    id: text(fields['id'], 'note.id') as NoteId,
    target: target(fields['target']),
    body: text(fields['body'], 'note.body', LONGEST_NOTE),
    tags: list(fields['tags'], 'note.tags', text),
    created: text(fields['created'], 'note.created'),
    modified: text(fields['modified'], 'note.modified'),
    versions: list(fields['versions'], 'note.versions', (entry, place) => ({
      body: text(object(entry, place)['body'], `${place}.body`, LONGEST_NOTE),
      modified: text(object(entry, place)['modified'], `${place}.modified`),
    })),
  };
}
