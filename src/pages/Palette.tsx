/** One field that leads to any entry, note or setting: opened by Ctrl or Cmd and K, led by the arrows, left by Escape. */
import type { EntityId, Note } from '../core/model.ts';
import { hasAll, searchForm, wantedForms } from '../core/text/search-form.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { useEffect, useRef, useState } from '../ui/hooks.ts';
import type { Translate } from '../ui/words.ts';

/** So many of each are offered. */
const ENTRIES = 7;
const NOTES = 4;
/** Among more notes than these, looking at each for every letter would be felt: their page searches them. */
const FEW = 2000;
/** What a setting is called is what it is found by on its page. */
const SETTINGS = [
  'markStyles',
  'opening',
  'theme',
  'cardWidth',
  'cardLanguage',
  'density',
  'sites',
  'corrections',
  'backup',
  'shortcuts',
  'data',
  'about',
] as const;

export interface Goal {
  /** The library's address for it, behind `#`. */
  readonly hash: string;
  readonly entity?: EntityId;
}

interface Hit extends Goal {
  readonly name: string;
  readonly kind: string;
}

interface PaletteProps {
  /** The reader's notes, as far as they are read. */
  readonly notes: () => readonly Note[] | null;
  readonly t: Translate;
  readonly onGo: (goal: Goal) => void;
}

export function Palette({ notes, t, onGo }: PaletteProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  useEffect(() => {
    if (isOpen) box.current?.showModal();
  }, [isOpen]);
  useEffect(() => {
    let isWanted = true;
    setAt(0);
    found(query, notes() ?? [], t).then(
      (all) => isWanted && setHits(all),
      (error) => report('looking things up', error),
    );
    return () => {
      isWanted = false;
    };
  }, [query]);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    setQuery('');
    onGo(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setAt((at + by + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter') go(hits[at]);
    else return;
    event.preventDefault();
  };
  if (!isOpen) return null;
  return (
    <dialog ref={box} onClose={() => setOpen(false)} class="dialog" aria-label={t('palette')}>
      <input
        class="field"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="hits"
        aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
        aria-label={t('palette')}
        placeholder={t('palette')}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id="hits" class="hits" role="listbox" aria-label={t('palette')}>
        {hits.map((hit, i) => (
          <div
            key={`${hit.hash} ${hit.name}`}
            id={`hit-${i}`}
            class="choice-row"
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onClick={() => go(hit)}
            onKeyDown={onKeyDown}
          >
            <bdi>{hit.name}</bdi>
            <span class="quiet">{hit.kind}</span>
          </div>
        ))}
      </div>
    </dialog>
  );
}

async function found(query: string, notes: readonly Note[], t: Translate): Promise<readonly Hit[]> {
  const wanted = wantedForms(query);
  if (wanted.length === 0) return [];
  const { found: entries } = await callBackground('searchEntities', { query, limit: ENTRIES });
  const hitOf = (name: string) => ({
    name,
    kind: t('inYourNotes'),
    hash: `notes/${encodeURIComponent(name)}`,
  });
  const beginningOf = ({ body }: Note) => body.replace(/\s+/g, ' ').trim().slice(0, 60);
  return [
    ...entries.map(({ entity, title, type }) => ({
      name: title.text,
      kind: t(`type_${type}`),
      hash: `packs/${entity}`,
      entity,
    })),
    ...SETTINGS.filter((name) => hasAll(searchForm(t(name)), wanted)).map((name) => ({
      name: t(name),
      kind: t('settings'),
      hash: `settings/${encodeURIComponent(t(name))}`,
    })),
    ...(notes.length > FEW ? [] : notes)
      .filter(({ body }) => hasAll(searchForm(body), wanted))
      .slice(0, NOTES)
      .map((note) => hitOf(beginningOf(note))),
    hitOf(query),
  ];
}
