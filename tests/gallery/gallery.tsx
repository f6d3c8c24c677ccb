/**
 * The gallery: each specimen stands in an open shadow root with the styles it has in the extension, so that what is seen
 * here is what readers see. One row of the table is one state; `act` brings it about as a reader would.
 */
import { type ComponentChildren, render } from 'preact';
import { directionOf, inLanguage } from '../../src/core/card/languages.ts';
import { type Correction, REACHES, scopeAround } from '../../src/core/spotting/corrections.ts';
import { BackupChoice } from '../../src/ui/BackupChoice.tsx';
import type { CardProps } from '../../src/ui/Card.tsx';
import { CorrectionsList } from '../../src/ui/CorrectionsList.tsx';
import colours from '../../src/ui/colours.css';
import { ExportReminder } from '../../src/ui/ExportReminder.tsx';
import { MarkStyles } from '../../src/ui/MarkStyles.tsx';
import noteTokens from '../../src/ui/note-tokens.css';
import notes from '../../src/ui/notes.css';
import { OpeningChoice } from '../../src/ui/OpeningChoice.tsx';
import pageTokens from '../../src/ui/page-tokens.css';
import pages from '../../src/ui/pages.css';
import parts from '../../src/ui/parts.css';
import passage from '../../src/ui/passage.css';
import { CARD_STYLES } from '../../src/ui/styles.ts';
import tokens from '../../src/ui/tokens.css';
import written from '../../src/ui/written.css';
import { ignore, List, LiveCard, LiveNotes, reader, t } from './live.tsx';
import { Marks } from './marks.tsx';
import { PASSAGES } from './passages.tsx';
import { press, type Specimen, write } from './specimen.ts';
import {
  ARABIC,
  CHINESE,
  DIFFERING,
  detailsOf,
  LONG,
  MANY,
  MIXED,
  NOTES,
  PLAIN,
  UNSOURCED,
} from './specimens.ts';

const REASONS: NonNullable<CardProps['reasons']> = [
  { code: 'alias-class', params: { class: 'familiar' }, weight: 0.4 },
  {
    code: 'full-form-on-page',
    params: { count: 2, name: 'International Telecommunication Union' },
    weight: 3.5,
  },
  { code: 'cue-words', params: { words: 'Geneva, spectrum' }, weight: 2.6 },
  { code: 'home-unnamed', params: {}, weight: -1 },
];

const CORRECTIONS = (['page', 'site', 'everywhere'] as const).flatMap((reach, i): Correction[] => {
  const scope = scopeAround(reach, 'https://sport.example.org/triathlon/results-of-the-world-cup-2026');
  const { id } = detailsOf('itu').entity;
  return scope ? [{ surface: 'ITU', entity: id, scope, at: `2026-11-2${i}T09:30:00Z` }] : [];
});

const Library = ({ children }: { readonly children: ComponentChildren }) => (
  <main class="library" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
    {children}
  </main>
);
/** A card is drawn in two turns, a page of notes after it has read them. */
const WAIT_MS = 50;

function actWhenDrawn(root: ShadowRoot, act: (root: ShadowRoot) => void): void {
  if (root.querySelector('[aria-busy="true"]')) setTimeout(actWhenDrawn, WAIT_MS, root, act);
  else act(root);
}

const itu = detailsOf('itu');

const CARDS: readonly Specimen[] = [
  { name: 'card-itu', content: <LiveCard details={itu} reasons={REASONS} /> },
  {
    name: 'card-turned',
    content: <LiveCard details={detailsOf('cyber-sovereignty')} onBack={ignore} onForward={ignore} />,
  },
  {
    name: 'card-pinned',
    content: <LiveCard details={detailsOf('huawei')} onGrab={ignore} />,
    act: press('.pin'),
  },
  { name: 'card-note', content: <LiveCard details={detailsOf('xi-jinping')} first={NOTES.slice(0, 2)} /> },
  {
    name: 'card-editing',
    content: <LiveCard details={PLAIN} first={NOTES.slice(0, 1)} />,
    act: press('.note .icon-button'),
  },
  {
    name: 'card-deleted',
    content: <LiveCard details={PLAIN} first={NOTES.slice(0, 1)} />,
    act: press('.note .icon-button:last-child'),
  },
  {
    name: 'card-source',
    content: <LiveCard details={itu} />,
    act: (root) =>
      root.querySelector('.cite')?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' })),
  },
  { name: 'card-followed', content: <LiveCard details={itu} />, act: press('.statements .cite') },
  {
    name: 'card-timeline',
    content: <LiveCard details={itu} />,
    act: (root) => {
      const body = root.querySelector('.body');
      if (body) body.scrollTop = (root.querySelector<HTMLElement>('.part')?.offsetTop ?? 0) - 8;
    },
  },
  {
    name: 'card-why',
    content: <LiveCard details={PLAIN} reasons={REASONS} />,
    act: (root) => {
      root.querySelector('details')?.setAttribute('open', '');
      const body = root.querySelector('.body');
      if (body) body.scrollTop = body.scrollHeight;
    },
  },
  { name: 'card-differing', content: <LiveCard details={DIFFERING} /> },
  { name: 'card-wrong', content: <LiveCard details={PLAIN} />, act: press('.wrong') },
  {
    name: 'card-silent',
    content: (
      <LiveCard
        details={PLAIN}
        correcting={{ reaches: REACHES, done: 'site', onChoose: ignore, onUndo: ignore }}
      />
    ),
  },
  { name: 'card-copy', content: <LiveCard details={PLAIN} />, act: press('.ask:not(.wrong)') },
  { name: 'card-writing', content: <LiveCard details={PLAIN} />, act: write('textarea', 'Ask Marta.') },
  {
    name: 'card-private',
    content: <LiveCard details={PLAIN} notice={t('privateNote')} />,
    act: write('textarea', 'Ask Marta.'),
  },
  {
    name: 'card-unsaved',
    content: <LiveCard details={PLAIN} onSave={async () => false} />,
    act: (root) => {
      write('textarea', 'Ask Marta.')(root);
      setTimeout(press('.primary'), WAIT_MS, root);
    },
  },
  { name: 'card-full', content: <LiveCard details={PLAIN} status={t('pinsFull')} /> },
  { name: 'card-said', content: <LiveCard details={PLAIN} status={t('noteSaved')} /> },
  { name: 'card-loading', content: <LiveCard /> },
  { name: 'card-gone', content: <LiveCard state={{ kind: 'gone' }} /> },
  { name: 'card-failed', content: <LiveCard state={{ kind: 'failed' }} /> },
  { name: 'card-updated', content: <LiveCard state={{ kind: 'updated' }} /> },
  // Bad input.
  { name: 'card-many', content: <LiveCard details={MANY} /> },
  { name: 'card-long', content: <LiveCard details={LONG} /> },
  { name: 'card-plain', content: <LiveCard details={PLAIN} here={{ surface: 'localisation', count: 1 }} /> },
  { name: 'card-unsourced', content: <LiveCard details={UNSOURCED} /> },
  {
    name: 'card-arabic',
    content: <LiveCard details={ARABIC} here={{ surface: 'الاتحاد', lang: 'ar', count: 2 }} />,
  },
  {
    name: 'card-chinese',
    content: <LiveCard details={CHINESE} here={{ surface: '国际电联', lang: 'zh', count: 2 }} />,
  },
  { name: 'card-mixed', content: <LiveCard details={MIXED} /> },
];

const PAGES: readonly Specimen[] = [
  { name: 'list-ready', content: <List onReveal={ignore} /> },
  { name: 'list-empty', content: <List total={0} entities={[]} /> },
  { name: 'list-off', content: <List state="off" /> },
  { name: 'list-hidden', content: <List state="hidden" /> },
  { name: 'list-loading', content: <List state="loading" /> },
  { name: 'list-unsupported', content: <List state="unsupported" site="" /> },
  { name: 'list-denied', content: <List state="denied" /> },
  { name: 'list-edited', content: <List state="edited" /> },
  { name: 'list-guarded', content: <List state="guarded" /> },
  { name: 'list-drawn', content: <List state="drawn" /> },
  { name: 'notes-some', content: <LiveNotes first={NOTES} /> },
  { name: 'notes-chosen', content: <LiveNotes first={NOTES} />, act: press('.pick') },
  { name: 'notes-changing', content: <LiveNotes first={NOTES} />, act: press('.edit-note') },
  {
    name: 'notes-not-found',
    content: <LiveNotes first={NOTES} />,
    act: write('.search input', 'zebra'),
  },
  { name: 'notes-loading', content: <LiveNotes first={null} /> },
  { name: 'notes-failed', content: <LiveNotes first={null} isFailure /> },
  {
    name: 'notes-export',
    content: <LiveNotes first={NOTES} />,
    act: press('.files-of-notes button'),
    isModal: true,
  },
  {
    name: 'notes-import',
    content: <LiveNotes first={NOTES} />,
    act: press('.files-of-notes button:last-child'),
    isModal: true,
  },
  {
    name: 'notes-reminder',
    content: (
      <Library>
        <ExportReminder changes={64} lang={reader} t={t} onExport={ignore} onLater={ignore} />
      </Library>
    ),
  },
  {
    name: 'notes-settings',
    content: (
      <Library>
        <MarkStyles chosen="dotted" t={t} onChoose={ignore} inPrint={false} onPrint={ignore} />
        <OpeningChoice trigger="hover" delay={300} lang={reader} t={t} onChoose={ignore} />
        <BackupChoice state="refused" t={t} onChoose={ignore} />
      </Library>
    ),
  },
  {
    name: 'notes-corrections',
    content: (
      <Library>
        <CorrectionsList
          corrections={CORRECTIONS}
          labelOf={() => inLanguage(itu.entity.labels, reader).text}
          removed={CORRECTIONS[0] ?? null}
          status={t('correctionsAdded_other', '3')}
          lang={reader}
          t={t}
          onRemove={ignore}
          onUndo={ignore}
          onExport={ignore}
          onImport={ignore}
        />
      </Library>
    ),
  },
  { name: 'notes-none', content: <LiveNotes first={[]} /> },
];

const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme') ?? 'light dark';
const chosen = parameters.get('show')?.split(',');

const sheetOf = (css: string) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
document.documentElement.lang = t('wordsLanguage');
document.adoptedStyleSheets = [
  sheetOf(`
    body { margin: 0; padding: 24px; display: flex; flex-wrap: wrap; align-items: flex-start; gap: 24px; }
    @media (max-width: 400px) { body { padding: 8px; } }
    :root { color-scheme: ${theme}; background: light-dark(#eeece8, #101114); }
    .specimen { max-width: 100%; } [id^="list"] { width: 340px; }
    [id^="notes"] { width: 600px; transform: translate(0); }
  `),
];
const tall = parameters.has('tall') ? ['.card { max-height: none !important; }'] : [];

function show({ name, content, act, isModal }: Specimen, styles: readonly string[]): void {
  if (chosen ? !chosen.includes(name) : isModal) return;
  // No landmark: pages have their own.
  const host = document.createElement('div');
  host.className = 'specimen';
  host.id = name;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...styles, ...tall].map(sheetOf);
  render(content, root);
  if (act) setTimeout(actWhenDrawn, WAIT_MS, root, act);
}

// As the card's own script has it in a window as low as a few lines.
const inRoom = (card: Specimen): Specimen =>
  innerHeight > 320 ? card : { ...card, content: <div class="low">{card.content}</div> };
for (const specimen of CARDS) show(inRoom(specimen), [...CARD_STYLES, written]);
for (const specimen of PASSAGES)
  show(inRoom(specimen), [...CARD_STYLES, noteTokens, written, colours, passage]);
// What hangs on the root of a page hangs here on the host that stands for it.
const onHost = (css: string) => css.replaceAll(':root', ':host').replace('color-scheme: light dark;', '');
const low = '.library { min-height: 0 }';
for (const specimen of PAGES)
  show(specimen, [
    onHost(tokens),
    onHost(pageTokens),
    onHost(noteTokens),
    parts,
    written,
    colours,
    onHost(pages),
    notes,
    low,
  ]);
if (!chosen || chosen.includes('marks')) {
  const host = document.createElement('div');
  host.className = 'specimen';
  host.id = 'marks';
  document.body.append(host);
  render(<Marks />, host);
}
