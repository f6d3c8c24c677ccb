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

/** The part that the address names, and what is asked of it there: `#packs/internet-governance:itu`. */
function shownPart(): { readonly part: LibraryPart; readonly asked: string } {
  const [, named, asked = ''] = /^#(\w+)(?:\/(.*))?/.exec(location.hash) ?? [];
  const part = PARTS.find((one) => one === named) ?? 'notes';
  try {
    return { part, asked: decodeURIComponent(asked) };
  } catch {
    return { part, asked: '' }; // not as we write it
  }
}

function show(): void {
  const { part, asked } = shownPart();
  const common = { lang: readerLanguage(), t: words };
  document.title = words(part);
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
