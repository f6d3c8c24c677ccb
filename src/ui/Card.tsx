/**
 * The card: an editor's note in the margin. Head and foot stay, the middle scrolls; every sentence leads to its source.
 * It is told everything and decides nothing but what is folded open. `Entry.tsx` is what it says of an entity.
 */

import type { ComponentChildren } from 'preact';
import type { Entry as EntryData } from '../core/card/entry.ts';
import { directionOf } from '../core/card/languages.ts';
import type { EntityId, Reason } from '../core/model.ts';
import { Entry } from './Entry.tsx';
import { type Copying, type Correcting, Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { useEffect, useId, useRef } from './hooks.ts';
import type { Translate } from './words.ts';

/** What the card can show: an entity, or in words why it cannot. */
export type CardState =
  | { readonly kind: 'ready'; readonly entry: EntryData }
  | { readonly kind: 'loading' | 'gone' | 'failed' | 'updated' };

/** The mention that the card was opened on. */
export interface Here {
  /** The name as it stands on the page, and the page's language. */
  readonly surface: string;
  readonly lang?: string;
  /** How often the page names the entity. */
  readonly count: number;
  /** Given where the page can be led to the next mention (1) or the one before (-1). */
  readonly onStep?: (by: 1 | -1) => void;
}

/** What the reader has written of what is shown, and the place to write. */
export interface NoteParts {
  readonly list?: ComponentChildren;
  readonly editor: ComponentChildren;
}

export interface CardProps {
  readonly state: CardState;
  /** Absent once the card has turned. */
  readonly here?: Here;
  /** Given where notes are kept. */
  readonly notes?: NoteParts;
  /** What was just done: shown in the foot and said by screen readers. */
  readonly status: string;
  /** Why the name was marked; absent once the card has turned. */
  readonly reasons?: readonly Reason[];
  /** How the mark can be called wrong; absent once the card has turned. */
  readonly correcting?: Correcting;
  /** Given where an entry can be copied. */
  readonly copying?: Copying;
  /** Given where cards can be kept open, and then moved: by so many pixels with the arrow keys on the pin. */
  readonly pin?: {
    readonly isPinned: boolean;
    readonly onToggle: () => void;
    readonly onMove: (x: number, y: number) => void;
  };
  /** Given where the card can be moved: the pointer has gone down on its handle. */
  readonly onGrab?: ((event: PointerEvent) => void) | undefined;
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  /** Given where the card has turned, or has been turned back. */
  readonly onBack?: (() => void) | undefined;
  readonly onForward?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onRelation: (id: EntityId) => void;
}

/** What is said in place of an entry. */
export const STATE_WORDS = {
  loading: 'cardLoading',
  gone: 'cardGone',
  failed: 'cardFailed',
  updated: 'cardUpdated',
} as const;

/** The card for one mention. Its styles are those of `styles.ts`, in the shadow root around it. */
export function Card(props: CardProps) {
  const { state, t } = props;
  const title = useId();
  const entry = state.kind === 'ready' ? state.entry : null;
  const status = props.status || (state.kind === 'ready' ? '' : t(STATE_WORDS[state.kind]));
  const card = useRef<HTMLDivElement>(null);
  useFocusOnTurn(card, entry?.id);
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      lang={t('wordsLanguage')}
      dir={directionOf(t('wordsLanguage'))}
      ref={card}
      onKeyDown={(event) => {
        const turn = event.altKey && { ArrowLeft: props.onBack, ArrowRight: props.onForward }[event.key];
        if (!turn) return;
        event.preventDefault();
        event.stopPropagation();
        turn();
      }}
    >
      <Head {...props} entry={entry} titleId={title} />
      {entry && <Entry key={entry.id} {...props} entry={entry} />}
      {/* No landmarks: the page has its own banner and foot. */}
      <footer role="none" class={entry ? '' : `bare ${state.kind}`}>
        {entry && props.notes?.editor}
        <Foot key={entry?.id} {...props} entry={entry} status={status} />
      </footer>
    </div>
  );
}

/** When the card turns or has been filled, what had focus is gone: the new title takes it, if it was ours. */
function useFocusOnTurn(card: { readonly current: HTMLElement | null }, entity: EntityId | undefined): void {
  const shown = useRef<EntityId>(undefined);
  const hadFocus = useRef(false);
  // Asked while the old entry still stands; the effect runs when it is gone.
  hadFocus.current = card.current?.matches(':focus-within') ?? false;
  useEffect(() => {
    if (entity && entity !== shown.current && hadFocus.current)
      card.current?.querySelector('h2')?.focus({ preventScroll: true });
    shown.current = entity ?? shown.current;
  }, [entity]);
}
