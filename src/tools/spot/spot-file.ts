/** Spots one document with the extension's own core and places the mentions in the file. */
import type { Lexicon } from '../../core/gazetteer/lexicon.ts';
import type { Density, Mention } from '../../core/model.ts';
import { NO_EVIDENCE } from '../../core/spotting/evidence.ts';
import { decide } from '../../core/spotting/judge.ts';
import { explain, findNames, settle, spot } from '../../core/spotting/spot.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { blocksOfText, type FileBlock } from './text-blocks.ts';

export interface FileMention extends Mention {
  readonly section: number;
  /** Characters before and after, at most 40 each: of the document, or where it is HTML of the block's text. */
  readonly before: string;
  readonly after: string;
}

export interface SpotOptions {
  readonly html?: boolean;
  readonly density?: Density;
}

const CONTEXT = 40;

/** The mentions of a document in its order, at density `every` unless told. Offsets are of the document's text. */
export function spotText(
  text: string,
  lexicons: readonly Lexicon[],
  options: SpotOptions = {},
): FileMention[] {
  const blocks = options.html ? blocksOfHtml(text) : blocksOfText(text);
  const answer = spot(
    blocks.map(({ block }) => block),
    NO_EVIDENCE,
    lexicons,
  );
  const mentions = [...answer.mentions, ...settle(answer.pending, answer.evidence, lexicons)];
  return inPlace(mentions, blocks, text).filter(firstOfEach(options.density ?? 'every'));
}

/** What stays silent in a document, each with its likeliest sense and the reasons for and against. */
export function silencesIn(
  text: string,
  lexicons: readonly Lexicon[],
  options: SpotOptions = {},
): FileMention[] {
  const blocks = options.html ? blocksOfHtml(text) : blocksOfText(text);
  const { found, evidence } = findNames(
    blocks.map(({ block }) => block),
    NO_EVIDENCE,
    lexicons,
  );
  const silent = explain(found, evidence, lexicons).flatMap(({ pending, weighed }): Mention[] => {
    const [best] = weighed;
    const { block, start, end, surface } = pending;
    return best && !decide(weighed) ? [{ block, start, end, surface, ...best }] : [];
  });
  return inPlace(silent, blocks, text);
}

/** Mentions placed in their document, in its order. */
function inPlace(mentions: readonly Mention[], blocks: readonly FileBlock[], text: string): FileMention[] {
  return mentions
    .flatMap((mention) => {
      const block = blocks[mention.block];
      return block ? place(mention, block, text) : [];
    })
    .toSorted((a, b) => a.start - b.start);
}

function place(mention: Mention, { block, offset, places }: FileBlock, text: string): FileMention {
  const at = (index: number) => places?.[index] ?? offset + index;
  const [start, end] = [at(mention.start), at(mention.end - 1) + 1];
  const [around, from, to] = places ? [block.text, mention.start, mention.end] : [text, start, end];
  return {
    ...mention,
    start,
    end,
    section: block.section,
    before: around.slice(Math.max(0, from - CONTEXT), from),
    after: around.slice(to, to + CONTEXT),
  };
}

/** Whether a mention is the first of its entity in its place; to be asked in the document's order. */
function firstOfEach(density: Density): (mention: FileMention) => boolean {
  const seen = new Set<string>();
  return ({ entity, section }) => {
    if (density === 'every') return true;
    const key = density === 'section' ? `${section} ${entity}` : entity;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}
