/**
 * Notes as Markdown: one text, or a file for each page, with front matter that Obsidian reads as properties. The reader's own words
 * stand as they were written; what comes from pages is escaped, so that no title becomes a heading and no quotation a tag.
 */
import type { Note } from '../note.ts';
import { byPage, type LabelOf, type PageOfNotes, quoteOf } from './note-pages.ts';

/** All notes in one text, a heading for each page. */
export function writeMarkdown(notes: readonly Note[], labelOf: LabelOf, now: Date): string {
  const front = frontMatter(
    [
      ['exported', now.toISOString()],
      ['notes', notes.length],
    ],
    tagsOf(notes),
  );
  const pages = byPage(notes).map(
    (page) =>
      `# ${escaped(page.title)}\n\n${addressLine(page)}${page.notes.map((note) => section(note, labelOf)).join('')}`,
  );
  return front + pages.join('\n');
}

/** A file for each page, by file name. */
export function writeMarkdownFiles(notes: readonly Note[], labelOf: LabelOf): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const taken = new Set<string>();
  for (const page of byPage(notes)) {
    const name = freeName(fileName(page.title), taken);
    const dates = page.notes.map(({ created }) => created).sort();
    const modified = page.notes.map((note) => note.modified).sort();
    const front = frontMatter(
      [
        ['title', page.title],
        ['url', page.url],
        ['created', dates[0] ?? ''],
        ['modified', modified.at(-1) ?? ''],
      ],
      tagsOf(page.notes),
    );
    const sections = page.notes.map((note) => section(note, labelOf)).join('');
    files.set(`${name}.md`, `${front}# ${escaped(page.title)}\n\n${addressLine(page)}${sections}`);
  }
  return files;
}

/** A name that every system can keep, and that Obsidian can link to: without `\/:*?"<>|#^[]`, and not too long. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '');
  // By characters, not units, so that no emoji is cut in half; 80 of three bytes each are within what file systems allow.
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `Page ${short}`.trim() : short;
}

/** Names that differ only in case are one on most systems. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name} ${i}`;
  taken.add(free.toLowerCase());
  return free;
}

/** JSON's strings are YAML's too: https://yaml.org/spec/1.2.2/#12-relation-to-json. */
function frontMatter(
  entries: readonly (readonly [key: string, value: string | number])[],
  tags: readonly string[],
): string {
  const lines = entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const listed = tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${JSON.stringify(tag)}`)] : [];
  return `---\n${[...lines, ...listed].join('\n')}\n---\n\n`;
}

/** Tags as Obsidian takes them: without spaces and signs, and not of digits alone. */
function tagsOf(notes: readonly Note[]): readonly string[] {
  return [...new Set(notes.flatMap(({ tags }) => tags.map(obsidianTag)))].filter((tag) => tag !== '').sort();
}

function obsidianTag(tag: string): string {
  const plain = tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /^\d+$/.test(plain) ? `_${plain}` : plain;
}

function section(note: Note, labelOf: LabelOf): string {
  const label = labelOf(note);
  const quote = quoteOf(note);
  const tags = note.tags.map(obsidianTag).filter((tag) => tag !== '');
  const date = note.created.slice(0, 10);
  return [
    `## ${label ? `${escaped(label)}, ${date}` : date}`,
    quote === ''
      ? ''
      : quote
          .split(/\r?\n/)
          .map((line) => `> ${escaped(line)}`)
          .join('\n'),
    note.body.trim(),
    tags.map((tag) => `#${tag}`).join(' '),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n\n`)
    .join('');
}

function addressLine({ url }: PageOfNotes): string {
  // In angle brackets an address may hold all but these.
  return `<${url.replace(/[<>\s]/g, encodeURIComponent)}>\n\n`;
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~$^=!&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([+-])/, '\\$1');
}
