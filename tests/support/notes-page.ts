/// <reference lib="dom" />
/** What a reader does on the page of all notes. */
import type { Note } from '../../src/core/model.ts';
import type { ReaderPage } from '../../src/tools/browser/driver.ts';
import type { Reading } from './reading.ts';

/** The page of notes, and a page beside it that puts notes into the database. */
export interface NotesPages {
  readonly list: ReaderPage;
  /** The database has exactly these notes, and the list shows them. */
  become(notes: readonly Note[]): Promise<void>;
  /** The notes as they are kept. */
  kept(): Promise<readonly Note[]>;
  close(): Promise<void>;
}

export async function openNotesPage(reading: Reading): Promise<NotesPages> {
  const source = await reading.reader.extensionPage('pages/notes-source.html');
  const list = await reading.reader.extensionPage('pages/library.html');
  return {
    list,
    async become(notes) {
      await source.evaluate((wanted) => notesSource.become(wanted), notes);
      await list.bringToFront();
      await shown(list, notes.length);
      await list.waitFor(() => list.evaluate(areAsWritten, Object.fromEntries(notes.map(timeOf))), {
        what: 'the notes as they are now',
      });
    },
    kept: () => source.evaluate(() => notesSource.all()),
    async close() {
      await list.close();
      await source.close();
    },
  };
}

const timeOf = ({ id, modified }: Note): [id: string, modified: string] => [id, modified];

/** In the page: whether every note that stands in the document is the text of this time. */
function areAsWritten(times: Record<string, string>): boolean {
  return [...document.querySelectorAll<HTMLElement>('.entry')].every(
    (entry) =>
      entry.querySelector('.deeds time')?.getAttribute('datetime') === times[entry.dataset['note'] ?? ''],
  );
}

/** Waits until the list has so many notes, by what it tells screen readers. */
export async function shown(list: ReaderPage, count: number): Promise<void> {
  await list.waitFor(async () => (await countOf(list)) === count, { what: `${count} notes in the list` });
}

async function countOf(list: ReaderPage): Promise<number> {
  return list.evaluate(() => Number(document.querySelector('.entry')?.getAttribute('aria-setsize') ?? 0));
}

/** What the rows that stand in the document say: headings with `#` before them, and notes. */
export function rowsOf(list: ReaderPage): Promise<string[]> {
  return list.evaluate(() =>
    [...document.querySelectorAll('.row-of-list')].map((row) => {
      const head = row.querySelector('h2 bdi')?.textContent;
      return head === undefined || head === null
        ? (row.querySelector('.rich')?.textContent ?? '')
        : `#${head}`;
    }),
  );
}

/** Clicks the first element that a selector finds, or the first whose text or label is this. */
export async function clickOn(list: ReaderPage, selector: string, text?: string): Promise<void> {
  const place = await list.waitFor(
    () =>
      list.evaluate(
        async (wanted, words) => {
          const found = [...document.querySelectorAll<HTMLElement>(wanted)].find(
            (one) => words === null || one.textContent === words || one.getAttribute('aria-label') === words,
          );
          found?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const before = found?.getBoundingClientRect();
          // A row that has just come may push others; what still moves cannot be clicked on.
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const box = found?.getBoundingClientRect();
          return box && box.x === before?.x && box.y === before.y
            ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
            : null;
        },
        selector,
        text ?? null,
      ),
    { what: `${selector} ${text ?? ''}` },
  );
  await list.pointer.click(place.x, place.y);
}

/** Gives a file to the field that takes one, as a reader who has chosen it. */
export async function giveFile(
  list: ReaderPage,
  name: string,
  text: string,
  selector = 'input[type=file]',
): Promise<void> {
  await list.waitFor(() => list.evaluate((wanted) => document.querySelector(wanted) !== null, selector), {
    what: 'the field for a file',
  });
  await list.evaluate(
    (fileName, content, wanted) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      const files = new DataTransfer();
      files.items.add(new File([content], fileName, { type: 'application/json' }));
      if (!field) return;
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
    selector,
  );
}
