/** Where notes are written, before what is needed to keep them has come: it looks like the editor, and holds what is typed meanwhile. */
import { Icon } from './Icon.tsx';
import type { Drafts } from './NoteEditor.tsx';
import type { Translate } from './words.ts';

interface NotePlaceProps {
  /** What the text is about, and where it is kept. */
  readonly about: string;
  readonly drafts: Drafts;
  readonly t: Translate;
  readonly onWrite: () => void;
}

export function NotePlace({ about, drafts, t, onWrite }: NotePlaceProps) {
  return (
    <div class="editor">
      <Icon name="note" />
      <textarea
        class="field"
        rows={1}
        dir="auto"
        aria-label={t('writeNote')}
        placeholder={t('writeNote')}
        value={drafts.get(about)}
        onInput={({ currentTarget }) => {
          drafts.set(about, currentTarget.value);
          onWrite();
        }}
      />
    </div>
  );
}
