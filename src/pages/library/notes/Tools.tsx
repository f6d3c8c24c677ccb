/** Over the list: search, what it is grouped by, what is left out, and what can be done with many notes at once. */
import type { Note, NoteId } from '../../../core/model.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { ChooseColour } from '../../../ui/ChooseColour.tsx';
import { ExportReminder } from '../../../ui/ExportReminder.tsx';
import { useState } from '../../../ui/hooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { plural, type Translate } from '../../../ui/words.ts';
import { ExportNotes } from './ExportNotes.tsx';
import { ALL_NOTES, type Filter } from './filter-notes.ts';
import type { HeldNotes } from './held-notes.ts';
import { ImportNotes } from './ImportNotes.tsx';
import { isDue, putOff, readPutOff } from './reminding.ts';
import { VIEWS, type View } from './rows.ts';
import type { Deed } from './use-deeds.ts';

export interface ToolsProps {
  readonly all: readonly Note[] | null;
  readonly shown: readonly Note[];
  readonly chosen: ReadonlySet<NoteId>;
  readonly view: View;
  readonly filter: Filter;
  readonly held: HeldNotes;
  readonly lang: string;
  readonly t: Translate;
  readonly onView: (view: View) => void;
  readonly onFilter: (filter: Filter) => void;
  readonly onChoose: (chosen: ReadonlySet<NoteId>) => void;
  readonly onDelete: () => void;
  readonly onDeed: (deed: Deed) => void;
}

export function Tools(props: ToolsProps) {
  const { all, shown, filter, lang, t, onFilter } = props;
  const isFiltered =
    filter !== ALL_NOTES && (filter.colour || filter.tag !== null || filter.orphans || filter.query);
  const orphans = all?.filter(({ orphan }) => orphan).length ?? 0;
  const isEmpty = all?.length === 0;
  return (
    <>
      <header>
        <div>
          <h1>{t('notes')}</h1>
          <p class="quiet" role="status">
            {all && !isEmpty && plural(t, lang, 'noteCount', shown.length)}
          </p>
        </div>
        {!isEmpty && (
          <label class="search">
            <Icon name="search" />
            <input
              type="search"
              class="field"
              dir="auto"
              aria-label={t('searchNotes')}
              placeholder={t('searchNotes')}
              value={filter.query}
              onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
            />
          </label>
        )}
      </header>
      {all && !isEmpty && (
        <div class="tools">
          <Views {...props} />
          <ChooseColour
            colour={filter.colour}
            t={t}
            onChange={(colour) => onFilter({ ...filter, colour: filter.colour === colour ? null : colour })}
          />
          {(orphans > 0 || filter.orphans) && (
            <button
              type="button"
              class="choice"
              aria-pressed={filter.orphans}
              onClick={() => onFilter({ ...filter, orphans: !filter.orphans })}
            >
              {t('orphansOnly', new Intl.NumberFormat(lang).format(orphans))}
            </button>
          )}
          {filter.tag !== null && (
            <span class="tag">
              <bdi>{filter.tag}</bdi>
            </span>
          )}
          {isFiltered && <TextButton onClick={() => onFilter(ALL_NOTES)}>{t('showAllNotes')}</TextButton>}
        </div>
      )}
      {all && <Deeds {...props} />}
    </>
  );
}

function Views({ view, t, onView }: ToolsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line with others
    <div class="views" role="group" aria-label={t('viewBy')}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          class="choice"
          aria-pressed={view === one}
          onClick={() => onView(one)}
        >
          {t(`view_${one}`)}
        </button>
      ))}
    </div>
  );
}

/** How many are selected and what can be done with them; export and import. */
function Deeds({ all, chosen, shown, held, lang, t, onChoose, onDelete, onDeed }: ToolsProps) {
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const [late, setLate] = useState(readPutOff);
  const numbers = new Intl.NumberFormat(lang);
  const close = () => setOpen(null);
  return (
    <>
      {isDue(held.changes(), late) && (
        <ExportReminder
          changes={held.changes()}
          lang={lang}
          t={t}
          onExport={() => setOpen('export')}
          onLater={() => {
            putOff(held.changes());
            setLate(held.changes());
          }}
        />
      )}
      <div class="chosen">
        {shown.length > 0 && (
          <TextButton onClick={() => onChoose(new Set(shown.map(({ id }) => id)))}>
            {t('selectAll')}
          </TextButton>
        )}
        <span role="status">{chosen.size > 0 && t('selected', numbers.format(chosen.size))}</span>
        {chosen.size > 0 && (
          <>
            <TextButton onClick={() => onChoose(new Set())}>{t('selectNone')}</TextButton>
            <TextButton onClick={onDelete}>{t('deleteSelected')}</TextButton>
          </>
        )}
        <span class="files-of-notes">
          {all?.length !== 0 && <TextButton onClick={() => setOpen('export')}>{t('exportNotes')}</TextButton>}
          <TextButton onClick={() => setOpen('import')}>{t('importNotes')}</TextButton>
        </span>
      </div>
      {open === 'export' && (
        <ExportNotes
          held={held}
          all={all ?? []}
          shown={shown}
          selected={(all ?? []).filter(({ id }) => chosen.has(id))}
          lang={lang}
          t={t}
          onClose={close}
        />
      )}
      {open === 'import' && (
        <ImportNotes
          held={held}
          lang={lang}
          t={t}
          onClose={close}
          onImported={(count, done) => onDeed({ said: t('imported', numbers.format(count)), done })}
        />
      )}
    </>
  );
}
