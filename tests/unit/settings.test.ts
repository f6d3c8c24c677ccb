/** Settings as they lie in storage: whatever is found there is read, and nothing that was there is lost by a change. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { EntityId } from '../../src/core/model.ts';
import type { Correction } from '../../src/core/spotting/corrections.ts';

/** What `storage.local` holds; a slow one, so that changes at the same time meet. */
let stored: Record<string, unknown> = {};
const later = () => new Promise((done) => setTimeout(done, 1));
const local = {
  get: async (key: string) => {
    await later();
    return key in stored ? { [key]: structuredClone(stored[key]) } : {};
  },
  set: async (keys: Record<string, unknown>) => {
    await later();
    Object.assign(stored, structuredClone(keys));
  },
};
// The polyfill takes what is there for the browser; it must be there before it is loaded.
const browser = { runtime: { id: 'test' }, storage: { local } };
Object.assign(globalThis, { browser, chrome: browser });
const { addCorrections, dropCorrection, parseSettings, readSettings, setSites, DEFAULT_SETTINGS } =
  await import('../../src/storage/settings.ts');

const correction = (surface: string): Correction => ({
  surface,
  entity: 'pack:one' as EntityId,
  scope: { kind: 'everywhere' },
  at: '2026-11-24T12:00:00.000Z',
});

describe('settings', () => {
  beforeEach(() => {
    stored = {};
  });

  for (const [what, value] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'settings'],
    ['a list', [1, 2]],
    [
      'rubbish in every key',
      {
        density: 7,
        style: 'loud',
        enabled: 'yes',
        theme: 'sepia',
        width: 500,
        language: '<b>',
        packsOff: 'all',
        packOrder: { a: 1 },
        print: 'no',
        trigger: 'wink',
        delay: '1',
        sites: 'all',
        corrections: { a: 1 },
        version: 'x',
      },
    ],
  ] as const)
    test(`are the defaults where ${what} is stored`, () => {
      const settings = parseSettings(value);
      const known = Object.keys(DEFAULT_SETTINGS) as (keyof typeof DEFAULT_SETTINGS)[];
      assert.deepEqual(Object.fromEntries(known.map((name) => [name, settings[name]])), DEFAULT_SETTINGS);
    });

  test('hold the delay of cards within its bounds', () => {
    const delays = [0, 100, 640, 1000, 1e9].map((delay) => parseSettings({ delay }).delay);
    assert.deepEqual(delays, [100, 100, 640, 1000, 1000]);
  });

  test('are read entry by entry: one that is corrupt takes no other along', () => {
    const settings = parseSettings({
      sites: { 'a.test': { enabled: false }, 'b.test': 3, 'c.test': { enabled: 'no', density: 'page' } },
      corrections: [correction('A'), null, { surface: 'B' }, correction('C')],
    });
    assert.deepEqual(settings.sites, { 'a.test': { enabled: false }, 'c.test': { density: 'page' } });
    assert.deepEqual(
      settings.corrections.map(({ surface }) => surface),
      ['A', 'C'],
    );
  });

  test('keep to the letter what a change is not about, understood or not', async () => {
    const newer = { surface: 'N', entity: 'p:n', at: '2027-01-01T00:00:00Z', scope: { kind: 'planet' } };
    const before = {
      version: 9,
      density: 'never',
      tone: 'loud',
      sites: { 'a.test': { mood: 'blue' }, 'b.test': 3 },
      corrections: [{ ...correction('A'), why: 'triathlon' }, newer, 'rubbish'],
    };
    stored['settings'] = before;
    await addCorrections([correction('B')]);
    await setSites({ 'a.test': { enabled: false } });
    await dropCorrection(correction('B'));
    assert.deepEqual(stored['settings'], {
      ...before,
      sites: { 'a.test': { mood: 'blue', enabled: false }, 'b.test': 3 },
    });
  });

  test('changed from two sides at once keep both changes', async () => {
    await Promise.all([
      addCorrections([correction('A')]),
      setSites({ 'a.test': { enabled: false } }),
      addCorrections([correction('B'), correction('A')]),
    ]);
    const settings = await readSettings();
    assert.deepEqual(
      settings.corrections.map(({ surface }) => surface),
      ['A', 'B'],
    );
    assert.deepEqual(settings.sites, { 'a.test': { enabled: false } });
  });

  test('tell how many corrections were new, and lose the one that is dropped, whenever it was said', async () => {
    assert.equal(await addCorrections([correction('A'), correction('B')]), 2);
    assert.equal(await addCorrections([correction('A'), correction('C')]), 1);
    await dropCorrection({ ...correction('B'), at: '2020-01-01T00:00:00Z' });
    const { corrections } = await readSettings();
    assert.deepEqual(
      corrections.map(({ surface }) => surface),
      ['A', 'C'],
    );
  });

  test('that cannot be written fail aloud, and the next change is not held up', async () => {
    const { set } = local;
    local.set = () => Promise.reject(new Error('no room'));
    await assert.rejects(addCorrections([correction('A')]), /no room/);
    local.set = set;
    assert.equal(await addCorrections([correction('A')]), 1);
  });
});
