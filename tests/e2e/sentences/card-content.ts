/// <reference lib="dom" />
/** What a card says, and what its reader can do with that: look at a source, open it, copy, ask why, go on and back. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import {
  cardTitle,
  clickInCard,
  closeCard,
  hover,
  htmlPage,
  type Reading,
  tabOf,
} from '../../support/reading.ts';

const PAGE = 'http://content.test/page.html';
/** Longer than a tip waits before it goes. */
const A_WHILE = 500;

const BODY = `<p>Delegates of the ITU, the International Telecommunication Union, spoke of cyber sovereignty.
  They had read of Cambridge Analytica.</p><textarea rows="20"></textarea>`;

/** The source that is shown beside a number now; null where none is. */
const tip = (page: ReaderPage) => page.inCard((root) => root.querySelector('.tip')?.textContent ?? null);

/** The tip, once it says what the list of sources says at a number. */
async function tipOf(page: ReaderPage, number: string): Promise<void> {
  const listed = await page.inCard(
    (root, n) => root.querySelectorAll('.sources li')[n - 1]?.textContent ?? '',
    Number(number),
  );
  assert.ok(listed);
  await page.waitFor(async () => (await tip(page)) === listed, {
    what: `source ${number} beside its number`,
  });
}

/** How far down the card has been read, in pixels. */
const scrolled = (page: ReaderPage) => page.inCard((root) => root.querySelector('.body')?.scrollTop ?? -1);

async function copied(page: ReaderPage, format: 1 | 2 | 3): Promise<string> {
  await page.evaluate(() => {
    const field = document.querySelector('textarea');
    if (field) field.value = '';
  });
  await hover(page, 'cyber sovereignty');
  await clickInCard(page, '.ask');
  await clickInCard(page, `.choices button:nth-child(${format})`);
  await page.waitFor(async () => (await page.cardElement('[role=status]'))?.text === 'Copied', {
    what: 'the card to say that it is done',
  });
  await closeCard(page);
  await page.evaluate(() => document.querySelector('textarea')?.focus());
  await page.press('Control+v');
  return page.waitFor(() => page.evaluate(() => document.querySelector('textarea')?.value), {
    what: 'the text in the clipboard',
  });
}

export function contentSentences(reading: Reading): void {
  const open = () => reading.reader.openPage(PAGE);

  describe('what a card says', () => {
    before(() => reading.site.page(PAGE, htmlPage('Content', BODY)));

    test('the number of a source shows it, to the pointer and to the keyboard, and the card stays where it is', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      const number = (await page.cardElement('.lead .cite')) ?? assert.fail('no number');
      await page.pointer.move(number.rect.x + 3, number.rect.y + 5, { steps: 4 });
      await tipOf(page, number.text);
      const shown = (await page.cardElement('.tip a')) ?? assert.fail('no link in the tip');
      await page.pointer.move(shown.rect.x + 5, shown.rect.y + 5, { steps: 8 });
      await sleep(A_WHILE);
      assert.ok(await tip(page), 'the pointer may go into it');
      const { rect } = (await page.cardElement('h2')) ?? assert.fail('no title');
      await page.pointer.move(rect.x + 5, rect.y + 5, { steps: 4 });
      await page.waitFor(async () => (await tip(page)) === null, { what: 'the source to go' });

      const last = await page.inCard((root) => {
        const all = root.querySelectorAll<HTMLElement>('.lead .cite');
        all[all.length - 1]?.focus();
        return root.activeElement?.textContent ?? '';
      });
      await tipOf(page, last ?? '');
      assert.equal(await scrolled(page), 0, 'nothing has scrolled');
      await page.press('Tab');
      await page.waitFor(
        async () => {
          const next = await page.inCard(({ activeElement }) => activeElement?.textContent ?? '');
          return next !== last;
        },
        { what: 'the focus to go on' },
      );
      assert.equal(await cardTitle(page), 'Cyber sovereignty');
      await page.press('Escape');
      await page.close();
    });

    test('pressed, it leads to its source in the list, and a button leads back to the text', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      const number = (await page.cardElement('.lead .cite'))?.text;
      await clickInCard(page, '.lead .cite');
      const current = await page.waitFor(() => page.cardElement('.source.current'), { what: 'the source' });
      assert.ok(current.focused && ((await scrolled(page)) ?? 0) > 0);
      await page.press('Tab');
      await page.press('Enter');
      await page.waitFor(
        async () =>
          (await page.inCard(({ activeElement }) => activeElement?.className)) === 'cite' &&
          (await page.inCard(({ activeElement }) => activeElement?.textContent)) === number,
        { what: 'the number to have the focus' },
      );
      await page.press('Escape');
      await page.close();
    });

    test('a source names its publisher, and opens at its address in a tab of its own', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      const source = await page.inCard((root) => {
        const link = root.querySelector<HTMLAnchorElement>('.sources li a');
        const publisher = link?.closest('li')?.querySelector('.publisher')?.textContent;
        return { href: link?.href ?? '', rel: link?.rel, publisher };
      });
      assert.ok(source?.publisher);
      assert.equal(source.rel, 'noopener noreferrer');
      await clickInCard(page, '.sources li .publisher');
      // Its first line: the middle of a wrapped link is not on it.
      const line = await page.inCard((root) => {
        const { x, y, height } = root.querySelector('.sources li a')?.getClientRects()[0] ?? new DOMRect();
        return { x: x + 5, y: y + height / 2 };
      });
      await page.pointer.click(line?.x ?? 0, line?.y ?? 0);
      const tab = await page.waitFor(() => tabOf(reading.reader, source.href), {
        what: `a tab at ${source.href}`,
      });
      await reading.reader.evaluateInExtension(async (id) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
        await ((globalThis as any).browser ?? (globalThis as any).chrome).tabs.remove(id);
      }, tab);
      const { host } = new URL(source.href);
      const asked = reading.site.outside.map(({ url }) => url);
      assert.ok(asked.length > 0 && asked.every((url) => url.includes(host)), asked.join());
      reading.site.forget();
      assert.equal(page.url, PAGE);
      await page.close();
    });

    test('what sources say differently stands side by side, each with its own', async () => {
      const page = await open();
      await hover(page, 'Cambridge Analytica');
      const sides = await page.inCard((root) =>
        [...root.querySelectorAll('.sides > div')].map((side) => {
          const { x, y } = side.getBoundingClientRect();
          const cites = [...side.querySelectorAll('.cite')].map(({ textContent }) => textContent);
          return { x, y, text: side.textContent ?? '', cites: cites.join() };
        }),
      );
      const [one, other] = sides ?? [];
      assert.ok(one && other && sides?.length === 2, JSON.stringify(sides));
      assert.match(one.text, /87 million/);
      assert.match(other.text, /30 million/);
      assert.equal(one.y, other.y, 'on one line');
      assert.ok(one.x < other.x && one.cites && other.cites && one.cites !== other.cites);
      assert.match((await page.cardElement('.sides p'))?.text ?? '', /^Sources differ$/i);
      await page.press('Escape');
      await page.close();
    });

    test('its dates are drawn to scale', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      await page.inCard((root) => {
        for (const more of root.querySelectorAll<HTMLElement>('.strip ~ .more')) more.click();
      });
      const all = await page.waitFor(
        () =>
          page.inCard((root) => {
            const strip = root.querySelector('.strip');
            const dots = [...(strip?.querySelectorAll('circle') ?? [])].map((dot) => {
              const { x, width } = dot.getBoundingClientRect();
              return x + width / 2;
            });
            const dates = [...(strip?.parentElement?.querySelectorAll('time') ?? [])].map((time) =>
              Date.parse(time.dateTime),
            );
            return dots.length === dates.length && dates.length > 2 ? { dots, dates } : null;
          }),
        { what: 'a dot for each date' },
      );
      const part = (of: readonly number[], i: number) =>
        ((of[i] ?? 0) - Math.min(...of)) / (Math.max(...of) - Math.min(...of));
      // A month or a year that is not said more exactly stands somewhere in itself.
      for (const i of all.dates.keys())
        assert.ok(Math.abs(part(all.dots, i) - part(all.dates, i)) < 0.05, JSON.stringify(all));
      await page.press('Escape');
      await page.close();
    });

    test('it says what else the name may mean, and, when asked, in words why it was marked', async () => {
      const page = await open();
      await hover(page, 'ITU');
      assert.match((await page.cardElement('.rivals'))?.text ?? '', /^Not: .*Triathlon/i);
      assert.equal(await page.inCard((root) => root.querySelector('details')?.open), false);
      await clickInCard(page, '.why summary');
      const why = await page.waitFor(() => page.cardElement('.why ul'), { what: 'the reasons' });
      assert.match(why.text, /[+−] .*International Telecommunication Union/);
      assert.doesNotMatch(why.text, /[a-z]-[a-z]+-|undefined|\$/);
      await page.press('Escape');
      await page.close();
    });

    test('relations are buttons that turn the card, with a way back and a way forward again', async () => {
      const page = await open();
      await hover(page, 'cyber sovereignty');
      const names: string[] = ['Cyber sovereignty'];
      const shows = (title: string | undefined) =>
        page.waitFor(async () => (await cardTitle(page)) === title, { what: `the card of ${title}` });
      for (let i = 0; i < 2; i += 1) {
        names.push(await page.waitFor(async () => (await page.cardElement('.turn'))?.text, { what: 'one' }));
        await clickInCard(page, '.turn');
        await page.waitFor(async () => (await cardTitle(page)) !== names[i], { what: 'the card to turn' });
        names[i + 1] = (await cardTitle(page)) ?? '';
      }
      await page.press('Alt+ArrowLeft');
      await shows(names[1]);
      await page.press('Alt+ArrowLeft');
      await shows(names[0]);
      await page.waitFor(() => page.cardElement('.why'), { what: 'the card of the mention, at home again' });
      await page.press('Alt+ArrowLeft');
      await page.press('Alt+ArrowRight');
      await shows(names[1]);
      assert.equal(await page.cardElement('.why'), null);
      await page.press('Alt+ArrowRight');
      await shows(names[2]);
      assert.equal(page.url, PAGE, 'the page itself went nowhere');
      await page.press('Escape');
      await page.close();
    });
  });

  describe('an entry is copied with its sources', () => {
    for (const [where, url] of [
      ['a page without a secure context', () => PAGE],
      ['a secure page', () => `${reading.site.origin}/content.html`],
    ] as const)
      test(`as text, Markdown and BibTeX, on ${where}, and the card says so once`, async () => {
        reading.site.page(url(), htmlPage('Copy', BODY));
        const page = await reading.reader.openPage(url());
        const plain = await copied(page, 1);
        assert.match(plain, /^Cyber sovereignty: .+ \[1/);
        assert.match(plain, /^\[1\] .+, https?:\/\/\S+$/m);
        const markdown = await copied(page, 2);
        assert.match(markdown, /^\*\*Cyber sovereignty\*\*: .+\[\^1\]/);
        assert.match(markdown, /^\[\^1\]: .+\]\(<https?:\/\/\S+>\)/m);
        const bibtex = await copied(page, 3);
        assert.match(bibtex, /^@online\{cyber-sovereignty-1,\n {2}title = \{\{/);
        assert.match(bibtex, /^ {2}url = \{https?:\/\/\S+\}/m);
        await page.close();
      });

    test('in a format that is chosen sooner than the sources are there', async () => {
      const page = await reading.reader.openPage(PAGE);
      await hover(page, 'cyber sovereignty');
      await clickInCard(page, '.lead'); // a browser lets a page copy for some seconds after a click
      await page.inCard(async (root) => {
        const button = (selector: string) => root.querySelector<HTMLElement>(selector);
        button('.ask')?.click();
        while (!button('.choices button')) await new Promise((done) => setTimeout(done));
        button('.choices button')?.click();
      });
      await page.waitFor(async () => (await page.cardElement('[role=status]'))?.text === 'Copied', {
        what: 'the card to say that it is done',
      });
      const height = (await page.cardElement('.choices'))?.rect.height ?? 0;
      assert.ok(height > 0 && height < 32, `the choices stay where they were, in one line: ${height}`);
      await page.close();
    });
  });
}
