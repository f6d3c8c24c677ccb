/** A tab's page as a whole, for the panel and for digests: its entities with their places, their dates, what they are to each other. */

import { formatPartialDate } from '../core/card/dates.ts';
import { entryOf } from '../core/card/entry-of.ts';
import { inLanguage } from '../core/card/languages.ts';
import { digestOf } from '../core/digest/digest.ts';
import { yearsOf } from '../core/digest/years.ts';
import { type Entity, type EntityId, splitEntityId } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { words } from '../platform/i18n.ts';
import { callContent } from '../protocol/call.ts';
import type { PageContext, PageEntity } from '../protocol/desk.ts';
import type { ListedMention } from '../protocol/messages.ts';
import type { Handlers } from '../protocol/serve.ts';
import { allPacks, cardLanguage, detailsOf, reference } from './data.ts';
import { layOut } from './map-layout.ts';
import { summaryOf } from './page-summary.ts';

export const contextHandlers: Pick<Handlers<'background'>, 'getPageContext' | 'layOutMap' | 'writeDigest'> = {
  getPageContext: ({ tab }) => contextOf(tab),
  layOutMap: ({ entities, relations }) => layOut(entities, relations),

  async writeDigest({ tab, format }) {
    const [page, lang] = await Promise.all([contextOf(tab), cardLanguage()]);
    const all = await Promise.all(page.entities.map(({ entity }) => detailsOf(entity)));
    const entries = all.flatMap((details) => (details ? [entryOf(details, lang)] : []));
    return digestOf(
      { ...page, entries, made: words('digestMade', formatPartialDate(today(), lang)) },
      format,
    );
  },
};

const today = () => new Date().toISOString().slice(0, 10);

async function contextOf(tab: number): Promise<PageContext> {
  const [{ state, title }, { url = '' }, lang] = await Promise.all([
    summaryOf(tab),
    browser.tabs.get(tab),
    cardLanguage(),
  ]);
  const page = { url, title, state };
  if (state !== 'ready') return { ...page, entities: [], dates: [], relations: [] };
  const [mentions, published] = await Promise.all([mentionsOn(tab), publishedOf(tab)]);
  const places = new Map<EntityId, number[]>();
  for (const { entity, at } of mentions) {
    const before = places.get(entity);
    if (before) before.push(at);
    else places.set(entity, [at]);
  }
  const known = await (await reference()).entities([...places.keys()]);
  const at = yearsOf(published);
  return {
    ...page,
    entities: known.map((entity) => pageEntity(entity, places.get(entity.id) ?? [], lang)),
    dates: known.flatMap((entity) => datesOf(entity, lang)).toSorted((a, b) => a.at - b.at),
    relations: await relationsAmong(known, lang),
    ...(at === null ? {} : { published: { at, when: formatPartialDate(published.slice(0, 10), lang) } }),
  };
}

function pageEntity({ id, labels, type }: Entity, places: readonly number[], lang: string): PageEntity {
  return { entity: id, title: inLanguage(labels, lang), type, places };
}

function datesOf({ id, timeline }: Entity, lang: string): PageContext['dates'] {
  return timeline.flatMap(({ date, statement }, index) => {
    const at = yearsOf(date);
    const when = formatPartialDate(date, lang);
    return at === null ? [] : [{ entity: id, index, at, when, text: inLanguage(statement.text, lang) }];
  });
}

async function relationsAmong(known: readonly Entity[], lang: string): Promise<PageContext['relations']> {
  const here = new Set(known.map(({ id }) => id));
  const kinds = new Map((await allPacks()).map(({ info, relationKinds }) => [info.id, relationKinds]));
  const told = new Set<string>();
  return known.flatMap(({ id, relations }) =>
    relations.flatMap(({ kind, to }) => {
      const { label, inverse } = kinds.get(splitEntityId(id).pack)?.[kind] ?? {};
      // Packs say most relations from both sides: one arrow is enough.
      if (!label || !here.has(to) || told.has(`${to} ${inverse} ${id}`)) return [];
      told.add(`${id} ${kind} ${to}`);
      return [{ from: id, to, label: inLanguage(label, lang) }];
    }),
  );
}

type Placed = Pick<ListedMention, 'entity' | 'at'>;

async function mentionsOn(tab: number): Promise<readonly Placed[]> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    files: ['content/list.js'],
  });
  return (await callContent(tab, 'listMentions', {}, 0)) ?? [];
}

/** When a page says that it was published; '' where it does not. */
async function publishedOf(tab: number): Promise<string> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    func: publishedAt as () => string,
  });
  return typeof answer?.result === 'string' ? answer.result : '';
}

/** Runs in a page, and knows nothing else of this file. */
function publishedAt(): string {
  interface Found {
    readonly content?: string;
    readonly dateTime?: string;
  }
  const { document } = globalThis as unknown as {
    readonly document: { querySelector(selector: string): Found | null };
  };
  const named = document.querySelector(
    'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="date"], meta[name="dc.date"], meta[name="citation_publication_date"]',
  );
  const shown = document.querySelector(
    'article time[datetime], time[itemprop="datePublished"], time[pubdate]',
  );
  return (named?.content ?? shown?.dateTime ?? '').slice(0, 40);
}
