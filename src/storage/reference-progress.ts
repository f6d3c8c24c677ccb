/**
 * How far the filling of the reference database is: a key in `storage.session`, so that pages opened in the midst of it can
 * read it, and hear storage's own event at every step. It goes with the browser, and so does nobody's wait.
 */
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';

/** Where pages find the last step: the key of a `ReferenceProgress`. */
export const PROGRESS_KEY = 'reference/progress';

export interface ReferenceProgress {
  readonly pack: string;
  /** Rows written, of how many. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds since this pack was begun. */
  readonly elapsed: number;
}

/** Tells a step. That it cannot be told is no reason not to go on. */
export function tellProgress(progress: ReferenceProgress): void {
  browser.storage.session
    .set({ [PROGRESS_KEY]: progress })
    .catch((error) => report('telling the progress of the reference database', error));
}
