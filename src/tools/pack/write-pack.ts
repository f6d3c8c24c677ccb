/** Writes a compiled pack as the three files that the extension carries, and its line for `packs/index.json`. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeGazetteer } from '../../core/gazetteer/codec.ts';
import type { CompiledPack } from '../../core/pack/compile-pack.ts';

export interface WrittenPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly bytes: number;
}

export async function writePack(compiled: CompiledPack, folder: string): Promise<WrittenPack> {
  const { id, version } = compiled.reference.info;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['gazetteer.bin', encodeGazetteer(compiled.gazetteer)],
    ['lexicon.json', new TextEncoder().encode(JSON.stringify(compiled.tables))],
    ['reference.json', new TextEncoder().encode(JSON.stringify(compiled.reference))],
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
