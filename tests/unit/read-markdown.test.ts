/** Markdown as the few elements that a note may show, whatever stands in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText, type Rich } from '../../src/core/rich/rich.ts';
import { LONGEST_MARKDOWN, readMarkdown } from '../../src/pages/library/read-markdown.ts';

/** The tree in one line: `p(one, em(two))`. */
function lineOf(nodes: readonly Rich[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const { tag, href, start, children } = node;
      return `${tag}${href ? `[${href}]` : ''}${start ? `[${start}]` : ''}(${lineOf(children)})`;
    })
    .join('');
}

describe('Markdown is read as', () => {
  for (const [text, line] of [
    ['', ''],
    ['one *two* **three** `four`', 'p(one em(two) strong(three) code(four))'],
    ['# Head\n\ntext', 'heading(Head)p(text)'],
    ['one\ntwo  \nthree\n\n---', 'p(one\ntwobr()three)hr()'],
    ['- a\n- b', 'ul(li(p(a))li(p(b)))'],
    ['3. c\n4. d', 'ol[3](li(p(c))li(p(d)))'],
    ['> said', 'blockquote(p(said))'],
    ['```js\nlet a;\n```', 'pre(let a;)'],
    ['[w](https://a.example/ä)', 'p(a[https://a.example/%C3%A4](w))'],
    ['[w][x]\n\n[x]: https://a.example', 'p(a[https://a.example](w))'],
    ['<https://a.example>', 'p(a[https://a.example](https://a.example))'],
    ['[w](javascript:alert(1)) [v](data:text/html,x)', 'p(w v)'],
    ['![alt *text*](https://a.example/i.png)', 'p(a[https://a.example/i.png](alt em(text)))'],
    ['![](https://a.example/i.png)', 'p(a[https://a.example/i.png](https://a.example/i.png))'],
    ['a <b onclick="x">b</b>', 'p(a <b onclick="x">b</b>)'],
    ['<script>\nalert(1)\n</script>', 'p(<script>\nalert(1)\n</script>)'],
    ['&amp; &eacute; &#8212; &nothing;', 'p(& é — &nothing;)'],
    ['网络主权是**中国**的', 'p(网络主权是strong(中国)的)'],
  ] as const)
    test(JSON.stringify(text), () => {
      assert.equal(lineOf(readMarkdown(text)), line);
    });
});

describe('Hostile Markdown', () => {
  for (const part of [
    '*a_ ',
    '[',
    '![a](',
    '> ',
    '- ',
    '`a``b',
    '<a ',
    '[a]: b\n[a]',
    '&#',
    '**a*',
    '\\',
    '\u0000',
  ])
    test(`${JSON.stringify(part)} without end is read`, () => {
      const text = part.repeat(LONGEST_MARKDOWN / part.length);
      assert.ok(readMarkdown(text).length > 0);
    });

  test('is cut where it nests deeper than anyone writes', () => {
    assert.match(plainText(readMarkdown(`${'> '.repeat(200)}deep`)), /^…$/);
  });

  test('is shown as written where it is too long', () => {
    const text = '*a* '.repeat(LONGEST_MARKDOWN / 4 + 1);
    assert.deepEqual(readMarkdown(text), [{ tag: 'pre', children: [text] }]);
  });
});
