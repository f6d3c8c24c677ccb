/** The scripts behind a card, put into one frame of a tab. Each does nothing where it runs already. */
import { browser } from '../platform/browser.ts';

const FAR = 'content/far.js';
const CARD = 'content/card.js';

/** The card's own, and `more` of ours after it. The card of a frame's mention stands in the tab's own document. */
export async function runCard(tab: number, frame: number, ...more: readonly string[]): Promise<void> {
  await run(tab, frame, frame === 0 ? [CARD, ...more] : [FAR, CARD, ...more]);
}

/** For the card of another frame's mention. */
export async function runCardForOthers(tab: number, frame: number): Promise<void> {
  await run(tab, frame, [FAR, CARD]);
}

async function run(tab: number, frame: number, files: string[]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files });
}
