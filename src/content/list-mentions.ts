/** The page's mentions as a list, in the order of its text: for the command line now, for the panel later. */
import type { ListedMention } from '../protocol/messages.ts';
import type { Marks } from './marks/marks.ts';
import type { PageText } from './page/page-text.ts';

const CONTEXT = 40;

export function listMentions(text: PageText, marks: Marks): ListedMention[] {
  const listed: ListedMention[] = [];
  let heading = '';
  for (const page of text.blocks()) {
    const { block } = page;
    if (block.region === 'heading') heading = block.text.replace(/\s+/g, ' ').trim();
    for (const { mention, entity } of marks.in(page)) {
      const { start, end, surface, score, reasons } = mention;
      listed.push({
        entity,
        surface,
        before: block.text.slice(Math.max(0, start - CONTEXT), start),
        after: block.text.slice(end, end + CONTEXT),
        heading,
        score,
        reasons,
      });
    }
  }
  return listed;
}
