/**
 * Parsing at the border: content scripts live in pages that nobody need trust, so what they send is taken apart and built
 * anew. What does not fit is refused with the place at which it does not.
 */
import type { FrameFacts } from '../core/furniture/advert-frames.ts';
import { type EntityId, type NoteId, REGIONS, type TextBlock } from '../core/model.ts';
import { REACHES } from '../core/spotting/corrections.ts';
import type { PageEvidence } from '../core/spotting/evidence.ts';
import type { PendingMention } from '../core/spotting/spot.ts';
import { correction, list, number, object, refuse, span, text } from './fields.ts';
import type { MentionCount } from './messages.ts';
import { addressee, cardWord } from './parse-card-words.ts';
import { deskParsers } from './parse-desk.ts';
import { anchor, draft, note, pageFacts } from './parse-notes.ts';
import type { Parsers } from './serve.ts';

export const backgroundParsers: Parsers<'background'> = {
  ...deskParsers,
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
  tellRead: (params) => ({ id: text(object(params, 'tellRead')['id'], 'id') as EntityId }),
  getCitations: (params) => ({ id: text(object(params, 'getCitations')['id'], 'id') as EntityId }),
  getEntity: (params) => ({ id: text(object(params, 'getEntity')['id'], 'id') as EntityId }),
  readFrame: (params) => ({ frame: frameFacts(object(params, 'readFrame')['frame']) }),
  tellCards: (params) => {
    const { to, word } = object(params, 'tellCards') as { to?: unknown; word?: unknown };
    return { to: addressee(to), word: cardWord(word) };
  },
  loadCard: () => ({}),
  loadNotes: () => ({}),
  loadShadow: () => ({}),
  loadPassages: () => ({}),
  loadPassageCard: () => ({}),
  tellAnchors: (params) => ({ anchors: list(object(params, 'tellAnchors')['anchors'], 'anchors', anchor) }),
  getNotes: (params) => {
    const { url, page } = object(params, 'getNotes') as { url?: unknown; page?: unknown };
    return { url: text(url, 'url'), ...(page === undefined ? {} : { page: pageFacts(page, 'page') }) };
  },
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
  reportMentions: (params) => ({
    counts: list(object(params, 'reportMentions')['counts'], 'counts', mentionCount),
  }),
  openNotesPage: () => ({}),
};

function frameFacts(value: unknown): FrameFacts {
  const fields = object(value, 'frame');
  return {
    url: text(fields['url'], 'frame.url'),
    name: text(fields['name'], 'frame.name'),
    width: number(fields['width'], 'frame.width'),
    height: number(fields['height'], 'frame.height'),
    prose: number(fields['prose'], 'frame.prose'),
  };
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

function mentionCount(value: unknown, place: string): MentionCount {
  const fields = object(value, place);
  return {
    entity: text(fields['entity'], `${place}.entity`) as EntityId,
    count: number(fields['count'], `${place}.count`),
  };
}
