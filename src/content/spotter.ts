/**
 * The content script that every page gets. It only wires: gate, settings, spotting, marks, pointer, and an end for all of it.
 */

import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import type { ListedMention, MentionCount, PageSettings } from '../protocol/messages.ts';
import { contentParsers } from '../protocol/parse.ts';
import { serve } from '../protocol/serve.ts';
import { bridge } from './card/bridge.ts';
import { watchPointer } from './hover/watch-pointer.ts';
import { listMentions } from './list-mentions.ts';
import { Marks } from './marks/marks.ts';
import { isReadable } from './page/gate.ts';
import { observePage } from './page/observer.ts';
import { PageText } from './page/page-text.ts';
import { measured, noted } from './page/spans.ts';
import { PageSpotter } from './page-spotter.ts';

/** What a run can be asked for while it goes on. */
interface Telling {
  readonly list: () => readonly ListedMention[];
  readonly count: () => readonly MentionCount[];
  /** Takes up settings that have changed, on a site that is still on. */
  readonly follow?: (settings: PageSettings) => void;
}

/** A frame that has nothing to say. */
const SILENT: Telling = { list: () => [], count: () => [] };

const tell = ({ count }: Telling) => {
  callBackground('reportMentions', { counts: count() }).catch((error) => report('reporting mentions', error));
};

/** One run of spotting on this document, until `signal` aborts. */
function run(settings: PageSettings, signal: AbortSignal): Telling {
  const text = new PageText(settings.names);
  const marks = new Marks(settings);
  signal.addEventListener('abort', () => marks.clear());
  const telling: Telling = {
    list: () => listMentions(text, marks),
    count: () => measured('count', () => marks.counts()),
    follow: (now) => {
      marks.choose(now);
      tell(telling);
    },
  };
  const spotter = new PageSpotter(text, marks, () => tell(telling), signal);
  const read = (elements: readonly Element[]) =>
    spotter.read(elements).catch((error) => {
      if (!signal.aborted) report('spotting', error);
    });
  watchPointer(text, marks, signal);
  observePage(document.documentElement, read, signal);
  read([document.body]);
  return telling;
}

function start(): void {
  // A newer copy of us, after an update, takes over from the older one.
  bridge().retire?.();
  const life = new AbortController();
  let current = new AbortController();
  let telling = SILENT;
  let followed = '';
  const follow = (settings: PageSettings) => {
    const now = JSON.stringify(settings);
    if (life.signal.aborted || now === followed) return;
    followed = now;
    if (settings.enabled && telling.follow) return telling.follow(settings);
    current.abort();
    current = new AbortController();
    telling = SILENT;
    if (settings.enabled) telling = run(settings, current.signal);
    else tell(telling);
  };
  const begin = () => {
    noted('start');
    callBackground('getPageSettings', { url: location.href })
      .then(follow)
      .catch((error) => report('starting', error));
  };
  bridge().retire = () => {
    current.abort();
    life.abort();
    bridge().cards?.retire();
  };
  serve(
    'content',
    {
      listMentions: () => telling.list(),
      countMentions: () => telling.count(),
      settingsChanged: () => {
        begin();
        return null;
      },
      notesChanged: () => {
        bridge().cards?.notesChanged();
        return null;
      },
    },
    contentParsers,
    { signal: life.signal },
  );
  // A page that comes back as it was left was forgotten when it was left, and has missed what changed since.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      tell(telling);
      begin();
    },
    { signal: life.signal },
  );
  begin();
}

if (isReadable(document)) measured('begin', start);
