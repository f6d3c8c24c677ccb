/**
 * The card's last line: which pack speaks, and two quiet questions. What is asked takes the place of the pack's name, so that
 * nothing moves under the pointer.
 */

import type { CitationFormat } from '../core/card/citation.ts';
import type { Entry } from '../core/card/entry.ts';
import type { Reach } from '../core/spotting/corrections.ts';
import { TextButton } from './Buttons.tsx';
import { useEffect, useRef, useState } from './hooks.ts';
import { Words } from './LocalText.tsx';
import { WebLink } from './WebLink.tsx';
import type { MessageKey, Translate } from './words.ts';

/** What can be said of the mark, and what has been. */
export interface Correcting {
  readonly reaches: readonly Reach[];
  /** How far the correction reaches that was just made; null where there is none. */
  readonly done: Reach | null;
  readonly onChoose: (reach: Reach) => void;
  readonly onUndo: () => void;
}

/** How an entry is copied: it is asked for when the choices are shown, since browsers let a page copy only in the click itself. */
export interface Copying {
  readonly onAsk: () => void;
  readonly onChoose: (format: CitationFormat) => void;
}

interface FootProps {
  readonly entry: Entry | null;
  readonly correcting?: Correcting;
  readonly copying?: Copying;
  readonly status: string;
  readonly t: Translate;
}

export function Foot({ entry, correcting, copying, status, t }: FootProps) {
  const [asked, ask] = useState<'copy' | 'notThis' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = correcting?.done;
  const shown = useRef(done);
  useEffect(() => {
    // What had the focus is gone: the button that came in its place takes it.
    if (shown.current === done) return;
    shown.current = done;
    button.current?.focus({ preventScroll: true });
    ask(null);
  }, [done]);
  const question = (key: 'copy' | 'notThis', to?: typeof button) => (
    <TextButton
      class={key === 'copy' ? 'ask' : 'ask wrong'}
      aria-expanded={asked === key}
      {...(to ? { to } : {})}
      onClick={() => {
        if (key === 'copy') copying?.onAsk();
        ask(asked === key ? null : key);
      }}
    >
      {t(key)}
    </TextButton>
  );
  const choices = <Of extends string>(
    all: readonly Of[],
    word: (one: Of) => MessageKey,
    choose: (one: Of) => void,
  ) => (
    <p class="choices">
      {all.map((one) => (
        <TextButton key={one} onClick={() => choose(one)}>
          {t(word(one))}
        </TextButton>
      ))}
    </p>
  );
  return (
    <div class="foot">
      {asked !== 'notThis' && entry && copying && question('copy')}
      {asked !== 'copy' && entry && correcting && !done && question('notThis', button)}
      {done && correcting ? (
        <p class="undo">
          {t(`silent_${done}`)} ·{' '}
          <TextButton to={button} onClick={correcting.onUndo}>
            {t('undo')}
          </TextButton>
        </p>
      ) : asked === 'notThis' && correcting ? (
        choices(correcting.reaches, (reach) => `wrong_${reach}` as const, correcting.onChoose)
      ) : asked === 'copy' && copying ? (
        choices(['plain', 'markdown', 'bibtex'], (format) => `copy_${format}` as const, copying.onChoose)
      ) : (
        entry && !status && <PackLine pack={entry.pack} t={t} />
      )}
      <span class="status" role="status">
        {status}
      </span>
    </div>
  );
}

function PackLine({ pack, t }: Pick<Entry, 'pack'> & Pick<FootProps, 't'>) {
  return (
    <p class="pack dotted">
      <span>
        <Words {...pack} />
      </span>
      <span>{pack.edition}</span>
      <span>
        <span class="unseen">{t('licence')} </span>
        <WebLink url={pack.licenceUrl} t={t}>
          {pack.licence}
        </WebLink>
      </span>
    </p>
  );
}
