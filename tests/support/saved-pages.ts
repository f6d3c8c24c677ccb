/**
 * Saved web pages, served to a browser behind the test site's proxy. A page that was saved years ago asks for scripts,
 * styles and pictures that are gone, so two ways of serving it make sense:
 *
 *     still     a policy blocks its scripts and all it would fetch: the same page at every load, for measuring
 *     lively    its own scripts run, with a clock and dice that give the same numbers each time; requests are refused
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../../src/tools/browser/site.ts';

export interface SavedPage {
  /** Its path in the folder, or its own name. */
  readonly name: string;
  readonly body: () => Uint8Array | string;
}

export type Serving = 'still' | 'lively';

/** Every HTML file of a folder and of the folders in it whose path holds `only`, in the order of their paths. */
export function listPages(dir: string, only = ''): SavedPage[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.x?html?$/i.test(name) && name.includes(only))
    .sort()
    .map((name) => ({ name, body: () => readFileSync(path.join(dir, name)) }));
}

const STILL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:";

/** Serves the pages and tells the address of each. */
export function servePages(
  site: Site,
  pages: readonly SavedPage[],
  serving: Serving,
): ReadonlyMap<SavedPage, string> {
  const addresses = new Map<SavedPage, string>();
  for (const [n, page] of pages.entries()) {
    // An address of its own for each origin of pages: names of files may hold anything.
    const url = `http://${serving}.test/${n}.html`;
    addresses.set(page, url);
    site.page(url, () => ({
      headers: {
        // A page was often saved as UTF-8 whatever its meta element says; otherwise that tells its encoding.
        'content-type': isUtf8(page.body()) ? 'text/html; charset=utf-8' : 'text/html',
        ...(serving === 'still' ? { 'content-security-policy': STILL_POLICY } : {}),
      },
      body: serving === 'still' ? page.body() : withSteadyClock(page.body()),
    }));
  }
  return addresses;
}

function isUtf8(body: Uint8Array | string): boolean {
  if (typeof body === 'string') return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

/** Runs in the page before all else: dice that fall the same at every load, and a clock that goes on by being asked. */
const STEADY_CLOCK = `<script>{
let seed = 7;
Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const Real = Date;
let now = 1700000000000;
globalThis.Date = class extends Real {
  constructor(...given) { given.length ? super(...given) : super(now++); }
  static now() { return now++; }
};
document.currentScript.remove();
}</script>`;

function withSteadyClock(body: Uint8Array | string): Uint8Array {
  const bytes = Buffer.from(body);
  // Latin-1 keeps every byte its place, whatever the page's encoding.
  const text = bytes.toString('latin1');
  const opening =
    /<head(?:\s[^>]*)?>/i.exec(text) ?? /<html(?:\s[^>]*)?>/i.exec(text) ?? /<!doctype[^>]*>/i.exec(text);
  const at = opening ? opening.index + opening[0].length : 0;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(STEADY_CLOCK), bytes.subarray(at)]);
}
