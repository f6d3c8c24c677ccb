/// <reference lib="dom" />
/**
 * The interface in other languages than English, mirrored where they are read from the right: its words, its names, its counts
 * and its dates. Each browser is given the extension with one language of words alone, which it must then choose: what language
 * a browser speaks itself depends on packages of the system.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import {
  clickInCard,
  closeCard,
  hover,
  htmlPage,
  inBothBrowsers,
  type Reading,
  tabOf,
} from '../support/reading.ts';

const ARTICLE = 'http://words.test/article.html';

interface Language {
  readonly locale: string;
  readonly dir: 'rtl' | 'ltr';
  readonly letters: RegExp;
  /** The name of the ITU, and of its kind. */
  readonly name: string;
  readonly kind: string;
  readonly twice: string;
  readonly edition: RegExp;
  readonly pack: string;
  readonly popup: string;
}

const LANGUAGES: readonly Language[] = [
  {
    locale: 'ar',
    dir: 'rtl',
    letters: /\p{Script=Arabic}/u,
    name: 'الاتحاد الدولي للاتصالات',
    kind: 'منظمة',
    twice: 'مرتان في هذه الصفحة',
    edition: /^\d+ \p{Script=Arabic}+ 2026$/u,
    pack: 'حوكمة الإنترنت',
    popup: '3 مواضع',
  },
  {
    locale: 'zh_TW',
    dir: 'ltr',
    letters: /\p{Script=Han}/u,
    name: '國際電信聯盟',
    kind: '組織',
    twice: '本頁出現 2 次',
    edition: /^2026年\d+月\d+日$/,
    pack: '網際網路治理',
    popup: '3 處提及',
  },
];

/** Leaves the words of one language in a copy of the build. */
function only(locale: string): (extensionDir: string) => void {
  return (extensionDir) => {
    const all = path.join(extensionDir, '_locales');
    for (const other of readdirSync(all))
      if (other !== locale) rmSync(path.join(all, other), { recursive: true });
    const manifest = path.join(extensionDir, 'manifest.json');
    const written = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...written, default_locale: locale }));
  };
}

function sentencesIn(language: Language): (reading: Reading) => void {
  return (reading) => {
    describe(`in ${language.locale}`, () => {
      before(() => {
        reading.site.page(
          ARTICLE,
          htmlPage(
            'Article',
            '<p>Of the ITU, and of cyber sovereignty, much was said.</p><p>The ITU met.</p>',
          ),
        );
      });

      test('a card has names, counts and dates as the reader writes them, and the page’s own form beside', async () => {
        const page = await reading.reader.openPage(ARTICLE);
        await hover(page, 'ITU');
        const told = await page.inCard((root) => {
          const words = (selector: string) =>
            root.querySelector<HTMLElement>(selector)?.textContent.trim() ?? '';
          const card = root.querySelector<HTMLElement>('.card');
          return {
            dir: card && getComputedStyle(card).direction,
            title: words('h2'),
            titleLang: root.querySelector('h2 bdi')?.getAttribute('lang') ?? '',
            kind: words('.kind'),
            also: [...root.querySelectorAll<HTMLElement>('.also > *')].map((one) => one.textContent.trim()),
            pack: [...root.querySelectorAll<HTMLElement>('.pack > *')].map((one) => one.textContent.trim()),
            labels: [...root.querySelectorAll('.icon-button, textarea')].map(
              (one) => one.getAttribute('aria-label') ?? '',
            ),
          };
        });
        assert.equal(told?.dir, language.dir);
        assert.equal(told.title, language.name);
        assert.equal(told.titleLang.slice(0, 2), language.locale.slice(0, 2));
        assert.equal(told.kind, language.kind);
        assert.equal(told.also[0], 'ITU');
        assert.equal(told.also.at(-1), language.twice);
        assert.equal(told.pack[0], language.pack);
        assert.match(told.pack[1] ?? '', language.edition);
        assert.ok(told.labels.length >= 5, `${told.labels}`);
        for (const label of told.labels) assert.match(label, language.letters);
        await closeCard(page);
        await page.close();
      });

      test('what has a side is on the side where the reader looks for it', async () => {
        const page = await reading.reader.openPage(ARTICLE);
        await hover(page, 'ITU');
        const told = await page.inCard((root) => {
          const x = (selector: string) =>
            root.querySelector(selector)?.getBoundingClientRect().x ?? Number.NaN;
          const [first, last] = [...root.querySelectorAll('.strip circle')].map(
            (dot) => dot.getBoundingClientRect().x,
          );
          const arrow = root.querySelector('.also .turns');
          return {
            closeMinusKind: x('.end') - x('.kind svg'),
            lastMinusFirst: (last ?? 0) - (first ?? 0),
            isArrowTurned: arrow ? getComputedStyle(arrow).transform.startsWith('matrix(-1') : null,
          };
        });
        const isMirrored = language.dir === 'rtl';
        assert.equal((told?.closeMinusKind ?? 0) < 0, isMirrored, 'the button that closes');
        assert.equal((told?.lastMinusFirst ?? 0) < 0, isMirrored, 'the timeline');
        assert.equal(told?.isArrowTurned, isMirrored, 'arrows');
        // A sentence in English stays as English is read.
        const lead = await page.inCard((root) => {
          const place = root.querySelector('.lead');
          return place && getComputedStyle(place).direction;
        });
        assert.equal(lead, 'ltr');
        await closeCard(page);
        await page.close();
      });

      test('the ways to call a mark wrong are told in the reader’s words', async () => {
        const page = await reading.reader.openPage(ARTICLE);
        await hover(page, 'ITU');
        await clickInCard(page, '.wrong');
        const choices = await page.waitFor(
          () =>
            page
              .inCard((root) =>
                [...root.querySelectorAll<HTMLElement>('.choices button')].map((one) => one.textContent),
              )
              .then((all) => (all && all.length === 3 ? all : null)),
          { what: 'three choices' },
        );
        for (const choice of choices) assert.match(choice, language.letters);
        await closeCard(page);
        await page.close();
      });

      test('the popup speaks it too', async () => {
        const page = await reading.reader.openPage(ARTICLE);
        await hover(page, 'ITU');
        const popup = await reading.reader.extensionPage(
          `pages/popup.html?tab=${await tabOf(reading.reader, ARTICLE)}`,
        );
        await popup.waitFor(
          () => popup.evaluate((wanted) => document.body.textContent.includes(wanted), language.popup),
          { what: `"${language.popup}"` },
        );
        const told = await popup.evaluate(() => ({
          dir: getComputedStyle(document.querySelector('main') ?? document.body).direction,
          text: document.body.textContent,
        }));
        assert.equal(told.dir, language.dir);
        assert.ok(told.text.includes(language.name), told.text);
        await popup.close();
        await page.close();
      });
    });
  };
}

for (const language of LANGUAGES) inBothBrowsers(sentencesIn(language), { alter: only(language.locale) });
