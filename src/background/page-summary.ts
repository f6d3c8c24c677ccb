/**
 * What each frame of each tab has marked, kept in `storage.session` (it survives the worker, not the browser): badge and
 * popup read it. One key a frame, so that two frames that report at once cannot overwrite each other.
 */

import type { EntityId } from '../core/model.ts';
import { siteOf } from '../core/page/page-key.ts';
import { ruleFor } from '../core/settings/sites.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import { callContent } from '../protocol/call.ts';
import type { PageSummary } from '../protocol/desk.ts';
import type { MentionCount, PageState } from '../protocol/messages.ts';
import { readSettings } from '../storage/settings.ts';
import { reference } from './data.ts';
import { areMarksHidden } from './hidden-marks.ts';
import { isPermitted } from './permitted.ts';

const keyOf = (tab: number, frame: number) => `mentions/${tab}/${frame}`;

async function framesOf(tab: number): Promise<Readonly<Record<string, readonly MentionCount[]>>> {
  const stored = await browser.storage.session.get(null);
  const own = Object.entries(stored).filter(([key]) => key.startsWith(`mentions/${tab}/`));
  return Object.fromEntries(own) as Record<string, readonly MentionCount[]>; // written by recordMentions alone
}

/** Keeps what a frame reports, and shows the tab's sum on the badge. */
export async function recordMentions(
  tab: number,
  frame: number,
  counts: readonly MentionCount[],
): Promise<void> {
  await keep(tab, frame, counts);
  await showBadge(tab);
  // The page has changed, and frames may have gone with what was removed: those say nothing any more.
  if (frame === 0) await askFrames(tab, await framesWithin(tab));
}

/** Of a frame that is gone, or that has none and is not the page itself, nothing is kept. */
async function keep(tab: number, frame: number, counts: readonly MentionCount[] | null): Promise<void> {
  const key = keyOf(tab, frame);
  if (counts && (counts.length > 0 || frame === 0)) await browser.storage.session.set({ [key]: counts });
  else await browser.storage.session.remove(key);
}

async function framesWithin(tab: number): Promise<readonly number[]> {
  return Object.keys(await framesOf(tab))
    .map((key) => Number(key.split('/')[2]))
    .filter((frame) => frame !== 0);
}

/** Asks frames for their counts: one that is gone does not answer. */
async function askFrames(tab: number, frames: readonly number[]): Promise<void> {
  if (frames.length === 0) return;
  await Promise.all(
    frames.map(async (frame) => keep(tab, frame, await callContent(tab, 'countMentions', {}, frame))),
  );
  await showBadge(tab);
}

/** What each frame of a tab has marked, by the frame's number. */
export async function countsOf(tab: number): Promise<Readonly<Record<string, readonly MentionCount[]>>> {
  const frames = Object.entries(await framesOf(tab));
  return Object.fromEntries(frames.map(([key, counts]) => [key.split('/')[2] ?? '', counts]));
}

async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(Object.keys(await framesOf(tab)));
}

async function showBadge(tab: number): Promise<void> {
  const total = sumOf(Object.values(await framesOf(tab)).flat());
  const text = total === 0 ? '' : total > 999 ? '999+' : String(total);
  await browser.action.setBadgeText({ tabId: tab, text }).catch(() => {}); // the tab may be gone
}

function sumOf(counts: readonly MentionCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The mentions of a tab, all its frames together, most frequent entities first. */
export async function summaryOf(tab: number): Promise<PageSummary> {
  const [{ url, title, status }, frames, settings, hidden] = await Promise.all([
    browser.tabs.get(tab),
    framesOf(tab),
    readSettings(),
    areMarksHidden(),
  ]);
  const site = siteOf(url ?? '');
  const rule = ruleFor(settings.sites, url ?? '');
  const totals = new Map<EntityId, number>();
  for (const { entity, count } of Object.values(frames).flat())
    totals.set(entity, (totals.get(entity) ?? 0) + count);
  const known = await (await reference()).entities([...totals.keys()]);
  const reported = Object.keys(frames).length > 0;
  const permitted = await isPermitted(url);
  const state = stateOf(
    url ?? '',
    reported,
    status === 'loading',
    settings.enabled && (rule.enabled ?? true),
  );
  const asked = state === 'ready' ? await callContent(tab, 'pageState', {}, 0) : null;
  return {
    state: !permitted ? 'denied' : hidden ? 'hidden' : (asked ?? state),
    site,
    isOn: settings.enabled,
    density: rule.density ?? settings.density,
    title: title ?? '',
    total: sumOf(Object.values(frames).flat()),
    entities: known
      .map(({ id, labels, type }) => ({ entity: id, labels, type, count: totals.get(id) ?? 0 }))
      .toSorted((a, b) => b.count - a.count || (a.entity < b.entity ? -1 : 1)),
  };
}

function stateOf(url: string, reported: boolean, loading: boolean, enabled: boolean): PageState {
  if (!/^(https?|file):/.test(url)) return 'unsupported';
  if (!enabled) return 'off';
  if (reported) return 'ready';
  return loading ? 'loading' : 'unsupported';
}

/** The next page may be in the same document, and what the reader called wrong on one page is right on the next. */
async function tellOfNewAddress(tab: number): Promise<void> {
  await callContent(tab, 'addressChanged', {});
  const { corrections } = await readSettings();
  if (corrections.some(({ scope }) => scope.kind === 'page')) await callContent(tab, 'settingsChanged', {});
}

/**
 * A tab that is closed takes its counts along, and so does one that goes elsewhere. Browsers tell of a jump within the page in the
 * same words as of a new page: the frames are asked whether they are still there.
 */
export function watchTabs(): void {
  browser.tabs.onRemoved.addListener((tab) => {
    forgetTab(tab).catch((error) => report('forgetting a closed tab', error));
  });
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (change.status !== 'loading' && change.url === undefined) return;
    framesWithin(tab)
      .then((frames) => askFrames(tab, [0, ...frames]))
      .catch((error) => report('asking the frames of a tab', error));
    if (change.url !== undefined)
      tellOfNewAddress(tab).catch((error) => report('telling a tab of its address', error));
  });
}
