/// <reference lib="dom" />
/** The main job, shown: a browser with the built extension on the sample article, or on another page. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HighlightView, launchBrowser, type Reader, type ReaderPage } from './browser/driver.ts';
import { type Site, startSite } from './browser/site.ts';
import { askedPage } from './start/asked-page.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SHOTS = path.join(ROOT, 'out');
const VIEWPORT = { width: 1180, height: 900 };
const SAMPLE = path.join(ROOT, 'assets/welcome/article.html');

interface Listed {
  readonly surface: string;
  readonly entity: string;
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

/** The address to open: a URL as it is, a file by a server of ours on this machine. */
function addressOf(page: { readonly url: string } | { readonly file: string }, site: Site): string {
  if ('url' in page) return page.url;
  site.folder(`${site.origin}/`, path.dirname(page.file));
  return `${site.origin}/${encodeURIComponent(path.basename(page.file))}`;
}

async function listMentions(reader: Reader): Promise<readonly Listed[]> {
  return reader.evaluateInExtension(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
    const { tabs, scripting } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
    const [tab] = await tabs.query({ active: true });
    await scripting.executeScript({ target: { tabId: tab.id }, files: ['content/list.js'] });
    const message = { tag: 'glossator', version: 1, to: 'content', verb: 'listMentions', params: {} };
    const reply = await tabs.sendMessage(tab.id, message, { frameId: 0 });
    return reply?.value ?? [];
  });
}

/** Rests the pointer on the first line of a mark, which may be further down than the window shows. */
async function restOn(page: ReaderPage, mark: HighlightView): Promise<void> {
  const [line = mark.rect] = mark.rects;
  const down = Math.max(0, line.y - VIEWPORT.height / 2);
  if (down > 0) {
    await page.wheel(0, down);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const [now = line] =
    (await page.highlights()).find(({ text, rects }) => text === mark.text && (rects[0]?.y ?? -1) > 0)
      ?.rects ?? [];
  await page.pointer.move(now.x + now.width / 2, now.y + now.height / 2, { steps: 4 });
}

async function showHeadless(reader: Reader, page: ReaderPage): Promise<void> {
  const first = await page
    .waitFor(async () => (await page.highlights())[0], { what: 'the first mark', timeout: 20_000 })
    .catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const mentions = await listMentions(reader);
  console.log(`\n${mentions.length} mention(s):`);
  for (const { surface, entity, heading, before, after } of mentions) {
    const place = `…${before.slice(-24)}[${surface}]${after.slice(0, 24)}…`.replace(/\s+/g, ' ');
    console.log(
      `  ${surface.replace(/\s+/g, ' ')}  ${entity}  ${heading ? `under "${heading}"` : 'at the top'}: ${place}`,
    );
  }
  mkdirSync(SHOTS, { recursive: true });
  const [article, open] = ['article.png', 'card.png'].map((name) => path.join(SHOTS, name)) as [
    string,
    string,
  ];
  await page.screenshot(article);
  if (!first) {
    console.log(`Nothing on this page is marked, so there is no card to show.\nScreenshot: ${article}`);
    return;
  }
  await restOn(page, first);
  const card = await page.waitFor(
    async () => {
      const card = await page.card();
      return card?.text.includes('·') && !card.html.includes('aria-busy="true"') ? card : null;
    },
    { what: 'the card' },
  );
  console.log(`\nThe card of "${first.text}":\n\n${card?.text}\n`);
  await new Promise((resolve) => setTimeout(resolve, 500)); // it fades in
  await page.screenshot(open);
  console.log(`Screenshots: ${article}\n             ${open}`);
}

const asked = askedPage(process.argv.slice(2));
if (asked.problem !== undefined) {
  console.error(asked.problem);
  process.exit(2);
}
const { kind, page: wanted } = asked;
const site = await startSite();
const address = addressOf(wanted ?? { file: SAMPLE }, site);
let exitCode = 0;
const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const reader = await launchBrowser(kind, {
  extensionDir: path.join(ROOT, 'dist', kind),
  headless,
  viewport: VIEWPORT,
});
try {
  const page = await reader.openPage(address).catch((error: Error) => {
    console.error(`${address} could not be opened: ${error.message.split('\n')[0]}`);
    console.error(
      'Look whether the address is right and the network is there; a saved HTML file needs none.',
    );
    exitCode = 1;
    return null;
  });
  if (page && headless) await showHeadless(reader, page);
  else if (page) {
    console.log(`${kind} is open on ${address}; close its window to end.`);
    while ((await reader.pages().catch(() => [])).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 1000));
  }
} finally {
  await reader.close().catch(() => {});
  await site.close();
}
process.exit(exitCode);
