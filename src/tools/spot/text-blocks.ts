/**
 * Blocks of plain text, and roughly of HTML, for the command line. A blank line ends a block of text; a block-level tag
 * ends a block of HTML. The extension itself reads the living page (`content/page`).
 */
import type { TextBlock } from '../../core/model.ts';

/** A block, and where it stands in the file (UTF-16 code units); for HTML only roughly. */
export interface FileBlock {
  readonly block: TextBlock;
  readonly offset: number;
}

export function blocksOfText(text: string, lang = ''): FileBlock[] {
  const blocks: FileBlock[] = [];
  for (const match of text.matchAll(/\S(?:.*\S)?(?:\n[^\S\n]*\S.*)*/g)) {
    blocks.push({ offset: match.index, block: blockOf(blocks.length, match[0], lang) });
  }
  return blocks;
}

const DROPPED =
  /<(script|style|noscript|template|textarea|pre|code|svg|head|nav|footer)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const INLINE =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|data|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
};

export function blocksOfHtml(html: string): FileBlock[] {
  const lang = /<html\b[^>]*\blang=["']?([\w-]+)/i.exec(html)?.[1] ?? '';
  // What is dropped is replaced by blanks of its length, so that offsets stay near the truth.
  const blank = (part: string) => ' '.repeat(part.length);
  const text = html.replace(DROPPED, (part) => `<>${' '.repeat(part.length - 2)}`).replace(INLINE, blank);
  const blocks: FileBlock[] = [];
  for (const match of text.matchAll(/[^<>]+(?=<|$)/g)) {
    const readable = decodeEntities(match[0]).trim();
    if (readable) blocks.push({ offset: match.index, block: blockOf(blocks.length, readable, lang) });
  }
  return blocks;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code =
        name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name] ?? whole;
  });
}

function blockOf(id: number, text: string, lang: string): TextBlock {
  return { id, text, lang, region: 'prose', section: 0, links: [], breaks: [] };
}
