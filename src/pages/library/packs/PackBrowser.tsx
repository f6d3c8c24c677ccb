/** Every entry of the packs by name, found as it is typed, and read as its card beside the list. */
import { TYPE_ICONS } from '../../../core/card/type-icons.ts';
import type { EntityId } from '../../../core/model.ts';
import type { PackSummary } from '../../../protocol/desk.ts';
import { useRef, useState } from '../../../ui/hooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Words } from '../../../ui/LocalText.tsx';
import { plural, type Translate } from '../../../ui/words.ts';
import { type ListControl, VirtualList } from '../VirtualList.tsx';
import { EntryCard } from './EntryCard.tsx';
import { type FoundRow, useFound } from './use-found.ts';

interface PackBrowserProps {
  readonly asked: string;
  readonly packs: readonly PackSummary[];
  readonly lang: string;
  readonly t: Translate;
}

export function PackBrowser({ asked, packs, lang, t }: PackBrowserProps) {
  const [query, setQuery] = useState('');
  const [pack, setPack] = useState('');
  const [shown, setShown] = useState<EntityId | null>((asked || null) as EntityId | null);
  const control = useRef<ListControl>(undefined);
  const { rows, total } = useFound(query, pack);
  return (
    <section class="browser" aria-label={t('packBrowse')}>
      <search class="looking">
        <input
          type="search"
          class="field"
          placeholder={t('packSearch')}
          aria-label={t('packSearch')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {packs.length > 1 && (
          <select
            class="field"
            aria-label={t('packChoose')}
            onChange={(event) => setPack(event.currentTarget.value)}
          >
            <option value="">{t('packAll')}</option>
            {packs.map(({ id, title }) => (
              <option key={id} value={id} lang={title.lang || undefined}>
                {title.text}
              </option>
            ))}
          </select>
        )}
        <span class="quiet" role="status">
          {total === null ? '' : plural(t, lang, 'packFound', total)}
        </span>
      </search>
      <div class="beside">
        <VirtualList
          rows={rows}
          estimate={() => 41}
          label={t('packBrowse')}
          control={control}
          onKeyDown={(event) => step(event, rows, control.current)}
        >
          {(row) => <EntryRow row={row} isShown={row.entity === shown} t={t} onShow={setShown} />}
        </VirtualList>
        {shown && (
          <EntryCard
            key={shown}
            id={shown}
            lang={lang}
            t={t}
            onClose={() => {
              const index = rows.findIndex(({ entity }) => entity === shown);
              setShown(null);
              control.current?.focusOn(index, 'button');
            }}
          />
        )}
      </div>
    </section>
  );
}

interface EntryRowProps {
  readonly row: FoundRow;
  readonly isShown: boolean;
  readonly t: Translate;
  readonly onShow: (id: EntityId) => void;
}

function EntryRow({ row, isShown, t, onShow }: EntryRowProps) {
  return (
    <button type="button" class="row" aria-pressed={isShown} onClick={() => onShow(row.entity)}>
      <Icon path={TYPE_ICONS[row.type]} />
      <span class="label">
        <Words {...row.title} />
        {row.name !== undefined && (
          <small class="quiet">
            {' '}
            <bdi>{row.name}</bdi>
          </small>
        )}
      </span>
      <span class="quiet kind">{t(`type_${row.type}`)}</span>
    </button>
  );
}

/** The arrow keys go from row to row. */
function step(event: KeyboardEvent, rows: readonly FoundRow[], list: ListControl | undefined): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index'];
  if (!by || at === undefined || !rows[Number(at) + by]) return;
  event.preventDefault();
  list?.focusOn(Number(at) + by, 'button');
}
