/** A note being changed in its place: text, tags, colour. Saved by its button, or by Ctrl or Cmd and Enter; Escape leaves it as it was. */
import type { NoteText } from '../../../core/model.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { ChooseColour } from '../../../ui/ChooseColour.tsx';
import { useEffect, useId, useRef, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { TagField } from './TagField.tsx';

interface EditNoteProps {
  readonly text: NoteText;
  /** Every tag there is, to choose from. */
  readonly tags: () => readonly string[];
  readonly t: Translate;
  /** Each change, so that what is half-written outlives the row. */
  readonly onDraft: (text: NoteText) => void;
  /** Resolves to whether the note is on disk. */
  readonly onSave: (text: NoteText) => Promise<boolean>;
  readonly onCancel: () => void;
}

export function EditNote({ text, tags, t, onDraft, onSave, onCancel }: EditNoteProps) {
  const [draft, setDraft] = useState(text);
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const change = (part: Partial<NoteText>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onDraft(next);
  };
  const save = async () => {
    if (state === 'saving') return;
    setState('saving');
    if (!(await onSave(draft))) setState('failed');
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        } else if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onCancel();
        } else return;
        event.stopPropagation();
      }}
    >
      <textarea
        class="field"
        ref={field}
        rows={Math.min(16, Math.max(3, draft.body.slice(0, 2_000).split('\n').length + 1))}
        dir="auto"
        aria-label={t('editNote')}
        aria-describedby={hintId}
        value={draft.body}
        onInput={(event) => change({ body: event.currentTarget.value })}
      />
      <TagField chosen={draft.tags} all={tags} t={t} onChange={(chosen) => change({ tags: chosen })} />
      <ChooseColour colour={draft.colour} t={t} onChange={(colour) => change({ colour })} />
      {state === 'failed' && (
        <p class="failure" role="alert">
          {t('noteNotSaved')}
        </p>
      )}
      <div class="deeds">
        <button type="submit" class="primary">
          {t('saveNote')}
        </button>
        <TextButton onClick={onCancel}>{t('cancel')}</TextButton>
        <span id={hintId}>
          {t('markdownHint')} <kbd>{t('saveNoteHint')}</kbd>
        </span>
      </div>
    </form>
  );
}
