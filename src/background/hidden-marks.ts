/** Marks can be out of the way on all pages at once; when the browser is closed that is forgotten. */
import { browser } from '../platform/browser.ts';

const KEY = 'marksHidden';

export async function areMarksHidden(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true;
}

export async function setMarksHidden(hidden: boolean): Promise<void> {
  await browser.storage.session.set({ [KEY]: hidden });
}
