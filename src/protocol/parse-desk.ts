/** Parsing what our own pages ask (`desk.ts`): they are ours, and still what they send is taken apart like everybody's. */
import { type EntityId, MARK_STYLES, type NoteId, TRIGGERS } from '../core/model.ts';
import type { DeskCalls } from './desk.ts';
import { correction, list, number, object, refuse, text } from './fields.ts';
import type { Parsers } from './serve.ts';

export const deskParsers: Pick<Parsers<'background'>, keyof DeskCalls> = {
  addCorrections: (params) => ({
    corrections: list(object(params, 'addCorrections')['corrections'], 'corrections', correction),
  }),
  getPageSummary: (params) => ({ tab: number(object(params, 'getPageSummary')['tab'], 'tab') }),
  setSiteEnabled: (params) => {
    const fields = object(params, 'setSiteEnabled');
    return { site: text(fields['site'], 'site'), enabled: fields['enabled'] === true };
  },
  setMarksHidden: (params) => ({ hidden: object(params, 'setMarksHidden')['hidden'] === true }),
  revealMention: (params) => {
    const fields = object(params, 'revealMention');
    return { tab: number(fields['tab'], 'tab'), entity: text(fields['entity'], 'entity') as EntityId };
  },
  notePage: (params) => ({ tab: number(object(params, 'notePage')['tab'], 'tab') }),
  setMarkStyle: (params) => {
    const { style } = object(params, 'setMarkStyle');
    return { style: MARK_STYLES.find((known) => known === style) ?? refuse('style', 'a style of marks') };
  },
  setMarksInPrint: (params) => ({ print: object(params, 'setMarksInPrint')['print'] === true }),
  setBackup: (params) => ({ backup: object(params, 'setBackup')['backup'] === true }),
  setOpening: (params) => {
    const { trigger, delay } = object(params, 'setOpening');
    return {
      trigger: TRIGGERS.find((known) => known === trigger) ?? refuse('trigger', 'what opens a card'),
      delay: number(delay, 'delay'),
    };
  },
  getPacks: () => ({}),
  searchEntities(params) {
    const { query, pack, limit } = object(params, 'searchEntities');
    return {
      query: text(query, 'query'),
      limit: number(limit, 'limit'),
      ...(pack === undefined ? {} : { pack: text(pack, 'pack') }),
    };
  },
  announceNotes(params) {
    const { ids } = object(params, 'announceNotes');
    return ids === undefined ? {} : { ids: list(ids, 'ids', text) as NoteId[] };
  },
};
