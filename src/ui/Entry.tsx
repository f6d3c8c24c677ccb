/**
 * What a card says of an entity, in the order in which it is wanted: what it is, the reader's own notes, more, when, what it
 * belongs to, what it is not, and at the end where all this comes from.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntityDetails } from '../core/model.ts';
import type { CardProps } from './Card.tsx';
import { type Citation, type Cites, numberSources } from './citations.ts';
import { Notes } from './Notes.tsx';
import { Reasons } from './Reasons.tsx';
import { Relations, Rivals } from './Relations.tsx';
import { SourceLine, Sources } from './Sources.tsx';
import { SourceTip, usePreview } from './SourceTip.tsx';
import { Sentence, Statements } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';

/** The scrolling middle of the card. */
export function Entry({ details, ...props }: CardProps & { readonly details: EntityDetails }) {
  const { lang, t, reasons = [] } = props;
  const { entity } = details;
  const numbered = useMemo(() => numberSources(details), [details]);
  const { preview, show, keep, hide } = usePreview();
  const { body, current, follow, goBack } = useFollowing();
  const cites: Cites = {
    of: ({ sources }) =>
      sources.flatMap((id) => numbered.get(id) ?? []).toSorted((a, b) => a.number - b.number),
    preview: show,
    follow: (citation, number) => {
      hide();
      follow(citation, number);
    },
  };
  const telling = { cites, lang, t };
  return (
    <div class="body" ref={body}>
      <p class="lead">
        {entity.background.map((statement, i) => (
          <span key={statement.id}>
            {i > 0 && ' '}
            <Sentence statement={statement} {...telling} />
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
      <Statements statements={entity.statements} {...telling} />
      <Timeline items={entity.timeline} {...telling} />
      <Relations relations={details.relations} lang={lang} t={t} onRelation={props.onRelation} />
      <Rivals rivals={entity.rivals} names={entity.aliases.map(({ text }) => text)} t={t} />
      <Sources citations={[...numbered.values()]} current={current} lang={lang} t={t} onReturn={goBack} />
      <Reasons reasons={reasons} t={t} />
      {preview && (
        <SourceTip number={preview.number} onEnter={keep} onLeave={() => show(null)}>
          <SourceLine citation={preview.citation} lang={lang} t={t} />
        </SourceTip>
      )}
    </div>
  );
}

/** From a number to its source in the list, and back again. */
function useFollowing() {
  const [current, setCurrent] = useState<Citation | null>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const items = body.current?.querySelectorAll<HTMLElement>('[data-source]') ?? [];
    const item = [...items].find((li) => li.dataset['source'] === current?.id);
    if (!item || !body.current) return;
    // Not scrollIntoView: it would scroll the page too.
    body.current.scrollTop = item.offsetTop - (body.current.clientHeight - item.offsetHeight) / 2;
    item.focus({ preventScroll: true });
  }, [current]);
  return {
    body,
    current,
    follow(citation: Citation, number: HTMLElement) {
      cameFrom.current = number;
      // A fresh object each time: following the same number twice leads there twice.
      setCurrent({ ...citation });
    },
    goBack() {
      const number = cameFrom.current;
      if (body.current && number) body.current.scrollTop = number.offsetTop - body.current.clientHeight / 2;
      number?.focus({ preventScroll: true });
      setCurrent(null);
    },
  };
}
