/**
 * The gallery: each specimen stands in an open shadow root with the styles it has in the extension, so that what is seen
 * here is what readers see. Clicks work as far as a page without an extension can make them.
 */
import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import { entryOf } from '../../src/core/card/entry-of.ts';
import { inLanguage } from '../../src/core/card/languages.ts';
import type { EntityDetails, Note } from '../../src/core/model.ts';
import { type Correction, REACHES, type Reach, scopeAround } from '../../src/core/spotting/corrections.ts';
import { Card, type CardProps, type CardState } from '../../src/ui/Card.tsx';
import { CorrectionsList } from '../../src/ui/CorrectionsList.tsx';
import { MentionList, type MentionListProps } from '../../src/ui/MentionList.tsx';
import { NotesList } from '../../src/ui/NotesList.tsx';
import pages from '../../src/ui/pages.css';
import parts from '../../src/ui/parts.css';
import { CARD_STYLES } from '../../src/ui/styles.ts';
import tokens from '../../src/ui/tokens.css';
import type { Translate } from '../../src/ui/words.ts';
import { ARABIC, CHINESE, detailsOf, LONG, listed, MANY, NOTES, PLAIN, surfaceOf } from './specimens.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

declare const __WORDS__: Readonly<Record<string, Message>>;

const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
const chosen = parameters.get('show')?.split(',');
const reader = parameters.get('lang') ?? 'en-GB';
const PAGE_STYLES = [tokens, parts, pages];

/** As browsers fill in messages: `$NAME$` by its placeholder, and that by its place. */
const t: Translate = (key, ...values) => {
  // Words are English here whatever the reader's language; the interface is mirrored as if they were not.
  if (key === 'wordsLanguage') return reader;
  const { message = '', placeholders = {} } = __WORDS__[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return String(values[place - 1] ?? '');
  });
};

const ignore = () => {};

function LiveCard(
  props: Partial<CardProps> & { readonly details?: EntityDetails; readonly first?: readonly Note[] },
) {
  const { details, first = [], ...rest } = props;
  const [trail, setTrail] = useState(details ? [details] : []);
  const [notes, setNotes] = useState(first);
  const [removed, setRemoved] = useState<Note | null>(null);
  const [status, setStatus] = useState('');
  const [silent, setSilent] = useState<Reach | null>(null);
  const shown = trail.at(-1);
  const state: CardState = shown
    ? { kind: 'ready', entry: entryOf(shown, rest.lang ?? reader) }
    : { kind: 'loading' };
  const add = (body: string) => {
    const now = new Date().toISOString();
    const id = `note-${now}` as Note['id'];
    setNotes((all) => [...all, { ...NOTES[0], id, body, created: now, modified: now } as Note]);
    setStatus(t('noteSaved'));
    return Promise.resolve(true);
  };
  return (
    <Card
      state={state}
      {...(trail.length === 1 ? { here: { surface: shown ? surfaceOf(shown) : 'ITU', count: 4 } } : {})}
      {...(trail.length === 1
        ? {
            correcting: {
              reaches: REACHES,
              done: silent,
              onChoose: setSilent,
              onUndo: () => setSilent(null),
            },
          }
        : {})}
      notes={notes}
      removedNote={removed}
      status={status}
      lang={reader}
      t={t}
      onBack={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : undefined}
      onClose={ignore}
      onRelation={(id) => setTrail([...trail, detailsOf(id.split(':')[1] ?? '')])}
      onSaveNote={add}
      onEditNote={(id, body) => {
        setNotes((all) => all.map((note) => (note.id === id ? { ...note, body } : note)));
        return Promise.resolve(true);
      }}
      onDeleteNote={(id) => {
        setRemoved(notes.find((note) => note.id === id) ?? null);
        setNotes(notes.filter((note) => note.id !== id));
      }}
      onUndoDelete={() => {
        if (removed) setNotes([...notes, removed]);
        setRemoved(null);
      }}
      {...rest}
    />
  );
}

function List(props: Partial<MentionListProps>) {
  const entities = listed(14);
  return (
    <MentionList
      state="ready"
      site="www.example.org"
      total={entities.reduce((sum, { count }) => sum + count, 0)}
      entities={entities}
      lang={reader}
      t={t}
      onSwitch={ignore}
      onOpenNotes={ignore}
      {...props}
    />
  );
}

function LiveNotes({ first }: { readonly first: readonly Note[] }) {
  const [notes, setNotes] = useState(first);
  const [removed, setRemoved] = useState<Note | null>(first[0] ?? null);
  const [query, setQuery] = useState('');
  return (
    <NotesList
      notes={notes.filter(({ body }) => body.toLowerCase().includes(query.toLowerCase()))}
      labelOf={() => inLanguage(detailsOf('itu').entity.labels, reader).text}
      removed={removed}
      query={query}
      onQuery={setQuery}
      lang={reader}
      t={t}
      onEdit={() => Promise.resolve(false)}
      onDelete={(id) => {
        setRemoved(notes.find((note) => note.id === id) ?? null);
        setNotes(notes.filter((note) => note.id !== id));
      }}
      onUndo={() => {
        if (removed && !notes.includes(removed)) setNotes([...notes, removed]);
        setRemoved(null);
      }}
    />
  );
}

const REASONS: NonNullable<CardProps['reasons']> = [
  { code: 'alias-class', params: { class: 'familiar' }, weight: 0.4 },
  { code: 'full-form-on-page', params: { name: 'International Telecommunication Union' }, weight: 3.5 },
  { code: 'cue-words', params: { words: 'Geneva, spectrum' }, weight: 2.6 },
];

const CORRECTIONS = (['page', 'site', 'everywhere'] as const).flatMap((reach, i): Correction[] => {
  const scope = scopeAround(reach, 'https://sport.example.org/triathlon/results-of-the-world-cup-2026');
  const { id } = detailsOf('itu').entity;
  return scope ? [{ surface: 'ITU', entity: id, scope, at: `2026-11-2${i}T09:30:00Z` }] : [];
});

const SPECIMENS: Readonly<Record<string, [styles: readonly string[], content: ComponentChildren]>> = {
  'card-itu': [CARD_STYLES, <LiveCard key="a" details={detailsOf('itu')} reasons={REASONS} />],
  'card-turned': [
    CARD_STYLES,
    <LiveCard key="b" details={detailsOf('cyber-sovereignty')} onBack={ignore} onForward={ignore} />,
  ],
  'card-note': [
    CARD_STYLES,
    <LiveCard key="c" details={detailsOf('xi-jinping')} first={NOTES.slice(0, 2)} />,
  ],
  'card-many': [CARD_STYLES, <LiveCard key="d" details={MANY} status={t('noteSaved')} />],
  // Opened below, as a click would.
  'card-wrong': [CARD_STYLES, <LiveCard key="t" details={PLAIN} />],
  'card-silent': [
    CARD_STYLES,
    <LiveCard
      key="u"
      details={PLAIN}
      correcting={{ reaches: REACHES, done: 'site', onChoose: ignore, onUndo: ignore }}
    />,
  ],
  'card-loading': [CARD_STYLES, <LiveCard key="e" here={{ surface: 'ITU', count: 4 }} />],
  'card-gone': [
    CARD_STYLES,
    <LiveCard key="f" here={{ surface: 'ITU', count: 4 }} state={{ kind: 'gone' }} />,
  ],
  'card-failed': [
    CARD_STYLES,
    <LiveCard key="g" here={{ surface: 'ITU', count: 4 }} state={{ kind: 'failed' }} />,
  ],
  'card-updated': [
    CARD_STYLES,
    <LiveCard key="h" here={{ surface: 'ITU', count: 4 }} state={{ kind: 'updated' }} />,
  ],
  'card-long': [CARD_STYLES, <LiveCard key="i" details={LONG} />],
  'card-plain': [
    CARD_STYLES,
    <LiveCard key="j" details={PLAIN} here={{ surface: 'localisation', count: 1 }} />,
  ],
  'card-arabic': [CARD_STYLES, <LiveCard key="k" details={ARABIC} lang="ar" />],
  'card-chinese': [CARD_STYLES, <LiveCard key="l" details={CHINESE} lang="zh-CN" />],
  'list-ready': [PAGE_STYLES, <List key="m" onReveal={ignore} />],
  'list-empty': [PAGE_STYLES, <List key="n" total={0} entities={[]} />],
  'list-off': [PAGE_STYLES, <List key="o" state="off" />],
  'list-loading': [PAGE_STYLES, <List key="p" state="loading" />],
  'list-unsupported': [PAGE_STYLES, <List key="q" state="unsupported" site="" />],
  'notes-some': [PAGE_STYLES, <LiveNotes key="r" first={NOTES} />],
  'notes-corrections': [
    PAGE_STYLES,
    <main key="v" class="library">
      <CorrectionsList
        corrections={CORRECTIONS}
        labelOf={() => inLanguage(detailsOf('itu').entity.labels, reader).text}
        removed={CORRECTIONS[0] ?? null}
        status={t('correctionsAdded_other', '3')}
        lang={reader}
        t={t}
        onRemove={ignore}
        onUndo={ignore}
        onExport={ignore}
        onImport={ignore}
      />
    </main>,
  ],
  'notes-none': [PAGE_STYLES, <LiveNotes key="s" first={[]} />],
};

const frame = new CSSStyleSheet();
frame.replaceSync(`
  body { margin: 0; padding: 24px; display: flex; flex-wrap: wrap; align-items: flex-start; gap: 24px; }
  @media (max-width: 400px) { body { padding: 8px; } }
  :root { color-scheme: ${theme ?? 'light dark'}; background: light-dark(#eeece8, #101114); }
  section { max-width: 100%; } section[id^="list"] { width: 340px; } section[id^="notes"] { width: 600px; transform: translate(0); }
`);
document.adoptedStyleSheets = [frame];

for (const [name, [styles, content]] of Object.entries(SPECIMENS)) {
  if (chosen && !chosen.includes(name)) continue;
  const host = document.createElement('section');
  host.id = name;
  host.setAttribute('aria-label', name);
  if (theme) host.dataset['theme'] = theme;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  if (parameters.has('tall')) {
    const tall = new CSSStyleSheet();
    tall.replaceSync('.card { max-height: none !important; }');
    root.adoptedStyleSheets.push(tall);
  }
  render(content, root);
  if (name === 'card-wrong') root.querySelector<HTMLElement>('.wrong')?.click();
}
