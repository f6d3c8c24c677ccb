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
import { Palette } from './Palette.tsx';

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

/** What is asked of a part, behind its name. */
function askedOf(hash: string): string {
  try {
    return decodeURIComponent(/^#\w+\/(.*)$/.exec(hash)?.[1] ?? '');
  } catch {
    return ''; // not as we write it
  }
}

function show(): void {
  const part = shownPart();
  const asked = askedOf(location.hash);
  const common = { lang: readerLanguage(), t: words };
  document.title = words(PARTS[part]);
  render(
    <>
      <Palette
        notes={held.all}
        t={words}
        onGo={({ hash }) => {
          location.hash = hash;
        }}
      />
      <Parts shown={part} t={words} />
      {part === 'notes' && <NotesPage key={asked} asked={asked} held={held} news={news} {...common} />}
      {part === 'packs' && <PacksPage key={asked} asked={asked} {...common} />}
      {part === 'settings' && <SettingsPage key={asked} asked={asked} held={held} {...common} />}
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
