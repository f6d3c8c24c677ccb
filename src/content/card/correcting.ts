/** What the reader says of the mark that the card was opened on: kept by the background, and taken back by it. */
import type { Mention } from '../../core/model.ts';
import { type Correction, REACHES } from '../../core/spotting/corrections.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { Correcting } from '../../ui/Foot.tsx';

/** Answers what the card wants to know whenever it is drawn; `onChange` is told whether what was asked for was done. */
export function correctingOf(
  { name, entity }: Pick<Mention, 'name' | 'entity'>,
  onChange: (isDone: boolean) => void,
): () => Correcting {
  let made: Correction | null = null;
  const settle = (call: Promise<Correction | null>) => {
    call.then(
      (now) => {
        made = now;
        onChange(true);
      },
      (error) => {
        report('correcting a mark', error);
        onChange(false);
      },
    );
  };
  return () => ({
    // A file has no site.
    reaches: REACHES.filter((reach) => reach !== 'site' || location.protocol !== 'file:'),
    done: made?.scope.kind ?? null,
    onChoose: (reach) => settle(callBackground('correct', { name, entity, reach })),
    onUndo: () => made && settle(callBackground('dropCorrection', { correction: made })),
  });
}
