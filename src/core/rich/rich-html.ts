/** Formatted text as HTML, for files alone: every character is escaped, every tag comes from the closed list. */
import type { Rich, RichElement } from './rich.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');
}

export function richHtml(nodes: readonly Rich[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escapeHtml(node) : elementHtml(node))).join('');
}

function elementHtml({ tag, children, href, start }: RichElement): string {
  const inner = () => richHtml(children);
  switch (tag) {
    case 'br':
    case 'hr':
      return `<${tag}>`;
    case 'heading':
      return `<p class="heading">${inner()}</p>`;
    case 'a':
      return `<a href="${escapeHtml(href ?? '')}" rel="noopener noreferrer">${inner()}</a>`;
    case 'ol':
      return `<ol${start === undefined ? '' : ` start="${start}"`}>${inner()}</ol>`;
    default:
      return `<${tag}>${inner()}</${tag}>`;
  }
}
