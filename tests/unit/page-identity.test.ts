/** Which addresses are one page: variants joined, routes and articles apart, and wrong canonical addresses not believed. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { PageFacts } from '../../src/core/model.ts';
import { fingerprintOf, likeness } from '../../src/core/page/fingerprint.ts';
import { isSamePage, pageKeys } from '../../src/core/page/page-identity.ts';
import { pageKey } from '../../src/core/page/page-key.ts';
import { seededRandom } from '../support/seeded-random.ts';

const STORY = 'https://www.paper.example/world/story-1';

const ONE_PAGE: readonly (readonly [string, string])[] = [
  ['a fragment that scrolls', `${STORY}#comments`],
  ['http', 'http://www.paper.example/world/story-1'],
  ['no www', 'https://paper.example/world/story-1'],
  ['the variant for phones', 'https://m.paper.example/world/story-1'],
  ['tracking parameters', `${STORY}?utm_source=a&fbclid=b&gclid=c`],
  ['AMP by path', 'https://www.paper.example/amp/world/story-1'],
  ['AMP by ending', `${STORY}/amp`],
  ['AMP by parameter', `${STORY}?amp=1`],
  ['AMP in a cache', 'https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/world/story-1'],
  ['AMP in a viewer', 'https://www.google.com/amp/s/www.paper.example/world/story-1'],
  ['print by parameter', `${STORY}?print=true`],
  ['print by path', `${STORY}/print`],
  ['a slash at the end', `${STORY}/`],
];
for (const [name, address] of ONE_PAGE)
  test(`one page: ${name}`, () => assert.equal(pageKey(address), pageKey(STORY)));

const OTHER_PAGES: readonly (readonly [string, string, string])[] = [
  ['another path', STORY, 'https://www.paper.example/world/story-2'],
  ['a parameter that selects', `${STORY}?id=1`, `${STORY}?id=2`],
  ['a page of the story', STORY, `${STORY}?page=2`],
  ['routes of an application', 'https://app.example/#/inbox', 'https://app.example/#/sent'],
  ['routes with a bang', 'https://app.example/#!/a', 'https://app.example/#!/b'],
  ['another port', 'http://localhost:3000/a', 'http://localhost:4000/a'],
  ['files', 'file:///home/a.html', 'file:///home/b.html'],
];
for (const [name, one, other] of OTHER_PAGES)
  test(`two pages: ${name}`, () => {
    assert.notEqual(pageKey(one), pageKey(other));
    assert.equal(isSamePage({ url: one, title: 'A' }, { url: other, title: 'A' }), false);
  });

/** So many words that a fingerprint can be had. */
function prose(seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: 300 }, () => `w${random.below(5000)}`).join(' ');
}
const page = (url: string, more: Partial<PageFacts> = {}): PageFacts => ({ url, title: 'A story', ...more });
const print = (text: string) => ({ fingerprint: fingerprintOf(text) ?? '' });

test('a canonical address joins what is one page, whichever of its addresses was seen first', () => {
  const canonical = STORY;
  const one = page('https://www.paper.example/?p=17', { canonical, ...print(prose(1)) });
  const other = page('https://www.paper.example/2026/12/story', { canonical, ...print(prose(1)) });
  assert.ok(isSamePage(one, other));
  assert.ok(isSamePage(other, one));
});

test('so does og:url, and a canonical address beside it', () => {
  assert.ok(isSamePage(page('https://paper.example/x', { ogUrl: STORY }), page(STORY)));
  assert.ok(
    isSamePage(
      page('https://paper.example/x', { canonical: STORY }),
      page('https://paper.example/y', { ogUrl: STORY }),
    ),
  );
});

test('pages that share a wrong canonical address are told apart by their text, or else by their titles', () => {
  const canonical = 'https://www.paper.example/world';
  const one = page('https://www.paper.example/a', { canonical, ...print(prose(1)) });
  const other = page('https://www.paper.example/b', { canonical, ...print(prose(2)) });
  assert.equal(isSamePage(one, other), false);
  const [plain, titled] = [
    page('https://www.paper.example/a', { canonical }),
    page('https://www.paper.example/b', { canonical, title: 'Another story' }),
  ];
  assert.equal(isSamePage(plain, titled), false);
});

test('a canonical address of the front page, of another site, or of no site is not believed', () => {
  for (const canonical of [
    'https://www.paper.example/',
    'https://other.example/world/story-1',
    'mailto:a@b.example',
    'nonsense',
  ])
    assert.deepEqual(pageKeys(page('https://www.paper.example/a', { canonical })), ['//paper.example/a']);
});

test('routes of an application stay apart though all name one canonical address', () => {
  const canonical = 'https://app.example/';
  assert.equal(
    isSamePage(
      page('https://app.example/#/a', { canonical }),
      page('https://app.example/#/b', { canonical }),
    ),
    false,
  );
});

test('a page that has moved within its site is known by its title and its text, and not by its title alone', () => {
  const text = prose(1);
  const before = page('https://paper.example/old', print(text));
  const after = page('https://www.paper.example/new', print(`${text} And a line that was added.`));
  assert.ok(isSamePage(before, after));
  assert.ok(
    pageKeys(before).some((key) => pageKeys(after).includes(key)),
    'they are looked up by one key',
  );
  assert.equal(isSamePage(page('https://paper.example/old'), page('https://paper.example/new')), false);
  assert.equal(isSamePage(before, page('https://paper.example/new', print(prose(2)))), false);
});

test('a fingerprint knows a text that was edited, and no other; a short text has none', () => {
  const text = prose(3);
  const edited = text.replace(/ w\d+ /, ' changed ');
  const alike = likeness(fingerprintOf(text) ?? '', fingerprintOf(edited) ?? '');
  assert.ok(alike !== null && alike > 0.8, `${alike}`);
  const other = likeness(fingerprintOf(text) ?? '', fingerprintOf(prose(4)) ?? '');
  assert.ok(other !== null && other < 0.2, `${other}`);
  assert.equal(fingerprintOf('Few words.'), null);
});

test('an address that is none, and one of 20,000 characters, have a key', () => {
  assert.equal(pageKey('not an address'), 'not an address');
  const long = `https://paper.example/?q=${'x'.repeat(20_000)}`;
  assert.equal(pageKey(long), pageKey(`${long}&utm_source=a`));
});
