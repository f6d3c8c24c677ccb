/** Renders assets/icons/glossator.svg to the sizes that browsers ask for: `node tests/gallery/icons.mjs`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const icons = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../assets/icons');
const svg = await readFile(path.join(icons, 'glossator.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const size of [16, 32, 48, 128]) {
  const tab = await browser.newPage({ viewport: { width: size, height: size } });
  await tab.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await tab.screenshot({ path: path.join(icons, `glossator-${size}.png`), omitBackground: true });
}
await browser.close();
