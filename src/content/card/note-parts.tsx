/// <reference path="../../ui/css.d.ts" />
/** What a card draws of its reader's notes, and what the reader does with them. */
import type { EntityId, Note, NoteId, NoteTarget } from '../../core/model.ts';
import { browser } from '../../platform/browser.ts';
import { readerLanguage, words } from '../../platform/i18n.ts';
import type { NoteDraft } from '../../protocol/messages.ts';
import type { NoteParts } from '../../ui/Card.tsx';
import { useState } from '../../ui/hooks.ts';
import { NoteEditor } from '../../ui/NoteEditor.tsx';
import { Notes } from '../../ui/Notes.tsx';
import written from '../../ui/written.css';
import type { Mark } from '../marks/marks.ts';
import { bridge } from './bridge.ts';
import type { CardNotes } from './card-notes.tsx';
import { dropNote, keepNote, putBack } from './keep-notes.ts';
import { noteTargetOf } from './note-target.ts';
import type { Occurrence } from './occurrence.ts';

/** What is being written for every page that names an entity, by page and entity. */
const everywhere = new Set<string>();

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
  const about = `${target.url} ${entity}`;
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
        onEdit={(id, body) => saved(card, keepNote({ target, body }, about, id))}
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
        onSave={async (body) => {
          const isKept = await saved(card, keepNote({ ...draftOf(target, about), body }, about), slot);
          if (isKept) everywhere.delete(about);
          return isKept;
        }}
      >
        <EveryPage about={about} />
      </NoteEditor>
    ),
  };
}

/** Whether what is written is for every page that names the entity. */
function EveryPage({ about }: { readonly about: string }) {
  const [is, setIs] = useState(everywhere.has(about));
  return (
    <label class="every-page">
      <input
        type="checkbox"
        checked={is}
        onChange={({ currentTarget: { checked } }) => {
          setIs(checked);
          if (checked) everywhere.add(about);
          else everywhere.delete(about);
        }}
      />
      {words('noteOnEveryPage')}
    </label>
  );
}

/** A note on a mention here, with all that is known of its page; or one for wherever the entity is named, which has no place here. */
function draftOf(target: NoteTarget, about: string): Pick<NoteDraft, 'kind' | 'target'> {
  const facts = bridge().facts?.();
  const known = facts?.url === target.url ? { ...target, ...facts } : target;
  return everywhere.has(about) ? { kind: 'entity', target: { ...known, selectors: [] } } : { target: known };
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
async function saved(card: CardNotes, keeping: Promise<Note | null>, slot?: HTMLElement): Promise<boolean> {
  if (!(await keeping)) return false;
  card.onChange(words('noteSaved'));
  card
    .load()
    .then(() => slot?.querySelector('.note:last-child .deeds')?.scrollIntoView({ block: 'nearest' }));
  return true;
}

async function remove(card: CardNotes, id: NoteId): Promise<void> {
  const note = card.all.find((one) => one.id === id);
  if (!note) return;
  const was = await dropNote(note);
  if (!was) return card.onChange(words('changeFailed'));
  card.removed = was;
  card.load();
}

async function undo(card: CardNotes): Promise<void> {
  const note = card.removed;
  if (!note) return;
  if (!(await putBack(note))) return card.onChange(words('changeFailed'));
  card.removed = null;
  card.load();
}
