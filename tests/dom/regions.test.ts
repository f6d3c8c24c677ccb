/** Regions: what of a page is text and what is its furniture, told from structure; each case also written in hostile ways. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';
import { type Lab, openLab } from '../support/dom-lab.ts';

type Case = readonly [what: string, html: string, blocks: readonly string[]];

/** Long enough to be read as a paragraph wherever it stands. */
const TEXT =
  'The ministers who came to the lakeside for two days of talks left without a text that all of them could sign, and the draft that some had hoped for went back to the working groups.';
const ARTICLE = `<h1>Talks end</h1><p>${TEXT}</p><p>${TEXT}</p><p>${TEXT}</p>`;
const READ = ['heading1 1 | Talks end', `prose 1 | ${TEXT}`, `prose 1 | ${TEXT}`, `prose 1 | ${TEXT}`];
const links = (...names: readonly string[]) => names.map((name) => `<li><a href="/x">${name}</a>`).join('\n');

/** Furniture of every kind: none of it is read, alone on a page or beside an article. */
const FURNITURE: readonly (readonly [what: string, html: string])[] = [
  ['a menu', '<nav><a href="/">China</a></nav>'],
  ['a menu by its role', '<div role="navigation"><p>China</p></div>'],
  ['a menu by its name', '<div class="site-subNav"><span>China</span></div>'],
  ['a menu that nothing names', `<ul>${links('China')}${links('Africa')}${links('World')}</ul>`],
  ['a menu in Chinese', `<ol>${links('谷歌', '腾讯', '华为')}</ol>`],
  ['a share bar', '<div class="post__share_buttons"><span>Facebook</span></div>'],
  ['a share bar in camel case', '<div class="articleShareBar"><p>WhatsApp</p></div>'],
  ['social links', '<ul class="social-links"><li>Twitter</ul>'],
  ['a footer', '<footer><p>About the BBC</p></footer>'],
  ['a footer by its role', '<div role="contentinfo"><p>About the BBC</p></div>'],
  ['a footer by its name', '<div id="page_footer"><p>About Google</p></div>'],
  ['a head of the site', '<header><p>Xinhua News Agency</p></header>'],
  ['a cookie notice', `<div class="cookieBanner"><p>${TEXT}</p></div>`],
  ['a call to consent', `<section class="gdpr-consent"><p>${TEXT}</p></section>`],
  ['a newsletter form', '<form><p>News from China in your mail</p></form>'],
  ['a form for comments', '<div id="respond"><p>Log in with Facebook</p></div>'],
  ['a widget', '<div class="widget widget_meta"><h2>Meta</h2></div>'],
  [
    "a widget's title that nothing names",
    `<div><h3>Meta</h3><ul>${links('Entries', 'Comments', 'Log in')}</ul></div>`,
  ],
  ['a box beside the text', '<aside><p>Most of what China reads</p></aside>'],
  ['a byline', '<div class="byline"><span>By Xinhua</span></div>'],
  ['an author by relation', '<p>By <a rel="author" href="/x">Xinhua Staff</a></p>'],
  ['an author in a span', '<p><span class="author">Xinhua News Agency</span>, 3 May</p>'],
  ['tags by relation', '<p>On <a rel="tag" href="/x">China</a> <a rel="tag" href="/y">Huawei</a></p>'],
  ['tags by name', '<div class="article-tags"><span>Huawei</span></div>'],
  [
    'a credit in a caption',
    '<figure><figcaption><span class="credit">Xinhua News Agency</span></figcaption></figure>',
  ],
  ['related articles', `<div class="related-posts"><h3>Huawei grows</h3></div>`],
  ['the most read', `<section class="most_read"><h3>Huawei grows</h3></section>`],
  ['a path to the page', '<ol class="breadcrumb"><li>World<span> / China</span></ol>'],
  ['a choice of editions', '<ul id="editions"><li>U.S. edition</ul>'],
];

/** How a page is laid out, and what of it is read. */
const CASES: readonly Case[] = [
  ['an article is read', `<article>${ARTICLE}</article>`, READ],
  [
    "an article's own head, its notes and its lists are read",
    `<article><header><h1>Talks end</h1><p>By the lake in China</p></header><p>${TEXT}</p><h2>What the ITU said</h2><ul><li>It was <a href="/x">the ITU</a> that spoke first<li>Then China</ul><footer><p>The notes on China</p></footer></article>`,
    [
      'heading1 1 | Talks end',
      'prose 1 | By the lake in China',
      `prose 1 | ${TEXT}`,
      'heading2 2 | What the ITU said',
      'list 2 | It was the ITU that spoke first',
      'list 2 | Then China',
      'prose 2 | The notes on China',
    ],
  ],
  [
    'a page in a form, in a wrapper named after its sidebar, is read',
    `<form><div class="sidebar-left has-menu">${ARTICLE}</div></form>`,
    READ,
  ],
  ['a post that wears its tags as names is read', `<div class="hentry tag-china">${ARTICLE}</div>`, READ],
  [
    'a text that a page builder puts into widgets is read',
    `<div class="elementor-widget elementor-widget-text"><p>Short, on China</p></div>`,
    ['prose 0 | Short, on China'],
  ],
  [
    'an id made from a title names no furniture',
    '<div id="sharing-is-what-china-wants"><h2 id="cookies">On cookies</h2><p id="footer">In China</p></div>',
    ['heading2 1 | On cookies', 'prose 1 | In China'],
  ],
  [
    'a head of the page that holds only its title is read',
    '<header><h1>Talks end</h1><p>China and others</p></header>',
    ['heading1 1 | Talks end', 'prose 1 | China and others'],
  ],
  [
    'what stands above the title is a masthead, but for captions and long texts',
    `<p>Run by China</p><figure><figcaption>In China</figcaption></figure><h1>Talks end</h1><p>On China</p>`,
    ['chrome 0 | Run by China', 'caption 0 | In China', 'heading1 1 | Talks end', 'prose 1 | On China'],
  ],
  [
    'a page without a title has no masthead, nor has one that begins with its text',
    `<p>${TEXT}</p><p>On China</p><h1>Talks end</h1>`,
    [`prose 0 | ${TEXT}`, 'prose 0 | On China', 'heading1 1 | Talks end'],
  ],
  [
    'a pulled quotation is read, a box of links in the article is not',
    `<article><h1>Talks end</h1><aside><p>China is ready</p></aside><aside><p><a href="/x">On China</a></p></aside></article>`,
    ['heading1 1 | Talks end', 'prose 1 | China is ready', 'chrome 1 | On China'],
  ],
  [
    'a text of links alone is a list of links, a paragraph with many links is prose',
    `<p><a href="/x">Huawei grows again</a></p><p>The <a href="/x">ITU</a> and <a href="/y">China</a> spoke of it</p>`,
    ['link-list 0 | Huawei grows again', 'prose 0 | The ITU and China spoke of it'],
  ],
  [
    'a list of headlines is a list of links, and no menu',
    `<ul>${links('Huawei grows again in the south', 'Google leaves the lakeside', 'The ITU speaks of the summit')}</ul>`,
    [
      'link-list 0 | Huawei grows again in the south',
      'link-list 0 | Google leaves the lakeside',
      'link-list 0 | The ITU speaks of the summit',
    ],
  ],
  [
    'short links that a paragraph introduces are a list of links, under a heading of their own',
    `<div><p>Those who came:</p><h3>Members</h3><ul>${links('Huawei', 'Google', 'the ITU')}</ul></div>`,
    [
      'prose 0 | Those who came:',
      'heading3 1 | Members',
      'link-list 1 | Huawei',
      'link-list 1 | Google',
      'link-list 1 | the ITU',
    ],
  ],
  [
    'a heading that leads to another page is a link, one that leads to its own is a heading',
    `<h2><a href="/other">Huawei grows</a></h2><h2><a href="#here">What China said</a></h2><a href="/#top"><h2>China again</h2></a>`,
    ['link-list2 1 | Huawei grows', 'heading2 2 | What China said', 'heading2 3 | China again'],
  ],
  [
    'what announces another page is a list of links, its text too',
    `<article>${ARTICLE}</article><ul><li><h3><a href="/other">Huawei grows</a></h3><p>In the south of China</p></ul>`,
    [...READ, 'link-list3 2 | Huawei grows', 'link-list 2 | In the south of China'],
  ],
];

for (const kind of BROWSER_KINDS) {
  describe(`regions in ${kind}`, () => {
    let lab: Lab;
    before(async () => {
      lab = await openLab(kind);
    });
    after(() => lab?.close());

    for (const [what, html] of FURNITURE) {
      test(`no text, wherever it stands: ${what}`, async () => {
        for (const page of [html, `<main>${ARTICLE}</main>${html}`, `${ARTICLE}<div>${html}</div>`]) {
          for (const [variant, blocks] of await lab.ask('blocks', page)) {
            const own = page === html ? blocks : blocks.filter((block) => !READ.includes(block));
            assert.equal(
              blocks.length - own.length,
              page === html ? 0 : READ.length,
              `${variant}: the article is read`,
            );
            assert.ok(own.length > 0, `${variant}: the furniture is there`);
            for (const block of own) assert.match(block, /^chrome\d? /, variant);
          }
        }
      });
    }

    for (const [what, html, expected] of CASES) {
      test(what, async () => {
        for (const [variant, blocks] of await lab.ask('blocks', html)) {
          // Whether a title is still to come is asked of the document, which does not see into its roots.
          const isUnseen = variant === 'all in a closed shadow root' && /masthead/.test(what);
          if (!isUnseen) assert.deepEqual(blocks, expected, variant);
        }
      });
    }
  });
}
