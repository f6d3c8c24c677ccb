/** From a folder to a compiled pack, or to the full list of what is wrong with it: what the commands share. */
import relationKinds from '../../../assets/packs/relation-kinds.json' with { type: 'json' };
import { type CompiledPack, compilePack } from '../../core/pack/compile-pack.ts';
import type { PackProblem } from '../../core/pack/source.ts';
import { loadOrdinaryWords } from './ordinary-words.ts';
import { readPack } from './read-pack.ts';

export interface LoadedPack {
  /** Null where an error stands in the way. */
  readonly compiled: CompiledPack | null;
  readonly problems: readonly PackProblem[];
}

export async function loadPack(
  folder: string,
  options: { readonly namesOnly?: boolean } = {},
): Promise<LoadedPack> {
  const isOrdinaryWord = await loadOrdinaryWords();
  const { pack, problems } = await readPack(folder, { ...options, relationKinds, isOrdinaryWord });
  return { compiled: pack && compilePack(pack, isOrdinaryWord), problems };
}

/** One problem as a line of text: place, what is wrong, what to do. */
export function problemLine({ severity, file, field, message, remedy }: PackProblem): string {
  return `${severity}: ${file}${field ? ` at ${field}` : ''}: ${message}. ${remedy[0]?.toUpperCase()}${remedy.slice(1)}.`;
}
