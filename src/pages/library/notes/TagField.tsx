/** Tags to write, with those there are already to choose from. */
import { searchForm } from '../../../core/text/search-form.ts';
import { IconButton } from '../../../ui/Buttons.tsx';
import { useId, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { afterKey, type TagState, withTags } from './tag-keys.ts';

/** Tags offered at once. */
const OFFERED = 8;
/** Tags of one note that are shown as such; who has more has an import to look at, not a field to write in. */
const SHOWN = 200;

interface TagFieldProps {
  readonly chosen: readonly string[];
  /** Every tag there is, the most used first. */
  readonly all: () => readonly string[];
  readonly t: Translate;
  readonly onChange: (chosen: readonly string[]) => void;
}

export function TagField({ chosen, all, t, onChange }: TagFieldProps) {
  const [written, setWritten] = useState('');
  const [active, setActive] = useState(-1);
  const listId = useId();
  const offered = written.trim() === '' ? [] : tagsLike(written, all(), chosen);
  const state: TagState = { chosen, written, active };
  const follow = (next: TagState) => {
    setWritten(next.written);
    setActive(next.active);
    if (next.chosen.length !== chosen.length) onChange(next.chosen);
  };
  return (
    <div class="tag-field">
      {chosen.slice(0, SHOWN).map((tag) => (
        <span key={tag} class="tag">
          <bdi>{tag}</bdi>
          <IconButton
            class="small"
            icon="close"
            label={t('removeTag', tag)}
            onClick={() => onChange(chosen.filter((one) => one !== tag))}
          />
        </span>
      ))}
      {chosen.length > SHOWN && <span class="quiet">+{chosen.length - SHOWN}</span>}
      <span class="combobox">
        <input
          class="field"
          dir="auto"
          role="combobox"
          aria-label={t('addTag')}
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('addTag')}
          value={written}
          onInput={(event) => {
            setWritten(event.currentTarget.value);
            setActive(-1);
          }}
          onKeyDown={(event) => {
            if (event.isComposing || event.ctrlKey || event.metaKey) return;
            const next = afterKey(event.key, state, offered);
            if (!next) return;
            event.preventDefault();
            follow(next);
          }}
          onBlur={() => follow(withTags(state, written))}
        />
        <div id={listId} class="listbox" role="listbox" aria-label={t('tags')} hidden={offered.length === 0}>
          {offered.map((tag, i) => (
            <div
              key={tag}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              dir="auto"
              // Before the field loses the focus, which would take the half-written word for a tag.
              onMouseDown={(event) => {
                event.preventDefault();
                follow(withTags(state, tag));
              }}
            >
              {tag}
            </div>
          ))}
        </div>
      </span>
    </div>
  );
}

function tagsLike(written: string, all: readonly string[], chosen: readonly string[]): readonly string[] {
  const wanted = searchForm(written);
  const taken = new Set(chosen);
  const found: string[] = [];
  for (const tag of all) {
    if (found.length === OFFERED) break;
    if (!taken.has(tag) && searchForm(tag).includes(wanted)) found.push(tag);
  }
  return found;
}
