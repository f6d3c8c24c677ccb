/** Blocks of plain text for the command line: a blank line ends a block. Plain text is all one section. */
import type { TextBlock } from '../../core/model.ts';

/** A block, and where it stands in the file (UTF-16 code units). */
export interface FileBlock {
  readonly block: TextBlock;
  readonly offset: number;
  /** The place of each character, where markup stands between them; without it they follow one another. */
  readonly places?: readonly number[];
}

export function blocksOfText(text: string, lang = ''): FileBlock[] {
  const blocks: FileBlock[] = [];
  for (const match of text.matchAll(/\S(?:.*\S)?(?:\r?\n[^\S\n]*\S.*)*/g)) {
    const block = { id: blocks.length, text: match[0], lang, region: 'prose', section: 0 } as const;
    blocks.push({ offset: match.index, block: { ...block, links: [], breaks: [] } });
  }
  return blocks;
}
