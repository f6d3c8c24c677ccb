/** The page of the tab in front, read anew when the reader turns to another tab, or that page changes. */
import { browser } from '../../platform/browser.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { PageContext } from '../../protocol/desk.ts';
import { useEffect, useState } from '../../ui/hooks.ts';

/** A page that goes on changing is read anew no oftener than this, in ms. */
const CALM_MS = 250;

export interface TabContext {
  readonly tab: number;
  readonly context: PageContext;
}

/** Null until the first is read. */
export function useContext(): TabContext | null {
  const [shown, setShown] = useState<TabContext | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const read = async () => {
      timer = undefined;
      const turn = ++asked;
      const tab = await tabInFront();
      if (tab === undefined) return;
      const context = await callBackground('getPageContext', { tab });
      if (turn === asked) setShown({ tab, context });
    };
    const now = () => {
      clearTimeout(timer);
      read().catch((error) => report('reading the page', error));
    };
    const soon = () => {
      timer ??= setTimeout(now, CALM_MS);
    };
    now();
    browser.tabs.onActivated.addListener(now);
    browser.windows.onFocusChanged.addListener(now);
    browser.tabs.onUpdated.addListener(soon);
    browser.storage.session.onChanged.addListener(soon);
    return () => {
      clearTimeout(timer);
      browser.tabs.onActivated.removeListener(now);
      browser.windows.onFocusChanged.removeListener(now);
      browser.tabs.onUpdated.removeListener(soon);
      browser.storage.session.onChanged.removeListener(soon);
    };
  }, []);
  return shown;
}

async function tabInFront(): Promise<number | undefined> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
}
