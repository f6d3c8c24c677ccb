/** The card's head: what kind of thing it is, its name, its other names, and how the page calls it. It is also the handle. */
import type { Entry } from '../core/card/entry.ts';
import { IconButton } from './Buttons.tsx';
import type { CardProps, Here } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { Words } from './LocalText.tsx';
import { plural } from './words.ts';

type HeadProps = CardProps & { readonly entry: Entry | null; readonly titleId: string };

/** Steps of the arrow keys, in pixels. */
const STEP = 16;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** A name of more characters is set as a sentence. */
const SENTENCE = 90;

export function Head({ entry, titleId, here, pin, t, lang, onBack, onForward, onGrab, onClose }: HeadProps) {
  const shown = entry?.title ?? ({ text: here?.surface ?? '', lang: here?.lang ?? '', dir: 'auto' } as const);
  const title = (
    <h2 id={titleId} tabIndex={-1} class={shown.text.length > SENTENCE ? 'long' : ''}>
      <Words {...shown} />
    </h2>
  );
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: no landmark; the page has a banner of its own
    <header role="none" onPointerDown={onGrab} class={onGrab && 'grip'}>
      <div class="bar">
        {onBack && <IconButton icon="back" label={t('back')} onClick={onBack} />}
        {onForward && <IconButton icon="forward" label={t('forward')} onClick={onForward} />}
        {entry ? (
          <p class="kind">
            <Icon path={entry.icon} />
            {t(`type_${entry.type}`)}
          </p>
        ) : (
          title
        )}
        {pin && (
          <IconButton
            class="pin"
            icon="pin"
            label={t(pin.isPinned ? 'unpin' : 'pin')}
            aria-pressed={pin.isPinned}
            aria-description={pin.isPinned ? t('moveByArrows') : undefined}
            onClick={pin.onToggle}
            onKeyDown={(event: KeyboardEvent) => {
              const way = pin.isPinned && !event.altKey && ARROWS[event.key];
              if (!way) return;
              event.preventDefault();
              pin.onMove(...way);
            }}
          />
        )}
        <IconButton class="end" icon="close" label={t('close')} onClick={onClose} />
      </div>
      {entry && title}
      {entry && <AlsoCalled names={entry.names} title={shown.text} here={here} lang={lang} t={t} />}
    </header>
  );
}

type AlsoCalledProps = Pick<Entry, 'names'> &
  Pick<CardProps, 'lang' | 't'> & { readonly title: string; readonly here: Here | undefined };

/** Other names in one quiet line, the page's own form first; then how often the page has it, with ways to those places. */
function AlsoCalled({ names, title, here, lang, t }: AlsoCalledProps) {
  const { surface = '', count = 0, onStep } = here ?? {};
  const inPage = { text: surface.replace(/\s+/g, ' ').trim(), lang: here?.lang ?? '', dir: 'auto' } as const;
  const isNew = (text: string) =>
    [title, ...names.map((name) => name.text)].every((known) => !isSame(known, text));
  const all = inPage.text && isNew(inPage.text) ? [inPage, ...names] : names;
  if (all.length === 0 && !here) return null;
  return (
    <p class="also dotted">
      {all.map((name) => (
        <span key={name.text}>
          <Words {...name} />
        </span>
      ))}
      {here && (
        <span class="hold">
          {plural(t, lang, 'timesOnPage', count)}
          {onStep && count > 1 && (
            <>
              <IconButton class="small" icon="back" label={t('previousMention')} onClick={() => onStep(-1)} />
              <IconButton class="small" icon="forward" label={t('nextMention')} onClick={() => onStep(1)} />
            </>
          )}
        </span>
      )}
    </p>
  );
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
