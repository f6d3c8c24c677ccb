/** Rules for sites: what a pattern covers, which of several decides, and what is made of what a reader writes or pastes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPreferences } from '../../src/core/settings/preferences.ts';
import {
  readPattern,
  readSites,
  ruleFor,
  type SiteRules,
  writeSites,
} from '../../src/core/settings/sites.ts';

const RULES: SiteRules = {
  '*': { density: 'page' },
  '*.example.org': { enabled: false },
  'news.example.org': { enabled: true, density: 'every' },
  'news.example.org/live/today': { enabled: false },
};

describe('rules for sites', () => {
  for (const [address, rule] of [
    ['https://else.test/', { density: 'page' }],
    ['https://example.org/a', { density: 'page', enabled: false }],
    ['https://deep.down.example.org/', { density: 'page', enabled: false }],
    ['https://notexample.org/', { density: 'page' }],
    ['https://news.example.org/live', { density: 'every', enabled: true }],
    ['https://news.example.org/live/today/7?x=1#y', { density: 'every', enabled: false }],
    ['https://news.example.org/live/todayish', { density: 'every', enabled: true }],
    ['about:blank', { density: 'page' }],
    ['no address', { density: 'page' }],
  ] as const)
    test(`at ${address} the most specific one that says something decides`, () =>
      assert.deepEqual(ruleFor(RULES, address), rule));

  test('names of objects are no rules', () => {
    assert.deepEqual(ruleFor({}, 'https://constructor/'), {});
    assert.deepEqual(ruleFor({}, 'https://__proto__/'), {});
  });

  test('are looked up in no more steps among 50,000 than among five', () => {
    const many: Record<string, { enabled: boolean }> = {};
    for (let i = 0; i < 50_000; i++) many[`*.site-${i}.test`] = { enabled: false };
    let asked = 0;
    const counted = new Proxy(many, {
      getOwnPropertyDescriptor(target, name) {
        asked += 1;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
    assert.deepEqual(ruleFor(counted, 'https://www.site-49999.test/a/b/c'), { enabled: false });
    assert.ok(asked < 30, `${asked}`);
  });

  for (const [written, pattern] of [
    ['news.example', 'news.example'],
    [' https://News.Example/Live/ ', 'news.example/live'],
    ['*.example.org', '*.example.org'],
    ['.example.org', '*.example.org'],
    ['||ads.example^', 'ads.example'],
    ['*://*.example.org/*', '*.example.org'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['localhost:8080', 'localhost'],
    ['*', '*'],
    ['*://*/*', '*'],
    ['<all_urls>', '*'],
    ['', null],
    ['two words', null],
    ['exa*mple.org', null],
    ['me@example.org', null],
    ['*.example.org/live', null],
  ] as const)
    test(`"${written}" is ${pattern ?? 'no pattern'}`, () => assert.equal(readPattern(written), pattern));

  test('every pattern that is read is read as itself', () => {
    for (const written of ['news.example/live', '*.example.org', 'xn--bcher-kva.example', '*'])
      assert.equal(readPattern(written), written);
  });

  test('go to a file and come back', () => {
    assert.deepEqual(readSites(writeSites(RULES)), { sites: RULES, unread: [] });
  });

  test('come from a list with a pattern in each line, and what cannot be read is told by its line', () => {
    const list = '! a list\n# of mine\nads.example\n\n*.spam.example\r\ntwo words\n';
    assert.deepEqual(readSites(list), {
      sites: { 'ads.example': { enabled: false }, '*.spam.example': { enabled: false } },
      unread: ['6'],
    });
    assert.throws(() => readSites('{"sites": '), SyntaxError);
    assert.throws(() => readSites('{"other": 1}'), SyntaxError);
    assert.deepEqual(readSites('{"sites": {"a.example": {"mood": 1}}}').unread, ['a.example']);
  });
});

test('preferences are read value by value, and what is none is left out', () => {
  assert.deepEqual(
    readPreferences({ theme: 'dark', width: 'huge', enabled: false, packsOff: ['a', 7], other: 1, delay: 5 }),
    { theme: 'dark', enabled: false, packsOff: ['a'], delay: 100 },
  );
});
