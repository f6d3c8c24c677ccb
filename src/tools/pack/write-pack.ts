/**
 * Writes a compiled pack as the three files that the extension carries, and its line for `packs/index.json`. The files
 * are compressed (gzip): unpacking them takes a few milliseconds, once after each update.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeGazetteer } from '../../core/gazetteer/codec.ts';
import type { CompiledPack, PackReference } from '../../core/pack/compile-pack.ts';

export interface WrittenPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly bytes: number;
}

function compressed(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}

/** Cue words are the spotter's, and stand in its tables: no card shows them. */
function forCards(reference: PackReference): PackReference {
  const entities = reference.entities.map((entity) => ({
    ...entity,
    cues: {},
    rivals: entity.rivals.map(({ label }) => ({ label, cues: [] })),
  }));
  return { ...reference, entities };
}

export async function writePack(compiled: CompiledPack, folder: string): Promise<WrittenPack> {
  const { id, version } = compiled.reference.info;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['gazetteer.bin', gzipSync(encodeGazetteer(compiled.gazetteer))],
    ['lexicon.bin', compressed(compiled.tables)],
    ['reference.bin', compressed(forCards(compiled.reference))],
  ];
  const hash = createHash('sha256');
  await mkdir(path.join(folder, id), { recursive: true });
  for (const [name, bytes] of files) {
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
    await writeFile(path.join(folder, id, name), bytes);
  }
  return {
    id,
    version,
    hash: hash.digest('hex'),
    bytes: files.reduce((sum, [, bytes]) => sum + bytes.length, 0),
  };
}
