/** A box over the page that takes the keyboard until it is closed; the browser gives the focus back to where it was. */
import type { ComponentChildren } from 'preact';
import { IconButton } from '../../../ui/Buttons.tsx';
import { useEffect, useId, useRef } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';

interface DialogProps {
  readonly title: string;
  readonly t: Translate;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ComponentChildren;
}

export function Dialog({ title, t, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => box.current?.showModal(), []);
  const close = () => box.current?.close();
  return (
    <dialog ref={box} class="dialog" aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={t('close')} onClick={close} />
      </header>
      {children(close)}
    </dialog>
  );
}
