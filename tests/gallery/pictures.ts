/**
 * The pictures of the README: an open card on the sample article, as a reader sees it, by day in English and by night in Arabic, and
 * the side panel on the same article.
 *
 *     npm run pictures     docs/pictures/*.png, of the built extension in Chromium
 */
import path from 'node:path';
import {
  type LaunchOptions,
  launchBrowser,
  type Reader,
  type ReaderPage,
} from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { tabOf } from '../support/reading.ts';

const root = path.join(import.meta.dirname, '../..');
const VIEWPORT = { width: 1080, height: 720 };
const PANEL = { width: 400, height: 720 };
/** The name whose card is shown. */
const NAME = 'World Internet Conference';

const PICTURES: Readonly<Record<string, Pick<LaunchOptions, 'colorScheme' | 'locale'>>> = {
  'card.png': { colorScheme: 'light' },
  'card-arabic.png': { colorScheme: 'dark', locale: 'ar' },
};

/** Rests on the name until its card is there, whole. */
async function openCard(page: ReaderPage): Promise<void> {
  const mark = await page.waitFor(async () => (await page.highlights()).find(({ text }) => text === NAME), {
    what: `a mark on "${NAME}"`,
    timeout: 20_000,
  });
  const [line = mark.rect] = mark.rects;
  await page.pointer.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 4 });
  await page.waitFor(async () => (await page.card())?.text.includes('·'), { what: 'its card' });
  await page.waitFor(
    () => page.inCard((shadow) => shadow.querySelector('.card')?.getAnimations().length === 0),
    { what: 'the card to have appeared' },
  );
}

/** The panel as it stands beside the article, at its map. */
async function shootPanel(reader: Reader): Promise<void> {
  const tab = await tabOf(reader, `${site.origin}/article.html`);
  const panel = await reader.extensionPage(`pages/panel.html?tab=${tab}`);
  await panel.setViewport(PANEL.width, PANEL.height);
  for (const [name, part, ready] of [
    ['panel.png', 'names', '.row'],
    ['panel-map.png', 'map', '.node'],
  ] as const) {
    await panel.waitFor(
      () =>
        panel.evaluate((wanted) => {
          const button = document.querySelector<HTMLElement>(`[data-part=${wanted}]`);
          button?.click();
          return button !== null;
        }, part),
      { what: part },
    );
    await panel.waitFor(() => panel.evaluate((wanted) => document.querySelector(wanted) !== null, ready), {
      what: ready,
    });
    await panel.screenshot(path.join(root, 'docs/pictures', name));
    console.log(path.join('docs/pictures', name));
  }
}

const site = await startSite();
site.folder(`${site.origin}/`, path.join(root, 'assets/welcome'));
for (const [name, options] of Object.entries(PICTURES)) {
  const reader = await launchBrowser('chromium', {
    extensionDir: path.join(root, 'dist/chromium'),
    viewport: VIEWPORT,
    ...options,
  });
  try {
    const page = await reader.openPage(`${site.origin}/article.html`);
    await openCard(page);
    await page.screenshot(path.join(root, 'docs/pictures', name));
    console.log(path.join('docs/pictures', name));
    if (name === 'card.png') await shootPanel(reader);
  } finally {
    await reader.close();
  }
}
await site.close();
