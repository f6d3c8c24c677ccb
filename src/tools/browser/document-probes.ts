/// <reference lib="dom" />
/** The questions that every document answers alike, be it a tab's or a frame's: all by one way to evaluate. */
import type { Evaluate, ReaderFrame } from './driver.ts';
import { findTextRect, readHighlights, readHtml } from './probes.ts';
import { STEP_MS, until, within } from './wait.ts';

/** Marks of ours: https://drafts.csswg.org/css-highlight-api-1/ names start so. */
const OUR_PREFIX = 'glossator-';

/** What `ReaderFrame` offers besides `evaluate` and `press`. */
export function documentProbes(evaluate: Evaluate): Omit<ReaderFrame, 'evaluate' | 'press'> {
  return {
    html: () => evaluate(readHtml),
    highlights: (prefix = OUR_PREFIX) => evaluate(readHighlights, prefix),
    rectOf: (text, occurrence = 0) => evaluate(findTextRect, text, occurrence),
  };
}

/** A document that is just being left may never answer; the next one is asked then. */
const DOCUMENT_MS = 3_000;

/** One document among those that a tab has shown. */
export interface DocumentState {
  readonly url: string;
  /** When it was made: no two documents share it. */
  readonly born: number;
  readonly isLoaded: boolean;
}

/** What stands in the tab now. */
export function documentState(evaluate: Evaluate): Promise<DocumentState> {
  return evaluate(() => ({
    url: location.href,
    born: performance.timeOrigin,
    isLoaded: document.readyState === 'complete',
  }));
}

/**
 * Waits for a loaded document other than `start`. Asked of the document itself, since no load event comes for one out of
 * the back-forward cache, nor in Firefox for a page of an extension.
 */
export function untilLoaded(evaluate: Evaluate, what: string, start?: DocumentState): Promise<DocumentState> {
  return until(
    async () => {
      const now = await within(documentState(evaluate), DOCUMENT_MS, 'a document to tell its state');
      return (now.born !== start?.born || now.url !== start.url) && now.isLoaded && now;
    },
    { timeout: STEP_MS, what },
  );
}
