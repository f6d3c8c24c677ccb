/**
 * A tiny extension for the proof of the driver: it does in thirty lines what the driver must be able to see and drive, in
 * ways that Glossator does too (highlights, a closed root on demand, a worker with storage), and shares no code with it.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../../src/tools/browser/driver.ts';

/** On a click: marks a word and attaches a host with a closed root; a host in the topmost modal while one is open. */
const CONTENT = `
const api = globalThis.browser ?? globalThis.chrome;
const text = document.querySelector('p')?.firstChild;
if (text) {
  const live = document.createRange();
  live.setStart(text, 4); live.setEnd(text, 7);
  const still = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 3 });
  CSS.highlights.set('glossator-live', new Highlight(live));
  CSS.highlights.set('glossator-still', new Highlight(still));
  CSS.highlights.set('other', new Highlight(still));
}
addEventListener('click', async (event) => {
  if (!event.isTrusted || document.querySelector('glossator-host')) return;
  const answer = await api.runtime.sendMessage('ping');
  const host = document.createElement('glossator-host');
  host.style.cssText = 'position:fixed;left:300px;top:200px';
  const root = host.attachShadow({ mode: 'closed' });
  const card = document.createElement('section');
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', 'title');
  const heading = document.createElement('h2'); heading.id = 'title'; heading.textContent = 'ITU';
  const line = document.createElement('p'); line.textContent = 'Answer ' + answer.count;
  const button = document.createElement('button'); button.textContent = 'Next';
  button.onclick = () => { line.textContent = 'Pressed'; };
  const field = document.createElement('textarea'); field.setAttribute('aria-label', 'Note');
  card.append(heading, line, button, field);
  root.append(card);
  (document.querySelector('dialog:modal') ?? document.documentElement).append(host);
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.querySelector('glossator-host')?.remove();
});
`;

/** Counts how often it was asked since it was born, and keeps what it is told in both kinds of storage. */
const WORKER = `
globalThis.api = globalThis.browser ?? globalThis.chrome;
let count = 0;
api.runtime.onMessage.addListener((message, sender, reply) => { reply({ count: ++count }); return true; });
globalThis.database = () => new Promise((done, failed) => {
  const request = indexedDB.open('notes', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('notes');
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});
globalThis.keep = async (value) => {
  const db = await database();
  const change = db.transaction('notes', 'readwrite', { durability: 'strict' });
  change.objectStore('notes').put(value, 'a');
  await new Promise((done) => { change.oncomplete = done; });
  db.close();
  await api.storage.local.set({ a: value });
};
globalThis.kept = async () => {
  const db = await database();
  const request = db.transaction('notes').objectStore('notes').get('a');
  await new Promise((done) => { request.onsuccess = done; });
  db.close();
  return [request.result, (await api.storage.local.get('a')).a];
};
`;

/** What the worker offers in its global scope. */
export interface WorkerWorld {
  keep(value: string): Promise<void>;
  kept(): Promise<[string, string]>;
}

/** Writes the extension to a temporary folder, whose path it gives. */
export function writeProofExtension(kind: BrowserKind): string {
  const dir = mkdtempSync(join(tmpdir(), 'glossator-proof-'));
  const background = kind === 'chromium' ? { service_worker: 'worker.js' } : { scripts: ['worker.js'] };
  const gecko = { id: 'proof@glossator.test', strict_min_version: '140.0' };
  const manifest = {
    manifest_version: 3,
    name: 'Proof',
    version: '1.0',
    background,
    permissions: ['storage', 'unlimitedStorage'],
    host_permissions: ['<all_urls>'],
    content_scripts: [
      { matches: ['<all_urls>'], js: ['content.js'], all_frames: true, run_at: 'document_idle' },
    ],
    ...(kind === 'firefox' ? { browser_specific_settings: { gecko } } : {}),
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'content.js'), CONTENT);
  writeFileSync(join(dir, 'worker.js'), WORKER);
  writeFileSync(join(dir, 'page.html'), '<!doctype html><title>Ours</title><p>Library</p>');
  return dir;
}
