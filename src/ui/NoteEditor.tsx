/** A place to write: one quiet line that grows when it is written in. Plain text; nothing is rendered. */
import type { ComponentChildren } from 'preact';
import { TextButton } from './Buttons.tsx';
import { useEffect, useId, useRef, useState } from './hooks.ts';
import { Icon } from './Icon.tsx';
import type { Translate } from './words.ts';

/** Half-written text, by what it is about: an entity, or the note that is being changed. It outlives the editor. */
export type Drafts = Map<string, string>;

export interface NoteEditorProps {
  readonly t: Translate;
  /** What the text is about, and where it is kept until it is saved. */
  readonly about?: string;
  readonly drafts?: Drafts | undefined;
  /** What the reader must know of where the note is kept, while it is written. */
  readonly notice?: string | undefined;
  /** The note as it was, when one is changed. */
  readonly text?: string;
  /** The reader writes already, where the editor comes to stand. */
  readonly isWriting?: boolean;
  /** Resolves to whether the note is on disk; only then is the field emptied. */
  readonly onSave: (body: string) => Promise<boolean>;
  /** Given when an existing note is changed. */
  readonly onCancel?: () => void;
  /** What else is chosen for a note, shown while it is written. */
  readonly children?: ComponentChildren;
}

/** Saved by its button, or by Ctrl or Cmd and Enter. */
export function NoteEditor({
  t,
  about = '',
  drafts,
  notice,
  text = '',
  isWriting,
  onSave,
  onCancel,
  children,
}: NoteEditorProps) {
  const draft = drafts?.get(about);
  const [body, setBody] = useState(draft ?? text);
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const failureId = useId();
  const noticeId = useId();
  const written = body.trim() !== '';
  useEffect(() => {
    // Only when it appears, and not when it comes back with its card: the page may have the focus.
    if (isWriting || (onCancel && draft === undefined)) field.current?.focus({ preventScroll: true });
  }, []);
  const write = (now: string) => {
    if (now.trim() === '') drafts?.delete(about);
    else drafts?.set(about, now);
    setBody(now);
  };
  const save = async () => {
    if (!written || state === 'saving') return;
    setState('saving');
    const kept = await onSave(body).catch(() => false);
    setState(kept ? 'idle' : 'failed');
    // What was typed while it was being saved stays.
    if (kept && drafts?.get(about) === body) drafts.delete(about);
    if (kept) setBody((now) => (now === body ? '' : now));
    field.current?.focus({ preventScroll: true });
  };
  return (
    <div class={written ? 'editor open' : 'editor'}>
      {!onCancel && <Icon name="note" />}
      <textarea
        class="field"
        ref={field}
        rows={1}
        dir="auto"
        aria-label={t(onCancel ? 'editNote' : 'writeNote')}
        aria-describedby={state === 'failed' ? failureId : notice && written ? noticeId : undefined}
        placeholder={t('writeNote')}
        value={body}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      {state === 'failed' && (
        <p class="failure" id={failureId} role="alert">
          {t('noteNotSaved')}
        </p>
      )}
      {notice && written && (
        <p class="notice" id={noticeId}>
          {notice}
        </p>
      )}
      {written && children}
      {written && (
        <div class="deeds">
          <button type="button" class="primary" onClick={save}>
            {t('saveNote')}
          </button>
          {onCancel ? (
            <TextButton
              onClick={() => {
                drafts?.delete(about);
                onCancel();
              }}
            >
              {t('cancel')}
            </TextButton>
          ) : (
            <kbd>{t('saveNoteHint')}</kbd>
          )}
        </div>
      )}
    </div>
  );
}
