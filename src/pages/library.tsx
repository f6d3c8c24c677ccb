/**
 * The library: all that the reader keeps, with how marks look and cards open, and corrections; and under `#packs` what the packs
 * hold. It wires these together.
 */
import { render } from 'preact';
import { readerLanguage, words } from '../platform/i18n.ts';
import { ChooseBackup } from './backups.tsx';
import { Corrections } from './corrections.tsx';
import { dress } from './dress.ts';
import { type HeldNews, holdNotes } from './library/notes/held-notes.ts';
import { NotesPage } from './library/notes/NotesPage.tsx';
import { PacksPage } from './library/packs/PacksPage.tsx';
import { ChooseMarkStyle } from './mark-style.tsx';
import { ChooseOpening } from './opening.tsx';

let news = { notes: 0, labels: 0, isFailure: false };

const held = holdNotes((what: HeldNews) => {
  if (what === 'failure') news = { ...news, isFailure: true };
  else news = { ...news, isFailure: false, [what]: news[what] + 1 };
  show();
});

function show(): void {
  const isOfPacks = location.hash.startsWith('#packs');
  document.title = words(isOfPacks ? 'packs' : 'notes');
  render(
    isOfPacks ? (
      <PacksPage lang={readerLanguage()} t={words} />
    ) : (
      <NotesPage held={held} news={news} lang={readerLanguage()} t={words}>
        <ChooseMarkStyle />
        <ChooseOpening />
        <ChooseBackup />
        <Corrections />
        <section class="page">
          <h2>{words('packs')}</h2>
          <p>
            <a href="#packs">{words('packsLead')}</a>
          </p>
        </section>
      </NotesPage>
    ),
    document.body,
  );
}

dress();
addEventListener('hashchange', () => {
  show();
  scrollTo(0, 0);
});
show();
