/** Spots one document with the extension's own core and places the mentions in the file. */
import type { Lexicon } from '../../core/gazetteer/lexicon.ts';
import type { Density, Mention } from '../../core/model.ts';
import { NO_EVIDENCE } from '../../core/spotting/evidence.ts';
import { settle, spot } from '../../core/spotting/spot.ts';
import { blocksOfHtml, blocksOfText, type FileBlock } from './text-blocks.ts';

export interface FileMention extends Mention {
  /** Characters before and after, at most 40 each. */
  readonly before: string;
  readonly after: string;
}

const CONTEXT = 40;

/** All mentions of a document in its order. Offsets are of the document's text. */
export function spotText(
  text: string,
  lexicons: readonly Lexicon[],
  options: { readonly html?: boolean; readonly density?: Density } = {},
): FileMention[] {
  const blocks = options.html ? blocksOfHtml(text) : blocksOfText(text);
  const answer = spot(
    blocks.map(({ block }) => block),
    NO_EVIDENCE,
    lexicons,
  );
  const mentions = [...answer.mentions, ...settle(answer.pending, answer.evidence, lexicons)];
  const placed = mentions
    .map((mention) => place(mention, blocks, text))
    .toSorted((a, b) => a.start - b.start);
  return options.density === 'every' || options.density === undefined ? placed : firstOfEach(placed);
}

function place(mention: Mention, blocks: readonly FileBlock[], text: string): FileMention {
  const from = blocks[mention.block]?.offset ?? 0;
  const [start, end] = [from + mention.start, from + mention.end];
  return {
    ...mention,
    start,
    end,
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/** Plain text has no sections: the first mention in a section is the first on the page. */
function firstOfEach(mentions: readonly FileMention[]): FileMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ entity }) => !seen.has(entity) && seen.add(entity));
}
