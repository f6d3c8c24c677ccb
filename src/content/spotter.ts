/**
 * The content script that every page gets. It only wires: gate, settings, spotting, marks, pointer, and an end for all of it.
 */

import { report } from '../platform/report.ts';
import { callBackground, isOrphaned } from '../protocol/call.ts';
import type { MentionCount, PageSettings, PageState } from '../protocol/messages.ts';
import { serveTab } from '../protocol/serve.ts';
import { bridge } from './card/bridge.ts';
import { watchPointer } from './hover/watch-pointer.ts';
import { createMarks } from './marks/marks.ts';
import { isReadable, stateOfPage } from './page/gate.ts';
import { watchNavigation } from './page/navigation.ts';
import { observePage } from './page/observer.ts';
import { PageText } from './page/page-text.ts';
import { seen } from './page/slices.ts';
import { began, ended, noted } from './page/spans.ts';
import { startSpotting } from './page-spotter.ts';

/** What a run can be asked for while it goes on. */
interface Telling {
  readonly count: () => readonly MentionCount[];
  /** Why the page is left alone, where it is. */
  state: PageState;
  /** Takes up settings that have changed, on a site that is still on. */
  readonly follow?: (settings: PageSettings) => void;
  /** The document shows another page by now. */
  readonly turnPage?: () => void;
}

/** A frame that has nothing to say. */
const SILENT: Telling = { count: () => [], state: 'ready' };

const tell = ({ count }: Telling) => {
  callBackground('reportMentions', { counts: count() }).catch((error) => report('reporting', error));
};

/** The address without its fragment. */
const addressNow = () => location.href.split('#')[0];

/** One run of spotting on this document, until `signal` aborts. */
function run(settings: PageSettings, signal: AbortSignal): Telling {
  const text = new PageText(settings.names);
  const marks = createMarks(settings, () => tell(telling));
  signal.addEventListener('abort', () => marks.clear());
  const telling: Telling = {
    state: 'ready',
    count: () => {
      began('count');
      const counts = marks.counts();
      ended('count');
      return counts;
    },
    follow: (now) => {
      marks.choose(now);
      tell(telling);
    },
    turnPage: () => spotting.turnPage(),
  };
  // Neither the end of our extension nor `designMode` has an event.
  const mend = () => {
    if (!bridge().goesOn?.()) return false;
    if ((document.designMode === 'on') !== (telling.state === 'edited')) read([]);
    marks.refresh();
    return true;
  };
  const marked = watchPointer(text, marks, mend, signal);
  const spotting = startSpotting(
    text,
    marks,
    settings.names.evidence,
    { marked, read: () => tell(telling) },
    signal,
  );
  const read = (elements: readonly Element[]) => {
    if (!bridge().goesOn?.()) return;
    began('state');
    const [state, isNews] = stateOfPage(settings.names);
    ended('state');
    const isOther = isNews || state !== telling.state;
    telling.state = state;
    text.isClosed = state !== 'ready';
    return spotting.read(isOther ? [document.body] : elements).catch((error) => {
      if (!signal.aborted) report('spotting', error);
    });
  };
  observePage(document.documentElement, () => marks.mend(), read, signal);
  read([document.body]);
  return telling;
}

function start(): void {
  began('begin');
  const shared = bridge();
  // Injected twice, into a tab that was just being opened: one of us is enough.
  if (shared.goesOn?.()) return;
  const life = new AbortController();
  let current = new AbortController();
  let telling = SILENT;
  let followed = '';
  let packs = '';
  const follow = (settings: PageSettings) => {
    const now = JSON.stringify(settings);
    if (life.signal.aborted || now === followed) return;
    followed = now;
    shared.opening = settings.opening;
    if (settings.packs === packs && telling.follow) return telling.follow(settings);
    packs = settings.packs;
    current.abort();
    current = new AbortController();
    telling = SILENT;
    if (packs) telling = run(settings, current.signal);
    else tell(telling);
  };
  const begin = async () => {
    noted('start');
    if (telling === SILENT) await seen();
    callBackground('getPageSettings', { url: location.href })
      .then(follow)
      .catch((error) => report('starting', error));
  };
  let address = addressNow();
  /** The same document may show another page: new settings may hold there, and what is known of the old one is void. */
  const onAddress = () => {
    if (address === addressNow()) return null;
    address = addressNow();
    shared.cards?.close();
    telling.turnPage?.();
    begin();
    return null;
  };
  watchNavigation(onAddress, life.signal);
  shared.goesOn = () => {
    if (!isOrphaned()) return true;
    shared.cards?.retire();
    current.abort();
    life.abort();
    return false;
  };
  serveTab(
    'content',
    {
      listMentions: () => shared.list?.() ?? [],
      countMentions: () => telling.count(),
      pageState: () => telling.state,
      settingsChanged: () => {
        begin();
        return null;
      },
      addressChanged: onAddress,
      notesChanged: () => {
        shared.cards?.notesChanged();
        return null;
      },
    },
    life.signal,
  );
  // A page that comes back as it was left has missed what changed since. It is read and counted as one that is seen again.
  addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal: life.signal });
  begin();
  ended('begin');
}

if (isReadable(document)) start();
