/// <reference path="../../ui/css.d.ts" />
/** What a card draws of its reader's notes, and what the reader does with them. */
import type { EntityId, Note, NoteId, NoteTarget } from '../../core/model.ts';
import { browser } from '../../platform/browser.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { NoteParts } from '../../ui/Card.tsx';
import { NoteEditor } from '../../ui/NoteEditor.tsx';
import { Notes } from '../../ui/Notes.tsx';
import written from '../../ui/written.css';
import type { Mark } from '../marks/marks.ts';
import { bridge } from './bridge.ts';
import type { CardNotes } from './card-notes.tsx';
import { newNoteId } from './new-note-id.ts';
import { noteTargetOf } from './note-target.ts';
import type { Occurrence } from './occurrence.ts';

/** Ids of notes that are being written, by page and entity: saved again after a doubt, it is the same note. */
const newIds = new Map<string, NoteId>();

/** The roots that have the sheet: each has one of its own, since other documents would not have this one's. */
const dressed = new WeakSet<Node>();

/**
 * What the card in `slot`, of a mention, shows of the notes on an entity. `isWriting`: the reader is at work in the place that
 * stood there before.
 */
export function noteParts(
  card: CardNotes,
  { mark, url, target: told }: Occurrence,
  entity: EntityId,
  slot: HTMLElement,
  isWriting: boolean,
): NoteParts {
  dress(slot.getRootNode() as ShadowRoot); // cards are drawn in one
  const { all, removed, drafts } = card;
  const target = { ...(told ?? noteTargetOf(mark as Mark, url)), entity }; // it tells its target, or is a mark here
  const isShown = (note: Note) => note.target.entity === entity;
  const notice = browser.extension?.inIncognitoContext ? words('privateNote') : undefined;
  return {
    list: (
      <Notes
        notes={all.filter(isShown)}
        removed={removed && isShown(removed) ? removed : null}
        drafts={drafts}
        notice={notice}
        lang={readerLanguage()}
        t={words}
        onEdit={(id, body) => save(card, target, body, id)}
        onDelete={(id) => remove(card, id)}
        onUndo={() => undo(card)}
      />
    ),
    editor: (
      <NoteEditor
        key={entity}
        about={entity}
        drafts={drafts}
        notice={notice}
        isWriting={isWriting}
        t={words}
        onSave={(body) => save(card, target, body, undefined, slot)}
      />
    ),
  };
}

/** Sees to it that the reader's words have their styles. */
function dress(root: ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(written);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Resolves to whether the note is on disk. A new one is scrolled to in the card in `slot`: it stands last. */
async function save(
  card: CardNotes,
  target: NoteTarget,
  body: string,
  id?: NoteId,
  slot?: HTMLElement,
): Promise<boolean> {
  try {
    const key = `${target.url} ${target.entity}`;
    const known = id ?? newIds.get(key) ?? newNoteId();
    if (!id) newIds.set(key, known);
    await callBackground('saveNote', { draft: { target: knownAgain(target), body, id: known } });
    if (!id) newIds.delete(key);
    card.onChange(words('noteSaved'));
    card
      .load()
      .then(() => slot?.querySelector('.note:last-child .deeds')?.scrollIntoView({ block: 'nearest' }));
    return true;
  } catch (error) {
    report('saving a note', error);
    return false;
  }
}

/** With all that is known of its page, where that is this document's. */
function knownAgain(target: NoteTarget): NoteTarget {
  const facts = bridge().facts?.();
  return facts?.url === target.url ? { ...target, ...facts } : target;
}

function remove(card: CardNotes, id: NoteId): void {
  const before = card.all.find((note) => note.id === id) ?? null;
  callBackground('deleteNote', { id }).then(
    (note) => {
      // A worker that died before it could answer has removed it all the same.
      card.removed = note ?? before;
      card.load();
    },
    (error) => report('deleting a note', error),
  );
}

function undo(card: CardNotes): void {
  const note = card.removed;
  if (!note) return;
  callBackground('restoreNote', { note }).then(
    () => {
      card.removed = null;
      card.load();
    },
    (error) => report('restoring a note', error),
  );
}
