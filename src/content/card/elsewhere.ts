/** While a card stands in another document of the tab: Escape here is its, wherever the focus is, and a press here closes it. */
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';

/** Listens until `signal` aborts. */
export function listenElsewhere(signal: AbortSignal): void {
  const tell = (kind: 'escape' | 'pressed') => {
    callBackground('tellCards', { to: 'all', word: { kind } }).catch((error) =>
      report('telling a card', error),
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell('escape');
  };
  addEventListener('keydown', onKey, { signal, capture: true });
  addEventListener('pointerdown', () => tell('pressed'), { signal, capture: true, passive: true });
}
