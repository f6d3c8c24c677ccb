/** Cards of passages: without a note, being written, with some, in another direction. */
import type { Note } from '../../src/core/model.ts';
import { PassageCard } from '../../src/ui/PassageCard.tsx';
import { ignore, reader, t } from './live.tsx';
import { type Specimen, write } from './specimen.ts';
import { NOTES } from './specimens.ts';

/** The card of a passage with some notes. */
function LivePassage({
  quote,
  first = [],
  notice,
  status = '',
}: {
  readonly quote: string;
  readonly first?: readonly Note[];
  readonly notice?: string;
  readonly status?: string;
}) {
  return (
    <PassageCard
      quote={quote}
      colour="yellow"
      onColour={ignore}
      about={quote}
      notes={first}
      removed={null}
      drafts={new Map()}
      notice={notice}
      status={status}
      lang={reader}
      t={t}
      onAdd={async () => true}
      onEdit={async () => true}
      onDelete={ignore}
      onUndo={ignore}
      onClose={ignore}
    />
  );
}

const QUOTE =
  'A year later the idea came in by the front door. Speaking at the second conference, in December 2015, Xi Jinping asked states to respect cyber sovereignty: the claim that each state may run, regulate and police the networks inside its borders.';

export const PASSAGES: readonly Specimen[] = [
  { name: 'card-passage-new', content: <LivePassage quote={QUOTE.slice(0, 48)} /> },
  {
    name: 'card-passage-writing',
    content: <LivePassage quote={QUOTE} notice={t('privateNote')} />,
    act: write('textarea', 'Ask Marta.'),
  },
  { name: 'card-passage-noted', content: <LivePassage quote={QUOTE} first={NOTES.slice(0, 2)} /> },
  {
    name: 'card-passage-saved',
    content: <LivePassage quote={QUOTE} first={NOTES.slice(0, 1)} status={t('noteSaved')} />,
  },
  {
    name: 'card-passage-arabic',
    content: (
      <LivePassage quote="اجتمعت اللجنة في دار البلدية القديمة (ITU)، ولم يفكر أحد في إحضار الكراسي." />
    ),
  },
];
