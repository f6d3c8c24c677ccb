/**
 * The library: the reader's notes, under `#packs` what the packs hold, under `#settings` all that can be chosen. It wires these
 * together.
 */
import { render } from 'preact';
import { readerLanguage, words } from '../platform/i18n.ts';
import { dress } from './dress.ts';
import { type HeldNews, holdNotes } from './library/notes/held-notes.ts';
import { NotesPage } from './library/notes/NotesPage.tsx';
import { type LibraryPart, PARTS, Parts } from './library/Parts.tsx';
import { PacksPage } from './library/packs/PacksPage.tsx';
import { SettingsPage } from './library/settings/SettingsPage.tsx';

let news = { notes: 0, labels: 0, isFailure: false };

const held = holdNotes((what: HeldNews) => {
  if (what === 'failure') news = { ...news, isFailure: true };
  else news = { ...news, isFailure: false, [what]: news[what] + 1 };
  show();
});

const shownPart = (): LibraryPart => {
  const asked = /^#(\w+)/.exec(location.hash)?.[1] as LibraryPart;
  return Object.hasOwn(PARTS, asked) ? asked : 'notes';
};

function show(): void {
  const part = shownPart();
  const common = { lang: readerLanguage(), t: words };
  document.title = words(PARTS[part]);
  render(
    <>
      <Parts shown={part} t={words} />
      {part === 'notes' && <NotesPage held={held} news={news} {...common} />}
      {part === 'packs' && <PacksPage {...common} />}
      {part === 'settings' && <SettingsPage held={held} {...common} />}
    </>,
    document.body,
  );
}

dress();
addEventListener('hashchange', () => {
  show();
  scrollTo(0, 0);
});
show();
