/** From the page to blocks, in real browsers, each case also written in hostile ways. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { type Lab, openLab } from '../support/dom-lab.ts';

type Case = readonly [what: string, html: string, blocks: readonly string[]];

const CASES: readonly Case[] = [
  [
    'inline elements do not end a run, blocks do',
    '<p>The <a href="/x">Inter<b>nation</b>al</a> Telecommunication Union</p><div>and <i>others</i></div>',
    ['prose 0 | The International Telecommunication Union', 'prose 0 | and others'],
  ],
  [
    'text beside a block is a run of its own',
    '<div>Before <p>inside</p> after</div>',
    ['prose 0 | Before', 'prose 0 | inside', 'prose 0 | after'],
  ],
  [
    'a heading opens a section, and its level is known',
    '<p>Lead</p><h2>First part</h2><p>One</p><h3>Second part</h3><p>Two</p>',
    [
      'prose 0 | Lead',
      'heading2 1 | First part',
      'prose 1 | One',
      'heading3 2 | Second part',
      'prose 2 | Two',
    ],
  ],
  [
    'blocks inside a heading are in its section, and open none',
    '<p>Lead</p><h2><div>The summit</div><div>Day two</div></h2><p>One</p>',
    ['prose 0 | Lead', 'heading2 1 | The summit', 'heading2 1 | Day two', 'prose 1 | One'],
  ],
  [
    'a heading in a heading opens no second section',
    '<div role="heading" aria-level="2"><h3>The summit</h3></div><p>One</p>',
    ['heading3 1 | The summit', 'prose 1 | One'],
  ],
  [
    'roles make headings too',
    '<div role="heading" aria-level="4">Roles</div><span role="heading">of a run</span>',
    ['heading4 1 | Roles', 'prose 1 | of a run'],
  ],
  [
    'list items and captions are told',
    '<ul><li>One thing<li>Another thing</ul><figure><figcaption>A hall</figcaption></figure>',
    ['list 0 | One thing', 'list 0 | Another thing', 'caption 0 | A hall'],
  ],
  [
    'a line break parts words, a break opportunity does not',
    '<p>Internet Governance<br>Forum and tele<wbr>communication</p>',
    ['prose 0 | Internet Governance Forum and telecommunication'],
  ],
  [
    'a raised number does not join the word before',
    '<p>Huawei<sup>12</sup>builds</p>',
    ['prose 0 | Huawei 12 builds'],
  ],
  [
    'a soft hyphen and a surrogate pair stay as they are',
    '<p>Tele\u00adcommunication 😀 and 𝒳 net</p>',
    ['prose 0 | Tele\u00adcommunication 😀 and 𝒳 net'],
  ],
  [
    'what is typed into is not read',
    '<p>Before</p><input value="ITU"><textarea>ITU here</textarea><div contenteditable>ITU <b>typed</b></div><p contenteditable="plaintext-only">ITU</p><div role="textbox">ITU</div><select><option>ITU option</select><p>After</p>',
    ['prose 0 | Before', 'prose 0 | After'],
  ],
  [
    "a finished text in an editor's clothes is read, and the editor's own parts are not",
    '<div class="ProseMirror" contenteditable="false"><p>Fixed</p></div><div class="ql-container"><div class="ql-tooltip">ITU</div><div class="ql-editor"><p>Shown</p></div></div><div class="cm-editor"><p>ITU</p></div>',
    ['prose 0 | Fixed', 'prose 0 | Shown'],
  ],
  [
    'what is marked as not editable is read',
    '<p contenteditable="false">Fixed text</p>',
    ['prose 0 | Fixed text'],
  ],
  [
    'code, scripts, styles and pictures are not read',
    '<pre>ITU pre</pre><p>A <code>ITU</code> and <kbd>ITU</kbd> word</p><script type="x">ITU</script><style>ITU{}</style><noscript>ITU</noscript><template><p>ITU</p></template><svg><text>ITU</text></svg><button>ITU</button>',
    ['prose 0 | A and word'],
  ],
  [
    'text hidden by attribute is not read',
    '<p hidden>ITU hidden</p><div inert><p>ITU inert</p></div><p>A <span hidden>secret </span>word</p>',
    ['prose 0 | A word'],
  ],
  [
    'ornament for the eye alone is not read, but a page that a dialog puts behind it is',
    '<p>Read <span aria-hidden="true">★ ITU</span>this</p><div aria-hidden="true"><p>Behind the dialog</p></div>',
    ['prose 0 | Read this', 'prose 0 | Behind the dialog'],
  ],
  [
    'readings above a character are no part of the word',
    '<p>中<ruby>国<rp>(</rp><rt>guo</rt><rp>)</rp></ruby>家</p>',
    ['prose 0 | 中国家'],
  ],
  [
    'an element that nobody knows ends a run',
    '<p>One <x-card>two words</x-card> three</p>',
    ['prose 0 | One', 'prose 0 | two words', 'prose 0 | three'],
  ],
  ['blocks without a word are left out', '<p>1</p><p>—</p><p> \n </p><p>12</p>', ['prose 0 | 12']],
];

for (const kind of BROWSER_KINDS) {
  describe(`blocks in ${kind}`, () => {
    let lab: Lab;
    before(async () => {
      lab = await openLab(kind);
    });
    after(() => lab?.close());

    for (const [what, html, expected] of CASES) {
      test(what, async () => {
        for (const [variant, blocks] of await lab.ask('blocks', html))
          assert.deepEqual(blocks, expected, variant);
        for (const [variant, wrong] of await lab.ask('wrongPlaces', html))
          assert.deepEqual(wrong, [], variant);
      });
    }

    test('a run that is too long is cut, also amid inline elements, and every node is found in its block', async () => {
      const long = 'so it goes on, '.repeat(7_000);
      for (const html of [
        `<p>The ITU <i>${long}</i> met <b>the <u>IGF</u></b> in Tunis</p>`,
        `<p>The <a href="/">ITU <i>${long}</i> met <b>the <u>IGF</u></b> in</a> Tunis</p>`,
      ])
        assert.deepEqual(await lab.ask('strays', html), []);
    });

    test('blocks that are read anew are listed where they stand', async () => {
      const html = '<div id="a"><p>one</p></div><div id="b"><p>two</p></div><div id="c"><p>three</p></div>';
      const list = (selector: string) => lab.ask('reread', html, selector, '<p>new</p>');
      assert.deepEqual(await list('#a'), ['new', 'one', 'two', 'three']);
      assert.deepEqual(await list('#b'), ['one', 'new', 'two', 'three']);
      assert.deepEqual(await list('#b p'), ['one', 'new', 'two', 'three']);
      assert.deepEqual(await list('#c'), ['one', 'two', 'new', 'three']);
    });
  });
}
