/** What the library asks of the packs. The catalog is made at the first question of a wake. */
import { type Catalog, catalogOf, findEntities, sizeOf } from '../core/browse/catalog.ts';
import { formatPartialDate } from '../core/card/dates.ts';
import { inLanguage } from '../core/card/languages.ts';
import { readerLanguage } from '../platform/i18n.ts';
import type { Handlers } from '../protocol/serve.ts';
import { allPacks, openedOnce, packsInOrder, packsOn, reference } from './data.ts';

const catalog: () => Promise<Catalog> = openedOnce(async () => catalogOf(await (await reference()).all()));

export const browseHandlers: Pick<Handlers<'background'>, 'getPacks' | 'searchEntities'> = {
  async getPacks() {
    const [packs, known, ids, on] = await Promise.all([allPacks(), catalog(), packsInOrder(), packsOn()]);
    const lang = readerLanguage();
    const inOrder = ids.flatMap((id) => packs.find(({ info }) => info.id === id) ?? []);
    return inOrder.map(({ info, sources }) => ({
      id: info.id,
      title: inLanguage(info.title, lang),
      description: inLanguage(info.description, lang),
      isOn: on.includes(info.id),
      version: info.version,
      edition: formatPartialDate(info.date, lang),
      licence: info.licence,
      counts: { ...sizeOf(known, info.id), sources },
    }));
  },

  async searchEntities(wanted) {
    return findEntities(await catalog(), { ...wanted, lang: readerLanguage() });
  },
};
