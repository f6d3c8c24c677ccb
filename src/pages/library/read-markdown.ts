/**
 * Markdown as formatted text: mdast-util-from-markdown reads it, and of its syntax tree this makes the few kinds of elements that
 * `core/rich` knows. HTML in it is shown as the characters that it is; an image is a link to where it lies, never loaded.
 *
 * What a parser of Markdown does on hostile text can take seconds (20,000 characters of `*a_ `: 8 s), so it is given
 * so much only; longer notes are shown as they were written.
 */
import type { Definition, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Rich, type RichTag, safeAddress } from '../../core/rich/rich.ts';

export const LONGEST_MARKDOWN = 10_000;
/** Deeper nesting is nobody's writing, and would use up the stack. */
const DEEPEST = 40;

export function readMarkdown(text: string): readonly Rich[] {
  if (text.length > LONGEST_MARKDOWN) return asWritten(text);
  let root: Root;
  try {
    root = fromMarkdown(text);
  } catch {
    return asWritten(text); // its own stack can be used up by nesting
  }
  const definitions = new Map<string, Definition>();
  gatherDefinitions(root, definitions, 0);
  return childrenOf(root, definitions, 0);
}

/** Line for line, nothing formatted. */
function asWritten(text: string): readonly Rich[] {
  return text === '' ? [] : [{ tag: 'pre', children: [text] }];
}

function gatherDefinitions(node: Nodes, found: Map<string, Definition>, depth: number): void {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  if ('children' in node && depth < DEEPEST)
    for (const child of node.children) gatherDefinitions(child, found, depth + 1);
}

type Definitions = ReadonlyMap<string, Definition>;

function childrenOf(node: Nodes, definitions: Definitions, depth: number): readonly Rich[] {
  if (!('children' in node)) return [];
  if (depth > DEEPEST) return ['…'];
  return node.children.flatMap((child) => richOf(child, definitions, depth + 1));
}

/** Nodes that become one element with their children in it. */
const ELEMENTS: Readonly<Partial<Record<Nodes['type'], RichTag>>> = {
  paragraph: 'p',
  heading: 'heading',
  strong: 'strong',
  emphasis: 'em',
  blockquote: 'blockquote',
  listItem: 'li',
};

function richOf(node: Nodes, definitions: Definitions, depth: number): readonly Rich[] {
  const tag = ELEMENTS[node.type];
  const children = () => childrenOf(node, definitions, depth);
  if (tag) return [{ tag, children: children() }];
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'html':
      // Between paragraphs it has none of its own.
      return depth === 1 ? [{ tag: 'p', children: [node.value] }] : [node.value];
    case 'inlineCode':
      return [{ tag: 'code', children: [node.value] }];
    case 'code':
      return [{ tag: 'pre', children: [node.value] }];
    case 'break':
      return [{ tag: 'br', children: [] }];
    case 'thematicBreak':
      return [{ tag: 'hr', children: [] }];
    case 'list': {
      const start =
        node.ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {};
      return [{ tag: node.ordered ? 'ol' : 'ul', children: children(), ...start }];
    }
    case 'link':
      return link(node.url, children());
    case 'linkReference':
      return link(definitions.get(node.identifier)?.url ?? '', children());
    case 'image':
      return link(node.url, [node.alt || node.url]);
    case 'imageReference':
      return link(definitions.get(node.identifier)?.url ?? '', [node.alt || (node.label ?? '')]);
    default:
      return []; // definitions, which links have used
  }
}

/** A link where one may be; else its words alone. */
function link(url: string, children: readonly Rich[]): readonly Rich[] {
  const href = safeAddress(url);
  return href ? [{ tag: 'a', href, children }] : children;
}
