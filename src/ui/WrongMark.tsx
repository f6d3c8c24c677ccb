/**
 * The reader's word on a mark, in the foot of the card: one quiet question, and behind it how far the answer reaches. What is open
 * takes the place of what was there, so that nothing moves under the pointer.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Reach } from '../core/spotting/corrections.ts';
import type { Translate } from './words.ts';

/** What can be said of the mark, and what has been. */
export interface Correcting {
  readonly reaches: readonly Reach[];
  /** How far the correction reaches that was just made; null where there is none. */
  readonly done: Reach | null;
  readonly onChoose: (reach: Reach) => void;
  readonly onUndo: () => void;
}

/** `children` stand there while nothing is asked. */
export function WrongMark(
  props: Correcting & { readonly t: Translate; readonly children: ComponentChildren },
) {
  const { reaches, done, onChoose, onUndo, t, children } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = useRef(done);
  const saidId = useId();
  useEffect(() => {
    // What had the focus is gone: the button that came in its place takes it.
    if (shown.current !== done) button.current?.focus({ preventScroll: true });
    shown.current = done;
  }, [done]);
  if (done)
    return (
      <p class="undo">
        <span id={saidId}>{t(`silent_${done}`)}</span>
        {' · '}
        <button type="button" class="text-button" aria-describedby={saidId} ref={button} onClick={onUndo}>
          {t('undo')}
        </button>
      </p>
    );
  return (
    <>
      <button
        type="button"
        class="text-button wrong"
        aria-expanded={isOpen}
        ref={button}
        onClick={() => setOpen(!isOpen)}
      >
        {t('notThis')}
      </button>
      {isOpen ? (
        <p class="choices">
          {reaches.map((reach) => (
            <button
              key={reach}
              type="button"
              class="text-button"
              onClick={() => {
                setOpen(false);
                onChoose(reach);
              }}
            >
              {t(`wrong_${reach}`)}
            </button>
          ))}
        </p>
      ) : (
        children
      )}
    </>
  );
}
