/** Passes on what the frames of a tab say to one another about cards: none can speak to another without the page hearing it. */
import { browser } from '../platform/browser.ts';
import { callTab } from '../protocol/call.ts';
import type { CardAnswer, CardWord } from '../protocol/card-words.ts';
import { runCardForOthers } from './card-scripts.ts';

/** `from`: the frame that speaks. Nobody there to hear it is null. */
export async function passWord(
  tab: number,
  from: number,
  to: 'top' | 'all' | number,
  word: CardWord,
): Promise<CardAnswer> {
  if (to === 'all') {
    const isSaid = word.kind === 'opened' || word.kind === 'none';
    await Promise.all([
      callTab('card', tab, 'hear', { word, from, zoom: 1 }),
      isSaid && callTab('frame', tab, 'cardsStand', { by: word.kind === 'opened' ? word.by : null }),
    ]);
    return null;
  }
  const frame = to === 'top' ? 0 : to;
  if (word.kind !== 'show') return callTab('card', tab, 'hear', { word, from, zoom: 1 }, frame);
  await runCardForOthers(tab, frame);
  const zoom = await browser.tabs.getZoom(tab);
  return callTab('card', tab, 'hear', { word, from, zoom }, frame);
}
