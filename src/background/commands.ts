/** Keys that the reader can change in the browser's own page of shortcuts, and what they do. */
import type { EntityId } from '../core/model.ts';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
import type { Lead } from '../protocol/messages.ts';
import { settingsChanged } from './announce.ts';
import { runCard } from './card-scripts.ts';
import { areMarksHidden, setMarksHidden } from './hidden-marks.ts';
import { countsOf } from './page-summary.ts';
import { notePage, noteSelection } from './passages.ts';

const LEADS: Readonly<Record<string, Lead>> = {
  'next-mention': { kind: 'step', by: 1 },
  'previous-mention': { kind: 'step', by: -1 },
  'open-card': { kind: 'open' },
};

export function watchCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    perform(command, tab?.id).catch((error) => report(`the command ${command}`, error));
  });
}

async function perform(command: string, tab: number | undefined): Promise<void> {
  const to = LEADS[command];
  if (command === 'hide-marks') await hideMarks(!(await areMarksHidden()));
  else if (command === 'note-selection' && tab !== undefined) await note(tab);
  else if (to && tab !== undefined) await lead(tab, await frameInFocus(tab), to);
}

/** What is selected, or, where nothing is, the page. */
async function note(tab: number): Promise<void> {
  if (!(await noteSelection(tab, await frameInFocus(tab, false)))) await notePage(tab);
}

/** Hides all marks of all pages, or shows them again. */
export async function hideMarks(hidden: boolean): Promise<void> {
  await settingsChanged(setMarksHidden(hidden));
}

/** Shows the first mention of an entity in the first frame that has one. */
export async function reveal(tab: number, entity: EntityId): Promise<void> {
  await browser.tabs.update(tab, { active: true });
  const frames = Object.entries(await countsOf(tab)).filter(([, counts]) =>
    counts.some((count) => count.entity === entity && count.count > 0),
  );
  for (const [frame] of frames.toSorted(([a], [b]) => Number(a) - Number(b)))
    if (await lead(tab, Number(frame), { kind: 'reveal', entity })) return;
}

/** Puts the code for it into a frame, and leads the reader there. */
async function lead(tab: number, frame: number, to: Lead): Promise<boolean> {
  await runCard(tab, frame, 'content/walk.js');
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    func: leadInPage,
    args: [to],
  });
  return answer?.result === true;
}

/** Runs beside the content scripts, which meet under one symbol (content/card/bridge.ts), and knows nothing else of this file. */
function leadInPage(to: Lead): boolean {
  const world = globalThis as { [bridge: symbol]: { lead?: (to: Lead) => boolean } | undefined };
  return world[Symbol.for('glossator')]?.lead?.(to) ?? false;
}

/** The frame that the reader is in, if it has mentions or need not; else the page itself. */
async function frameInFocus(tab: number, isMarked = true): Promise<number> {
  const counts = await countsOf(tab);
  const frames = Object.keys(counts).map(Number);
  if (isMarked && !frames.some((frame) => frame !== 0)) return 0;
  const asked = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: isInFocus,
  });
  const focused = asked.find(({ result }) => result === true)?.frameId;
  return focused !== undefined && (!isMarked || frames.includes(focused)) ? focused : 0;
}

/** Runs in a page, and knows nothing else of this file. Documents around the one in focus have it too: they say so of its frame. */
function isInFocus(): boolean {
  const { document } = globalThis as unknown as {
    readonly document: { hasFocus(): boolean; readonly activeElement: { readonly localName: string } | null };
  };
  return document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? '');
}
