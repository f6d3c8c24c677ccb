/**
 * What a card says of an entity, in the order in which it is wanted: what it is, the reader's own notes, more, when, what it
 * belongs to, what it is not, and at the end where all this comes from.
 */

import type { Entry as EntryData, EntrySource } from '../core/card/entry.ts';
import type { CardProps } from './Card.tsx';
import { useEffect, useRef, useState } from './hooks.ts';
import { Notes } from './Notes.tsx';
import { Reasons } from './Reasons.tsx';
import { Relations } from './Relations.tsx';
import { SourceLine, Sources } from './Sources.tsx';
import { SourceTip, usePreview } from './SourceTip.tsx';
import { Sentence, Statements, type Telling } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';

/** The scrolling middle of the card. */
export function Entry({ entry, ...props }: CardProps & { readonly entry: EntryData }) {
  const { lang, t } = props;
  const { preview, show, keep } = usePreview();
  const { body, current, follow, goBack } = useFollowing();
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
    <div class="body" ref={body}>
      <p class="lead" dir={entry.background[0]?.dir}>
        {entry.background.map((sentence) => (
          <span key={sentence.id}>
            <Sentence sentence={sentence} telling={telling} />{' '}
          </span>
        ))}
      </p>
      <Notes
        notes={props.notes}
        removed={props.removedNote}
        drafts={props.drafts}
        lang={lang}
        t={t}
        onEdit={props.onEditNote}
        onDelete={props.onDeleteNote}
        onUndo={props.onUndoDelete}
      />
      <Statements statements={entry.statements} telling={telling} />
      <Timeline items={entry.timeline} telling={telling} />
      <Relations relations={entry.relations} t={t} onRelation={props.onRelation} />
      {entry.rivals.length > 0 && <p class="rivals">{t('notToBeConfused', entry.rivals.join(' · '))}</p>}
      <Sources sources={entry.sources} current={current} lang={lang} t={t} onReturn={goBack} />
      <Reasons reasons={props.reasons ?? []} t={t} />
      {preview && (
        <SourceTip number={preview.number} onEnter={keep} onLeave={() => show(null)}>
          <SourceLine source={preview.source} t={t} />
        </SourceTip>
      )}
    </div>
  );
}

/** From a number to its source in the list, and back again. */
function useFollowing() {
  const [current, setCurrent] = useState<EntrySource | null>(null);
  const cameFrom = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const scrollTo = (to: HTMLElement | null | undefined) => {
    if (!to || !body.current) return;
    // Not scrollIntoView: it would scroll the page too.
    body.current.scrollTop = to.offsetTop - body.current.clientHeight / 2;
    to.focus({ preventScroll: true });
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
