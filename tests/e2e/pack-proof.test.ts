/// <reference lib="dom" />
/** The page to proof-read a pack from, in both browsers: every card is on it, unfolded, with sources that can be opened. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BROWSER_KINDS, launchBrowser, type Reader } from '../../src/tools/browser/driver.ts';
import { type Site, startSite } from '../../src/tools/browser/site.ts';
import { writeProof } from '../../src/tools/pack/write-proof.ts';
import { bundledPack } from '../support/bundled-pack.ts';

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');
const PROOF = 'http://proof.test/proof.html';

for (const kind of BROWSER_KINDS) {
  describe(kind, () => {
    let site: Site;
    let reader: Reader;
    before(async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'glossator-proof-'));
      await writeProof(await bundledPack('internet-governance'), path.join(folder, 'proof.html'));
      site = await startSite();
      site.page(PROOF, readFileSync(path.join(folder, 'proof.html'), 'utf8'));
      rmSync(folder, { recursive: true });
      reader = await launchBrowser(kind, { extensionDir: path.join(ROOT, 'dist', kind), proxy: site.proxy });
    });
    after(async () => {
      await reader?.close();
      await site?.close();
    });

    test('the index leads to every card, and every card is whole', async () => {
      const { reference } = await bundledPack('internet-governance');
      const page = await reader.openPage(PROOF);
      const isDrawn = () =>
        [...document.querySelectorAll('.card-of')].every(
          ({ shadowRoot }) => !shadowRoot?.querySelector('[aria-busy=true], button.more'),
        );
      await page.waitFor(() => page.evaluate(isDrawn), { what: 'every card to be drawn', timeout: 30_000 });
      const cards = await page.evaluate(() =>
        [...document.querySelectorAll('article')].map((article) => {
          const card = article.querySelector('.card-of')?.shadowRoot;
          return {
            id: article.id,
            inIndex: document.querySelector(`nav a[href="#${article.id}"]`) !== null,
            folds: card?.querySelectorAll('button.more').length ?? -1,
            dates: card?.querySelectorAll('dl time').length ?? -1,
            statements: card?.querySelectorAll('.statements > li > div').length ?? -1,
            links: card?.querySelectorAll('.source a[href^="http"]').length ?? -1,
            names: article.querySelectorAll('.names tr').length,
          };
        }),
      );
      const wanted = new Map(reference.entities.map((entity) => [entity.id.replace(/^.*:/, ''), entity]));
      assert.equal(cards.length, wanted.size);
      for (const { id, inIndex, folds, dates, statements, links, names } of cards) {
        const entity = wanted.get(id);
        assert.ok(entity && inIndex && links > 0, id);
        assert.deepEqual(
          { folds, dates, statements, names },
          {
            folds: 0,
            dates: entity.timeline.length,
            statements: entity.statements.length,
            names: entity.aliases.length,
          },
          id,
        );
      }
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  });
}
