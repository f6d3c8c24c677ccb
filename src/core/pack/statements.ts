import type { SourceEntity, SourceStatement } from './source.ts';

/** Every statement of an entity with the path of its place: background, statements, timeline. */
export function statementsOf(entity: SourceEntity): { statement: SourceStatement; field: string }[] {
  return [
    ...entity.background.map((statement, i) => ({ statement, field: `background[${i}]` })),
    ...entity.statements.map((statement, i) => ({ statement, field: `statements[${i}]` })),
    ...entity.timeline.map((item, i) => ({ statement: item.statement, field: `timeline[${i}].statement` })),
  ];
}
