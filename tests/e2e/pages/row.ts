/// <reference lib="dom" />
/** What a row of the table of pages may say, and what its own sentence is given to prove it with. */
import type { ReaderPage } from '../../../src/tools/browser/driver.ts';
import type { Reading } from '../../support/reading.ts';

export interface Row {
  /** A file of tests/fixtures/pages; its first comment is the sentence. */
  readonly file: string;
  /** The surface forms of all marks, in any order. */
  readonly marks: readonly string[];
  /** What the page is served with. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the reader does, and what must be true then. Leaves no card open. */
  readonly act?: (page: ReaderPage, reading: Reading) => Promise<void>;
  /** The reader changes the page, as by typing: it is compared before that alone. */
  readonly isChanged?: true;
  /** The page moves its own text about: layout shifts are its own. */
  readonly isMoving?: true;
}

/** What pages with scripts of their own keep: the document as their last change left it. */
export interface KeepingWindow extends Window {
  readonly asWritten?: string;
}

/** A value that a page's own script keeps in its global scope. */
export function kept<T>(page: ReaderPage, name: string): Promise<T> {
  return page.evaluate((wanted) => (window as unknown as Record<string, T>)[wanted] as T, name);
}
