/**
 * Notes as one HTML file that needs nothing beside it: to be read, printed, kept. It has no script and forbids any, loads nothing,
 * and every word from pages and notes is escaped.
 */
import type { Note } from '../note.ts';
import type { Rich } from '../rich/rich.ts';
import { safeAddress } from '../rich/rich.ts';
import { escapeHtml, richHtml } from '../rich/rich-html.ts';
import { byPage, type LabelOf, type PageOfNotes, quoteOf } from './note-pages.ts';

export interface HtmlWords {
  /** The title of the file. */
  readonly title: string;
  /** BCP 47, for `lang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly dateOf: (iso: string) => string;
}

/** What forbids the file everything: a saved note must not become a way out. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root{color-scheme:light dark}
body{max-width:42rem;margin:3rem auto;padding:0 1.5rem;font:1rem/1.55 Georgia,"Noto Serif",serif;overflow-wrap:anywhere}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.5rem 0 .2rem}h3{font-size:1rem;margin:0}
.address,time,.tags{font:.8rem/1.5 system-ui,sans-serif;opacity:.75}
article{margin:1.2rem 0;padding-inline-start:1rem;border-inline-start:3px solid;break-inside:avoid}
.yellow{border-color:#c90}.green{border-color:#4a4}.blue{border-color:#48c}.pink{border-color:#c5a}.grey{border-color:#888}
.quote{margin:.3rem 0;font-style:italic}.heading{font-weight:bold}pre{overflow:auto}.tags span{margin-inline-end:.8em}
`;

export function writeHtml(
  notes: readonly Note[],
  labelOf: LabelOf,
  rich: (markdown: string) => readonly Rich[],
  words: HtmlWords,
): string {
  const title = escapeHtml(words.title);
  const pages = byPage(notes).map((page) => pageHtml(page, labelOf, rich, words));
  return `<!doctype html>
<html lang="${escapeHtml(words.lang)}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${pages.join('\n')}
</body>
</html>
`;
}

function pageHtml(
  { url, title, notes }: PageOfNotes,
  labelOf: LabelOf,
  rich: (markdown: string) => readonly Rich[],
  words: HtmlWords,
): string {
  const address = safeAddress(url);
  const shown = escapeHtml(url);
  const link = address ? `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${shown}</a>` : shown;
  const articles = notes.map((note) => noteHtml(note, labelOf(note), rich, words));
  return `<section>
<h2 dir="auto">${escapeHtml(title)}</h2>
<p class="address" dir="ltr">${link}</p>
${articles.join('\n')}
</section>`;
}

function noteHtml(
  note: Note,
  label: string,
  rich: (markdown: string) => readonly Rich[],
  { dateOf }: HtmlWords,
): string {
  const quote = quoteOf(note);
  const tags = note.tags.map((tag) => `<span dir="auto">${escapeHtml(tag)}</span>`).join('');
  return [
    `<article class="${note.colour}" dir="auto">`,
    label && `<h3>${escapeHtml(label)}</h3>`,
    quote && `<blockquote class="quote">${escapeHtml(quote)}</blockquote>`,
    richHtml(rich(note.body)),
    tags && `<p class="tags">${tags}</p>`,
    `<time datetime="${escapeHtml(note.modified)}">${escapeHtml(dateOf(note.modified))}</time>`,
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
