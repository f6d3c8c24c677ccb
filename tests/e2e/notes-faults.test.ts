/// <reference lib="dom" />
/** Notes that meet what disks, browsers and clocks do to them: whatever was acknowledged as saved is there afterwards. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, beforeEach, describe, test } from 'node:test';
import type { Note } from '../../src/core/model.ts';
import { MIGRATIONS } from '../../src/storage/notes-migrations.ts';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import type { NotesDump } from '../support/notes-proof.ts';
import { addProofPage } from '../support/proof-page.ts';
import { inBothBrowsers, ROOT } from '../support/reading.ts';

const FIXTURES = path.join(ROOT, 'tests/fixtures/notes');
/** What each release that kept notes left on disk, written by its own build. */
const RELEASES: readonly NotesDump[] = readdirSync(FIXTURES)
  .toSorted()
  .map((name) => JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')));

/** What the reader wrote: the rest is ours. */
const written = ({ id, body, tags, target, created, modified, versions }: Note) => ({
  id,
  body,
  tags,
  target,
  created,
  modified,
  versions: versions.map((version) => ({ body: version.body, modified: version.modified })),
});

inBothBrowsers(
  (reading) => {
    let page: ReaderPage;
    before(async () => {
      page = await reading.reader.extensionPage('pages/notes-proof.html');
    });
    beforeEach(async () => {
      await page.evaluate(async () => {
        await proof.deleteDatabase();
        await proof.loseMirror();
      });
    });
    const read = () => page.evaluate(() => proof.read());
    const put = (id: string, body: string) => page.evaluate((...note) => proof.put(...note), id, body);

    describe('notes of earlier releases', () => {
      for (const dump of RELEASES) {
        const rows = dump.database.stores['notes']?.values as readonly Note[];

        test(`of ${dump.release} are read to the letter, and found by page and entity`, async () => {
          await page.evaluate((planted) => proof.plant(planted), dump);
          const now = await page.evaluate(() => proof.readWhole());
          assert.deepEqual(now.map(written), rows.map(written));
          const { url, title } =
            rows.find(({ body }) => body.includes('**second**'))?.target ?? rows[0]?.target ?? {};
          const found = await page.evaluate(
            (...where) => proof.find(...where),
            url ?? '',
            title ?? '',
            'internet-governance:itu',
          );
          assert.equal(found.about, 1);
          assert.ok(found.onPage >= 1);
          const mirrored = await page.evaluate(() => proof.mirror());
          assert.equal(Object.keys(mirrored).filter((key) => key.startsWith('note/')).length, rows.length);
        });

        if (dump.database.version < MIGRATIONS.length)
          test(`of ${dump.release} are untouched by an upgrade that breaks off, at whatever step`, async () => {
            for (let step = dump.database.version; step < MIGRATIONS.length; step += 1) {
              await page.evaluate((planted) => proof.plant(planted), dump);
              const before = await page.evaluate(() => proof.onDisk());
              assert.match(await page.evaluate((broken) => proof.breakOff(broken), step), /planted|Abort/);
              assert.deepEqual(await page.evaluate(() => proof.onDisk()), before);
              assert.equal((await read()).length, rows.length, 'and the next start has them');
            }
          });
      }
    });

    test('a first upgrade that breaks off leaves no database, and the next start makes one', async () => {
      assert.match(await page.evaluate(() => proof.breakOff(0)), /planted|Abort/);
      await put('note-a', 'First.');
      assert.deepEqual(await read(), [['note-a', 'First.']]);
    });

    test('a database deleted while it is open comes back from the mirror, and takes the next note', async () => {
      const first = await page.evaluate(() => proof.save('Before.'));
      await page.evaluate(() => proof.deleteDatabase());
      const second = await page.evaluate(() => proof.save('After.'));
      assert.deepEqual(
        await read(),
        [
          [first, 'Before.'],
          [second, 'After.'],
        ].toSorted(),
      );
    });

    for (const [fault, spoil] of [
      ['lost', () => page.evaluate(() => proof.loseMirror())],
      ['spoilt', () => page.evaluate(() => proof.spoilMirror())],
    ] as const)
      test(`a mirror that is ${fault} is made anew from the database, which it changes in nothing`, async () => {
        for (const id of ['a', 'b', 'c', 'd', 'e']) await put(`note-${id}`, `A text of ${id}.`);
        await put('note-a', 'A later text of a.');
        const whole = await read();
        const mirror = await page.evaluate(() => proof.mirror());
        await spoil();
        assert.deepEqual(await read(), whole);
        assert.deepEqual(await page.evaluate(() => proof.mirror()), mirror);
        await page.evaluate(() => proof.deleteDatabase());
        assert.deepEqual(await read(), whole, 'and the database is made anew from it');
      });

    test('a spoilt mirror beside a lost database gives back what is whole in it', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await put(`note-${id}`, `A text of ${id}.`);
      await page.evaluate(async () => {
        const [first] = Object.keys(await proof.mirror()).filter((key) => key.startsWith('note/'));
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object
        const { storage } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        await storage.local.set({ [first ?? '']: { hash: 1, pieces: 99, text: '{' } });
        await proof.deleteDatabase();
      });
      assert.deepEqual(
        (await read()).map(([id]) => id),
        ['note-b', 'note-c', 'note-d', 'note-e'],
      );
    });

    test('a clock that was set back hides no later text', async () => {
      const first = await page.evaluate(() => proof.put('note-a', 'First.', '2030-01-01T00:00:00.000Z'));
      const second = await page.evaluate(() => proof.put('note-a', 'Second.', '2020-01-01T00:00:00.000Z'));
      assert.ok(second > first);
      await page.evaluate(() => proof.deleteDatabase());
      assert.deepEqual(await read(), [['note-a', 'Second.', 'First.']]);
    });

    test('a worker killed in mid-save loses nothing that it acknowledged, and writes nothing twice', async () => {
      const saved: string[] = [];
      for (let round = 0; round < 8; round += 1) {
        const answer = page.evaluate(
          (at) => Promise.all([0, 1, 2].map((i) => proof.save(`${at}/${i}`, `note-${at}-${i}`))),
          round,
        );
        await reading.reader.killWorker({ isWanted: true });
        saved.push(...(await answer));
      }
      const whole = await read();
      for (const [i, answer] of saved.entries())
        if (!answer.startsWith('Error'))
          assert.deepEqual(
            whole.find(([id]) => id === answer),
            [answer, `${Math.floor(i / 3)}/${i % 3}`],
          );
      assert.ok(
        saved.some((answer) => !answer.startsWith('Error')),
        'some were acknowledged',
      );
    });
  },
  { alter: (dir) => addProofPage(dir, 'notes-proof') },
);
