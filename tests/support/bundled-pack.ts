/** The bundled pack, compiled from its source, and every sentence of it. */
import path from 'node:path';
import type { Entity, Statement } from '../../src/core/model.ts';
import type { CompiledPack } from '../../src/core/pack/compile-pack.ts';
import { loadPack, problemLine } from '../../src/tools/pack/load-pack.ts';

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');

export async function bundledPack(id: string): Promise<CompiledPack> {
  const { compiled, problems } = await loadPack(path.join(ROOT, 'assets/packs', id));
  if (!compiled) throw new Error(`${id} does not compile:\n${problems.map(problemLine).join('\n')}`);
  return compiled;
}

/** Background, statements and timeline, these with their date. */
export function sentencesOf(entity: Entity): readonly (Statement & { readonly date?: string })[] {
  return [
    ...entity.background,
    ...entity.statements,
    ...entity.timeline.map(({ date, statement }) => ({ ...statement, date })),
  ];
}
