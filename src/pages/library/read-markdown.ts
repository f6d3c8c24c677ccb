/**
 * Markdown as formatted text: commonmark reads it, and of its syntax tree this makes the few kinds of elements that `core/rich`
 * knows. HTML in it is shown as the characters that it is; an image is a link to where it lies, never loaded.
 */
import { type Node, type NodeType, Parser } from 'commonmark';
import { type Rich, type RichTag, safeAddress } from '../../core/rich/rich.ts';

/** Longer notes are shown as they were written: formatting them would hold up the list. */
export const LONGEST_MARKDOWN = 20_000;
/** Deeper nesting is nobody's writing, and would use up the stack. */
const DEEPEST = 40;

export function readMarkdown(text: string): readonly Rich[] {
  if (text.length > LONGEST_MARKDOWN) return [{ tag: 'pre', children: [text] }];
  return childrenOf(new Parser().parse(text), 0);
}

function childrenOf(node: Node, depth: number): readonly Rich[] {
  if (depth > DEEPEST) return ['…'];
  const found: Rich[] = [];
  for (let child = node.firstChild; child; child = child.next) found.push(...richOf(child, depth + 1));
  return found;
}

/** Nodes that become one element with their children in it. */
const ELEMENTS: Readonly<Partial<Record<NodeType, RichTag>>> = {
  paragraph: 'p',
  heading: 'heading',
  strong: 'strong',
  emph: 'em',
  block_quote: 'blockquote',
  item: 'li',
  linebreak: 'br',
  thematic_break: 'hr',
};

function richOf(node: Node, depth: number): readonly Rich[] {
  const tag = ELEMENTS[node.type];
  if (tag) return [{ tag, children: childrenOf(node, depth) }];
  const literal = node.literal ?? '';
  switch (node.type) {
    case 'text':
    case 'html_inline':
      return [literal];
    case 'softbreak':
      return ['\n'];
    case 'html_block':
      return [{ tag: 'p', children: [literal] }];
    case 'code':
      return [{ tag: 'code', children: [literal] }];
    case 'code_block':
      return [{ tag: 'pre', children: [literal.replace(/\n$/, '')] }];
    case 'list':
      return [listOf(node, depth)];
    case 'link':
      return link(node, childrenOf(node, depth));
    case 'image':
      return link(node, node.firstChild ? childrenOf(node, depth) : [node.destination ?? '']);
    default:
      return [];
  }
}

function listOf(node: Node, depth: number): Rich {
  const isOrdered = node.listType === 'ordered';
  const start = isOrdered && node.listStart !== 1 ? { start: node.listStart } : {};
  return { tag: isOrdered ? 'ol' : 'ul', children: childrenOf(node, depth), ...start };
}

/** A link where one may be; else its words alone. */
function link(node: Node, children: readonly Rich[]): readonly Rich[] {
  const href = safeAddress(node.destination ?? '');
  return href ? [{ tag: 'a', href, children }] : children;
}
