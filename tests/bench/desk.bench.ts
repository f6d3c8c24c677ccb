/// <reference lib="dom" />
/**
 * The reader's desk: until popup and panel show a page that names very many entries, frames while the panel's timeline and map are
 * scrolled and zoomed, and until a setting holds in twenty tabs.
 *
 *     npm run bench -- desk [--rounds 10] [--browser chromium]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, launchBrowser, type ReaderPage } from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import { bundledPack } from '../support/bundled-pack.ts';
import { askBackground, htmlPage, marked, ROOT, tabOf } from '../support/reading.ts';
import { quantile, row, shown } from './pages/figures.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, browser: { type: 'string', default: '' } },
});
const rounds = Number(values.rounds);
const TABS = 20;
/** What is promised, in ms. */
const PROMISED = { popup: 100, panel: 200, settings: 200 } as const;

/** From the beginning of a page's navigation until it shows something; the browser's own time for a tab is in it. */
function drawn(page: ReaderPage, selector: string): Promise<number> {
  return page.waitFor(
    () =>
      page.evaluate((wanted) => {
        const found = document.querySelector(wanted);
        const { first } = window as unknown as { first?: number };
        return found ? (first ?? performance.now()) : 0;
      }, selector),
    { what: selector },
  );
}

/** Frames of a stretch in which something is done in each: how many ms each took. */
function frames(page: ReaderPage, selector: string, zoom: boolean): Promise<number[]> {
  return page.evaluate(
    async (wanted, zooms) => {
      const times: number[] = [];
      let last = performance.now();
      for (let i = 0; i < 60; i++) {
        const element = document.querySelector(wanted);
        if (zooms)
          element?.dispatchEvent(
            new WheelEvent('wheel', {
              deltaY: i % 20 < 10 ? -1 : 1,
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            }),
          );
        else element?.scrollBy(i % 40 < 20 ? 40 : -40, 0);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    selector,
    zoom,
  );
}

console.log('\n## The desk over a page that names every entry of the bundled pack\n');
console.log(row(['browser', 'entries', 'what', 'ms, median', '95th', 'promised', 'met']));
console.log(row(['---', '--:', '---', ...Array.from({ length: 4 }, () => '--:')]));
const tell = (kind: string, entries: number, what: string, times: readonly number[], promised: number) => {
  const middle = quantile(times, 0.5);
  console.log(
    row([
      kind,
      entries,
      what,
      shown(middle),
      shown(quantile(times, 0.95)),
      String(promised),
      middle <= promised ? 'yes' : 'no',
    ]),
  );
};
const pack = await bundledPack('internet-governance');
const names = pack.reference.entities.map(({ labels }) => labels['en'] ?? '');
const body = names
  .map((name) => `<p>It was said of ${name.replace(/&/g, '&amp;')} that it is what it is.</p>`)
  .join('');
for (const kind of BROWSER_KINDS.filter((one) => values.browser === '' || one === values.browser)) {
  const site = await startSite();
  const reader = await launchBrowser(kind, {
    extensionDir: path.join(ROOT, 'dist', kind),
    proxy: site.proxy,
    extraPrefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    site.page('http://desk.test/all', htmlPage('All', body));
    const page = await reader.openPage('http://desk.test/all');
    await marked(page, names[0] ?? '').catch(() => {});
    const tab = await tabOf(reader, page.url);
    const [popups, panels]: [number[], number[]] = [[], []];
    let entries = 0;
    for (let round = 0; round < rounds; round++) {
      const popup = await reader.extensionPage(`pages/popup.html?tab=${tab}`);
      popups.push(await drawn(popup, '.row'));
      await popup.close();
      const panel = await reader.extensionPage(`pages/panel.html?tab=${tab}`);
      panels.push(await drawn(panel, '.row'));
      entries = await panel.evaluate(() => document.querySelectorAll('.row').length);
      await panel.close();
    }
    tell(kind, entries, 'popup', popups, PROMISED.popup);
    tell(kind, entries, 'panel', panels, PROMISED.panel);
    const panel = await reader.extensionPage(`pages/panel.html?tab=${tab}`);
    for (const [part, selector, ready] of [
      ['timeline', '.scroller', 'circle'],
      ['map', '.map', '.node'],
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
      await drawn(panel, ready);
      tell(
        kind,
        entries,
        `a frame while the ${part} is zoomed`,
        await frames(panel, selector, true),
        1000 / 60 + 1,
      );
      if (part === 'timeline')
        tell(
          kind,
          entries,
          'a frame while the timeline is scrolled',
          await frames(panel, selector, false),
          1000 / 60 + 1,
        );
    }
    await panel.close();
    const tabs: ReaderPage[] = [];
    for (let i = 0; i < TABS; i++) {
      site.page(`http://tabs.test/${i}`, htmlPage(`Tab ${i}`, '<p>Much was said of cyber sovereignty.</p>'));
      const one = await reader.openPage(`http://tabs.test/${i}`);
      await marked(one, 'cyber sovereignty');
      tabs.push(one);
    }
    const library = await reader.extensionPage('pages/library.html#settings');
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const style = round % 2 === 0 ? 'tint' : 'dotted';
      const begun = performance.now();
      await askBackground(library, 'setPreferences', { preferences: { style } });
      await Promise.all(
        tabs.map((one) =>
          one.waitFor(async () => (await one.highlights()).some(({ name }) => name.includes(style)), {
            what: style,
          }),
        ),
      );
      times.push(performance.now() - begun);
    }
    tell(kind, TABS, 'a style of marks in all tabs, looked at every 25 ms', times, PROMISED.settings);
  } finally {
    await reader.close();
    await site.close();
  }
}
