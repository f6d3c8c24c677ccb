/** What a note on a mention is about, in W3C selectors: found again by its words, or by its place. */
import type { NoteTarget } from '../../core/model.ts';
import type { Mark } from '../marks/marks.ts';
import { pageFacts } from '../page/page-facts.ts';

/** Characters of context saved on each side. */
const CONTEXT = 48;

/** Of a mention in this document, by the address that its notes go by. */
export function noteTargetOf({ mention, page }: Mark, url: string): NoteTarget {
  const { text } = page.block;
  return {
    ...pageFacts(),
    url,
    entity: mention.entity,
    selectors: [
      {
        type: 'TextQuoteSelector',
        exact: mention.surface,
        prefix: text.slice(Math.max(0, mention.start - CONTEXT), mention.start),
        suffix: text.slice(mention.end, mention.end + CONTEXT),
      },
    ],
  };
}
