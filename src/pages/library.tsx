/** The page of all that the reader keeps: notes, read and written here and announced so that open cards follow, and corrections. */
import { render } from 'preact';
import type { EntityId, Note, NoteId } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import { type Notes, openNotes } from '../storage/notes-db.ts';
import { NotesList } from '../ui/NotesList.tsx';
import { Corrections } from './corrections.tsx';
import { ChooseMarkStyle } from './mark-style.tsx';

const labels = new Map<EntityId, string>();
let removed: Note | null = null;

async function notes(): Promise<Notes> {
  opened ??= openNotes(() => {
    opened = null;
  });
  return opened;
}
let opened: Promise<Notes> | null = null;

async function fetchLabels(all: readonly Note[]): Promise<void> {
  const missing = new Set(all.flatMap(({ target }) => target.entity ?? []).filter((id) => !labels.has(id)));
  await Promise.all(
    [...missing].map(async (id) => {
      const entry = await callBackground('getEntity', { id });
      if (entry) labels.set(id, entry.title.text);
    }),
  );
}

async function show(): Promise<void> {
  const all = await (await notes()).all();
  await fetchLabels(all);
  render(
    <NotesList
      notes={all}
      labelOf={({ target }) => (target.entity ? (labels.get(target.entity) ?? '') : '')}
      removed={removed}
      lang={readerLanguage()}
      t={words}
      onDelete={(id) => attempt('deleting a note', () => remove(id))}
      onUndo={() => attempt('restoring a note', undo)}
    >
      <ChooseMarkStyle />
      <Corrections />
    </NotesList>,
    document.body,
  );
}

async function remove(id: NoteId): Promise<void> {
  removed = await (await notes()).remove(id);
  await callBackground('announceNotes', {});
}

async function undo(): Promise<void> {
  if (removed) await (await notes()).put(removed);
  removed = null;
  await callBackground('announceNotes', {});
}

function attempt(doing: string, work: () => Promise<void>): void {
  work()
    .then(show)
    .catch((error) => report(doing, error));
}

document.documentElement.lang = words('wordsLanguage');
document.title = words('notes');
// What the background announces is for whoever is open; it wants no answer.
browser.runtime.onMessage.addListener((message: unknown) => {
  if ((message as { tag?: string } | null)?.tag === 'glossator-news')
    show().catch((error) => report('showing notes', error));
  return undefined;
});
show().catch((error) => report('showing notes', error));
