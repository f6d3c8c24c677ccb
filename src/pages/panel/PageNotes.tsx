/** The reader's notes on the page of the tab: read when they change anywhere, deleted and had back here, written on the page. */
import type { Note } from '../../core/model.ts';
import { browser } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { useEffect, useState } from '../../ui/hooks.ts';
import { Notes } from '../../ui/Notes.tsx';
import type { PartProps } from './parts.ts';

export function PageNotes({ context, tab, lang, t }: PartProps) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [removed, setRemoved] = useState<Note | null>(null);
  const { url, title } = context;
  const attempt = (work: Promise<unknown>) => {
    work.catch((error) => report('changing notes', error));
  };
  useEffect(() => {
    const read = () => attempt(callBackground('getNotes', { url, page: { url, title } }).then(setNotes));
    const hear = (message: unknown) => {
      const { tag, what } = message as { tag?: unknown; what?: unknown };
      if (tag === 'glossator-news' && what === 'notesChanged') read();
    };
    read();
    browser.runtime.onMessage.addListener(hear as never);
    return () => browser.runtime.onMessage.removeListener(hear as never);
  }, []);
  return (
    <>
      {notes.length === 0 && !removed && <p class="quiet">{t('noNotesHere')}</p>}
      <Notes
        notes={notes}
        removed={removed}
        lang={lang}
        t={t}
        onDelete={(id) => attempt(callBackground('deleteNote', { id }).then((note) => setRemoved(note)))}
        onUndo={() => {
          if (removed) attempt(callBackground('restoreNote', { note: removed }).then(() => setRemoved(null)));
        }}
      />
      <p class="tools">
        <TextButton onClick={() => attempt(callBackground('notePage', { tab }))}>{t('notePage')}</TextButton>
      </p>
    </>
  );
}
