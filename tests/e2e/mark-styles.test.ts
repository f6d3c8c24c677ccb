/// <reference lib="dom" />
/** The look of marks: chosen on the page of settings, taken up at once by pages that are open, and kept. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { MARK_STYLES } from '../../src/core/model.ts';
import { assertNothingLeft, htmlPage, inBothBrowsers, marked, type Reading } from '../support/reading.ts';

const ARTICLE = 'http://styles.test/article.html';

function sentences(reading: Reading): void {
  describe('the look of marks', () => {
    before(() => {
      reading.site.page(
        ARTICLE,
        htmlPage('Article', '<p>Much was said of cyber sovereignty, and of the Great Firewall.</p>'),
      );
    });

    test('is the dotted line, and on an open page at once what the reader chooses; no mark is lost or left', async () => {
      const article = await reading.reader.openPage(ARTICLE);
      await marked(article, 'cyber sovereignty');
      const names = async () => [...new Set((await article.highlights()).map(({ name }) => name))];
      assert.deepEqual(await names(), ['glossator-dotted-on-light']);
      const count = (await article.highlights()).length;
      const before = await article.html();
      const library = await reading.reader.extensionPage('pages/library.html#settings');
      for (const style of MARK_STYLES.toReversed()) {
        await library.waitFor(
          () =>
            library.evaluate((value) => {
              const choice = document.querySelector<HTMLInputElement>(`input[name=style][value=${value}]`);
              choice?.click();
              return choice !== null;
            }, style),
          { what: `the choice of ${style}` },
        );
        await article.waitFor(async () => (await names()).join() === `glossator-${style}-on-light`, {
          what: `marks in the style ${style}`,
        });
        assert.equal((await article.highlights()).length, count, style);
      }
      assert.equal(await article.html(), before);
      await library.close();
      await article.close();
    });

    test('is kept', async () => {
      const library = await reading.reader.extensionPage('pages/library.html#settings');
      const chosen = () =>
        library.evaluate(() => document.querySelector<HTMLInputElement>('input:checked')?.value);
      await library.waitFor(() => chosen(), { what: 'the choice' });
      await library.evaluate(() => document.querySelector<HTMLInputElement>('input[value=faint]')?.click());
      const article = await reading.reader.openPage(ARTICLE);
      await article.waitFor(
        async () => (await article.highlights()).some(({ name }) => name === 'glossator-faint-on-light'),
        { what: 'marks in the style that was chosen before' },
      );
      await library.reload();
      await library.waitFor(async () => (await chosen()) === 'faint', { what: 'the choice after a reload' });
      await library.close();
      await article.close();
      assertNothingLeft(reading.site);
    });
  });
}

inBothBrowsers(sentences);
