/// <reference lib="dom" />
/**
 * Spots saved pages as a reader's browser does: the built extension in a headless Chromium, each page opened and left to
 * itself until the extension says that it has read it. All mentions are taken, whatever the density that marks them.
 */
import { type EntityId, type Reason, splitEntityId } from '../../core/model.ts';
import { launchBrowser, type Reader } from '../browser/driver.ts';
import { startSite } from '../browser/site.ts';
import { CONTEXT, type Prediction } from './labels.ts';

interface Listed {
  readonly entity: EntityId;
  readonly surface: string;
  readonly before: string;
  readonly after: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const ORIGIN = 'http://saved.test/';
/** A page that has not been read by then is broken, or we are. */
const LONGEST = 60_000;
const PAUSE = 500;

/** The marks of each page, by its path in the folder. `onPage` is told of each one as it is done. */
export async function spotPages(
  extensionDir: string,
  folder: string,
  pages: readonly string[],
  onPage: (page: string, count: number) => void,
): Promise<ReadonlyMap<string, readonly Prediction[]>> {
  const site = await startSite();
  site.folder(ORIGIN, folder);
  let reader: Reader | null = null;
  const found = new Map<string, readonly Prediction[]>();
  try {
    reader = await launchBrowser('chromium', {
      extensionDir,
      proxy: site.proxy,
      viewport: { width: 1180, height: 900 },
    });
    for (const page of pages) {
      const tab = await reader.openPage(ORIGIN + page.split('/').map(encodeURIComponent).join('/'));
      const marks = (await mentionsOf(reader, page)).map((mention, i) => predictionOf(page, mention, i));
      await tab.close();
      found.set(page, marks);
      onPage(page, marks.length);
    }
  } finally {
    await reader?.close();
    await site.close();
  }
  return found;
}

/** Offsets of a page are its extractor's own; the order of mentions is all that anyone else can use. */
function predictionOf(doc: string, { entity, ...mention }: Listed, i: number): Prediction {
  const { pack, local } = splitEntityId(entity);
  const { surface, before, after, score, reasons } = mention;
  return {
    doc,
    start: i,
    end: i + 1,
    surface,
    entity: local,
    pack,
    score,
    reasons,
    before: before.slice(-CONTEXT),
    after: after.slice(0, CONTEXT),
  };
}

/** Waits until the tab in front has told what it found, and until that no longer changes. */
async function mentionsOf(reader: Reader, page: string): Promise<readonly Listed[]> {
  const end = Date.now() + LONGEST;
  let last = '';
  while (Date.now() < end) {
    const listed = await reader.evaluateInExtension(askFrontTab);
    const now = JSON.stringify(listed);
    if (listed && now === last) return listed;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`${page}: not read within ${LONGEST / 1000} s`);
}

/** Runs in the background; null while the page has not reported. */
async function askFrontTab(): Promise<readonly Listed[] | null> {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in the extension's background
  const { tabs, scripting, storage } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
  const [tab] = await tabs.query({ active: true });
  const reported = Object.keys(await storage.session.get(null)).includes(`mentions/${tab.id}/0`);
  if (!reported) return null;
  await scripting.executeScript({ target: { tabId: tab.id }, files: ['content/list.js'] });
  const message = { tag: 'glossator', version: 1, to: 'content', verb: 'listMentions', params: {} };
  const reply = await tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => null);
  return reply?.value ?? null;
}
