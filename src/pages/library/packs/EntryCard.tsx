/** An entry read in the library, with its own way back from what it leads to. */
import type { EntityId } from '../../../core/model.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import type { CardState } from '../../../ui/Card.tsx';
import { CardFrame } from '../../../ui/CardFrame.tsx';
import { useEffect, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';

interface EntryCardProps {
  readonly id: EntityId;
  readonly lang: string;
  readonly t: Translate;
  readonly onClose: () => void;
}

/** Entities from the first to the one that is shown, and those that were gone back from, nearest first. */
interface Way {
  readonly past: readonly EntityId[];
  readonly ahead: readonly EntityId[];
}

export function EntryCard({ id, lang, t, onClose }: EntryCardProps) {
  const [way, setWay] = useState<Way>({ past: [id], ahead: [] });
  const [state, setState] = useState<CardState>({ kind: 'loading' });
  const shown = way.past.at(-1) ?? id;
  useEffect(() => {
    let isWanted = true;
    callBackground('getEntity', { id: shown }).then(
      (entry) => isWanted && setState(entry ? { kind: 'ready', entry } : { kind: 'gone' }),
      (error) => {
        report('showing an entry', error);
        if (isWanted) setState({ kind: 'failed' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [shown]);
  const { past, ahead } = way;
  const [next] = ahead;
  return (
    <CardFrame
      state={state}
      status=""
      lang={lang}
      t={t}
      onBack={
        past.length > 1 ? () => setWay({ past: past.slice(0, -1), ahead: [shown, ...ahead] }) : undefined
      }
      onForward={next ? () => setWay({ past: [...past, next], ahead: ahead.slice(1) }) : undefined}
      onClose={onClose}
      onRelation={(to) => setWay({ past: [...past, to], ahead: [] })}
    />
  );
}
