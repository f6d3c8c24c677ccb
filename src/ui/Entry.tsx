/**
 * What a card says of an entity, in the order in which it is wanted: what it is, the reader's own notes, more, when, what it
 * belongs to, what it is not, and at the end where all this comes from.
 */

import type { Entry as EntryData, EntrySource } from '../core/card/entry.ts';
import type { CardProps } from './Card.tsx';
import { useEffect, useRef, useState } from './hooks.ts';
import { Reasons } from './Reasons.tsx';
import { Relations } from './Relations.tsx';
import { SourceLine, Sources } from './Sources.tsx';
import { SourceTip, usePreview } from './SourceTip.tsx';
import { Sentence, Statements, type Telling } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';

/** Statements that are drawn at first: more than a card can show before it is scrolled. */
const AT_FIRST = 8;
/** Then come the other statements with all that leads on, then sources and reasons. */
const PARTS = 2;

/** The scrolling middle of the card. */
export function Entry({ entry, ...props }: CardProps & { readonly entry: EntryData }) {
  const { lang, t } = props;
  const { preview, show, keep } = usePreview();
  const { body, current, follow, goBack } = useFollowing();
  const drawn = useParts(body);
  const telling: Telling = {
    sources: entry.sources,
    preview: show,
    follow(source, number) {
      show(null, null);
      follow(source, number);
    },
    lang,
    t,
  };
  return (
    <div class="body" aria-busy={drawn < PARTS} ref={body}>
      <p class="lead" dir={entry.background[0]?.dir}>
        {entry.background.map((sentence) => (
          <span key={sentence.id}>
            <Sentence sentence={sentence} telling={telling} />{' '}
          </span>
        ))}
      </p>
      {props.notes?.list}
      <Statements
        statements={drawn > 0 ? entry.statements : entry.statements.slice(0, AT_FIRST)}
        telling={telling}
      />
      {drawn > 0 && (
        <>
          <Timeline items={entry.timeline} telling={telling} />
          <Relations relations={entry.relations} t={t} onRelation={props.onRelation} />
          {entry.rivals.length > 0 && (
            <p class="rivals">{t('notToBeConfused', entry.rivals.join('\u00a0· '))}</p>
          )}
        </>
      )}
      {drawn > 1 && (
        <>
          <Sources sources={entry.sources} current={current} lang={lang} t={t} onReturn={goBack} />
          <Reasons reasons={props.reasons ?? []} t={t} />
        </>
      )}
      {preview && (
        <SourceTip number={preview.number} onEnter={keep} onLeave={() => show(null)}>
          <SourceLine source={preview.source} t={t} />
        </SourceTip>
      )}
    </div>
  );
}

/**
 * How many parts may be drawn after the first. What is out of sight is drawn after the rest has been painted, a part a frame: most of
 * a card is its sources, and one frame has no time for all. A card that shows its end is drawn whole at once, so that it does not
 * grow before the reader's eyes.
 */
function useParts(body: { readonly current: HTMLElement | null }): number {
  const [drawn, draw] = useState(0);
  useEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = body.current ?? {};
    if (scrollHeight <= clientHeight) draw(PARTS);
    else if (drawn < PARTS) requestAnimationFrame(() => setTimeout(draw, 0, drawn + 1));
  }, [drawn]);
  return drawn;
}

/** From a number to its source in the list, and back again. */
function useFollowing() {
  const [current, setCurrent] = useState<EntrySource | null>(null);
  const cameFrom = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const scrollTo = (to: HTMLElement | null | undefined) => {
    // Not scrollIntoView: it would scroll the page too. Where there is little room the card scrolls, else its middle.
    for (const box of [body.current, body.current?.parentElement])
      if (to && box)
        box.scrollTop +=
          to.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
    to?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (current) scrollTo(body.current?.querySelector<HTMLElement>('.current'));
  }, [current]);
  return {
    body,
    current,
    follow(source: EntrySource, number: HTMLElement) {
      cameFrom.current = number;
      // A fresh object each time: following the same number twice leads there twice.
      setCurrent({ ...source });
    },
    goBack() {
      scrollTo(cameFrom.current);
      setCurrent(null);
    },
  };
}
