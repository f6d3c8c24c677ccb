/** What the documents of a tab tell one another of cards. */
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { CardAnswer, CardWord } from '../../protocol/card-words.ts';
import { bridge } from './bridge.ts';

/** Tells the other documents whether cards stand in this one. */
export function tellCardsStand(isSo: boolean): void {
  if (window === top && window.length === 0) return; // there are none
  tell('all', { kind: isSo ? 'opened' : 'none', by: me() }).catch((error) =>
    report('telling of a card', error),
  );
}

/** Says a word to other documents of this tab. Rejects with a CallError. */
export function tell(to: 'top' | 'all' | number, word: CardWord): Promise<CardAnswer> {
  return callBackground('tellCards', { to, word });
}

/** What this document calls itself among those of the tab. */
export function me(): number {
  const shared = bridge();
  shared.me ??= Math.random();
  return shared.me;
}
