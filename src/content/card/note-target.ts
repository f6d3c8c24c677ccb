/** What a note on a mention is about, in W3C selectors: found again by its words, or by its place. */
import type { NoteTarget } from '../../core/model.ts';
import type { Mark } from '../marks/marks.ts';

/** Characters of context saved on each side. */
const CONTEXT = 48;

export function noteTargetOf({ mention, page }: Mark): NoteTarget {
  const { text } = page.block;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"][href]')?.href;
  return {
    url: location.href,
    ...(canonical ? { canonical } : {}),
    title: document.title || location.href,
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
