/**
 * The bundled packs as they lie in the package, written by the build. They are the truth of reference data: the database is
 * a faster copy of them that can be thrown away at any time.
 */
import { decodeGazetteer } from '../core/gazetteer/codec.ts';
import type { Gazetteer } from '../core/gazetteer/gazetteer.ts';
import type { LexiconTables } from '../core/gazetteer/lexicon.ts';
import type { PackReference } from '../core/pack/compile-pack.ts';
import { browser } from '../platform/browser.ts';

/** One line of `packs/index.json`. */
export interface PackEntry {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the pack's files, in hexadecimal. */
  readonly hash: string;
}

async function read(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: not in the package; install the extension again`);
  return response;
}

/** A pack's file as it was before the build compressed it. */
async function unpack(path: string): Promise<Response> {
  const { body } = await read(path);
  if (!body) throw new Error(`${path}: empty; install the extension again`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip')));
}

export async function readPackIndex(): Promise<readonly PackEntry[]> {
  return (await read('packs/index.json')).json();
}

export async function readReference(pack: string): Promise<PackReference> {
  return (await unpack(`packs/${pack}/reference.bin`)).json();
}

export async function readTables(pack: string): Promise<LexiconTables> {
  return (await unpack(`packs/${pack}/lexicon.bin`)).json();
}

/** The gazetteer's bytes, not yet checked. */
export async function readGazetteerBytes(pack: string): Promise<ArrayBuffer> {
  return (await unpack(`packs/${pack}/gazetteer.bin`)).arrayBuffer();
}

/** Decodes and checks; throws what `decodeGazetteer` throws. */
export function openGazetteer(bytes: ArrayBuffer): Gazetteer {
  return decodeGazetteer(new Uint8Array(bytes));
}
