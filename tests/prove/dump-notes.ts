/// <reference lib="dom" />
/**
 * What a build leaves on disk of its reader's notes, as a fixture that every later release must read: notes of each kind, one of them
 * changed twice.
 *
 *     node --import tsx tests/prove/dump-notes.ts [DIR] > tests/fixtures/notes/VERSION.json
 *
 * DIR is an unpacked build for Chromium; without it the one in dist.
 */
import path from 'node:path';
import { launchBrowser } from '../../src/tools/browser/driver.ts';
import { askBackground, ROOT } from '../support/reading.ts';

const page = { url: 'https://news.example/story?id=7', title: 'A story, with “marks”' };
const quote = { type: 'TextQuoteSelector', exact: 'the ITU', prefix: 'said of ', suffix: ' in Geneva' };
const DRAFTS = [
  {
    id: 'note-00000000000000000000000000000001',
    target: { ...page, entity: 'internet-governance:itu', selectors: [quote] },
    body: 'On a mention.',
  },
  {
    id: 'note-00000000000000000000000000000002',
    target: {
      ...page,
      canonical: 'https://news.example/story',
      selectors: [quote, { type: 'TextPositionSelector', start: 120, end: 127 }],
    },
    body: '**On** a passage,\n\n- in Markdown\n- 网络主权, السيادة',
    tags: ['policy', '网络'],
    colour: 'blue',
  },
  {
    id: 'note-00000000000000000000000000000003',
    target: { ...page, selectors: [] },
    body: 'x'.repeat(101_000),
  },
  {
    id: 'note-00000000000000000000000000000004',
    kind: 'entity',
    target: { ...page, entity: 'internet-governance:igf', selectors: [] },
    body: 'Wherever it is named.',
  },
];

const reader = await launchBrowser('chromium', {
  extensionDir: path.resolve(process.argv[2] ?? path.join(ROOT, 'dist/chromium')),
});
try {
  const ours = await reader.extensionPage('pages/library.html');
  for (const draft of DRAFTS) await askBackground(ours, 'saveNote', { draft });
  for (const body of ['Changed once.', 'Changed twice.'])
    await askBackground(ours, 'saveNote', { draft: { ...DRAFTS[0], body } });
  const dump = await ours.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('glossator-notes'));
    const stores: Record<string, unknown> = {};
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      stores[name] = {
        keyPath: store.keyPath,
        indexes: [...store.indexNames].map((index) => {
          const { keyPath, multiEntry } = store.index(index);
          return { name: index, keyPath, multiEntry };
        }),
        keys: await asked(store.getAllKeys()),
        values: await asked(store.getAll()),
      };
    }
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a page of the extension
    const { runtime, storage } = (globalThis as any).chrome;
    const all: Record<string, unknown> = await storage.local.get(null);
    return {
      release: runtime.getManifest().version,
      database: { version: db.version, stores },
      local: Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('note'))),
    };
  });
  console.log(JSON.stringify(dump, null, 2));
} finally {
  await reader.close();
}
