/** Parsing what our own pages ask (`desk.ts`): they are ours, and still what they send is taken apart like everybody's. */
import type { EntityId, NoteId } from '../core/model.ts';
import { readPreferences } from '../core/settings/preferences.ts';
import { readPattern, readRule } from '../core/settings/sites.ts';
import { type DeskCalls, DIGEST_FORMATS } from './desk.ts';
import { correction, list, number, object, oneOf, refuse, text } from './fields.ts';
import type { Parsers } from './serve.ts';

export const deskParsers: Pick<Parsers<'background'>, keyof DeskCalls> = {
  addCorrections: (params) => ({
    corrections: list(object(params, 'addCorrections')['corrections'], 'corrections', correction),
  }),
  getPageSummary: (params) => ({ tab: number(object(params, 'getPageSummary')['tab'], 'tab') }),
  setMarksHidden: (params) => ({ hidden: object(params, 'setMarksHidden')['hidden'] === true }),
  revealMention: (params) => {
    const fields = object(params, 'revealMention');
    return { tab: number(fields['tab'], 'tab'), entity: text(fields['entity'], 'entity') as EntityId };
  },
  notePage: (params) => ({ tab: number(object(params, 'notePage')['tab'], 'tab') }),
  getPageContext: (params) => ({ tab: number(object(params, 'getPageContext')['tab'], 'tab') }),
  layOutMap: (params) => {
    const { entities, relations } = object(params, 'layOutMap') as {
      entities?: unknown;
      relations?: unknown;
    };
    return {
      entities: list(entities, 'entities', text) as EntityId[],
      relations: list(relations, 'relations', (value, place) => {
        const { from, to } = object(value, place) as { from?: unknown; to?: unknown };
        return { from: text(from, `${place}.from`) as EntityId, to: text(to, `${place}.to`) as EntityId };
      }),
    };
  },
  writeDigest: (params) => {
    const { tab, format } = object(params, 'writeDigest') as { tab?: unknown; format?: unknown };
    return { tab: number(tab, 'tab'), format: oneOf(DIGEST_FORMATS, format, 'format', 'a format') };
  },
  setPreferences: (params) => {
    const fields = object(object(params, 'setPreferences')['preferences'], 'preferences');
    const preferences = readPreferences(fields);
    const unknown = Object.keys(fields).find((name) => !Object.hasOwn(preferences, name));
    return unknown === undefined ? { preferences } : refuse(unknown, 'a preference');
  },
  setSites: (params) => {
    const rules = object(object(params, 'setSites')['rules'], 'rules');
    return {
      rules: Object.fromEntries(
        Object.entries(rules).map(([pattern, rule]) => {
          if (readPattern(pattern) !== pattern) refuse(`rules.${pattern}`, 'a pattern of sites');
          const known = readRule(rule);
          return known || rule === null ? [pattern, known] : refuse(`rules.${pattern}`, 'a rule for a site');
        }),
      ),
    };
  },
  setBackup: (params) => ({ backup: object(params, 'setBackup')['backup'] === true }),
  getPacks: () => ({}),
  wipe: () => ({}),
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
