/** The toolbar popup: this page at a glance. `?tab=ID` shows another tab's, so that a plain tab can stand for the popup. */
import { render } from 'preact';
import type { Preferences } from '../core/settings/preferences.ts';
import type { SiteRule } from '../core/settings/sites.ts';
import { browser } from '../platform/browser.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import type { PageSummary } from '../protocol/desk.ts';
import { useEffect, useState } from '../ui/hooks.ts';
import { MentionList } from '../ui/MentionList.tsx';
import { dress } from './dress.ts';

/** Browsers open their panel in answer to a click alone, and at once. */
function openPanel(tab: number): Promise<void> | undefined {
  const { sidebarAction, sidePanel } = browser as unknown as {
    readonly sidebarAction?: { open(): Promise<void> };
    readonly sidePanel?: { open(where: { readonly tabId: number }): Promise<void> };
  };
  return sidebarAction?.open() ?? sidePanel?.open({ tabId: tab });
}

async function tabShown(): Promise<number | undefined> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
}

function Popup({ tab }: { readonly tab: number }) {
  const [summary, setSummary] = useState<PageSummary | null>(null);
  const show = () =>
    callBackground('getPageSummary', { tab }).then(setSummary, (error) => report('reading the page', error));
  useEffect(() => {
    const refresh = () => {
      show();
    };
    refresh();
    // The page goes on being read while the popup is open.
    browser.storage.session.onChanged.addListener(refresh);
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
  }, []);
  if (!summary) return null;
  const attempt = (work: Promise<unknown>) => {
    work.then(show).catch((error) => report('changing a setting', error));
  };
  const prefer = (preferences: Partial<Preferences>) =>
    attempt(callBackground('setPreferences', { preferences }));
  const rule = (rules: SiteRule) => attempt(callBackground('setSites', { rules: { [summary.site]: rules } }));
  const hide = (hidden: boolean) => attempt(callBackground('setMarksHidden', { hidden }));
  return (
    <MentionList
      {...summary}
      lang={readerLanguage()}
      t={words}
      onSwitch={(enabled) => rule({ enabled })}
      onSwitchAll={(enabled) => prefer({ enabled })}
      onDensity={(density) => rule({ density })}
      onShowMarks={() => hide(false)}
      onHideMarks={() => hide(true)}
      onPanel={() => {
        openPanel(tab)?.then(
          () => close(),
          (error) => report('opening the panel', error),
        );
      }}
      onReveal={(entity) => {
        callBackground('revealMention', { tab, entity }).then(
          () => close(),
          (error) => report('revealing a mention', error),
        );
      }}
      onAllow={() => {
        // Asked for within the click, or browsers refuse to ask. What follows is told by `onAdded`.
        browser.permissions
          .request({ origins: ['<all_urls>'] })
          .catch((error) => report('asking for the right to read pages', error));
      }}
      onNotePage={() => {
        callBackground('notePage', { tab }).then(
          () => close(),
          (error) => report('noting a page', error),
        );
      }}
      onOpenNotes={() => {
        callBackground('openNotesPage', {}).then(
          () => close(),
          (error) => report('opening the notes', error),
        );
      }}
    />
  );
}

async function start(): Promise<void> {
  dress();
  const tab = await tabShown();
  if (tab !== undefined) render(<Popup tab={tab} />, document.body);
}

start().catch((error) => report('opening the popup', error));
