/**
 * The contact sheet: every state of the card in light and dark, narrow and wide, in English, Chinese and Arabic, and what else
 * readers bring along (zoom, forced colours, more contrast), on one page for a person's eyes.
 *
 *     npm run shots [-- WORD…]     out/shots/index.html, and sheet-<language>.png; only states whose name has one of the words
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import './build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const gallery = pathToFileURL(path.join(root, 'out/gallery/index.html')).href;
const out = path.join(root, 'out/shots');
const wanted = process.argv.slice(2);

const LANGUAGES = ['en-GB', 'zh-CN', 'ar'];
const WIDTHS = { wide: 1000, narrow: 320 };
const THEMES = ['light', 'dark'];
const LISTS =
  'list-ready,list-empty,list-off,list-hidden,list-loading,list-unsupported,list-denied,list-edited,list-guarded,list-drawn';
const NOTES =
  'notes-some,notes-chosen,notes-changing,notes-not-found,notes-loading,notes-failed,notes-reminder,notes-settings,notes-corrections,notes-none';
/** What is shown once more under what readers bring along. */
const EXTRAS = [
  ['whole', { show: 'card-itu', tall: '1' }, {}],
  ['forced colours', {}, { forcedColors: 'active' }],
  ['forced colours, dark', { theme: 'dark' }, { forcedColors: 'active', colorScheme: 'dark' }],
  ['more contrast', {}, { contrast: 'more' }],
  ['zoom 400 %', { show: 'card-itu' }, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 2 }],
  ['marks', { show: 'marks' }, {}],
  ['lists', { show: LISTS }, {}],
  ['lists, dark, zh', { show: LISTS, theme: 'dark', lang: 'zh-CN' }, {}],
  ['lists, ar', { show: LISTS, lang: 'ar' }, {}],
  ['notes', { show: NOTES }, {}],
  ['notes, dark, ar', { show: NOTES, theme: 'dark', lang: 'ar' }, {}],
  ['notes, zh', { show: NOTES, lang: 'zh-TW' }, {}],
  ['notes, narrow', { show: NOTES }, { viewport: { width: 340, height: 900 } }],
  ['export', { show: 'notes-export' }, {}],
  ['import', { show: 'notes-import', theme: 'dark' }, {}],
];
const FEW = 'card-itu,card-turned,card-note,card-differing,card-followed,card-wrong,list-ready,notes-some';

const slug = (text) => text.replace(/[^a-z0-9]+/gi, '-');

async function open(browser, parameters, options) {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 900 }, ...options });
  tab.on('pageerror', (error) => console.error(`${JSON.stringify(parameters)}: ${error.message}`));
  await tab.goto(`${gallery}?${new URLSearchParams(parameters)}`);
  await tab.waitForTimeout(800);
  return tab;
}

/** One picture a state; answers the states' names. */
async function takeStates(browser, lang, theme, width) {
  const tab = await open(browser, { lang, theme }, { viewport: { width: WIDTHS[width], height: 900 } });
  const names = await tab.$$eval('[id^="card"]', (hosts) => hosts.map(({ id }) => id));
  const shown = names.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  for (const name of shown)
    await tab
      .locator(`#${name}`)
      .screenshot({ path: path.join(out, `${name}-${lang}-${theme}-${width}.png`) });
  await tab.close();
  return shown;
}

const sheet = (body) => `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif;margin:16px;background:#bbb}table{border-spacing:8px}th{text-align:start;vertical-align:top}
td{vertical-align:top}img{max-width:420px;height:auto}figure{margin:16px 0}figure img{max-width:100%}</style>${body}`;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let whole = '';
for (const lang of LANGUAGES) {
  const columns = THEMES.flatMap((theme) => Object.keys(WIDTHS).map((width) => [theme, width]));
  let states = [];
  for (const [theme, width] of columns) states = await takeStates(browser, lang, theme, width);
  const head = columns.map((column) => `<th>${column.join(', ')}</th>`).join('');
  const rows = states.map((name) => {
    const cells = columns.map(
      ([theme, width]) => `<td><img src="${name}-${lang}-${theme}-${width}.png" alt="">`,
    );
    return `<tr><th>${name}</th>${cells.join('')}</tr>`;
  });
  const table = `<h2>${lang}</h2><table><tr><th></th>${head}</tr>${rows.join('\n')}</table>`;
  whole += table;
  await writeFile(path.join(out, `${lang}.html`), sheet(table));
  const tab = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  await tab.goto(pathToFileURL(path.join(out, `${lang}.html`)).href);
  await tab.screenshot({ path: path.join(out, `sheet-${lang}.png`), fullPage: true });
  await tab.close();
}
for (const [name, parameters, options] of wanted.length === 0 ? EXTRAS : []) {
  const tab = await open(browser, { show: FEW, theme: 'light', ...parameters }, options);
  await tab.screenshot({ path: path.join(out, `${slug(name)}.png`), fullPage: true });
  await tab.close();
  whole += `<figure><figcaption>${name}</figcaption><img src="${slug(name)}.png" alt=""></figure>`;
}
await browser.close();
await writeFile(path.join(out, 'index.html'), sheet(whole));
console.log(path.relative(process.cwd(), path.join(out, 'index.html')));
