/** A page's context as a text: sources numbered through, each once, and nothing in it read as more than words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, EntrySource } from '../../src/core/card/entry.ts';
import { digestOf } from '../../src/core/digest/digest.ts';
import { yearsOf } from '../../src/core/digest/years.ts';

const told = (text: string) => ({ text, lang: 'en', dir: 'ltr' as const });
const source = (number: number, title: string, url?: string): EntrySource => ({
  number,
  publisher: 'A Paper',
  title: told(title),
  facts: ['2018'],
  stateMedia: false,
  ...(url ? { url } : {}),
});
const entry = (title: string, sentence: string, cites: number[], sources: EntrySource[]): Entry =>
  ({
    id: `pack:${title}`,
    title: told(title),
    background: [{ ...told(sentence), id: 's1', cites }],
    sources,
  }) as unknown as Entry; // what a digest reads of it

const HOSTILE = '<img src=x onerror=alert(1)> *bold* [link](http://evil.test) `code` & "quotes"';
const PAGE = {
  title: HOSTILE,
  url: 'https://news.example/story?a=1&b="2"',
  made: 'Context by Glossator, 1 December 2026',
  entries: [
    entry('First', 'It was so.', [1, 2], [source(1, 'One', 'https://one.example/'), source(2, HOSTILE)]),
    entry('Second', HOSTILE, [1], [source(1, 'One', 'https://one.example/')]),
  ],
};

describe('a digest', () => {
  test('numbers a source once, whichever entries cite it, and tells all that are cited', () => {
    const text = digestOf(PAGE, 'markdown');
    assert.match(text, /## First\n\nIt was so\.\[\^1\]\[\^2\]/);
    assert.match(text, /\[\^1\]\n\n\[\^1\]: A Paper · One · 2018 <https:\/\/one\.example\/>\n\[\^2\]: /);
    assert.equal(text.match(/^\[\^\d+\]: /gm)?.length, 2);
  });

  test('in Markdown takes no word for more than a word', () => {
    const text = digestOf(PAGE, 'markdown');
    assert.doesNotMatch(text, /(?<!\\)<img|(?<!\\)\*bold|(?<!\\)\[link\]/);
  });

  test('as a page runs nothing, asks for nothing, and its numbers lead to its sources', () => {
    const html = digestOf(PAGE, 'html');
    assert.doesNotMatch(html, /<(?:img|script|link|iframe)/i);
    assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;/);
    assert.match(html, /href="https:\/\/news\.example\/story\?a=1&amp;b=&quot;2&quot;"/);
    for (const [, id] of html.matchAll(/href="#(s\d+)"/g)) assert.ok(html.includes(`id="${id}"`), id);
  });
});

test('dates stand on a line where they are, partial ones in the middle of what they leave open', () => {
  assert.equal(yearsOf('2015'), 2015.5);
  assert.equal(yearsOf('2015-01'), 2015 + 0.5 / 12);
  assert.equal(yearsOf('2015-01-01'), 2015);
  assert.ok((yearsOf('2015-12-31') ?? 0) < 2016);
  assert.equal(yearsOf('2018-06-19T10:00:00Z'), yearsOf('2018-06-19'));
  assert.equal(yearsOf('soon'), null);
  assert.equal(yearsOf(''), null);
});
