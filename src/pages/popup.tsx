/** The toolbar popup: this page at a glance. `?tab=ID` shows another tab's, so that a plain tab can stand for the popup. */
import { render } from 'preact';
import { browser } from '../platform/browser.ts';
import { readerLanguage, words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { callBackground } from '../protocol/call.ts';
import type { PageSummary } from '../protocol/desk.ts';
import { MentionList } from '../ui/MentionList.tsx';

async function tabShown(): Promise<number | undefined> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
}

function draw(tab: number, summary: PageSummary): void {
  const onSwitch = async (enabled: boolean) => {
    await callBackground('setSites', { rules: { [summary.site]: { enabled } } });
    await show(tab);
  };
  render(
    <MentionList
      {...summary}
      lang={readerLanguage()}
      t={words}
      onSwitch={(enabled) => onSwitch(enabled).catch((error) => report('switching a site', error))}
      onShowMarks={() => {
        callBackground('setMarksHidden', { hidden: false }).catch((error) => report('showing marks', error));
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
    />,
    document.body,
  );
}

async function show(tab: number): Promise<void> {
  draw(tab, await callBackground('getPageSummary', { tab }));
}

async function start(): Promise<void> {
  document.documentElement.lang = words('wordsLanguage');
  const tab = await tabShown();
  if (tab === undefined) return;
  await show(tab);
  // The page goes on being read while the popup is open.
  const refresh = () => {
    show(tab).catch((error) => report('refreshing the popup', error));
  };
  browser.storage.session.onChanged.addListener(refresh);
  browser.permissions.onAdded.addListener(refresh);
  browser.permissions.onRemoved.addListener(refresh);
}

start().catch((error) => report('opening the popup', error));
