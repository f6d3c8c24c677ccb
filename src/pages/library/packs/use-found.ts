/** What the background finds for what is typed. Answers that come late, to an earlier question, are dropped. */
import type { FoundEntity } from '../../../core/browse/catalog.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import { useEffect, useState } from '../../../ui/hooks.ts';
import type { ListRow } from '../VirtualList.tsx';

export type FoundRow = FoundEntity & ListRow;

/** More entities than the packs that a reader can have. */
const ALL = 1_000_000;

/** The rows, and how many they are; null until the first answer. */
export function useFound(query: string, pack: string) {
  const [found, setFound] = useState<{
    readonly rows: readonly FoundRow[];
    readonly total: number | null;
  }>({ rows: [], total: null });
  useEffect(() => {
    let isWanted = true;
    callBackground('searchEntities', { query, limit: ALL, ...(pack === '' ? {} : { pack }) }).then(
      (answer) => {
        if (!isWanted) return;
        setFound({ total: answer.total, rows: answer.found.map((one) => ({ ...one, key: one.entity })) });
      },
      (error) => report('looking up entries', error),
    );
    return () => {
      isWanted = false;
    };
  }, [query, pack]);
  return found;
}
