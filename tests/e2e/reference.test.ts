/// <reference lib="dom" />
/** Reference data in both browsers: filled after install, told step by step, and rebuilt when it is lost. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ReferenceProgress } from '../../src/storage/reference-progress.ts';
import { BROWSER_KINDS, launchBrowser, type Reader } from '../../src/tools/browser/driver.ts';

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');

for (const kind of BROWSER_KINDS) {
  describe(kind, () => {
    let reader: Reader;
    before(async () => {
      reader = await launchBrowser(kind, { extensionDir: path.join(ROOT, 'dist', kind) });
    });
    after(() => reader?.close());

    test('after install the database is filled, and the last step told is the end', async (t) => {
      const page = await reader.extensionPage('pages/library.html');
      const told = await page.waitFor(
        async () => {
          const progress = await page.evaluate(async () => {
            // biome-ignore lint/suspicious/noExplicitAny: the browser's own object
            const { storage } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
            return (await storage.session.get('reference/progress'))['reference/progress'] ?? null;
          });
          return (progress as ReferenceProgress | null)?.done === progress?.total ? progress : null;
        },
        { what: 'the end of the filling' },
      );
      assert.equal(told.pack, 'internet-governance');
      assert.ok(told.total > 600, `${told.total} rows`);
      t.diagnostic(`${kind}: filled after install in ${told.elapsed} ms`);
      await page.close();
    });

    test('a database that is lost is filled again at the next need, told step by step', async (t) => {
      const page = await reader.extensionPage('pages/library.html');
      const { steps, label, opening } = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object
        const api = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
        const steps: ReferenceProgress[] = [];
        api.storage.session.onChanged.addListener(
          (changes: Record<string, { newValue?: ReferenceProgress }>) => {
            const told = changes['reference/progress']?.newValue;
            if (told) steps.push(told);
          },
        );
        await new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('glossator-reference');
          request.onsuccess = resolve;
          request.onerror = reject;
        });
        const ask = (local: string) =>
          api.runtime.sendMessage({
            tag: 'glossator',
            version: 1,
            to: 'background',
            verb: 'getEntity',
            params: { id: `internet-governance:${local}` },
          });
        const reply = await ask('itu');
        await new Promise((resolve) => setTimeout(resolve, 300)); // events come behind the answer
        const opening: number[] = [];
        for (const local of [
          'itu',
          'huawei',
          'xi-jinping',
          'icann',
          'wsis',
          'zte',
          'google',
          'itu',
          'gdpr',
        ]) {
          const start = performance.now();
          await ask(local);
          opening.push(Math.round(performance.now() - start));
        }
        return { steps, label: reply.value?.title.text, opening };
      });
      assert.equal(label, 'International Telecommunication Union');
      const done = steps.map((step) => step.done);
      assert.ok(steps.length >= 3, `${done}`);
      assert.equal(done[0], 0);
      assert.equal(done.at(-1), steps[0]?.total);
      assert.deepEqual(
        done,
        done.toSorted((a, b) => a - b),
      );
      t.diagnostic(
        `${kind}: filled again in ${steps.at(-1)?.elapsed} ms; cards' data in ${opening.join(', ')} ms`,
      );
      await page.close();
    });
  });
}
