/**
 * The page's mentions as a list, in the order of its text. A script of its own, sent into the page by who is about to ask for the
 * list (the command line now, the panel later): few pages are ever asked.
 */
import type { ListedMention } from '../protocol/messages.ts';
import { bridge, type PageView } from './card/bridge.ts';

const CONTEXT = 40;

function listMentions({ text, marks }: PageView): ListedMention[] {
  const listed: ListedMention[] = [];
  const { scrollHeight } = document.documentElement;
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
        at: (page.element.getBoundingClientRect().top + scrollY) / scrollHeight,
        score,
        reasons,
      });
    }
  }
  return listed;
}

bridge().list = () => {
  const { page } = bridge();
  return page ? listMentions(page) : [];
};
