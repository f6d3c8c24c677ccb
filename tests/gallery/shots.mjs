/** Screenshots of the gallery under what readers bring along: themes, narrow windows, other scripts, zoom, forced colours. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const CARDS = 'card-itu,card-turned,card-note,card-many';
const STATES = 'card-loading,card-gone,card-failed,card-updated';
const WRONG = 'card-itu,card-wrong,card-silent';
const EDGES = 'card-long,card-plain,card-arabic,card-chinese';
const SIDES = 'list-ready,list-empty,list-off,list-loading,list-unsupported';
const PAGES = 'notes-some,notes-corrections,notes-none';

/** Name, what is shown, and how. */
const SHOTS = [
  ['cards-light', { show: CARDS, theme: 'light' }, {}],
  ['cards-dark', { show: CARDS, theme: 'dark' }, {}],
  ['states-light', { show: STATES, theme: 'light' }, {}],
  ['states-dark', { show: STATES, theme: 'dark' }, {}],
  ['wrong-light', { show: WRONG, theme: 'light' }, {}],
  ['wrong-dark', { show: WRONG, theme: 'dark' }, {}],
  ['wrong-narrow', { show: WRONG, theme: 'light' }, { viewport: { width: 320, height: 640 } }],
  ['edges-light', { show: EDGES, theme: 'light' }, {}],
  ['edges-dark', { show: EDGES, theme: 'dark' }, {}],
  ['lists-light', { show: SIDES, theme: 'light' }, {}],
  ['lists-dark', { show: SIDES, theme: 'dark' }, {}],
  ['notes-light', { show: PAGES, theme: 'light' }, {}],
  ['notes-dark', { show: PAGES, theme: 'dark' }, {}],
  ['whole-light', { show: 'card-itu', theme: 'light', tall: '1' }, {}],
  ['whole-dark', { show: 'card-itu', theme: 'dark', tall: '1' }, {}],
  ['narrow', { show: 'card-itu,list-ready', theme: 'light' }, { viewport: { width: 320, height: 640 } }],
  ['rtl', { show: 'card-arabic,card-itu,list-ready,notes-some', theme: 'light', lang: 'ar' }, {}],
  [
    'zoom',
    { show: 'card-itu', theme: 'light' },
    { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  ],
  ['forced', { show: `${CARDS},list-ready`, theme: 'light' }, { forcedColors: 'active' }],
  ['contrast', { show: 'card-itu,card-note,list-ready', theme: 'light' }, { contrast: 'more' }],
];

/** Writes `<name>.png` into a folder. */
export async function takeShots(page, folder) {
  await mkdir(folder, { recursive: true });
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const [name, parameters, options] of SHOTS) {
    const tab = await browser.newPage({ viewport: { width: 1320, height: 900 }, ...options });
    tab.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await tab.goto(`${pathToFileURL(page)}?${new URLSearchParams(parameters)}`);
    await tab.waitForTimeout(600);
    await tab.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    await tab.close();
  }
  await browser.close();
}
