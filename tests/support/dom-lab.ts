/**
 * The half of the DOM tests that runs here: a real browser with one empty page, in which the content parts under test are
 * loaded as a script of the page (lab-page.ts). No build of the extension is needed, and none is loaded.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type BrowserKind, type LaunchOptions, launchBrowser } from '../../src/tools/browser/driver.ts';
import { startSite } from '../../src/tools/browser/site.ts';
import type { LabPage } from './lab-page.ts';

type Questions = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Lab<P extends Questions = LabPage> {
  /** Asks one question of the page. */
  ask<K extends keyof P>(question: K, ...args: Parameters<P[K]>): Promise<Awaited<ReturnType<P[K]>>>;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lab</title>
<style>body { font: 16px/1.6 sans-serif; width: 500px; margin: 30px }</style><body></body><script src="/lab.js"></script></html>`;

export interface LabOptions {
  /** What is loaded in the page in place of lab-page.ts: a file that leaves its questions in `globalThis.lab`. */
  readonly entry?: string;
  readonly extraPrefs?: LaunchOptions['extraPrefs'];
}

export async function openLab<P extends Questions = LabPage>(
  kind: BrowserKind,
  { entry = path.join(import.meta.dirname, 'lab-page.ts'), extraPrefs = {} }: LabOptions = {},
): Promise<Lab<P>> {
  const site = await startSite();
  const extensionDir = emptyExtension();
  const end = async () => {
    await site.close();
    rmSync(extensionDir, { recursive: true, force: true });
  };
  try {
    const code = await bundle(entry);
    site.page('http://lab.test/', PAGE);
    site.page('http://lab.test/lab.js', code, { headers: { 'content-type': 'text/javascript' } });
    const reader = await launchBrowser(kind, {
      extensionDir,
      proxy: site.proxy,
      viewport: { width: 900, height: 700 },
      extraPrefs,
    });
    const close = () => reader.close().finally(end);
    try {
      const page = await reader.openPage('http://lab.test/');
      return { ask: (question, ...args) => page.evaluate(answer, String(question), args) as never, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await end();
    throw error;
  }
}

/** Runs in the page. */
function answer(question: string, args: readonly unknown[]): unknown {
  const { lab } = globalThis as unknown as {
    lab: Record<string, (...args: readonly unknown[]) => unknown>;
  };
  return lab[question]?.(...args);
}

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    define: { __BENCH__: 'false' },
    loader: { '.css': 'text' },
    alias: { 'webextension-polyfill': path.join(ROOT, 'src/platform/native-browser.ts') },
  });
  return outputFiles[0]?.text ?? '';
}

/** The driver wants an extension; this one does nothing. */
function emptyExtension(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'glossator-lab-'));
  const manifest = {
    manifest_version: 3,
    name: 'Lab',
    version: '1.0',
    browser_specific_settings: { gecko: { id: 'lab@glossator.test', strict_min_version: '140.0' } },
  };
  writeFileSync(path.join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}
