/** The context of a page as a text of its own: each entity with its background, every statement with its sources, numbered through. */
import type { Entry, EntrySource, Sentence } from '../card/entry.ts';

export interface DigestedPage {
  readonly title: string;
  readonly url: string;
  readonly entries: readonly Entry[];
  /** Who made this, and when. */
  readonly made: string;
}

/** One number for one source, whichever entries cite it. */
class Endnotes {
  readonly #numbers = new Map<string, number>();
  readonly #sources: EntrySource[] = [];

  numberOf(source: EntrySource): number {
    const key = source.url ?? `${source.publisher} ${source.title.text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#sources.push(source);
    this.#numbers.set(key, this.#sources.length);
    return this.#sources.length;
  }

  get all(): readonly EntrySource[] {
    return this.#sources;
  }
}

/** Sentences of an entry that stand in a digest, each with the numbers of its sources. */
function* cited(
  { background, sources }: Entry,
  notes: Endnotes,
): Generator<readonly [Sentence, readonly number[]]> {
  for (const sentence of background) {
    const own = sentence.cites.flatMap((number) => sources.find((source) => source.number === number) ?? []);
    yield [sentence, own.map((source) => notes.numberOf(source))];
  }
}

const partsOf = ({ publisher, title, facts }: EntrySource) =>
  [publisher, title.text, ...facts].filter((part) => part !== undefined && part !== '').join(' · ');

export function digestOf(page: DigestedPage, format: 'markdown' | 'html'): string {
  return format === 'markdown' ? markdownOf(page) : htmlOf(page);
}

function markdownOf({ title, url, entries, made }: DigestedPage): string {
  const notes = new Endnotes();
  const bodies = entries.map((entry) => {
    const sentences = [...cited(entry, notes)].map(
      ([{ text }, numbers]) => plain(text) + numbers.map((number) => `[^${number}]`).join(''),
    );
    return `## ${plain(entry.title.text)}\n\n${sentences.join(' ')}`;
  });
  const ends = notes.all.map(
    (source, i) => `[^${i + 1}]: ${plain(partsOf(source))}${source.url ? ` <${source.url}>` : ''}`,
  );
  const head = `# ${plain(title)}\n\n${url === '' ? '' : `<${url}>\n\n`}${made}`;
  return `${[head, ...bodies, ends.join('\n')].join('\n\n')}\n`;
}

/** What Markdown would read as more than words. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');

function htmlOf({ title, url, entries, made }: DigestedPage): string {
  const notes = new Endnotes();
  const bodies = entries.map((entry) => {
    const sentences = [...cited(entry, notes)].map(
      ([{ text, lang, dir }, numbers]) =>
        `<span${attributes({ lang, dir })}>${escaped(text)}</span>${numbers.map((number) => `<sup><a href="#s${number}">${number}</a></sup>`).join(' ')}`,
    );
    return `<section>\n<h2${attributes(entry.title)}>${escaped(entry.title.text)}</h2>\n<p>${sentences.join(' ')}</p>\n</section>`;
  });
  const ends = notes.all.map((source, i) => {
    const words = escaped(partsOf(source));
    return `<li id="s${i + 1}">${source.url ? `<a href="${escaped(source.url)}">${words}</a>` : words}</li>`;
  });
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>body{max-width:40em;margin:2em auto;padding:0 1em;font:16px/1.5 serif}h1,h2{line-height:1.25}sup a{text-decoration:none}ol{font-size:smaller}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${url === '' ? '' : `<a href="${escaped(url)}">${escaped(url)}</a><br>`}${escaped(made)}</p>
${bodies.join('\n')}
<ol>
${ends.join('\n')}
</ol>
</body>
</html>
`;
}

const attributes = ({ lang, dir }: { readonly lang: string; readonly dir: string }) =>
  `${lang === '' ? '' : ` lang="${escaped(lang)}"`} dir="${dir}"`;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');
