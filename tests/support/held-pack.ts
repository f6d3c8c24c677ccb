/// <reference lib="dom" />
/** What keeps a card from its entry: the pack's database is held, so that it does not open, or has the entry no more. */
import type { Reader, ReaderPage } from '../../src/tools/browser/driver.ts';

/** The pack's database, held from a page of the extension: who opens it waits until it is let go. */
export interface Held {
  letGo(): Promise<void>;
}

/** `page` has been read by now, and comes to the front again. */
export async function hold(reader: Reader, page: ReaderPage): Promise<Held> {
  const holder = await reader.extensionPage('pages/popup.html?tab=0');
  await holder.evaluate(async () => {
    const opening = (version?: number) => indexedDB.open('glossator-reference', version);
    const first = opening();
    await new Promise((done) => {
      first.onsuccess = done;
    });
    const db = first.result;
    // A newer form of the database is wanted, and this connection stands in its way; all others have closed for it.
    const second = opening(db.version + 1);
    second.onupgradeneeded = () => second.transaction?.abort();
    await new Promise((done) => {
      second.onblocked = done;
    });
    Object.assign(window, {
      letGo: () =>
        new Promise((done) => {
          second.onerror = done;
          db.close();
        }),
    });
  });
  await page.bringToFront();
  return {
    async letGo() {
      await holder.evaluate(() => (window as unknown as { letGo(): Promise<void> }).letGo().then(() => {}));
      await holder.close();
    },
  };
}

/** Takes an entry out of the pack's database, until it is put back. */
export async function takeAway(reader: Reader, id: string): Promise<{ back(): Promise<void> }> {
  const holder = await reader.extensionPage('pages/popup.html?tab=0');
  await holder.evaluate(async (key) => {
    const answer = (request: IDBRequest) =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = failed;
      });
    const db = (await answer(indexedDB.open('glossator-reference'))) as IDBDatabase;
    const entities = () => db.transaction('entities', 'readwrite').objectStore('entities');
    const entity = await answer(entities().get(key));
    if (!entity) throw new Error(`no ${key}`);
    await answer(entities().delete(key));
    Object.assign(window, { back: () => answer(entities().put(entity)) });
  }, id);
  return {
    async back() {
      await holder.evaluate(() => (window as unknown as { back(): Promise<void> }).back().then(() => {}));
      await holder.close();
    },
  };
}
