/** Notes as Markdown, CSV and HTML: to be read elsewhere, with nothing that a page or an import wrote being taken for code. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Parser } from 'commonmark';
import { writeCsv } from '../../src/core/formats/csv.ts';
import { writeHtml } from '../../src/core/formats/html.ts';
import { fileName, writeMarkdown, writeMarkdownFiles } from '../../src/core/formats/markdown.ts';
import type { Note, Selector } from '../../src/core/model.ts';
import { readMarkdown } from '../../src/pages/library/read-markdown.ts';
import { FULL_NOTES, sampleNote } from '../support/sample-notes.ts';

const NOW = new Date('2026-04-01T00:00:00.000Z');
const labelOf = ({ target }: Note) => (target.entity ? `The ${target.entity.split(':')[1]}` : '');
const quote = (exact: string): Selector => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });

describe('Markdown', () => {
  test('has a file for each page, with the notes of all its addresses', () => {
    const notes = [
      sampleNote('note-1', { body: 'One', target: { url: 'https://www.news.example/a?utm_source=x' } }),
      sampleNote('note-2', { body: 'Two', target: { url: 'http://news.example/a#top' } }),
      sampleNote('note-3', { body: 'Three', target: { url: 'https://news.example/b', title: 'a STORY' } }),
    ];
    const files = writeMarkdownFiles(notes, labelOf);
    assert.deepEqual([...files.keys()].sort(), ['A story.md', 'a STORY 2.md']);
    assert.match(files.get('A story.md') ?? '', /One[\s\S]*Two/);
  });

  test('begins with properties as Obsidian reads them', () => {
    const note = sampleNote('note-1', {
      tags: ['two words', '2026', '网络', 'a/b', '#already', '"', 'x"y'],
      target: { title: 'Title: "quoted" — ---\nnext\ttab' },
    });
    const text = [...writeMarkdownFiles([note], labelOf).values()][0] ?? '';
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    const entries = front.split('\n').map((line) => /^(\w+): (".*"|\d+)$/.exec(line));
    const fields = Object.fromEntries(entries.flatMap((m) => (m ? [[m[1], JSON.parse(m[2] ?? '')]] : [])));
    assert.deepEqual(fields, {
      title: note.target.title,
      url: note.target.url,
      created: note.created,
      modified: note.modified,
    });
    const tags = [...front.matchAll(/^ {2}- (".*")$/gm)].map(([, tag = '']) => JSON.parse(tag) as string);
    assert.deepEqual(tags, ['_2026', 'a/b', 'already', 'two-words', 'x-y', '网络']);
  });

  test("keeps the reader's words and escapes the page's", () => {
    const note = sampleNote('note-1', {
      body: '# Mine\n\n**bold**',
      target: {
        title: '# <script>alert(1)</script> [x](javascript:alert(1)) ![i](http://i.example/i.png)',
        selectors: [quote('<img src=x onerror=alert(1)>\n# heading `code` *em* [[link]]')],
      },
    });
    for (const text of [
      writeMarkdown([note], labelOf, NOW),
      ...writeMarkdownFiles([note], labelOf).values(),
    ]) {
      assert.ok(text.includes('# Mine\n\n**bold**'));
      const kinds = kindsIn(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
      for (const kind of ['html_inline', 'html_block', 'image', 'code', 'emph'])
        assert.ok(!kinds.includes(kind), kind);
      assert.equal(kinds.filter((kind) => kind === 'link').length, 1, 'the address alone');
      assert.equal(
        kinds.filter((kind) => kind === 'heading').length,
        3,
        "the page's, the note's, the reader's own",
      );
    }
  });

  for (const [title, name] of [
    ['A plain title', 'A plain title'],
    ['a/b\\c:d*e?f"g<h>i|j#k^l[m]n', 'a b c d e f g h i j k l m n'],
    ['', 'Page'],
    ['...', 'Page'],
    ['.hidden', 'hidden'],
    ['CON', 'Page CON'],
    ['ends with dots. . .', 'ends with dots'],
    ['../../etc/passwd', 'etc passwd'],
    ['网络主权的来历', '网络主权的来历'],
    ['\u202egpj.exe\u0000', 'gpj.exe'],
    ['😀'.repeat(100), '😀'.repeat(80)],
  ] as const)
    test(`files a page called ${JSON.stringify(title)} under ${name}`, () => {
      assert.equal(fileName(title), name);
    });
});

function kindsIn(markdown: string): readonly string[] {
  const kinds: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next())
    if (event.entering) kinds.push(event.node.type);
  return kinds;
}

describe('CSV', () => {
  test('has a row for each note, and cells that hold commas, quotes and lines', () => {
    const text = writeCsv(FULL_NOTES, labelOf);
    const rows = cellsOf(text);
    assert.equal(rows.length, 1 + FULL_NOTES.length);
    const [head, first] = rows;
    assert.ok(head && first);
    const cell = (name: string) => first[head.indexOf(name)];
    assert.equal(cell('note'), FULL_NOTES[0]?.body);
    assert.equal(cell('entity'), 'The itu');
    assert.equal(cell('quote'), 'the ITU');
    assert.equal(cell('address'), FULL_NOTES[0]?.target.url);
    assert.equal(cell('tags'), 'policy, Großbritannien & EU, 网络');
  });

  for (const body of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '=HYPERLINK("http://a.example","x")',
  ])
    test(`does not begin a cell with ${JSON.stringify(body)}`, () => {
      const [head, row] = cellsOf(writeCsv([sampleNote('note-1', { body })], labelOf));
      assert.equal(row?.[head?.indexOf('note') ?? -1], `'${body}`);
    });
});

/** RFC 4180, read by the letter. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  pattern.lastIndex = 1; // after the mark
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('HTML', () => {
  const words = { title: 'Your notes', lang: 'en', dir: 'ltr' as const, dateOf: (iso: string) => iso };
  const write = (notes: readonly Note[]) => writeHtml(notes, labelOf, readMarkdown, words);

  test('shows page, quotation, formatted text and tags', () => {
    const text = write(FULL_NOTES);
    assert.match(text, /<h2 dir="auto">Cyber &quot;sovereignty&quot;, explained<\/h2>/);
    assert.match(text, /<blockquote class="quote">the ITU<\/blockquote>/);
    assert.match(text, /<strong>Bold<\/strong> and &lt;b&gt;not HTML&lt;\/b&gt;/);
    assert.match(text, /<li><p>two &quot;quoted&quot;, with commas<\/p><\/li>/);
    assert.match(text, /<span dir="auto">网络<\/span>/);
  });

  test('asks nothing of the network, and forbids it', () => {
    const note = sampleNote('note-1', {
      body: '![i](https://i.example/i.png) <img src="https://i.example/j.png"> [l](https://l.example)',
    });
    const text = write([note]);
    assert.match(
      text,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/,
    );
    assert.doesNotMatch(text, /<(?:img|script|link|iframe|object|video|audio|svg)\b/i);
    assert.doesNotMatch(text, /<[^>]*\bsrc=|url\(|@import/i);
  });

  const EVIL = [
    '<script>alert(1)</script>',
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '</style><script>alert(1)</script>',
    '<!-- --><svg/onload=alert(1)>',
  ];
  for (const evil of EVIL)
    test(`holds ${evil} as text wherever it stands`, () => {
      const text = write([
        sampleNote('note-1', {
          body: evil,
          tags: [evil],
          modified: evil,
          target: { title: evil, url: `https://a.example/${evil}`, selectors: [quote(evil)] },
        }),
        sampleNote('note-2', { target: { title: evil, url: `javascript:${evil}` } }),
      ]);
      const tags = [...text.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag = '']) => tag);
      const allowed =
        'html head meta title style body h1 h2 h3 section article p a blockquote span time'.split(' ');
      assert.deepEqual(
        tags.filter((tag) => !allowed.includes(tag)),
        [],
      );
      assert.doesNotMatch(text.replace(/"[^"]*"/g, '""'), /<[^>]*\son\w+=/i);
      assert.doesNotMatch(text, /href="javascript:/i);
    });
});
