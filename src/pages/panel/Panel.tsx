/** The whole panel: a tab each for names, dates, the map and notes, and an entry read in full over them. */
import { directionOf } from '../../core/card/languages.ts';
import type { EntityId } from '../../core/model.ts';
import { browser } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { useState } from '../../ui/hooks.ts';
import { STATE_WORDS } from '../../ui/page-states.ts';
import type { Translate } from '../../ui/words.ts';
import { EntryCard } from '../library/packs/EntryCard.tsx';
import { Palette } from '../Palette.tsx';
import { Digest } from './Digest.tsx';
import { Names } from './Names.tsx';
import { PageNotes } from './PageNotes.tsx';
import { RelationMap } from './RelationMap.tsx';
import { TimeLine } from './TimeLine.tsx';
import { useContext } from './use-context.ts';

const PARTS = ['names', 'timeline', 'map', 'notes'] as const;
type Part = (typeof PARTS)[number];
const WORDS = { names: 'panelNames', timeline: 'timeline', map: 'panelMap', notes: 'notes' } as const;

interface PanelProps {
  readonly lang: string;
  readonly t: Translate;
}

export function Panel({ lang, t }: PanelProps) {
  const shown = useContext();
  const [part, setPart] = useState<Part>('names');
  const [entry, setEntry] = useState<EntityId | null>(null);
  if (!shown) return null;
  const { tab, context } = shown;
  const reveal = (entity: EntityId) => {
    callBackground('revealMention', { tab, entity }).catch((error) => report('revealing a mention', error));
  };
  const parts = { context, tab, lang, t, onReveal: reveal, onEntry: setEntry };
  return (
    <main class="panel" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      <Palette
        notes={() => []}
        t={t}
        onGo={({ hash, entity }) => {
          if (entity) setEntry(entity);
          else openLibrary(hash);
        }}
      />
      <h1 dir="auto">{context.title}</h1>
      {entry && <EntryCard key={entry} id={entry} lang={lang} t={t} onClose={() => setEntry(null)} />}
      <Tabs part={part} t={t} onPart={setPart} />
      <section id="part" role="tabpanel" aria-label={t(WORDS[part])}>
        {context.state !== 'ready' && part !== 'notes' && (
          <p class="quiet">{t(STATE_WORDS[context.state])}</p>
        )}
        {context.state === 'ready' && part === 'names' && <Names {...parts} />}
        {context.state === 'ready' && part === 'timeline' && <TimeLine {...parts} />}
        {context.state === 'ready' && part === 'map' && <RelationMap {...parts} />}
        {part === 'notes' && <PageNotes key={context.url} {...parts} />}
      </section>
      {context.entities.length > 0 && <Digest tab={tab} title={context.title} t={t} />}
    </main>
  );
}

function openLibrary(hash: string): void {
  browser.tabs
    .create({ url: browser.runtime.getURL(`pages/library.html#${hash}`) })
    .catch((error) => report('opening the library', error));
}

/** Tabs as the ARIA practices have them: one stop for Tab, arrows go from one to the next. */
function Tabs({
  part,
  t,
  onPart,
}: {
  readonly part: Part;
  readonly t: Translate;
  readonly onPart: (part: Part) => void;
}) {
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const back = directionOf(t('wordsLanguage')) === 'rtl' ? -by : by;
    const next = PARTS[(PARTS.indexOf(part) + back + PARTS.length) % PARTS.length] as Part;
    onPart(next);
    (event.currentTarget as Element).querySelector<HTMLElement>(`[data-part=${next}]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" onKeyDown={step}>
      {PARTS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-part={one}
          aria-selected={one === part}
          aria-controls="part"
          tabIndex={one === part ? 0 : -1}
          onClick={() => onPart(one)}
        >
          {t(WORDS[one])}
        </button>
      ))}
    </div>
  );
}
