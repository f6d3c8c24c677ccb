/**
 * The content script of all frames. It asks for the spotter where there is something to read (a tab's own document gets that
 * from the manifest), and tells the card of the tab, wherever that stands, of Escape and of a press here. It only wires.
 */
import { report } from '../platform/report.ts';
import { callBackground, isOrphaned } from '../protocol/call.ts';
import { serveTab } from '../protocol/serve.ts';
import { bridge } from './card/bridge.ts';
import { listenElsewhere } from './card/elsewhere.ts';
import { WIRE } from './card/wire.ts';
import { frameFacts, watchFrame } from './page/frame-gate.ts';
import { pageFacts } from './page/page-facts.ts';

const shared = bridge();
// A newer copy of us, after an update, takes over from the older one.
shared.leaveFrame?.();
const life = new AbortController();
let cards = new AbortController();
let unwatch = () => {};
shared.wire = WIRE;
shared.facts ??= pageFacts;
shared.leaveFrame = () => {
  life.abort();
  cards.abort();
  unwatch();
};
serveTab(
  'frame',
  {
    cardsStand({ by }) {
      cards.abort();
      cards = new AbortController();
      if (by !== null && by !== shared.me) listenElsewhere(cards.signal);
      return null;
    },
  },
  life.signal,
);
// The first selection: it may be one to note. What is typed into has no such selection.
const onSelect = () => {
  if (getSelection()?.type !== 'Range') return;
  document.removeEventListener('selectionchange', onSelect);
  callBackground('loadPassages', {}).catch((error) => report('a selection', error));
};
document.addEventListener('selectionchange', onSelect, { signal: life.signal });
onSelect(); // it may have been made before we came
if (window !== top) {
  shared.goesOn?.();
  unwatch = watchFrame(
    async () => {
      const frame = frameFacts();
      return frame !== null && callBackground('readFrame', { frame });
    },
    (error) => {
      if (isOrphaned()) shared.leaveFrame?.();
      else report('looking at a frame', error);
    },
  );
}
