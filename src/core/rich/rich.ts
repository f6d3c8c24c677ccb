/**
 * Formatted text that can do no harm: a tree of a few kinds of elements and of plain strings. Markdown becomes one
 * (`pages/library/read-markdown.ts`), our pages draw it as nodes and the HTML export writes it with every character
 * escaped. What it cannot say, nobody can make us show: no image, no script, no style, no address but of the web and of mail.
 */

export const RICH_TAGS = [
  'p',
  'heading',
  'strong',
  'em',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'br',
  'hr',
] as const;
export type RichTag = (typeof RICH_TAGS)[number];

export interface RichElement {
  readonly tag: RichTag;
  readonly children: readonly Rich[];
  /** Of `a` alone, and only what `safeAddress` has answered. */
  readonly href?: string;
  /** The first number of `ol`, where it is not 1. */
  readonly start?: number;
}

export type Rich = string | RichElement;

/** The address if a link may lead there, else null: the web and mail, written without characters that are not seen. */
export function safeAddress(address: string): string | null {
  // Browsers drop line breaks and tabs before they read the scheme: "java\nscript:".
  const plain = address.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '');
  return /^(?:https?:\/\/[^/]|mailto:[^?]+@)/i.test(plain) ? plain : null;
}

/** The text of a tree without its form. */
export function plainText(nodes: readonly Rich[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plainText(node.children))).join('');
}
