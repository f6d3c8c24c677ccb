/** The entities of the page, by type; each with its number, and a strip of where it stands down the page. */
import { TYPE_ICONS } from '../../core/card/type-icons.ts';
import { searchForm } from '../../core/text/search-form.ts';
import type { PageEntity } from '../../protocol/desk.ts';
import { IconButton } from '../../ui/Buttons.tsx';
import { useRef, useState } from '../../ui/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/LocalText.tsx';
import { plural } from '../../ui/words.ts';
import type { PartProps } from './parts.ts';

export function Names({ context, lang, t, onReveal, onEntry }: PartProps) {
  const [query, setQuery] = useState('');
  const order = useOrder(context.url, context.entities);
  const wanted = searchForm(query);
  const found = order.filter(({ title }) => searchForm(title.text).includes(wanted));
  const types = [...new Set(found.map(({ type }) => type))];
  const number = new Intl.NumberFormat(lang);
  if (order.length === 0) return <p class="quiet">{t('nothingHere')}</p>;
  return (
    <>
      <input
        type="search"
        class="field"
        placeholder={t('panelFilter')}
        aria-label={t('panelFilter')}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      {found.length === 0 && (
        <p class="quiet" role="status">
          {t('panelNone')}
        </p>
      )}
      {types.map((type) => (
        <section key={type}>
          <h2>{t(`type_${type}`)}</h2>
          {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari's reader takes it for no list */}
          <ul class="entities" role="list">
            {found
              .filter((one) => one.type === type)
              .map(({ entity, title, places }) => (
                <li key={entity} class="named">
                  <button type="button" class="row" onClick={() => onReveal(entity)}>
                    <Icon path={TYPE_ICONS[type]} />
                    <span class="label">
                      <Words {...title} />
                    </span>
                    <Strip places={places} />
                    <span class="count" aria-hidden="true">
                      {number.format(places.length)}
                    </span>
                    <span class="unseen">{plural(t, lang, 'countOfEntity', places.length)}</span>
                  </button>
                  <IconButton
                    class="small"
                    icon="forward"
                    label={`${t('panelEntry')}: ${title.text}`}
                    onClick={() => onEntry(entity)}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The page from top to bottom, a tick for each mention. */
function Strip({ places }: { readonly places: readonly number[] }) {
  const ticks = [...new Set(places.map((at) => Math.round(at * 60)))];
  return (
    <svg class="strip" viewBox="0 0 60 8" preserveAspectRatio="none" aria-hidden="true">
      <path d={ticks.map((at) => `M${at} 0v8`).join('')} />
    </svg>
  );
}

/** Most often named first; while a page goes on changing, what stands there stays where it is, and what is new comes after it. */
function useOrder(url: string, entities: readonly PageEntity[]): readonly PageEntity[] {
  const known = useRef<{ url: string; ids: readonly string[] }>({ url, ids: [] });
  const before = known.current.url === url ? known.current.ids : [];
  const placeOf = ({ entity }: PageEntity) =>
    (before.indexOf(entity) + 1 || Number.POSITIVE_INFINITY) as number;
  const order = entities.toSorted((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first === second ? b.places.length - a.places.length : first - second;
  });
  known.current = { url, ids: order.map(({ entity }) => entity) };
  return order;
}
